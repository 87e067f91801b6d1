# SPDX-License-Identifier: MPL-2.0
"""Every environment variable, typed and described; `afsaet settings` prints them."""

from __future__ import annotations

import ipaddress
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.accounts import Lasting
from bot.care.help_lines import Contact, contacts_for
from bot.care.staffed_hours import StaffedHours, parse


class Settings(BaseSettings):
    """Read from the environment, each with the prefix `AFSAET_`."""

    model_config = SettingsConfigDict(env_prefix="AFSAET_", env_file=None)

    database_url: str = Field(
        "sqlite:///var/afsaet.db",
        description="Where the store is: SQLite by default, `postgresql+psycopg2://…` for PostgreSQL.",
    )
    key: SecretStr | None = Field(
        None,
        description="Master key for citizens' words (Fernet, base64); several by comma: the first seals, all open.",
    )
    key_file: Path = Field(
        Path("var/development.key"), description="Where `make run` keeps a development key when AFSAET_KEY is not set."
    )
    host: str = Field("127.0.0.1", description="Address that the web process listens on.")
    port: int = Field(8080, description="Port of the web process.")
    rasa_port: int = Field(5005, description="Port of Rasa, on the loopback address only.")
    actions_port: int = Field(5055, description="Port of the action server, on the loopback address only.")
    rasa_seconds: float = Field(
        8.0, gt=0, description="How long the gateway waits for Rasa before it answers calmly without it."
    )
    var: Path = Field(Path("var"), description="Folder for logs and other things that are made while running.")
    models: Path = Field(Path("models"), description="Folder of trained Rasa models.")
    invitation_days: int = Field(14, gt=0, description="How many days an invitation code may be used.")
    language: str = Field(
        "da", description="Language of the pages: `da`, or one with a catalogue in `bot/web/locale`; what a catalogue "
        "lacks stays Danish, and the conversation is Danish.",
    )
    region: str | None = Field(
        None, description="The citizens' region, for the right help line: hovedstaden, sjaelland, syddanmark, …"
    )
    municipality_contact_name: str | None = Field(
        None, description="Name of the municipality's own acute service, said when somebody is in danger."
    )
    municipality_contact_number: str | None = Field(None, description="Telephone number of that service.")
    demo: bool = Field(
        False, description="Set by `afsaet run --demo`: whoever reaches this machine may sign in as demo staff. "
        "Works on the loopback address only."
    )
    staffed_hours: str = Field(
        "", description="When staff are at work and read alerts, in Danish local time: `mon-thu 08:00-16:00, "
        "fri 08:00-14:00, closed 2026-12-28..2026-12-30`; never on Danish holidays. Empty: nothing is claimed.",
    )
    privacy_contact: str | None = Field(
        None, description="The municipality's data protection officer, as citizens are told: name, mail, telephone.",
    )
    accessibility_url: str | None = Field(
        None, description="Where `/was` leads: the municipality's own accessibility statement. Empty: our draft.",
    )
    auth: Literal["local", "oidc"] = Field(
        "local", description="How staff sign in: `local` by password and authenticator, `oidc` at an OpenID provider."
    )
    oidc_issuer: str = Field(
        "", description="Address of the OpenID provider, exactly as it names itself (`issuer`); `http` only on this "
        "machine. See sign-in.md.",
    )
    oidc_client_id: str = Field("", description="Name of this system at the OpenID provider.")
    oidc_client_secret: SecretStr | None = Field(None, description="This system's secret at the OpenID provider.")
    oidc_scopes: str = Field("openid profile", description="What the OpenID provider is asked for; `openid` among it.")
    oidc_name_claim: str = Field("name", description="Claim of the ID token that holds a person's name.")
    oidc_role_claim: str = Field(
        "roles", description="Claim of the ID token that holds their roles; a dotted path goes inwards, as in "
        "`realm_access.roles`.",
    )
    oidc_roles: str = Field(
        "", description="Our roles and the OpenID provider's names for them: `bostoette=Afsaet-Bostoette,leder=…`. "
        "Exactly one must fit.",
    )
    staff_idle_minutes: int = Field(30, gt=0, description="Minutes after which an unused session of staff ends.")
    staff_session_hours: int = Field(10, gt=0, description="Hours after which staff sign in again, however busy.")
    citizen_idle_days: int = Field(30, gt=0, description="Days after which a citizen's unused device is signed out.")
    citizen_device_days: int = Field(90, gt=0, description="Days after which a citizen's device is signed out anyway.")
    peer_notes: Literal["off", "with_citizen"] = Field(
        "off", description="What citizen and peer write to each other: `off` deletes it when the session ends, "
        "`with_citizen` keeps it with the talk, for the citizen alone."
    )
    keep_talks_days: int = Field(90, gt=0, description="Days after the last message when a talk's words are deleted.")
    keep_declined_days: int = Field(
        30, gt=0, description="Days after which goals that were declined or taken back are deleted."
    )
    keep_ended_days: int = Field(
        730, gt=0, description="Days after which goals that were reached or laid away are deleted."
    )
    keep_alerts_days: int = Field(730, gt=0, description="Days that alerts of danger are kept; they hold no words.")
    keep_audit_days: int = Field(730, gt=0, description="Days that audit lines are kept.")
    backup_keys: Path = Field(
        Path("var/backup-keys.json"),
        description="The one copy of citizens' keys that goes with copies of the database: always the newest, apart "
        "from the copies and from AFSAET_KEY. A deletion strikes the citizen's key here too.",
    )
    alert_recipients: str = Field(
        "", description="Who is told of danger, by comma, in the order of escalation: mail addresses, or `https://…` "
        "of a webhook. Empty: alerts wait in the outbox until staff look.",
    )
    alert_escalate_minutes: int = Field(
        15, gt=0, description="How long a recipient has to mark an alert as seen before the next one is told too."
    )
    alert_webhook_secret: SecretStr | None = Field(None, description="Signs what is sent to webhooks (HMAC-SHA256).")
    smtp_url: str = Field(
        "smtp://localhost:25",
        description="Mail server for alerts: `smtp://`, `smtp+starttls://` or `smtps://`, `user:password@` if needed.",
    )
    mail_from: str = Field("afsaet@localhost", description="Sender of the mails.")
    public_url: str | None = Field(
        None, description="Address that citizens see, when a proxy stands before the web process."
    )

    redis_url: SecretStr | None = Field(
        None, description="Redis in which several web processes count together (`redis://` or `rediss://`). Empty, or "
        "while Redis is gone: each process counts for itself.",
    )
    trusted_proxies: str = Field(
        "", description="Addresses or networks of the proxies before the web process, by comma: only from these is "
        "`X-Forwarded-For` believed.",
    )
    limit_factor: float = Field(
        1.0, gt=0, description="Multiplies all limits on tries and calls; for load tests, and for many people behind "
        "one address.",
    )

    @field_validator("staffed_hours")
    @classmethod
    def _can_be_read(cls, told: str) -> str:
        """`BadHours` says which part can't."""
        parse(told)
        return told

    @property
    def hours(self) -> StaffedHours | None:
        """When staff are at work; None where it is not said."""
        return parse(self.staffed_hours)

    @property
    def is_loopback(self) -> bool:
        """Whether only this machine reaches the web process: it listens here only, and no public address is set."""
        public = urlsplit(self.public_url).hostname if self.public_url else None
        return _is_here(self.host) and (public is None or _is_here(public))

    @property
    def session_limits(self) -> Lasting:
        """How long staff stay signed in."""
        return Lasting(timedelta(minutes=self.staff_idle_minutes), timedelta(hours=self.staff_session_hours))

    @property
    def device_limits(self) -> Lasting:
        """How long a citizen's device stays signed in."""
        return Lasting(timedelta(days=self.citizen_idle_days), timedelta(days=self.citizen_device_days))

    @property
    def rasa_url(self) -> str:
        """Where the gateway finds Rasa."""
        return f"http://127.0.0.1:{self.rasa_port}"

    @property
    def actions_url(self) -> str:
        """Where Rasa finds the action server."""
        return f"http://127.0.0.1:{self.actions_port}"

    @property
    def whole_database_url(self) -> str:
        """The same database, whatever folder a process runs in."""
        head = "sqlite:///"
        if not self.database_url.startswith(head) or self.database_url == head:
            return self.database_url
        return head + str(Path(self.database_url.removeprefix(head)).resolve())

    @property
    def address(self) -> str:
        """What a citizen types into a browser."""
        return self.public_url or f"http://{self.host}:{self.port}"

    @property
    def is_https(self) -> bool:
        """Whether citizens reach the pages by https."""
        return self.address.lower().startswith("https://")


def _is_here(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


@cache
def settings() -> Settings:
    """The settings of this process; it ends with a sentence for each that can't be, and shows no value of a secret."""
    try:
        return Settings()
    except ValidationError as error:
        wrong = [f"afsaet: AFSAET_{str(one['loc'][0]).upper()}: {one['msg']}" for one in error.errors()]
        raise SystemExit("\n".join(wrong)) from None


def contacts(chosen: Settings) -> tuple[Contact, ...]:
    """The help lines for these settings, in the order in which they are given."""
    name, number = chosen.municipality_contact_name, chosen.municipality_contact_number
    return contacts_for(chosen.region, Contact(name=name, number=number) if name and number else None)


def now() -> datetime:
    """The clock of a running process."""
    return datetime.now(UTC)
