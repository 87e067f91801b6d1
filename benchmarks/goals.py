# SPDX-License-Identifier: MPL-2.0
"""How long staff wait for lists, searches and reviews when the store is full: at a tenth and at the whole, in one run.

    python -m benchmarks.goals                                  SQLite, 200 citizens and a tenth of that
    python -m benchmarks.goals --postgres URL --citizens 2000   PostgreSQL; URL names a server, a database is made on it

Every citizen has 50 goals of 10 versions each; every member of staff works with 15 citizens. Calls go over HTTP to the
web application in this process; times are milliseconds as the caller sees them.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import sys
import tempfile
import threading
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import httpx
import uvicorn
from rich.progress import track
from sqlalchemy import create_engine, insert, text
from sqlalchemy.engine import make_url

from bot.codebook import Theme
from bot.goals.goal import Change, Details, Goal, Quote
from bot.goals.lifecycle import Actor, State
from bot.mi.conversation import Conversation
from bot.services.secrets import hash_of
from bot.settings import Settings, now
from bot.store.opening import bring_up_to_date
from bot.store.seals import pack
from bot.store.tables import CitizenKeyRow, CitizenRow, ConversationRow, GoalChangeRow, GoalRow, RelationRow, StaffRow
from bot.store.vault import Vault, new_key
from bot.store.work import SqlStore
from bot.web.app import create_app
from bot.web.callers import House
from bot.web.rates import Rates

GOALS, VERSIONS, CASELOAD = 50, 10, 15
CALLS = 200
WORDS = ("ringe", "skrive", "gå", "læse", "cykle", "male", "spise", "synge", "fiske", "sove", "vaske", "åbne", "købe")
PLACES = ("biblioteket", "værestedet", "haven", "svømmehallen", "køkkenet", "skoven", "klubben", "stranden")
LIFE = (State.SHARED, State.SUGGESTED, State.ASKED, State.AGREED, State.ACTIVE, State.PAUSED, State.REACHED,
        State.DROPPED)
BEGAN = datetime(2025, 1, 6, 8, tzinfo=UTC)


def fill(store: SqlStore, vault: Vault, citizens: int) -> list[str]:
    """Fills an empty store with so many citizens; the tokens of their staff."""
    chance = random.Random(5)
    tokens: list[str] = []
    with store.engine.begin() as connection:
        for first in track(range(0, citizens, CASELOAD), "Filling", transient=True):
            staff, token = uuid.uuid4().hex, uuid.uuid4().hex
            connection.execute(insert(StaffRow), [{
                "id": staff, "sealed_name": vault.seal_name("Bodil"), "token_hash": hash_of(token),
                "created_at": BEGAN}])
            tokens.append(token)
            for _ in range(min(CASELOAD, citizens - first)):
                _fill_citizen(connection, vault, staff, chance)
    with store.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("ANALYZE"))
    return tokens


def _fill_citizen(connection: Any, vault: Vault, staff: str, chance: random.Random) -> None:
    citizen, talk, key = uuid.uuid4().hex, uuid.uuid4().hex, vault.new_wrapped_key()
    seal = vault.citizen(key)
    connection.execute(insert(CitizenRow), [{"id": citizen, "created_at": BEGAN}])
    connection.execute(insert(CitizenKeyRow), [{"citizen_id": citizen, "wrapped_key": key}])
    connection.execute(insert(RelationRow), [{"staff_id": staff, "citizen_id": citizen, "from_at": BEGAN}])
    connection.execute(insert(ConversationRow), [{
        "id": talk, "citizen_id": citizen, "token_hash": uuid.uuid4().hex, "begun_at": BEGAN,
        "sealed": pack(seal, Conversation(id=talk))}])
    goals = [_goal(citizen, talk, chance) for _ in range(GOALS)]
    connection.execute(insert(GoalRow), [{
        "id": goal.id, "citizen_id": citizen, "conversation_id": talk, "state": goal.state, "version": goal.version,
        "changed_at": goal.history[-1].at, "due_on": goal.due_on, "sealed": pack(seal, _bare(goal))} for goal in goals])
    connection.execute(insert(GoalChangeRow), [{
        "goal_id": goal.id, "version": change.version, "actor": change.actor, "act": change.act,
        "state": change.state, "at": change.at, "sealed": pack(seal, change)}
        for goal in goals for change in goal.history])


def _bare(goal: Goal) -> Goal:
    return Goal(**{**vars(goal), "history": []})


def _goal(citizen: str, talk: str, chance: random.Random) -> Goal:
    wording = f"Jeg vil {chance.choice(WORDS)} ved {chance.choice(PLACES)} sammen med min bostøtte på tirsdag."
    wish = Quote(f"jeg vil gerne {chance.choice(WORDS)} noget mere, det er så længe siden jeg var ved "
                 f"{chance.choice(PLACES)}", 3)
    state = chance.choice(LIFE)
    at = BEGAN + timedelta(minutes=chance.randrange(900_000))
    goal = Goal(
        uuid.uuid4().hex, citizen, talk, wish, wording, Details(step=wording, when="på tirsdag", sign="jeg er glad"),
        chance.choice(list(Theme)), state, made_by="engine", due_on=at.date() if state is State.ACTIVE else None)
    for number in range(VERSIONS):
        goal.history.append(Change(
            number + 1, chance.choice(list(Actor)), "comment", at + timedelta(hours=number), state, wording,
            "Vi talte om det, og det gik fint."))
    goal.version, goal.last_act = VERSIONS, "comment"
    return goal


# Calls


@contextmanager
def served(store: SqlStore) -> Iterator[str]:
    """The web application on a port of its own."""
    app = create_app()
    app.state.house = House(
        Settings(key=None), store, now, None, None, Rates(factor=1e6), (b"bench",))  # type: ignore[arg-type]
    server = uvicorn.Server(uvicorn.Config(app, port=0, lifespan="off", ws="none", log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started and thread.is_alive():
        time.sleep(0.01)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}/api/v1"
    server.should_exit = True
    thread.join(timeout=10)


def measure(address: str, tokens: list[str]) -> dict[str, list[float]]:
    """Milliseconds of each call by what it was for."""
    chance = random.Random(9)
    taken: dict[str, list[float]] = {"list": [], "search": [], "one goal": [], "review": [], "changes": []}
    with httpx.Client(base_url=address, timeout=60) as http:
        for _ in track(range(CALLS), "Calling", transient=True):
            http.headers["Authorization"] = f"Bearer {chance.choice(tokens)}"
            _one_round(http, chance, taken)
    return taken


NARROWED = ("/goals", "/goals?status=shared", "/goals?turn=citizen", "/goals?due_by=2026-01-01", "/goals?limit=20")


def _one_round(http: httpx.Client, chance: random.Random, taken: dict[str, list[float]]) -> None:
    """One call of each kind by one member of staff."""

    def timed(name: str, method: str, path: str, body: Any = None) -> Any:
        started = time.perf_counter()
        answer = http.request(method, path, json=body)
        taken[name].append((time.perf_counter() - started) * 1000)
        assert answer.status_code == 200, (name, answer.status_code, answer.text[:200])
        return answer.json()

    timed("list", "GET", chance.choice(NARROWED))
    timed("search", "POST", "/goals/search", {"words": f"{chance.choice(WORDS)} ved {chance.choice(PLACES)}"})
    found = [http.get(f"/goals?limit=200&status={state}").json() for state in ("shared", "active", "paused")]
    goal = chance.choice([goal["id"] for page in found for goal in page])
    timed("one goal", "GET", f"/goals/{goal}")
    timed("review", "POST", f"/goals/{goal}/review", {"act": "suggest", "wording": "Jeg ringer på torsdag."})
    timed("changes", "GET", "/changes?limit=100")


@contextmanager
def database(server: str | None) -> Iterator[str]:
    """An empty database that is gone afterwards."""
    if server is None:
        with tempfile.TemporaryDirectory() as folder:
            yield f"sqlite:///{folder}/goals.db"
        return
    name = f"afsaet_bench_{uuid.uuid4().hex[:8]}"
    engine = create_engine(server, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    try:
        yield make_url(server).set(database=name).render_as_string(hide_password=False)
    finally:
        with engine.connect() as connection:
            connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))


def at_size(server: str | None, citizens: int) -> dict[str, list[float]]:
    """The times with so many citizens."""
    with database(server) as url:
        vault = Vault(new_key())
        store = SqlStore(url, vault)
        bring_up_to_date(store)
        started = time.perf_counter()
        tokens = fill(store, vault, citizens)
        told = f"{citizens} citizens, {citizens * GOALS} goals, {citizens * GOALS * VERSIONS} versions"
        print(f"{told}: filled in {time.perf_counter() - started:.0f} s", file=sys.stderr)
        with served(store) as address:
            measured = measure(address, tokens)
        store.engine.dispose()
        return measured


def p95(taken: list[float]) -> float:
    """The 95th percentile."""
    return sorted(taken)[int(0.95 * len(taken))]


def main() -> None:
    """Prints both sizes side by side with their ratios; `--json` for programs."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--postgres", help="a server's URL; without it, SQLite")
    options.add_argument("--citizens", type=int, default=200)
    options.add_argument("--json", action="store_true")
    chosen = options.parse_args()
    small, large = (at_size(chosen.postgres, size) for size in (max(CASELOAD, chosen.citizens // 10), chosen.citizens))
    if chosen.json:
        print(json.dumps({"small": small, "large": large}))
        return
    print(f"{'ms':10}{'tenth: median':>15}{'p95':>8}{'whole: median':>16}{'p95':>8}{'ratio of p95':>14}")
    for name in small:
        a, b = small[name], large[name]
        print(f"{name:10}{statistics.median(a):15.1f}{p95(a):8.1f}{statistics.median(b):16.1f}{p95(b):8.1f}"
              f"{p95(b) / p95(a):14.2f}")


if __name__ == "__main__":
    main()
