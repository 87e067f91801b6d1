# SPDX-License-Identifier: MPL-2.0
"""Whether drafts hold the right wish and step and nothing invented, over simulated talks whose wish and step are known.

    python -m benchmarks.drafts [--talks 150] [--write FILE]

A wish is right if it is, verbatim, a message in which the invented citizen told a wish; a step, if it was made of a
message in which they told a step or a smaller one. A word of a wording is invented if none of the citizen's own
messages has it (or a form of it). The wordings are written to FILE for people to judge their Danish.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bot.codebook import Safety
from bot.commands import measuring, simulating
from bot.commands.simulating import Played
from bot.danish.mend import mend
from bot.goals.goal import Goal
from bot.goals.quality import hints
from bot.mi.conversation import Way

WISHES = ("wish", "more", "matters")
STEPS = ("step", "smaller", "activation")
_LETTERS = 4
"""The first letters by which two forms of a word are taken for one: "ringer", "ringe"."""
_MADE_BY_GRAMMAR = frozenset(["jeg", "mig", "min", "mit", "mine", "og", "med", "på", "til", "at", "sammen", "alene",
                              "klokken"])


def ready_talks(talks: int, seed: int) -> list[Played]:
    """So many talks of citizens who have a wish and are ready, in ways that look for a step."""
    personas = [
        persona for persona in simulating.personas_in(measuring.CITIZENS)
        if persona.wish and persona.ready and persona.danger is Safety.NONE
        and persona.way not in (Way.FOLLOW_UP, Way.BAD_DAY)
    ]
    return simulating.play_all(personas, talks, seed=seed)


def stock(played: Played, kinds: Iterable[str]) -> set[str]:
    """What the citizen may say of these kinds."""
    return {text for kind in kinds for text in played.persona.says.get(kind, ())}


def has_right_wish(played: Played, goal: Goal) -> bool:
    """Verbatim a message, a sentence, or a clause of a long sentence, that was told as a wish."""
    if goal.wish is None:
        return False
    begins = rf"(?:^|[.!?…,:\n] *|\b(?:og|men|så) ){re.escape(goal.wish.text.strip())}(?:$|[.!?…,:\n ])"
    return any(re.search(begins, text) for text in stock(played, WISHES))


def has_right_step(played: Played, goal: Goal) -> bool:
    """Made of something that was told as a step."""
    origin = goal.details.origins.get("step")
    if origin is None or origin.turn is None:
        return False
    return played.exchanges[origin.turn].said in stock(played, STEPS)


def invented(played: Played, goal: Goal) -> list[str]:
    """Words of the wording and the details that the citizen never wrote."""
    said = mend(" ".join(one.said or "" for one in played.exchanges)).casefold()
    known = {word[:_LETTERS] for word in _words(said)}
    details = goal.details
    texts = (goal.wording, details.when, details.with_whom, details.sign, details.where, details.how_often)
    told = {word for text in texts for word in _words(text.casefold())} - _MADE_BY_GRAMMAR
    run_on = said.replace(" ", "")
    return sorted(word for word in told if word[:_LETTERS] not in known and not _is_a_form(word, run_on))


def _is_a_form(word: str, said: str) -> bool:
    """The word itself, or a verb whose present it is: "får" of "få"."""
    return word in said or (word.endswith("r") and word[:-1] in said)


def _words(text: str) -> list[str]:
    return re.findall(r"[\wæøå]+", text)


def main() -> None:
    """Prints the figures."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--talks", type=int, default=150)
    options.add_argument("--seed", type=int, default=11)
    options.add_argument("--write", type=Path, help="a file for the wordings, with wish and hints, as JSON lines")
    chosen = options.parse_args()
    played = ready_talks(chosen.talks, chosen.seed)
    pairs = [(one, one.goals[0]) for one in played if one.goals]
    both = [(one, goal) for one, goal in pairs if has_right_wish(one, goal) and has_right_step(one, goal)]
    made_up = {goal.id: words for one, goal in pairs if (words := invented(one, goal))}
    print(f"talks {len(played)}, with a draft {len(pairs)}")
    print(f"right wish {sum(has_right_wish(*pair) for pair in pairs)}, right step "
          f"{sum(has_right_step(*pair) for pair in pairs)}, both {len(both)} of {len(pairs)} drafts"
          f" ({len(both) / max(1, len(pairs)):.0%}), of {len(played)} talks ({len(both) / len(played):.0%})")
    print(f"drafts with a word that was never said: {len(made_up)} {made_up}")
    for one, goal in pairs:
        if (one, goal) not in both:
            print("  not right:", one.persona.key, "|", goal.wish and goal.wish.text, "|", goal.wording)
    if chosen.write:
        lines = [json.dumps(_told(goal), ensure_ascii=False) for _, goal in pairs]
        chosen.write.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _told(goal: Goal) -> dict[str, object]:
    return {
        "wish": goal.wish.text if goal.wish else "", "wording": goal.wording, "step": goal.details.step,
        "when": goal.details.when, "with_whom": goal.details.with_whom, "sure": goal.details.sure,
        "hints": {str(hint.criterion): [hint.met, hint.reason, hint.question] for hint in hints(goal)},
    }


if __name__ == "__main__":
    main()
