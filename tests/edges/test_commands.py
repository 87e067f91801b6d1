# SPDX-License-Identifier: MPL-2.0
"""The commands at a terminal: what they print, what they keep, and how they fail."""

from __future__ import annotations

import json
import re
import socket
import stat
import sys
from pathlib import Path
from typing import Any

import pytest
from cryptography.fernet import Fernet
from typer.testing import Result

from bot.commands import model, processes, training_data
from bot.settings import Settings
from tests.edges.terminal import afsaet, failed

pytestmark = pytest.mark.usefixtures("folder")

TOKEN = re.compile(r"^[\w-]{40,}$", re.MULTILINE)
CODE = re.compile(r"\b[A-HJKMNP-Z2-9]{5}-[A-HJKMNP-Z2-9]{5}\b")


def token_of(result: Result) -> str:
    found = TOKEN.search(result.stdout)
    assert result.exit_code == 0 and found
    return found[0]


# Staff and invitations


def test_staff_add_prints_a_token_and_makes_a_development_key_with_a_warning(folder: Path) -> None:
    first = afsaet("staff", "add", "Bodil Bostøtte")
    assert "Bodil Bostøtte" in first.stdout and token_of(first)
    assert "set AFSAET_KEY for anything but development" in first.stderr
    key = folder / "var/development.key"
    assert stat.S_IMODE(key.stat().st_mode) == 0o600 and Fernet(key.read_text().strip())
    second = afsaet("staff", "add", "Ib")
    assert second.stderr == "" and token_of(second) != token_of(first)
    assert (folder / "var/afsaet.db").exists()


def test_with_a_key_of_ones_own_no_development_key_is_made(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AFSAET_KEY", Fernet.generate_key().decode())
    assert afsaet("staff", "add", "Bodil").stderr == ""
    assert not (folder / "var/development.key").exists()


def test_invite_prints_a_code_until_when_and_where() -> None:
    token = token_of(afsaet("staff", "add", "Bodil"))
    made = afsaet("invite", "--token", token)
    code = CODE.search(made.stdout)
    assert made.exit_code == 0 and code
    assert f"http://127.0.0.1:8080/?kode={code[0]}" in made.stdout and re.search(r"until \d{4}-\d\d-\d\d", made.stdout)


def test_invite_takes_the_token_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AFSAET_STAFF_TOKEN", token_of(afsaet("staff", "add", "Bodil")))
    assert CODE.search(afsaet("invite").stdout)


def test_invite_with_a_token_that_is_not_known_says_the_way_out() -> None:
    assert "afsaet staff add NAME" in failed(afsaet("invite", "--token", "forkert"))


def test_invite_for_a_citizen_one_does_not_work_with_fails() -> None:
    token = token_of(afsaet("staff", "add", "Bodil"))
    assert "Borgeren findes ikke" in failed(afsaet("invite", "--token", token, "--citizen", "findes-ikke"))


def test_a_name_may_have_any_letters_and_is_not_kept_in_plain_sight(folder: Path) -> None:
    assert afsaet("staff", "add", "Åse Vesterhavsgaard 🌊").exit_code == 0
    assert b"Vesterhavsgaard" not in b"".join(path.read_bytes() for path in (folder / "var").iterdir())


# Keys


def test_key_prints_a_fresh_key_each_time() -> None:
    first, second = (afsaet("key").stdout.strip() for _ in range(2))
    assert Fernet(first) and Fernet(second) and first != second


@pytest.mark.parametrize("key", ["kort", "æøå", "x" * 44, "a,b"])
def test_a_key_that_is_none_is_told_so(monkeypatch: pytest.MonkeyPatch, key: str) -> None:
    monkeypatch.setenv("AFSAET_KEY", key)
    assert "AFSAET_KEY" in failed(afsaet("staff", "add", "Bodil"))


def test_a_key_that_is_not_this_databases_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    token = token_of(afsaet("staff", "add", "Bodil"))
    monkeypatch.setenv("AFSAET_KEY", Fernet.generate_key().decode())
    assert "AFSAET_KEY" in failed(afsaet("invite", "--token", token))


def test_a_database_that_does_not_answer_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AFSAET_DATABASE_URL", "postgresql+psycopg2://postgres@127.0.0.1:1/afsaet")
    assert "AFSAET_DATABASE_URL" in failed(afsaet("staff", "add", "Bodil"))


# Settings and data


def test_settings_prints_every_setting_and_no_value_of_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AFSAET_KEY", "hemmelig")
    shown = afsaet("settings").stdout
    for name, field in Settings.model_fields.items():
        assert f"`AFSAET_{name.upper()}`" in shown and str(field.description) in shown
    assert "hemmelig" not in shown


LABELLED = {"text": "jeg vil ud", "talk": ["desire"], "themes": [], "safety": "none", "intent": "share"}


def project(folder: Path, *lines: Any) -> Path:
    labels = folder / "data/labels/train"
    labels.mkdir(parents=True)
    said = "".join(f"{line if isinstance(line, str) else json.dumps(line)}\n" for line in lines)
    (labels / "en.jsonl").write_text(said, encoding="utf-8")
    return folder


def test_data_makes_the_rasa_files_of_the_labels(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model, "ROOT", project(folder, LABELLED, {**LABELLED, "intent": "greet", "text": "hej"}))
    assert "2 messages" in afsaet("data").stdout
    assert "    - jeg vil ud\n" in (folder / "data/nlu/share.yml").read_text(encoding="utf-8")
    assert "- intent: greet" in (folder / "data/nlu/manners.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize("wrong", [
    "ikke json", "[]", "5", {}, {**LABELLED, "text": " "}, {**LABELLED, "talk": ["wish"]},
    {**LABELLED, "talk": "desire"}, {**LABELLED, "themes": ["home", "community"]}, {**LABELLED, "safety": "maybe"},
    {**LABELLED, "intent": "nlu_fallback"},
    {**LABELLED, "text": "se [her](sted)"}, {**LABELLED, "text": None}, {**LABELLED, "talk": None},
])
def test_a_label_that_is_not_in_the_codebook_names_file_and_line(
    folder: Path, monkeypatch: pytest.MonkeyPatch, wrong: Any
) -> None:
    monkeypatch.setattr(model, "ROOT", project(folder, LABELLED, wrong))
    assert "en.jsonl:2" in failed(afsaet("data"))
    assert not (folder / "data/nlu").exists()


