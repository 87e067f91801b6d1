# SPDX-License-Identifier: MPL-2.0
"""What staff live in: lists by page, follow-up, versions, comments, the feed, the plan in all its forms, the client."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import timedelta
from typing import Any

import httpx
import pytest
from fastapi.testclient import TestClient

from bot.client import Afsaet, ChangedMeanwhileError, ProblemError
from bot.codebook import Theme
from bot.goals.goal import Details, Goal, Quote
from bot.goals.lifecycle import State
from bot.store.work import SqlStore
from bot.web.api.goal_shapes import DetailsIn
from tests.edges.houses import WISH, Bodil, Karla, check_problem, confirm_goal, everything, new_citizen, new_staff
from tests.factories import Clock, goal_in

BOTH = pytest.mark.parametrize(
    "database_url", ["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)], indirect=True
)


def add(store: SqlStore, karla: Karla, state: State, goal_id: str, days: int = 0, **changes: Any) -> Goal:
    """A goal of Karla's that came to a state on some day after the first."""
    made = goal_in(state, goal_id, conversation_id=karla.id, citizen_id=karla.citizen_id, **changes)
    made.history[:] = [replace(change, at=change.at + timedelta(days=days)) for change in made.history]
    with store() as work:
        work.goals.add(made)
    return made


def walk(bodil: Bodil, path: str) -> list[str]:
    """The ids of all pages, by the links that the API gives."""
    found: list[str] = []
    where: str | None = path
    for _ in range(50):
        assert where
        answer = bodil.client.get(where, headers=bodil.headers)
        assert answer.status_code == 200, answer.text
        found += [goal["id"] for goal in answer.json()]
        where = httpx.Response(200, headers=answer.headers).links.get("next", {}).get("url")
        if where is None:
            return found
    raise AssertionError("the pages have no end")


# Lists


