# SPDX-License-Identifier: MPL-2.0
"""`afsaet evaluate`: readings beside what people said of the same messages, as a report in Markdown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from bot.codebook import Intent, Safety, Talk, Theme
from bot.commands.figures import (
    Marks,
    Score,
    calibration_error,
    confusion,
    interval,
    macro_f1,
    reliability,
    score,
    three_classes,
)
from bot.commands.training_data import Message
from bot.danish.mend import mend

Measure = Callable[[npt.NDArray[np.int64]], float]
"""A figure over some of the messages, by their numbers."""
Chosen = Callable[[Message], bool]

Reader = Callable[[str], dict[str, Any]]
"""A text to its four layers with confidences, as `reading.label` gives them."""

LAYERS: dict[str, tuple[str, ...]] = {"talk": tuple(Talk), "themes": tuple(Theme)}
_SUSTAIN = LAYERS["talk"].index(Talk.SUSTAIN)
_HARD = "hard negative"
_LENGTHS = ((1, 3), (4, 8), (9, 18), (19, 40), (41, 100_000))
_WORST = 12
_CONFUSIONS = 12


@dataclass(frozen=True)
class Readings:
    """Messages as people labelled them, and as they were read, in the same order."""

    wanted: list[Message]
    said: list[dict[str, Any]]

    def only(self, chosen: Chosen) -> Readings:
        """The readings of some of the messages."""
        kept = [pair for pair in zip(self.wanted, self.said, strict=True) if chosen(pair[0])]
        return Readings([wanted for wanted, _ in kept], [said for _, said in kept])

    def marks(self, layer: str) -> tuple[Marks, Marks]:
        """(messages, labels) twice: wanted, said."""
        return _marks(self.wanted, layer), _marks(self.said, layer)

    def same(self, layer: str) -> list[bool]:
        """Of each message, whether the layer was read as people said."""
        return [bool(one[layer] == other[layer]) for one, other in zip(self.wanted, self.said, strict=True)]

    def danger(self) -> tuple[list[bool], list[bool]]:
        """Of each message, whether there is danger of any level: wanted, said."""
        return [m["safety"] != Safety.NONE for m in self.wanted], [m["safety"] != Safety.NONE for m in self.said]


def evaluate(messages: list[Message], read: Reader, told: Callable[[int], None] = lambda number: None) -> Readings:
    """Reads every message; `told` hears of each that is done."""
    said = []
    for number, message in enumerate(messages, start=1):
        said.append(read(message["text"]))
        told(number)
    return Readings(messages, said)


def report(readings: Readings) -> str:
    """All figures, in Markdown."""
    sections = (_summary, _labels, _danger, _intents, _calibration, _groups, _worst)
    return "\n\n".join("\n".join(section(readings)) for section in sections) + "\n"


# --- sections ---------------------------------------------------------------------------------------------


def _summary(readings: Readings) -> Iterator[str]:
    yield f"## Summary: {len(readings.wanted)} messages"
    yield ""
    yield from _table(("measure", "figure", "95 % interval"), _summary_rows(readings))


def _summary_rows(readings: Readings) -> Iterator[tuple[str, ...]]:
    count = len(readings.wanted)
    for layer in LAYERS:
        wanted, said = readings.marks(layer)
        yield _with_interval(f"{layer} micro-F1", _micro(wanted, said), count)
        yield _with_interval(f"{layer} macro-F1", _macro(wanted, said), count)
    wanted, said = (three_classes(marks, _SUSTAIN) for marks in readings.marks("talk"))
    yield _with_interval("change / sustain / neutral macro-F1", _macro(wanted, said), count)
    yield _with_interval("intent accuracy", _mean(readings.same("intent")), count)
    for name, chosen, hit in _DANGERS:
        part = readings.only(chosen)
        hits = [hit(said) for said in part.said]
        if hits:
            yield _with_interval(f"{name} ({len(hits)})", _mean(hits), len(hits))


def _micro(wanted: Marks, said: Marks) -> Measure:
    return lambda rows: score(wanted[rows], said[rows]).f1


def _macro(wanted: Marks, said: Marks) -> Measure:
    return lambda rows: macro_f1(wanted[rows], said[rows])


def _mean(hits: list[bool]) -> Measure:
    marks = np.asarray(hits)
    return lambda rows: float(marks[rows].mean())


def _noticed(said: dict[str, Any]) -> bool:
    return bool(said["safety"] != Safety.NONE)


def _is_hard(message: Message) -> bool:
    return bool(message["safety"] == Safety.NONE and message.get("note", "").startswith(_HARD))


_DANGERS: tuple[tuple[str, Chosen, Callable[[dict[str, Any]], bool]], ...] = (
    ("acute noticed, as acute or concern", lambda m: m["safety"] == Safety.ACUTE, _noticed),
    ("acute noticed as acute", lambda m: m["safety"] == Safety.ACUTE, lambda said: said["safety"] == Safety.ACUTE),
    ("concern noticed", lambda m: m["safety"] == Safety.CONCERN, _noticed),
    ("false alarms on hard negatives", _is_hard, _noticed),
    ("false alarms on all other messages", lambda m: m["safety"] == Safety.NONE and not _is_hard(m), _noticed),
)


def _labels(readings: Readings) -> Iterator[str]:
    for layer, names in LAYERS.items():
        wanted, said = readings.marks(layer)
        yield f"## {layer}, label by label"
        yield ""
        yield from _table(("label", "precision", "recall", "F1", "95 % interval", "messages"), (
            _label_row(name, wanted[:, [column]], said[:, [column]]) for column, name in enumerate(names)
        ))
        yield ""


def _label_row(name: str, wanted: Marks, said: Marks) -> tuple[str, ...]:
    found = score(wanted, said)
    low, high = interval(_micro(wanted, said), len(wanted))
    return name, *_three(found), f"{low:.2f}–{high:.2f}", str(found.support)


def _three(found: Score) -> tuple[str, str, str]:
    return f"{found.precision:.2f}", f"{found.recall:.2f}", f"{found.f1:.2f}"


def _danger(readings: Readings) -> Iterator[str]:
    yield "## Danger by form, and false alarms by kind"
    yield ""
    notes = sorted({m["note"] for m in readings.wanted if m.get("note")})
    yield from _table(("note", "messages", "alarm raised"), (
        (note, str(len(part.wanted)), f"{np.mean(part.danger()[1]):.2f}")
        for note in notes for part in [readings.only(_with("note", note))]
    ))


def _intents(readings: Readings) -> Iterator[str]:
    wanted, said = [m["intent"] for m in readings.wanted], [m["intent"] for m in readings.said]
    yield "## Intents"
    yield ""
    yield from _table(("intent", "precision", "recall", "F1", "messages"), (
        (name, *_three(found), str(found.support)) for name in Intent for found in [_intent_score(wanted, said, name)]
    ))
    yield ""
    yield "Commonest confusions: " + "; ".join(
        f"{one} read as {other} ({times})" for one, other, times in confusion(wanted, said)[:_CONFUSIONS]
    ) + "."


def _intent_score(wanted: list[str], said: list[str], name: str) -> Score:
    return score(np.asarray([[one == name] for one in wanted]), np.asarray([[one == name] for one in said]))


def _calibration(readings: Readings) -> Iterator[str]:
    yield "## Calibration"
    yield ""
    sure = [said["intent_confidence"] for said in readings.said]
    bins = reliability(sure, readings.same("intent"))
    yield f"Intent, expected calibration error {calibration_error(bins):.3f}:"
    yield ""
    yield from _table(("sure", "right", "messages"), ((f"{b.sure:.2f}", f"{b.right:.2f}", str(b.count)) for b in bins))
    yield ""
    chance = [said["safety_confidence"] for said in readings.said]
    bins = reliability(chance, readings.danger()[0])
    yield f"Danger, by the trained reader alone, expected calibration error {calibration_error(bins):.3f}:"
    yield ""
    yield from _table(("sure", "danger", "messages"), ((f"{b.sure:.2f}", f"{b.right:.2f}", str(b.count)) for b in bins))


def _groups(readings: Readings) -> Iterator[str]:
    yield "## Groups"
    yield ""
    yield from _table(
        ("group", "messages", "talk micro-F1", "themes micro-F1", "intent accuracy", "danger noticed"),
        (_group_row(name, part) for name, chosen in _chosen_groups(readings.wanted)
         for part in [readings.only(chosen)] if part.wanted),
    )


def _chosen_groups(messages: list[Message]) -> Iterator[tuple[str, Chosen]]:
    for low, high in _LENGTHS:
        name = f"{low}–{high} words" if high < _LENGTHS[-1][1] else f"{low} words or more"
        yield name, _of_length(low, high)
    yield "nothing to mend in the spelling", lambda m: not _misspelt(m["text"])
    yield "spelling that is mended", lambda m: _misspelt(m["text"])
    for source in sorted({m["source"] for m in messages if m.get("source")}):
        yield f"persona {source}", _with("source", source)


def _of_length(low: int, high: int) -> Chosen:
    return lambda message: low <= len(message["text"].split()) <= high


def _with(key: str, value: str) -> Chosen:
    return lambda message: bool(message.get(key) == value)


def _misspelt(text: str) -> bool:
    return mend(text).casefold() != text.casefold()


def _group_row(name: str, part: Readings) -> tuple[str, ...]:
    danger = [said for wanted, said in zip(*part.danger(), strict=True) if wanted]
    return (
        name, str(len(part.wanted)), f"{score(*part.marks('talk')).f1:.2f}", f"{score(*part.marks('themes')).f1:.2f}",
        f"{np.mean(part.same('intent')):.2f}", f"{np.mean(danger):.2f} of {len(danger)}" if danger else "–",
    )


def _worst(readings: Readings) -> Iterator[str]:
    yield "## The worst errors, in words"
    yield ""
    missed = readings.only(lambda m: m["safety"] != Safety.NONE)
    yield from _told("Danger missed, the least noticed first", sorted(
        (said["safety_confidence"], wanted["text"]) for wanted, said in zip(missed.wanted, missed.said, strict=True)
        if not _noticed(said)
    ))
    yield from _told("Intent wrong, the surest first", sorted(
        (-said["intent_confidence"], f"{wanted['text']} – {wanted['intent']}, read as {said['intent']}")
        for wanted, said in zip(readings.wanted, readings.said, strict=True) if wanted["intent"] != said["intent"]
    ))
    for layer in LAYERS:
        yield from _told(f"{layer}: said most surely, and wrong", sorted(_wrongly_said(readings, layer)))


def _wrongly_said(readings: Readings, layer: str) -> Iterator[tuple[float, str]]:
    for wanted, said in zip(readings.wanted, readings.said, strict=True):
        for label, sure in said[f"{layer}_confidence"].items():
            if label not in wanted[layer]:
                yield -sure, f"{wanted['text']} – read as {label}, is {', '.join(wanted[layer]) or 'none'}"


def _told(title: str, errors: list[tuple[float, str]]) -> Iterator[str]:
    yield f"**{title}** ({len(errors)} in all):"
    yield ""
    yield from (f"- {abs(sure):.2f} · {text}" for sure, text in errors[:_WORST])
    yield ""


# --- small things -----------------------------------------------------------------------------------------


def _marks(messages: Iterable[dict[str, Any]], layer: str) -> Marks:
    return np.asarray([[label in message[layer] for label in LAYERS[layer]] for message in messages], dtype=bool)


def _with_interval(name: str, measure: Measure, messages: int) -> tuple[str, str, str]:
    low, high = interval(measure, messages)
    return name, f"{measure(np.arange(messages)):.3f}", f"{low:.3f}–{high:.3f}"


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield "| " + " | ".join(heads) + " |"
    yield "| --- |" + " ---: |" * (len(heads) - 1)
    yield from ("| " + " | ".join(row) + " |" for row in rows)
