# SPDX-License-Identifier: MPL-2.0
"""A typed client of the staff API: `Afsaet(address, token)`; every answer is checked against the API's own shapes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal, Self, TypeVar

import httpx
from pydantic import BaseModel, TypeAdapter

from bot.web.api.goal_shapes import Comment, DetailsIn, FollowUp, GoalInList, GoalOut, Review, VersionOut
from bot.web.api.plan_shapes import Feed, HappenedOut, PlanOut
from bot.web.api.shapes import AlertOut, CitizenOut, Invitation, Invite, MoveOut, Summary

Shape = TypeVar("Shape", bound=BaseModel)
ReviewAct = Literal["agree", "suggest", "ask", "not_now"]
FollowUpAct = Literal["follow_up", "notice", "pause", "resume", "reach", "drop"]
Form = Literal["plan.html", "plan.pdf", "plan.ics", "goals.csv", "fhir"]
_SECONDS = 30.0


class ProblemError(Exception):
    """The API said no: `status`, the `kind` of problem for programs, and its Danish text for people."""

    def __init__(self, status: int, kind: str, title: str, body: dict[str, Any]) -> None:
        super().__init__(f"{status} {kind}: {title}")
        self.status, self.kind, self.title, self.body = status, kind, title, body


class ChangedMeanwhileError(ProblemError):
    """Somebody changed the goal since it was read; `version` is what stands now. Read it again, and decide anew."""

    @property
    def version(self) -> int:
        """The version that stands now."""
        return int(self.body["version"])


class Afsaet:
    """The API as one member of staff sees it. Use it with `with`, or call `close`."""

    def __init__(self, address: str, token: str, transport: httpx.BaseTransport | None = None) -> None:
        """`address` as `https://afsaet.example.dk`; `token` is the caller's bearer token."""
        self._http = httpx.Client(
            base_url=f"{address.rstrip('/')}/api/v1/", timeout=_SECONDS, transport=transport,
            headers={"Authorization": f"Bearer {token}"},
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the connections."""
        self._http.close()

    def citizens(self) -> list[CitizenOut]:
        """Whom the caller works with."""
        return self._all(CitizenOut, self._ask("GET", "citizens"))

    def invite(self, called: str | None = None, citizen_id: str | None = None) -> Invitation:
        """A code for a new citizen, or for one the caller works with."""
        body = Invite(citizen_id=citizen_id, called=called)
        return Invitation.model_validate(self._ask("POST", "invitations", body).json())

    def goals(self, **narrowed: Any) -> Iterator[GoalInList]:
        """All that fit, page by page: `status`, `turn`, `theme`, `citizen`, `due_by`, `updated_since`, `words`."""
        given = {name: str(value) for name, value in narrowed.items() if value is not None}
        words = given.pop("words", "")
        told: dict[str, Any] | None = given
        where: str | None = "goals/search" if words else "goals"
        how, body = ("POST", {"words": words}) if words else ("GET", None)
        while where:
            answer = self._ask(how, where, body, params=told)
            yield from self._all(GoalInList, answer)
            following = answer.links.get("next", {}).get("url")
            where, told = str(answer.url.join(following)) if following else None, None

    def goal(self, goal_id: str) -> GoalOut:
        """One goal with its history, quotes and hints."""
        return GoalOut.model_validate(self._ask("GET", f"goals/{goal_id}").json())

    def versions(self, goal_id: str) -> list[VersionOut]:
        """Every version, and what it changed."""
        return self._all(VersionOut, self._ask("GET", f"goals/{goal_id}/versions"))

    def review(
        self, goal: GoalInList, act: ReviewAct, wording: str = "", reason: str = "", details: DetailsIn | None = None
    ) -> GoalOut:
        """Agree, suggest, ask or not now; `ChangedMeanwhileError` if the goal is no longer as it was read."""
        body = Review(act=act, wording=wording, reason=reason, details=details or DetailsIn())
        return self._on(goal, "review", body)

    def follow_up(self, goal: GoalInList, act: FollowUpAct = "follow_up", **told: Any) -> GoalOut:
        """What happened since: `score`, `attainment`, `comment`, `due_on`, `every_days`."""
        return self._on(goal, "follow-up", FollowUp(act=act, **told))

    def comment(self, goal: GoalInList, text: str) -> GoalOut:
        """Some words that the citizen can read too; `ChangedMeanwhileError` as for a review."""
        return self._on(goal, "comments", Comment(text=text))

    def plan(self, citizen_id: str) -> PlanOut:
        """Wishes with their delmål, and the week."""
        return PlanOut.model_validate(self._ask("GET", f"citizens/{citizen_id}/plan").json())

    def export(self, citizen_id: str, form: Form, whom: Literal["citizen", "record"] | None = None) -> bytes:
        """The plan or the goals as a file; `whom` for the two versions on paper."""
        return self._ask("GET", f"citizens/{citizen_id}/{form}", params={"for": whom} if whom else None).content

    def summary(self, conversation_id: str) -> Summary:
        """The talk in short, as the citizen shared it."""
        return Summary.model_validate(self._ask("GET", f"conversations/{conversation_id}/shared-summary").json())

    def moves(self, conversation_id: str) -> list[MoveOut]:
        """Why the bot said what it said."""
        return self._all(MoveOut, self._ask("GET", f"conversations/{conversation_id}/moves"))

    def alerts(self) -> list[AlertOut]:
        """Danger, unseen first."""
        return self._all(AlertOut, self._ask("GET", "alerts"))

    def see(self, alert_id: str) -> AlertOut:
        """Notes that an alert has been seen."""
        return AlertOut.model_validate(self._ask("POST", f"alerts/{alert_id}/seen").json())

    def changes(self, cursor: str | None = None) -> Iterator[HappenedOut]:
        """Everything that has happened after a cursor; keep the `cursor` of the last one for the next time."""
        while True:
            params = {"cursor": cursor} if cursor else None
            feed = Feed.model_validate(self._ask("GET", "changes", params=params).json())
            yield from feed.changes
            if not feed.changes:
                return
            cursor = feed.next

    def _on(self, goal: GoalInList, act: str, body: BaseModel) -> GoalOut:
        match = {"If-Match": f'"{goal.version}"'}
        return GoalOut.model_validate(self._ask("POST", f"goals/{goal.id}/{act}", body, headers=match).json())

    @staticmethod
    def _all(shape: type[Shape], answer: httpx.Response) -> list[Shape]:
        return TypeAdapter(list[shape]).validate_python(answer.json())  # type: ignore[valid-type]

    def _ask(self, method: str, path: str, body: Any = None, **more: Any) -> httpx.Response:
        sent = body.model_dump(mode="json") if isinstance(body, BaseModel) else body
        answer = self._http.request(method, path, json=sent, **more)
        if answer.is_success:
            return answer
        told = answer.json() if "json" in answer.headers.get("content-type", "") else {}
        kind = str(told.get("type", "")).rpartition(":")[2]
        error = ChangedMeanwhileError if kind == "changed-meanwhile" else ProblemError
        raise error(answer.status_code, kind, str(told.get("title", answer.reason_phrase)), told)
