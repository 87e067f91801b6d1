# SPDX-License-Identifier: MPL-2.0
"""First impressions keep training and trying apart; what is not Danish is met with doubt."""

from __future__ import annotations

import numpy as np
import pytest
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message

from nlu.danishness import DanishnessReader
from nlu.impressions import LABELS, FirstImpressions, impressions_of, labels_of
from nlu.intent import IntentReader
from tests.nlu.messages import Pipeline, training_data


def impressions(pipeline: Pipeline, text: str) -> np.ndarray:
    messages = pipeline.featurizer.process(pipeline.tokenizer.process([Message({TEXT: text})]))
    return impressions_of(pipeline.impressions.process(messages)[0])


def test_every_label_of_the_codebook_has_an_impression(pipeline: Pipeline) -> None:
    assert impressions(pipeline, "jeg drømmer om et job").shape == (len(LABELS),) == (38,)


def test_concern_stands_for_concern_or_worse() -> None:
    acute = Message({TEXT: "x", INTENT: "share", "metadata": {"intent": {"safety": "acute", "talk": [], "themes": []}}})
    assert labels_of(acute) == {"safety:concern", "safety:acute", "intent:share"}


def test_a_training_message_is_read_by_boundaries_that_never_saw_it(pipeline: Pipeline) -> None:
    """Its own boundary would be surer: the message that was learnt lies at the margin or beyond."""
    told = pipeline.featurizer.process_training_data(pipeline.tokenizer.process_training_data(training_data()))
    pipeline.impressions.process_training_data(told)
    place = LABELS.index("talk:desire")
    wishes = [message for message in told.intent_examples if "talk:desire" in labels_of(message)]
    unseen = np.mean([impressions_of(message)[place] for message in wishes])
    seen = np.mean([impressions(pipeline, message.get(TEXT))[place] for message in wishes])
    assert unseen < seen


def test_a_label_that_nobody_has_lies_far_outside(pipeline: Pipeline) -> None:
    assert impressions(pipeline, "jeg har gæld")[LABELS.index("themes:economy")] == pytest.approx(-3, abs=0.01)


def test_loaded_impressions_are_the_trained_ones(pipeline: Pipeline) -> None:
    loaded = pipeline.loaded(FirstImpressions)
    messages = pipeline.featurizer.process(pipeline.tokenizer.process([Message({TEXT: "jeg vil se mine venner"})]))
    assert np.allclose(impressions_of(loaded.process(messages)[0]), impressions(pipeline, "jeg vil se mine venner"))


@pytest.mark.parametrize("text", ["xqzk wvpx kqjz xwq", "chciałbym znaleźć pracę", "Ich möchte gern Arbeit finden"])
def test_other_letters_than_danish_ones_lower_the_confidence_of_the_intent(pipeline: Pipeline, text: str) -> None:
    reader = pipeline.trained(IntentReader)
    danish = pipeline.read("jeg vil gerne have et arbejde", reader)
    assert danish["danishness"] > 0.9
    assert pipeline.read(text, reader)["danishness"] < 0.5
    assert pipeline.read(text, reader)["intent"]["confidence"] < 0.5


def test_what_is_too_short_to_tell_is_believed(pipeline: Pipeline) -> None:
    assert pipeline.danishness.danishness("jzq") == 1.0
    assert DanishnessReader({}, None, None).danishness("uden at have lært noget") == 1.0  # type: ignore[arg-type]


def test_loaded_danishness_is_the_trained_one(pipeline: Pipeline) -> None:
    text = "jeg savner jer"
    assert pipeline.loaded(DanishnessReader).danishness(text) == pipeline.danishness.danishness(text)
