# SPDX-License-Identifier: MPL-2.0
"""Words and phrases that belong together, and the ways of looking at a message."""

from __future__ import annotations

from pathlib import Path

import pytest

from nlu import views
from nlu.lexicon import meanings
from nlu.lexicon.meanings import MeaningError, PhraseMeanings, WordMeanings

COMMON = frozenset({"jeg", "vil", "gerne", "på", "ikke", "hvis", "så"})


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A lexicon of our own."""
    monkeypatch.setattr(meanings, "_HERE", tmp_path)
    return tmp_path


def words(folder: Path, entries: str) -> WordMeanings:
    (folder / "words.tsv").write_text(f"# tema, klasse, ord\nhealth\tprøve\t{entries}\n", encoding="utf-8")
    return WordMeanings()


def phrases(folder: Path, entries: str) -> PhraseMeanings:
    (folder / "phrases.tsv").write_text(f"talk\tprøve\t{entries}\n", encoding="utf-8")
    return PhraseMeanings()


@pytest.mark.parametrize(
    ("entry", "word", "found"),
    [
        ("søvn", "søvn", True), ("søvn", "søvnen", False), ("søvn*", "søvnløs", True), ("søvn*", "søvn", True),
        ("*læge", "tandlæge", True), ("*læge", "lægen", False), ("*sving*", "humørsvingninger", True),
        ("mor", "morgen", False),
    ],
)
def test_a_word_is_known_as_its_entry_says(folder: Path, entry: str, word: str, found: bool) -> None:
    assert bool(words(folder, entry).of(["jeg", word])) is found


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("(er|føler mig) ~ klar (til|på)", "jeg er vist snart klar til det", True),
        ("(er|føler mig) ~ klar (til|på)", "jeg føler mig klar på at prøve", True),
        ("(er|føler mig) ~ klar (til|på)", "jeg er i dag og hele denne uge klar til det", False),
        ("kunne (godt)? overveje", "jeg kunne overveje det", True),
        ("kunne (godt)? overveje", "jeg kunne godt overveje det", True),
        ("kunne (godt)? overveje", "jeg kunne nok overveje det", False),
        ("holde op _ det", "kan ikke holde op med det", True),
        ("holde op _ det", "kan ikke holde op det", False),
        ("ringe* til", "jeg ringede til hende", True),
        ("*læge ringede", "min tandlæge ringede", True),
        ("til", "tilbage", False),
        ("c++ kursus", "et c++ kursus", True),
    ],
)
def test_a_phrase_is_known_as_it_is_written(folder: Path, phrase: str, text: str, found: bool) -> None:
    assert bool(phrases(folder, f"aldrig ; {phrase}").of(text.split())) is found


def test_lines_that_cannot_be_read_are_named(folder: Path) -> None:
    (folder / "words.tsv").write_text("health\tkun to\n", encoding="utf-8")
    with pytest.raises(MeaningError, match=r"words\.tsv:1"):
        WordMeanings()


def test_what_is_shipped_can_be_read_and_says_something() -> None:
    assert {"health:sleep"} & WordMeanings().of(["søvn"])
    assert PhraseMeanings().of(["jeg", "har", "samlet", "piller", "til", "i", "aften"])


def test_words_come_with_their_neighbours() -> None:
    assert views.words_and_pairs(["jeg", "vil"], COMMON) == ["jeg", "vil", "^ jeg", "jeg vil", "vil $"]


def test_stems_cut_endings_and_skip_one_word() -> None:
    found = views.stems(["drømmene", "om", "hestene"], COMMON)
    assert found == ["drøm", "om", "hest", "drøm om", "om hest", "drøm _ hest"]


def test_a_skeleton_keeps_common_words_and_endings_only() -> None:
    one = views.skeleton(["jeg", "ringer", "på", "fredag"], COMMON)
    other = views.skeleton(["jeg", "spiller", "på", "mandag"], COMMON)
    assert one == other and "jeg *er på *ag" in one


def test_links_join_common_words_with_others_between() -> None:
    assert views.links(["hvis", "hun", "kommer", "så"], COMMON) == ["hvis > så"]
    assert views.links(["jeg", "vil"], COMMON) == []


def test_letters_stay_within_a_word() -> None:
    groups = views.letters(["ja", "nej"], COMMON)
    assert " ja " in groups and "nej" in groups and not any("a n" in group for group in groups)
