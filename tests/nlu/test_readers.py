# SPDX-License-Identifier: MPL-2.0
"""Each reader learns, says, and says the same when another process loads it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.codebook import Intent, Safety, Talk, Theme
from nlu.intent import IntentReader
from nlu.layer import LayerReader
from nlu.safety import SafetyReader
from nlu.talk import TalkReader
from nlu.themes import ThemesReader
from tests.nlu.messages import TOLD, Pipeline

READERS: list[type[LayerReader]] = [IntentReader, TalkReader, ThemesReader, SafetyReader]
OUTPUT = {
    IntentReader: {"intent", "intent_ranking"}, TalkReader: {"talk", "talk_confidence"},
    ThemesReader: {"themes", "themes_confidence"}, SafetyReader: {"safety", "safety_confidence"},
}


@pytest.fixture(scope="module", params=READERS, ids=lambda kind: kind.__name__)
def kind(request: pytest.FixtureRequest, pipeline: Pipeline) -> type[LayerReader]:
    """Each reader in turn, trained and kept in the model."""
    pipeline.trained(request.param)
    found: type[LayerReader] = request.param
    return found


def test_a_reader_puts_out_its_layer_and_its_confidence(pipeline: Pipeline, kind: type[LayerReader]) -> None:
    told = pipeline.read("jeg drømmer om et job", pipeline.loaded(kind))
    assert OUTPUT[kind] <= set(told)


def test_a_loaded_reader_says_what_the_trained_one_says(pipeline: Pipeline, kind: type[LayerReader]) -> None:
    trained, loaded = pipeline.trained(kind), pipeline.loaded(kind)
    for text in ("jeg drømmer om et job", "det nytter ikke noget", "hej", "noget ganske andet"):
        assert pipeline.read(text, trained) == pipeline.read(text, loaded)


def test_training_twice_gives_the_same_reader(pipeline: Pipeline, kind: type[LayerReader]) -> None:
    first, second = pipeline.trained(kind), pipeline.trained(kind)
    assert all((first._network[part] == second._network[part]).all() for part in first._network)


@pytest.mark.parametrize("text", ["", " ", "😀", "\x00", "a" * 20_000, "??", "/stop"], ids=lambda text: repr(text[:6]))
def test_a_reader_says_something_of_any_text(pipeline: Pipeline, kind: type[LayerReader], text: str) -> None:
    assert OUTPUT[kind] <= set(pipeline.read(text, pipeline.loaded(kind)))


def test_a_reader_that_has_learnt_nothing_says_nothing(pipeline: Pipeline, kind: type[LayerReader]) -> None:
    assert not OUTPUT[kind] & set(pipeline.read("jeg drømmer om et job", pipeline.made(kind)))


def test_a_label_that_no_message_has_is_never_said(pipeline: Pipeline) -> None:
    reader = pipeline.trained(ThemesReader)
    assert all("economy" not in pipeline.read(text, reader)["themes"] for text, *_ in TOLD)


def test_talk_is_read_as_it_was_taught(pipeline: Pipeline) -> None:
    reader = pipeline.trained(TalkReader)
    for text, _, talk, _, _ in TOLD:
        assert pipeline.read(text, reader)["talk"] == talk
    told = pipeline.read("jeg drømmer om en hund", reader)
    assert told["talk"] == [Talk.DESIRE] == list(told["talk_confidence"])
    assert 0.4 <= told["talk_confidence"][Talk.DESIRE] <= 1


def test_themes_are_read_as_they_were_taught(pipeline: Pipeline) -> None:
    reader = pipeline.trained(ThemesReader)
    assert pipeline.read("jeg vil gerne have et job", reader)["themes"] == [Theme.WORK_EDUCATION]
    assert pipeline.read("jeg savner mine venner", reader)["themes"] == [Theme.RELATIONS]


def test_a_lower_threshold_says_more(pipeline: Pipeline) -> None:
    pipeline.trained(TalkReader)
    all_of_them = pipeline.read("hej", pipeline.loaded(TalkReader, threshold=0.0))["talk"]
    assert all_of_them == sorted(Talk)
    assert pipeline.read("hej", pipeline.loaded(TalkReader, threshold=1.1))["talk"] == []


# Intent


@pytest.fixture(scope="module")
def intent(pipeline: Pipeline) -> Any:
    return pipeline.trained(IntentReader)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ja", Intent.AFFIRM), ("JA!", Intent.AFFIRM), (" nej tak. ", Intent.DENY), ("Slet  alt", Intent.DELETE_DATA),
        ("stop", Intent.STOP), ("Spring over", Intent.SKIP), ("Pause", Intent.PAUSE), ("7", Intent.RATE),
        ("Ret det", Intent.CORRECT), ("en otter måske", Intent.RATE), ("👍", Intent.AFFIRM),
        ("tolv 😄", Intent.RATE), ("11", Intent.RATE), ("thx", Intent.THANK),
    ],
)
def test_short_messages_are_known_by_heart_with_full_confidence(
    pipeline: Pipeline, intent: Any, text: str, expected: Intent
) -> None:
    told = pipeline.read(text, intent)
    assert told["intent"] == {"name": str(expected), "confidence": 1.0} == told["intent_ranking"][0]


def test_every_intent_stands_once_in_the_ranking(pipeline: Pipeline, intent: Any) -> None:
    for text in ("ja", "jeg drømmer om et job"):
        ranking = pipeline.read(text, intent)["intent_ranking"]
        assert sorted(one["name"] for one in ranking) == sorted(Intent)


def test_confidences_of_a_read_message_fall_and_add_up_to_one(pipeline: Pipeline, intent: Any) -> None:
    told = pipeline.read("jeg drømmer om et job", intent)
    confidences = [one["confidence"] for one in told["intent_ranking"]]
    assert confidences == sorted(confidences, reverse=True) and sum(confidences) == pytest.approx(1, abs=0.01)
    assert told["intent"]["name"] == Intent.SHARE


def test_a_number_in_a_story_is_no_answer_on_the_ruler(pipeline: Pipeline, intent: Any) -> None:
    story = "jeg har boet her i 7 år sammen med min bror og hans hund"
    assert pipeline.read(story, intent)["intent"]["name"] != Intent.RATE


# Safety


def test_words_alone_raise_the_alarm_whatever_the_model_thinks(pipeline: Pipeline) -> None:
    pipeline.trained(SafetyReader)
    deaf = pipeline.loaded(SafetyReader, notice=1.1, overrule=0.0)
    assert pipeline.read("jeg vil tage mit eget liv i nat", deaf)["safety"] == Safety.ACUTE
    assert pipeline.read("jeg har tænkt på at tage mit liv", deaf)["safety"] == Safety.CONCERN
    assert pipeline.read("jeg drømmer om et job", deaf)["safety"] == Safety.NONE


def test_the_model_alone_raises_the_alarm_too(pipeline: Pipeline) -> None:
    pipeline.trained(SafetyReader)
    calm = "jeg drømmer om et job"
    assert pipeline.read(calm, pipeline.loaded(SafetyReader))["safety"] == Safety.NONE
    assert pipeline.read(calm, pipeline.loaded(SafetyReader, notice=0.0, acute=1.1))["safety"] == Safety.CONCERN
    assert pipeline.read(calm, pipeline.loaded(SafetyReader, notice=0.0, acute=0.0))["safety"] == Safety.ACUTE
    assert pipeline.read(calm, pipeline.loaded(SafetyReader, notice=1.1, acute=0.0))["safety"] == Safety.NONE


def test_of_two_words_the_model_says_nothing(pipeline: Pipeline) -> None:
    pipeline.trained(SafetyReader)
    eager = pipeline.loaded(SafetyReader, notice=0.0, acute=0.0)
    assert pipeline.read("et job", eager)["safety"] == Safety.NONE
    assert pipeline.read("jeg drømmer om et job", eager)["safety"] == Safety.ACUTE


def test_only_a_pattern_of_concern_is_overruled_by_a_model_that_is_sure(pipeline: Pipeline) -> None:
    pipeline.trained(SafetyReader)
    sure = pipeline.loaded(SafetyReader, notice=1.1, overrule=1.1)
    assert pipeline.read("jeg har tænkt på at tage mit liv", sure)["safety"] == Safety.NONE
    assert pipeline.read("jeg vil tage mit eget liv i nat", sure)["safety"] == Safety.ACUTE


def test_of_what_is_not_danish_nothing_is_overruled(pipeline: Pipeline) -> None:
    pipeline.trained(SafetyReader)
    sure = pipeline.loaded(SafetyReader, notice=1.1, overrule=1.1)
    foreign = "selvmord xqzk wvpx kqjz xwqq zzxk wvwv qkxz jqzw"
    assert pipeline.read(foreign, sure)["danishness"] < 0.5
    assert pipeline.read(foreign, sure)["safety"] != Safety.NONE


def test_the_model_never_lowers_what_the_words_say(pipeline: Pipeline) -> None:
    pipeline.trained(SafetyReader)
    worried = pipeline.loaded(SafetyReader, notice=0.0, acute=1.1)
    assert pipeline.read("jeg vil tage mit eget liv i nat", worried)["safety"] == Safety.ACUTE


@pytest.mark.parametrize("text", ["jeg drømmer om et job", "alting er sort og uden mening", ""])
def test_the_confidence_of_danger_is_a_share(pipeline: Pipeline, text: str) -> None:
    assert 0 <= pipeline.read(text, pipeline.trained(SafetyReader))["safety_confidence"] <= 1


def test_messages_without_labels_teach_that_there_is_nothing(tmp_path: Path) -> None:
    own = Pipeline(tmp_path)
    for message in own.told.intent_examples:
        message.set("metadata", None)
    reader = own.made(TalkReader)
    reader.train(TrainingData(own.told.intent_examples))
    assert own.read("jeg drømmer om et job", reader)["talk"] == []