def test_the_rasa_files_of_the_project_are_made_from_its_labels() -> None:
    paths = sorted((model.ROOT / "data/labels/train").glob("*.jsonl"))
    made = training_data.rasa_files(training_data.read_labels(paths))
    kept = {name: (model.ROOT / "data/nlu" / name).read_text(encoding="utf-8") for name in made}
    assert [name for name in made if made[name] != kept[name]] == []


# The model

LEANED_ON = ("config.yml", "domain.yml", "nlu/safety.py", "nlu/lexicon/talk.tsv", "bot/care/danger.py")


@pytest.fixture
def copied(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in LEANED_ON:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes((model.ROOT / name).read_bytes())
    monkeypatch.setattr(model, "ROOT", folder)
    return folder


@pytest.mark.parametrize("name", LEANED_ON)
def test_the_fingerprint_changes_with_each_file_a_model_is_made_from(copied: Path, name: str) -> None:
    before = model.fingerprint()
    assert model.fingerprint() == before
    with (copied / name).open("a", encoding="utf-8") as file:
        file.write("# en linje mere\n")
    assert model.fingerprint() != before


def test_the_fingerprint_changes_when_a_lexicon_is_added_or_renamed(copied: Path) -> None:
    before = model.fingerprint()
    (copied / "nlu/lexicon/talk.tsv").rename(copied / "nlu/lexicon/tale.tsv")
    renamed = model.fingerprint()
    (copied / "nlu/lexicon/ny.tsv").write_text("", encoding="utf-8")
    assert len({before, renamed, model.fingerprint()}) == 3


def test_a_model_that_is_there_is_not_trained_again(copied: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/bin/false")
    there = model.model_path(Settings())
    there.parent.mkdir()
    there.write_bytes(b"en model")
    assert str(there) in afsaet("train").stdout


def test_a_training_that_fails_names_its_log_and_leaves_no_model(copied: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/bin/false")
    assert "train.log" in failed(afsaet("train"))
    assert not model.model_path(Settings()).exists() and (copied / "var/logs/train.log").exists()


# Ports


def process(name: str, port: int) -> processes.Process:
    return processes.Process(name, ["true"], "127.0.0.1", port, "/health", "log")


@pytest.mark.parametrize(
    ("name", "setting"), [("web", "AFSAET_PORT"), ("rasa", "AFSAET_RASA_PORT"), ("actions", "AFSAET_ACTIONS_PORT")]
)
def test_a_taken_port_is_named_with_the_setting_that_changes_it(name: str, setting: str) -> None:
    with socket.socket() as taken, socket.socket() as free:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        free.bind(("127.0.0.1", 0))
        port, other = taken.getsockname()[1], free.getsockname()[1]
        free.close()
        processes.check_ports_are_free([process("web", other)])
        with pytest.raises(processes.PortTaken, match=rf"port {port} for {name}.*\b{setting}\b"):
            processes.check_ports_are_free([process("web", other), process(name, port)])


def test_run_with_demo_is_refused_where_others_could_reach_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AFSAET_HOST", "0.0.0.0")
    monkeypatch.setattr(model, "ensure_model", lambda settings: pytest.fail("nothing is trained"))
    assert "AFSAET_HOST" in afsaet("run", "--demo").stderr


def test_chat_with_a_server_that_is_not_there_says_how_to_start_it() -> None:
    assert "make run" in failed(afsaet("chat", "K7PQM-W3XRD", "--url", "http://127.0.0.1:1"))
