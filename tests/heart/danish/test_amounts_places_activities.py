# SPDX-License-Identifier: MPL-2.0
"""How much, where, and what: each in the citizen's own words, and not where a number or a word only looks like it."""

from __future__ import annotations

import pytest

from bot.danish.activities import activity_in
from bot.danish.amounts import AmountSaid, amounts_in
from bot.danish.people import people_in
from bot.danish.places import places_in


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("10 minutter", AmountSaid("10 minutter", 10, 10, "minutter")),
        ("en 6-7 stykker måske", AmountSaid("en 6-7 stykker", 6, 7, "stykker")),
        ("syv en halv", AmountSaid("syv en halv", 7.5, 7.5, None)),
        ("femogtyve kroner", AmountSaid("femogtyve kroner", 25, 25, "kroner")),
        ("1.200 kr", AmountSaid("1.200 kr", 1200, 1200, "kr")),
        ("to til tre kilometer", AmountSaid("to til tre kilometer", 2, 3, "kilometer")),
        ("et par gange", AmountSaid("et par gange", None, None, "gange")),
        ("en halv time", AmountSaid("en halv time", 0.5, 0.5, "time")),
        ("et kvarter", AmountSaid("et kvarter", 1, 1, "kvarter")),
        ("2,5 km", AmountSaid("2,5 km", 2.5, 2.5, "km")),
        ("6 ud af 10", AmountSaid("6 ud af 10", 6, 6, None)),
    ],
)
def test_amounts_are_read_in_figures_and_words(text: str, amount: AmountSaid) -> None:
    assert [said for _, _, said in amounts_in(text)] == [amount]


@pytest.mark.parametrize(
    "text",
    ["bus 5", "på Nørregade 14", "3. sal", "rema 1000", "linje 4", "kl. 9", "12/3", "en ven", "opgang 3", "nr. 8"],
)
def test_a_number_that_names_something_is_no_amount(text: str) -> None:
    assert amounts_in(text) == []


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("vi mødes på biblioteket", ["biblioteket"]),
        ("ned i netto", ["netto"]),
        ("hos min søster", ["min søster"]),
        ("til Aalborg med toget", ["Aalborg"]),
        ("i mit eget køkken", ["mit eget køkken"]),
        ("ude i kolonihaven", ["kolonihaven"]),
        ("paa vaerestedet", ["vaerestedet"]),
        ("jeg går i gang", []),
        ("på Facebook", []),
        ("i går", []),
    ],
)
def test_places_stand_without_their_preposition(text: str, places: list[str]) -> None:
    assert [text[start:end] for start, end in places_in(text)] == places


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("med min bostøtte på biblioteket", ["min bostøtte"]),
        ("ringe til min søster", ["min søster"]),
        ("skal til tandlægen", ["tandlægen"]),
        ("min bror er syg", []),
        ("sammen med Hanne og min mor", ["Hanne og min mor"]),
    ],
)
def test_people_with_a_part_are_found(text: str, people: list[str]) -> None:
    assert [text[start:end] for start, end in people_in(text)] == people


@pytest.mark.parametrize(
    ("text", "activity"),
    [
        ("jeg vil gerne gå en tur i skoven på tirsdag med min søster", "gå en tur"),
        ("ringe til lægen kl 10", "ringe til lægen"),
        ("støvsuge stuen", "støvsuge stuen"),
        ("kunne godt tænke mig at spille guitar igen", "spille guitar"),
        ("loebe tre gange om ugen", "loebe"),
        ("en tur", None),
        ("jeg har angst", None),
        ("det skal nok gå", None),
    ],
)
def test_the_activity_is_the_verb_and_what_belongs_to_it(text: str, activity: str | None) -> None:
    found = activity_in(text)
    assert (text[slice(*found)] if found else None) == activity


def test_a_number_word_typed_as_no_table_knows_is_an_amount_without_a_number() -> None:
    (_, _, said), = amounts_in("atte glas")
    assert (said.low, said.high, said.unit) == (None, None, "glas")