@BOTH
def test_a_list_comes_page_by_page_and_nothing_twice(store: SqlStore, bodil: Bodil, karla: Karla) -> None:
    for number in range(7):
        add(store, karla, State.SHARED, f"mål {number}", days=number // 3)
    walked = walk(bodil, "/api/v1/goals?limit=2")
    assert walked == [f"mål {number}" for number in range(7)]
    assert walk(bodil, "/api/v1/goals?limit=3&theme=relations") == []


@BOTH
@pytest.mark.parametrize(("asked", "found"), [
    ("status=active", {"b"}), ("turn=staff", {"a"}), ("turn=both", {"b", "c"}), ("theme=relations", {"a"}),
    ("due_by=2026-03-15", {"b"}), ("due_by=2026-03-14", set()),
    ("updated_since=2026-03-04T00:00:00Z", {"c"}), ("citizen=ukendt", set()), ("status=draft", set()),
    ("turn=staff&status=active", set()), ("words=nabo", {"a", "b", "c"}),
])
def test_a_list_is_narrowed(store: SqlStore, bodil: Bodil, karla: Karla, asked: str, found: set[str]) -> None:
    add(store, karla, State.SHARED, "a", theme=Theme.RELATIONS)
    add(store, karla, State.ACTIVE, "b", days=1, wish=Quote('jeg vil have en "ven" \\ ærligt', 2))
    add(store, karla, State.PAUSED, "c", days=3, wish=Quote("jeg vil kende min nabo", 2))
    add(store, karla, State.DRAFT, "d", days=3)
    assert {goal["id"] for goal in bodil.get(f"/goals?{asked}").json()} == found


@BOTH
@pytest.mark.parametrize(("words", "asked", "found"), [
    ("NABO", "", {"c"}), ('"ven" \\ Æ', "", {"b"}), ("shared", "", set()), ("findes ikke", "", set()),
    ("jeg", "", {"a", "b", "c"}), ("jeg", "?status=active", {"b"}), ("jeg", "?theme=relations", {"a"}),
])
def test_words_are_searched_for_in_wish_and_wording_and_stand_in_no_address(
    store: SqlStore, bodil: Bodil, karla: Karla, words: str, asked: str, found: set[str]
) -> None:
    add(store, karla, State.SHARED, "a", theme=Theme.RELATIONS)
    add(store, karla, State.ACTIVE, "b", days=1, wish=Quote('jeg vil have en "ven" \\ ærligt', 2))
    add(store, karla, State.PAUSED, "c", days=3, wish=Quote("jeg vil kende min nabo", 2))
    add(store, karla, State.DRAFT, "d", days=3)
    assert {goal["id"] for goal in bodil.post(f"/goals/search{asked}", {"words": words}).json()} == found


def test_a_search_for_nothing_is_refused(bodil: Bodil) -> None:
    check_problem(bodil.post("/goals/search", {"words": ""}), 422)


@BOTH
def test_nobody_elses_goals_stand_in_a_list(
    store: SqlStore, clock: Clock, client: TestClient, bodil: Bodil, karla: Karla
) -> None:
    add(store, karla, State.SHARED, "karlas")
    other = new_staff(store, clock, client, "Bo")
    theirs = new_citizen(store, clock, client, other.staff)
    add(store, theirs, State.SHARED, "andens")
    assert walk(bodil, "/api/v1/goals") == ["karlas"] and walk(other, "/api/v1/goals") == ["andens"]
    assert bodil.get(f"/goals?citizen={theirs.citizen_id}").json() == []
    clock.later(days=1)
    assert [one["goal_id"] for one in other.get("/changes").json()["changes"]] == ["andens"]


@pytest.mark.parametrize("cursor", ["pling", "====", "YWJj", "Mjp8", "%00", "MjAyNi0wMS0wMVQwMDowMDowMHxh"])
def test_a_cursor_that_is_none_of_ours_is_told_so(bodil: Bodil, cursor: str) -> None:
    check_problem(bodil.get(f"/goals?cursor={cursor}"), 422, "bad-cursor")
    check_problem(bodil.get(f"/changes?cursor={cursor}"), 422, "bad-cursor")


# Follow-up


@BOTH
def test_both_follow_up_and_the_scores_stand_in_order(
    store: SqlStore, clock: Clock, bodil: Bodil, karla: Karla
) -> None:
    add(store, karla, State.ACTIVE, "mål")
    for _ in range(2):
        clock.later(days=21)
        assert karla.get("/goals/mål").status_code == 200, "her phone stays signed in while she uses it"
    told = karla.post("/goals/mål/follow-up", {"score": 6.5, "comment": "Det gik fint"}).json()
    clock.later(days=1)
    told = bodil.post("/goals/mål/follow-up", {"attainment": 1, "due_on": "2026-06-01"}).json()
    assert [(one["actor"], one["score"], one["attainment"]) for one in told["scores"]] == [
        ("citizen", 6.5, None), ("staff", None, 1)]
    assert told["due_on"] == "2026-06-01" and told["history"][-1]["who"] == bodil.staff.id
    assert [goal["id"] for goal in bodil.get("/goals?due_by=2026-06-01").json()] == ["mål"]
    assert bodil.post("/goals/mål/follow-up", {"act": "reach"}).json()["due_on"] is None


@pytest.mark.parametrize("body", [
    {"score": 11}, {"score": -1}, {"attainment": 3}, {"attainment": 0.5}, {"every_days": 0}, {"act": "agree"},
    {"due_on": "i morgen"}, {"noget": 1},
])
def test_a_follow_up_off_its_scale_is_refused(store: SqlStore, karla: Karla, body: dict[str, Any]) -> None:
    add(store, karla, State.ACTIVE, "mål")
    check_problem(karla.post("/goals/mål/follow-up", body), 422, "invalid-request")


@BOTH
def test_versions_tell_word_by_word_what_they_changed(bodil: Bodil, karla: Karla, shared_goal: str) -> None:
    before = karla.get(f"/goals/{shared_goal}").json()["wording"]
    after = before.rstrip(".") + " på tirsdag."
    bodil.post(f"/goals/{shared_goal}/review", {"act": "suggest", "wording": after, "reason": "Så er det nærmere."})
    bodil.post(f"/goals/{shared_goal}/comments", {"text": "Vi tales ved"})
    told = karla.get(f"/goals/{shared_goal}/versions").json()
    changed = {one["version"]: one["difference"] for one in told}
    assert changed[1] == changed[2] == changed[4] == []
    words = {fate: " ".join(piece["text"] for piece in changed[3] if piece["fate"] == fate)
             for fate in ("kept", "added", "removed")}
    assert words["added"].endswith("på tirsdag.") and f"{words['kept']} {words['removed']}" == before


@BOTH
def test_details_that_staff_propose_are_marked_until_the_yes(bodil: Bodil, karla: Karla, shared_goal: str) -> None:
    proposed = {"where": "på værestedet", "kind": "keep"}
    told = bodil.post(f"/goals/{shared_goal}/review", {"act": "suggest", "details": proposed}).json()
    assert (told["details"]["where"], told["details"]["origins"]["where"]["origin"]) == ("på værestedet", "suggested")
    told = karla.post(f"/goals/{shared_goal}/answer", {"act": "yes"}).json()
    assert (told["status"], told["details"]["origins"]["kind"]["origin"]) == ("active", "confirmed")


# The feed


@BOTH
def test_the_feed_gives_every_version_once_and_waits_for_what_may_be_overtaken(
    clock: Clock, bodil: Bodil, karla: Karla, shared_goal: str
) -> None:
    assert bodil.get("/changes").json() == {"changes": [], "next": None}, "five seconds have not passed"
    clock.later(seconds=6)
    first = bodil.get("/changes?limit=1").json()
    assert [one["change"]["act"] for one in first["changes"]] == ["share"]
    bodil.post(f"/goals/{shared_goal}/review", {"act": "agree"})
    clock.later(seconds=6)
    second = bodil.get(f"/changes?cursor={first['next']}").json()
    assert [one["change"]["act"] for one in second["changes"]] == ["agree"]
    assert bodil.get(f"/changes?cursor={second['next']}").json() == {"changes": [], "next": second["next"]}


@BOTH
def test_in_the_feed_the_words_are_gone_once_they_are_taken_back(
    clock: Clock, bodil: Bodil, karla: Karla, shared_goal: str
) -> None:
    karla.post(f"/goals/{shared_goal}/answer", {"act": "take_back"})
    clock.later(seconds=6)
    told = bodil.get("/changes").json()["changes"]
    assert told and all(one["shared"] is False and one["change"] is None for one in told)


def test_a_draft_is_not_in_the_feed(clock: Clock, bodil: Bodil, goal_id: str) -> None:
    clock.later(seconds=6)
    assert bodil.get("/changes").json()["changes"] == []


# The plan


@pytest.fixture
def plan(store: SqlStore, clock: Clock, karla: Karla) -> Karla:
    """Karla with a delmål that is on its way and has been followed up, and one that is only shared."""
    details = Details(when="på tirsdag", with_whom="min bostøtte", sign="jeg smiler", kind=None)
    add(store, karla, State.ACTIVE, "mål", wish=Quote(WISH, 1), details=details,
        wording="Jeg kører med bus 5 på tirsdag.")
    add(store, karla, State.SHARED, "andet", wish=Quote(WISH, 1))
    karla.post("/goals/mål/follow-up", {"score": 7, "comment": "Æblegrød & <kaffe>"})
    return karla


@BOTH
def test_the_plan_is_what_both_have_said_yes_to(bodil: Bodil, plan: Karla) -> None:
    told = bodil.get(f"/citizens/{plan.citizen_id}/plan").json()
    assert [(each["wish"], [goal["id"] for goal in each["goals"]]) for each in told["wishes"]] == [(WISH, ["mål"])]
    own = plan.get(f"/conversations/{plan.id}/plan").json()
    assert own["wishes"][0]["goals"][0]["hints"] == [] and told["wishes"][0]["goals"][0]["hints"]


@pytest.mark.usefixtures("pdf_can_be_drawn")
@pytest.mark.parametrize("form", ["plan.html", "plan.pdf", "plan.ics"])
def test_the_citizen_gets_their_plan_and_nobody_elses(
    store: SqlStore, clock: Clock, client: TestClient, bodil: Bodil, plan: Karla, form: str
) -> None:
    assert plan.get(f"/conversations/{plan.id}/{form}").status_code == 200
    stranger = new_citizen(store, clock, client, bodil.staff)
    check_problem(stranger.get(f"/conversations/{plan.id}/{form}"), 404, "unknown-conversation")
    check_problem(bodil.get(f"/conversations/{plan.id}/{form}"), 401)


def test_a_table_has_a_line_a_goal_and_no_formula(store: SqlStore, bodil: Bodil, plan: Karla) -> None:
    add(store, plan, State.SHARED, "ondt", wish=Quote("=HYPERLINK(1)", 3))
    answer = bodil.get(f"/citizens/{plan.citizen_id}/goals.csv")
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert {row["id"] for row in rows} == {"mål", "andet", "ondt"}
    assert next(row["wish"] for row in rows if row["id"] == "ondt") == "'=HYPERLINK(1)"
    assert next(row["last_score"] for row in rows if row["id"] == "mål") == "7"
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.usefixtures("pdf_can_be_drawn")
def test_every_export_is_noted_with_its_purpose(store: SqlStore, bodil: Bodil, plan: Karla) -> None:
    for form in ("plan", "plan.html", "plan.pdf", "plan.ics", "goals.csv", "fhir"):
        bodil.get(f"/citizens/{plan.citizen_id}/{form}")
    noted = [row for row in everything(store)["audit"] if plan.citizen_id in row and "staff:" in str(row)]
    assert {str(row[5]) for row in noted} >= {"plan", "print", "calendar", "csv", "fhir"}


# A summary, a rating, a name


@BOTH
def test_a_summary_is_seen_by_staff_once_it_is_shared(bodil: Bodil, karla: Karla) -> None:
    karla.say(WISH)
    own = karla.get(f"/conversations/{karla.id}/summary").json()
    assert own["wishes"] == [WISH]
    check_problem(bodil.get(f"/conversations/{karla.id}/shared-summary"), 404, "not-shared")
    assert karla.post(f"/conversations/{karla.id}/share", {"summary": True}).json() == []
    assert bodil.get(f"/conversations/{karla.id}/shared-summary").json() == own


@BOTH
def test_how_a_talk_was_is_kept_sealed_and_goes_with_the_words(store: SqlStore, karla: Karla) -> None:
    body = {"heard": 9, "comment": "jeg blev hørt"}
    for heard in (3, 9):
        answer = karla.client.put(f"/api/v1/conversations/{karla.id}/rating", json=body | {"heard": heard},
                                  headers=karla.headers)
        assert answer.status_code == 200 and answer.json()["heard"] == heard
    assert len(everything(store)["rating"]) == 1 and "hørt" not in repr(everything(store)["rating"])
    karla.post(f"/conversations/{karla.id}/share", {"summary": True})
    karla.say("slet alt")
    karla.say("ja, slet det hele")
    assert everything(store)["rating"] == []
    with store() as work:
        assert work.talks.summary(karla.id) is None


@BOTH
def test_what_staff_call_a_citizen_is_sealed_and_listed(store: SqlStore, bodil: Bodil, karla: Karla) -> None:
    made = bodil.post("/invitations", {"called": "Æskild fra Skagen"}).json()
    listed = {one["id"]: one["called"] for one in bodil.get("/citizens").json()}
    assert listed == {karla.citizen_id: "", made["citizen_id"]: "Æskild fra Skagen"}
    assert "skild" not in repr(everything(store)["citizen"])
    bodil.post("/invitations", {"citizen_id": made["citizen_id"], "called": ""})
    assert {one["called"] for one in bodil.get("/citizens").json()} == {""}


# The client


@pytest.fixture
def desk(client: TestClient, bodil: Bodil) -> Afsaet:
    """The client, led into the application of the test."""
    return Afsaet("http://afsaet.test", bodil.token, transport=_Led(client))


class _Led(httpx.BaseTransport):
    def __init__(self, client: TestClient) -> None:
        self._client = client

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        headers = {name: value for name, value in request.headers.items() if name != "host"}
        answer = self._client.request(request.method, str(request.url), content=request.read(), headers=headers)
        return httpx.Response(answer.status_code, headers=dict(answer.headers), content=answer.content)


def test_the_client_walks_all_pages(store: SqlStore, desk: Afsaet, karla: Karla) -> None:
    for number in range(5):
        add(store, karla, State.SHARED, f"mål {number}")
    assert [goal.id for goal in desk.goals(limit=2)] == [f"mål {number}" for number in range(5)]
    assert [goal.id for goal in desk.goals(status=State.SHARED, citizen=karla.citizen_id, limit=200)]
    assert list(desk.goals(theme=Theme.HOME)) == []


@pytest.mark.usefixtures("pdf_can_be_drawn")
def test_the_client_does_a_bostoettes_day(
    store: SqlStore, clock: Clock, desk: Afsaet, karla: Karla, shared_goal: str
) -> None:
    goal = desk.goal(shared_goal)
    goal = desk.review(goal, "suggest", "Jeg spørger min nabo på tirsdag.", details=DetailsIn(where="på trappen"))
    assert desk.versions(goal.id)[-1].difference and goal.details.where == "på trappen"
    with pytest.raises(ChangedMeanwhileError) as told:
        desk.review(goal.model_copy(update={"version": 1}), "agree")
    assert told.value.version == goal.version and told.value.status == 412
    karla.post(f"/goals/{goal.id}/answer", {"act": "yes"})
    goal = desk.follow_up(desk.goal(goal.id), score=5, comment="halvvejs")
    goal = desk.comment(goal, "Vi ses")
    assert [one.score for one in goal.scores] == [5] and goal.status is State.ACTIVE
    assert desk.plan(karla.citizen_id).wishes[0].goals[0].id == goal.id
    assert json.loads(desk.export(karla.citizen_id, "fhir"))["resourceType"] == "Bundle"
    assert desk.export(karla.citizen_id, "plan.pdf", whom="citizen").startswith(b"%PDF")
    assert [one.id for one in desk.citizens()] == [karla.citizen_id] and desk.alerts() == []
    clock.later(seconds=6)
    happened = list(desk.changes())
    assert [one.change.act for one in happened if one.change][:2] == ["share", "suggest"]
    assert list(desk.changes(happened[-1].cursor)) == []


def test_the_client_says_what_the_api_said(desk: Afsaet) -> None:
    with pytest.raises(ProblemError) as told:
        desk.goal("ukendt")
    assert (told.value.status, told.value.kind) == (404, "unknown-goal") and "Målet" in told.value.title
    assert desk.invite(called="Karla").code


def test_goals_go_on_in_the_next_talk(
    store: SqlStore, clock: Clock, client: TestClient, bodil: Bodil, karla: Karla
) -> None:
    first = confirm_goal(store, clock, karla.id)
    code = bodil.post("/invitations", {"citizen_id": karla.citizen_id}).json()["code"]
    opened = client.post("/api/v1/conversations", json={"code": code}).json()
    later = Karla(client, opened["id"], opened["token"], karla.citizen_id)
    assert [goal["id"] for goal in later.get("/goals").json()] == [first]
    assert later.post(f"/conversations/{later.id}/share", {"goals": [first]}).json()[0]["status"] == "shared"


@BOTH
def test_a_comment_sent_again_after_a_broken_line_is_kept_once(bodil: Bodil, karla: Karla, shared_goal: str) -> None:
    read = bodil.get(f"/goals/{shared_goal}").headers["ETag"]
    path, words = f"/goals/{shared_goal}/comments", {"text": "Vi tales ved"}
    assert bodil.post(path, words, if_match=read).status_code == 201
    assert check_problem(bodil.post(path, words, if_match=read), 412, "changed-meanwhile")["version"] == 3
    assert [one["reason"] for one in karla.get(f"/goals/{shared_goal}").json()["history"]].count("Vi tales ved") == 1


def test_the_client_searches_page_by_page_for_words(
    store: SqlStore, karla: Karla, desk: Afsaet
) -> None:
    for number in range(60):
        add(store, karla, State.SHARED, f"mål {number}", wish=Quote("jeg vil kende min nabo", 2))
    add(store, karla, State.SHARED, "andet", wish=Quote("jeg vil svømme", 2))
    found = [goal.id for goal in desk.goals(words="nabo")]
    assert len(found) == 60 and "andet" not in found
