# SPDX-License-Identifier: MPL-2.0
"""Turns the labelled messages of `data/labels` into the files that Rasa trains on, so that neither is written twice."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from bot.codebook import Intent, Safety, Talk, Theme
from bot.danish.nouns import bare_pairs

GROUPS: dict[str, tuple[Intent, ...]] = {
    "share": (Intent.SHARE,),
    "answers": (Intent.AFFIRM, Intent.DENY, Intent.DONT_KNOW, Intent.RATE, Intent.CORRECT),
    "obey": (Intent.DELETE_DATA, Intent.STOP, Intent.PAUSE, Intent.SKIP, Intent.ASK_HUMAN),
    "questions": (Intent.CONFUSED, Intent.ASK_BOT, Intent.ASK_PRIVACY, Intent.ASK_ADVICE),
    "manners": (Intent.GREET, Intent.GOODBYE, Intent.THANK, Intent.OBJECT, Intent.OFF_TOPIC),
}
_HEADER = (
    "# SPDX-License-Identifier: MPL-2.0\n"
    "# Made from data/labels/train by `afsaet data`; change the labels there, not here.\n"
)
_WORD = re.compile(r"[^\W\d_]+")
_ENTITY_MARKUP = re.compile(r"\[[^\]]*\][({]")

Message = dict[str, Any]


class LabelError(ValueError):
    """A line of a label file is not as the codebook says; the message names file and line."""


def read_labels(paths: Iterable[Path]) -> Iterator[Message]:
    """The messages of label files, each checked against the codebook."""
    for path in paths:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            try:
                yield checked(json.loads(line))
            except (ValueError, KeyError, TypeError) as error:
                raise LabelError(f"{path.name}:{number}: {error}") from error


def checked(message: Message) -> Message:
    """The same message, if its labels are in the codebook and its lists sorted; else `ValueError`."""
    if not str(message["text"]).strip():
        raise ValueError("the text is empty")
    if _ENTITY_MARKUP.search(message["text"]):
        raise ValueError("Rasa would read the square brackets as an entity")
    for layer, labels in (("talk", Talk), ("themes", Theme)):
        if message[layer] != sorted({labels(label) for label in message[layer]}):
            raise ValueError(f"{layer} is not a sorted list of labels")
    Safety(message["safety"])
    Intent(message["intent"])
    return message


def rasa_files(messages: Iterable[Message]) -> dict[str, str]:
    """File name → content in Rasa's format, intents in the order of the codebook."""
    told = list(messages)
    return {f"{name}.yml": _rasa_file(intents, told) for name, intents in GROUPS.items()}


def _rasa_file(intents: tuple[Intent, ...], messages: list[Message]) -> str:
    """One block per combination of labels: Rasa checks long lists of single examples very slowly."""
    ordered = sorted((m for m in messages if m["intent"] in intents), key=lambda m: _group_key(intents, m))
    blocks = [
        _block(Intent(intents[number]), labels, list(group))
        for (number, *labels), group in groupby(ordered, key=lambda m: _group_key(intents, m))
    ]
    return _HEADER + 'version: "3.1"\n\nnlu:\n' + "\n".join(blocks)


def _group_key(intents: tuple[Intent, ...], message: Message) -> tuple[Any, ...]:
    return intents.index(message["intent"]), message["safety"], message["talk"], message["themes"]


def _block(intent: Intent, labels: list[Any], messages: list[Message]) -> str:
    safety, talk, themes = labels
    named = {"safety": str(safety), "talk": talk, "themes": themes}
    lines = "".join(f"    - {' '.join(message['text'].split())}\n" for message in messages)
    return f"- intent: {intent}\n  metadata: {json.dumps(named)}\n  examples: |\n{lines}"


def write_rasa_files(root: Path) -> int:
    """Writes `data/nlu/*.yml` from `data/labels/train/*.jsonl`; how many messages there were."""
    messages = list(read_labels(sorted((root / "data/labels/train").glob("*.jsonl"))))
    target = root / "data/nlu"
    target.mkdir(parents=True, exist_ok=True)
    for name, content in rasa_files(messages).items():
        (target / name).write_text(content, encoding="utf-8")
    words = root / "bot/danish/known_words.tsv"
    words.parent.mkdir(parents=True, exist_ok=True)
    words.write_text(words_file(messages), encoding="utf-8")
    (words.parent / "bare_nouns.tsv").write_text(bare_nouns_file(messages), encoding="utf-8")
    return len(messages)


def bare_nouns_file(messages: Iterable[Message]) -> str:
    """Which nouns stand without their article behind which word, in more than one message."""
    counted = Counter(
        pair for message in messages for pair in {(one, noun) for one, noun, _ in bare_pairs(message["text"])})
    lines = sorted(f"{one}\t{noun}" for (one, noun), times in counted.items() if times > 1)
    return "# Made from data/labels/train by `afsaet data`; nouns that stand bare.\n" + "\n".join(lines) + "\n"


def words_file(messages: Iterable[Message]) -> str:
    """The words of the messages with how often each is written, commonest first; those written once are left out."""
    counted = Counter(word for message in messages for word in _WORD.findall(message["text"].lower()))
    repeated = ((word, times) for word, times in counted.items() if times > 1)
    often = sorted(repeated, key=lambda pair: (-pair[1], pair[0]))
    lines = [f"{word}\t{times}" for word, times in often]
    return "# Made from data/labels/train by `afsaet data`; how often a word is written.\n" + "\n".join(lines) + "\n"
