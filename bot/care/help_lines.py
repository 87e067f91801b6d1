# SPDX-License-Identifier: MPL-2.0
"""The phone numbers a citizen in danger is given, in the order they are given."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

FILE = Path(__file__).with_name("help_lines.toml")


@dataclass(frozen=True)
class Contact:
    """A line one can ring; empty `regions` means the whole country, empty `hours_text` that none is verified.

    `key` is its name in the file ("" for a municipality's own); `note` is said beside the number.
    """

    name: str
    number: str
    regions: tuple[str, ...] = ()
    hours_text: str = ""
    source_url: str = ""
    checked_on: date | None = None
    key: str = ""
    note: str = ""

    def as_line(self) -> str:
        """One line of a bubble: name, number, and hours or note where there are any."""
        beside = ", ".join(part for part in (self.hours_text, self.note) if part)
        return f"{self.name}: {self.number}" + (f" ({beside})" if beside else "")


ALARM = Contact(name="Alarm", number="112", key="alarm")


def read_contact(key: str, fields: Mapping[str, Any]) -> Contact:
    """One table of the file as a contact; TypeError or ValueError when a field is unknown or wrong."""
    contact = Contact(**{**fields, "key": key, "regions": tuple(fields.get("regions", ()))})
    if not all(isinstance(part, str) and part.strip() for part in (contact.name, contact.number)):
        raise ValueError(key)
    if contact.checked_on is not None and type(contact.checked_on) is not date:
        raise ValueError(key)
    return contact


def read_contacts(path: Path = FILE) -> dict[str, Contact]:
    """The contacts of the file by key; 112 alone when the file is missing or broken."""
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
        contacts = {key: read_contact(key, fields) for key, fields in tables.items()}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, TypeError, ValueError, AttributeError):
        contacts = {}
    return {"alarm": ALARM} | contacts


CONTACTS: Mapping[str, Contact] = read_contacts()


def region_key(region: str) -> str:
    """ "Region Sjælland" and "sjaelland" as "sjælland": the way regions are written in the file."""
    return region.casefold().replace("region", "").replace("ae", "æ").strip(" -_")


def region_line(region: str | None) -> Contact | None:
    """The region's own line, or None for a region that is not given or not known."""
    wanted = region_key(region or "")
    return next((contact for contact in CONTACTS.values() if wanted and wanted in contact.regions), None)


def contacts_for(region: str | None, municipality: Contact | None = None) -> tuple[Contact, ...]:
    """112, the region's line, the municipality's akuttilbud, Livslinien; a person one knows is said."""
    order = (CONTACTS["alarm"], region_line(region), municipality, CONTACTS.get("livslinien"))
    return tuple(contact for contact in order if contact is not None)


def unchecked_since(today: date, days: int = 180) -> tuple[Contact, ...]:
    """The contacts nobody has checked for that many days; 180 by the project's foundations."""
    oldest = today - timedelta(days=days)
    return tuple(c for c in CONTACTS.values() if c.checked_on is None or c.checked_on < oldest)
