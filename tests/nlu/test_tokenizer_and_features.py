# SPDX-License-Identifier: MPL-2.0
"""What the readers see of a message: words, letters and cues, the same on every run and for any text."""

from __future__ import annotations

import time
from pathlib import Path

import numpy as np
import pytest
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message

from nlu import lexicon
from nlu.features import LEXICONS, DanishFeaturizer
from nlu.rows import Row
from nlu.tokenizer import DanishTokenizer, plain, within_reach
from tests.nlu.messages import Pipeline

ODD = ["", " ", "\n\t", "\x00", "😀", "👩‍👩‍👧", "a" * 20_000, "ord " * 5_000, "/", "\u200b", "é", "1" * 4_000]


def tokens(text: str) -> list[str]:
    tokenizer = DanishTokenizer(DanishTokenizer.get_default_config())
    return [token.text for token in tokenizer.tokenize(Message({TEXT: text}), TEXT)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jeg vil ud, men tør ikke.", ["Jeg", "vil", "ud", ",", "men", "tør", "ikke", "."]),
        ("kl. 10 hos f.eks. lægen", ["kl.", "10", "hos", "f.eks.", "lægen"]),
        ("to\nlinjer", ["to", "linjer"]),
        ("hej!!", ["hej", "!", "!"]),
        ("hej" + "!" * 50 + " du", ["hej", *"!!!!!!!!", "du"]),
    ],
)
def test_words_are_split_as_danish_is_written(text: str, expected: list[str]) -> None:
    assert tokens(text) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [("NEEEEEJ", "neej"), ("Åse", "åse"), ("A\u030ase", "åse"), ("ååååh", "ååh"), ("ikke", "ikke"), ("...", "..")],
)
def test_a_plain_form_is_lower_case_composed_and_without_long_runs(word: str, expected: str) -> None:
    assert plain(word) == expected


@pytest.mark.parametrize("text", ODD, ids=lambda text: repr(text[:6]))
def test_no_text_is_without_a_token_and_none_takes_long(text: str) -> None:
    began = time.perf_counter()
    assert len(tokens(text)) >= 1
    assert time.perf_counter() - began < 2


def test_a_text_of_many_pages_is_read_by_both_its_ends() -> None:
    text = "begyndelse " + "a" * 20_000 + " slutning"
    read = within_reach(text)
    assert len(read) <= 4_001 and read.startswith("begyndelse") and read.endswith("slutning")
    assert within_reach("kort") == "kort"


def row(pipeline: Pipeline, text: str):  # type: ignore[no-untyped-def]
    messages = pipeline.featurizer.process(pipeline.tokenizer.process([Message({TEXT: text})]))
    return messages[0].get_sparse_features(TEXT)[1].features


@pytest.mark.parametrize("text", ODD, ids=lambda text: repr(text[:6]))
def test_every_text_has_one_row_of_finite_numbers(pipeline: Pipeline, text: str) -> None:
    features = row(pipeline, text)
    assert features.shape == (1, pipeline.featurizer.width)
    assert np.isfinite(features.data).all()


def test_the_same_text_has_the_same_row_before_and_after_loading(pipeline: Pipeline) -> None:
    text = "jeg drømmer om et job"
    before = row(pipeline, text)
    loaded = pipeline.loaded(DanishFeaturizer)
    messages = loaded.process(pipeline.tokenizer.process([Message({TEXT: text})]))
    after = messages[0].get_sparse_features(TEXT)[1].features
    assert (before != after).nnz == 0 and before.nnz > 20


def test_the_fingerprint_of_a_row_follows_its_numbers(pipeline: Pipeline) -> None:
    one, same, other = (Row(row(pipeline, text), "prøve") for text in ("et job", "et job", "en hund"))
    assert one.fingerprint() == same.fingerprint() != other.fingerprint()
    assert one.fingerprint() != Row(one.features, "en anden").fingerprint()


def test_of_a_message_of_many_pages_only_the_first_and_last_words_count(pipeline: Pipeline) -> None:
    ends = "først " * 125, "sidst " * 125
    assert (row(pipeline, " ".join(ends)) != row(pipeline, f"{ends[0]} {'midt ' * 200} {ends[1]}")).nnz == 0


def test_capitals_and_long_runs_make_no_difference_but_words_do(pipeline: Pipeline) -> None:
    said = row(pipeline, "jeg drømmer om et job")
    assert (said != row(pipeline, "JEG DRØMMER om et Job")).nnz == 0
    assert (said != row(pipeline, "jeg drømmer om en hund")).nnz > 0


def test_a_cue_of_the_lexicon_has_a_place_of_its_own(pipeline: Pipeline) -> None:
    cues = [cue for name in LEXICONS for cue in lexicon.cues(name)]
    places = row(pipeline, "jeg drømmer om et job").indices - (pipeline.featurizer.width - len(cues))
    found = {cues[place].label for place in places if place >= 0}
    assert {"desire", "work_education"} <= found


# The lexicon


@pytest.mark.parametrize("name", [*LEXICONS, "by_heart"])
def test_every_lexicon_can_be_read_and_gives_a_reason_for_each_line(name: str) -> None:
    cues = lexicon.cues(name)
    assert cues and all(cue.label and cue.reason.strip() for cue in cues)


@pytest.mark.parametrize(
    "line", ["desire\tdrøm", "desire", "desire\tdrøm\tord\tmere", "desire\t(drøm\tåben parentes", "desire\t*\tet tegn"]
)
def test_a_line_that_cannot_be_read_names_file_and_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str
) -> None:
    (tmp_path / "talk.tsv").write_text(f"# label, mønster, grund\ndesire\tdrøm\\w*\tønsker\n{line}\n", encoding="utf-8")
    monkeypatch.setattr(lexicon, "_HERE", tmp_path)
    with pytest.raises(lexicon.LexiconError, match=r"^talk\.tsv:3: "):
        lexicon.cues("talk")


def test_comments_and_empty_lines_are_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "talk.tsv").write_text("# en\n\ndesire\tdrøm\\w*\tønsker\n", encoding="utf-8")
    monkeypatch.setattr(lexicon, "_HERE", tmp_path)
    assert [cue.label for cue in lexicon.cues("talk")] == ["desire"]


@pytest.mark.parametrize(("text", "found"), [("drømmen", True), ("min drøm", True), ("ordrøm", False), ("drøm2", True)])
def test_a_cue_is_whole_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, found: bool) -> None:
    (tmp_path / "talk.tsv").write_text("desire\tdrøm\\w*\tønsker\n", encoding="utf-8")
    monkeypatch.setattr(lexicon, "_HERE", tmp_path)
    assert bool(lexicon.cues("talk")[0].pattern.search(text)) is found
