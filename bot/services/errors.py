# SPDX-License-Identifier: MPL-2.0
"""What can go wrong at the desk, each with the way out in Danish; the edge turns them into answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.goals.goal import Goal


class DeskError(Exception):
    """`danish` is said to people, `kind` names the error in the API."""

    kind = "error"
    danish = "Noget gik galt. Prøv igen om lidt."

    def __init__(self, danish: str | None = None) -> None:
        super().__init__(self.kind)
        self.danish = danish or self.danish


class UnknownConversation(DeskError):
    """No such conversation, or not this caller's: the two can't be told apart from outside."""

    kind = "unknown-conversation"
    danish = "Samtalen findes ikke. Bed din bostøtte om en ny kode."


class UnknownGoal(DeskError):
    """No such goal, or not this caller's."""

    kind = "unknown-goal"
    danish = "Målet findes ikke, eller det er ikke delt med dig."


class UnknownCitizen(DeskError):
    """No such citizen, or no relation to them."""

    kind = "unknown-citizen"
    danish = "Borgeren findes ikke, eller du er ikke tilknyttet borgeren."


class UnknownAlert(DeskError):
    """No such alert, or no relation to its citizen."""

    kind = "unknown-alert"
    danish = "Beskeden findes ikke, eller du er ikke tilknyttet borgeren."


class UnknownCode(DeskError):
    """The invitation code is not one of ours."""

    kind = "unknown-code"
    danish = "Koden passer ikke. Se efter, om alle tegn er med, eller bed din bostøtte om en ny."


class ExpiredCode(DeskError):
    """The invitation's time is up."""

    kind = "expired-code"
    danish = "Koden er for gammel. Bed din bostøtte om en ny."


class UsedCode(DeskError):
    """The invitation has already led to a conversation in which something has been said."""

    kind = "used-code"
    danish = "Koden er allerede brugt. Åbn samtalen, hvor du begyndte den, eller bed om en ny kode."


class EmptyText(DeskError):
    """Nothing but space in the message."""

    kind = "empty-text"
    danish = "Der stod ikke noget. Skriv et ord eller to."


class TextTooLong(DeskError):
    """More characters than a message may have."""

    kind = "text-too-long"
    danish = "Det var langt. Del det op, og send det i mindre stykker."


class NothingToShare(DeskError):
    """A share that names neither a goal nor a quote."""

    kind = "nothing-to-share"
    danish = "Vælg, hvad du vil dele."


class ForeignQuote(DeskError):
    """A quote that is not a message of this conversation."""

    kind = "unknown-quote"
    danish = "Det, du valgte, findes ikke i samtalen."


class GoalNotThere(DeskError):
    """The goal's state does not allow this."""

    kind = "move-not-allowed"
    danish = "Det kan ikke gøres med målet lige nu."


class ChangedMeanwhile(DeskError):
    """The goal has another version than the one the caller had read; `goal` is what stands now."""

    kind = "changed-meanwhile"
    danish = "Målet er ændret, siden du læste det. Læs det nye, og prøv igen."

    def __init__(self, goal: Goal) -> None:
        super().__init__()
        self.goal = goal


class ThreeActive(DeskError):
    """A fourth goal would become active."""

    kind = "three-active"
    danish = "Der er tre mål i gang. Det her venter, til der er plads."


class TextNeeded(DeskError):
    """An answer or a review that needs words came without them."""

    kind = "text-needed"
    danish = "Skriv, hvad der skal stå."


class NotOnTheRuler(DeskError):
    """A number that is not on its scale."""

    kind = "not-on-the-ruler"
    danish = "Tallet skal være på skalaen: 0 til 10, eller −2 til 2 for opnåelse."


class NothingShared(DeskError):
    """The citizen has not shared this."""

    kind = "not-shared"
    danish = "Borgeren har ikke delt det."


class BadCursor(DeskError):
    """A cursor that is not one of ours."""

    kind = "bad-cursor"
    danish = "Siden findes ikke. Begynd forfra uden cursor."


class TooMany(DeskError):
    """More tries or calls than a person needs; `wait` is how many seconds until the next one may be made."""

    kind = "too-many"
    danish = "Det gik lidt for hurtigt for systemet. Vent et øjeblik, og prøv igen. Er der fare, så ring 112 nu."

    def __init__(self, wait: int = 1) -> None:
        super().__init__()
        self.wait = wait


class ForeignForm(DeskError):
    """A form that was sent from another site's page, or without what shows that it was ours; nothing is done."""

    kind = "foreign-form"
    danish = "Det blev ikke sendt, for vi kunne ikke se, at det kom fra denne side. Åbn siden igen, og send det derfra."


class SignInRefused(DeskError):
    """Name, password, one-time code or session do not fit, or the account waits after failures: never said which."""

    kind = "sign-in-refused"
    danish = "Navn, adgangskode eller engangskode passer ikke. Efter flere forsøg må du vente lidt, før du prøver igen."


class SignInElsewhere(DeskError):
    """This house lets staff sign in at an OpenID provider only."""

    kind = "sign-in-elsewhere"
    danish = "Her logger man ind gennem kommunens egen login-side. Begynd på siden »Log ind«."


class SignInCancelled(DeskError):
    """The OpenID provider says that the person, or the provider itself, said no (`access_denied`)."""

    kind = "sign-in-cancelled"
    danish = "Du kom ikke hele vejen gennem kommunens login. Prøv igen, når du er klar."


class SignInUnfinished(DeskError):
    """What came back from the OpenID provider does not belong to a sign-in that began in this browser just before."""

    kind = "sign-in-unfinished"
    danish = "Login blev ikke gjort færdigt. Måske gik der for lang tid. Begynd forfra her."


class NoFittingRole(DeskError):
    """The OpenID provider gives the person none of the roles of AFSAET_OIDC_ROLES, or several."""

    kind = "no-fitting-role"
    danish = (
        "Kommunens login kender dig, men giver dig ikke præcis én rolle i Afsæt. Det er ikke noget, du har gjort "
        "forkert. Bed din leder eller kommunens it-afdeling om at rette din adgang, og log så ind igen."
    )


class AccountEnded(DeskError):
    """The OpenID provider vouches for the person, but the account here has been ended."""

    kind = "account-ended"
    danish = "Din konto i Afsæt er lukket. Spørg den, der styrer konti hos jer, hvis det er forkert."


class ProviderAway(DeskError):
    """The OpenID provider does not answer, or not as one."""

    kind = "provider-away"
    danish = "Vi kan ikke få fat i kommunens login lige nu. Prøv igen om lidt."


class ProviderSaysTooLittle(DeskError):
    """The OpenID provider sends no name in the claim of AFSAET_OIDC_NAME_CLAIM."""

    kind = "provider-says-too-little"
    danish = "Kommunens login sendte ikke dit navn. Sig det til kommunens it-afdeling, så de kan rette det."


class WeakPassword(DeskError):
    """A password that is short or easily guessed."""

    kind = "weak-password"
    danish = "Adgangskoden er for let at gætte. Brug mindst 12 tegn, gerne fire ord, der ikke plejer at stå sammen."


class NotYourRole(DeskError):
    """The caller's role does not have this right, whatever the object."""

    kind = "not-your-role"
    danish = "Det har din rolle ikke adgang til. Spørg den, der styrer konti hos jer, hvis det er forkert."


class NoSession(DeskError):
    """A peer who is in no supported session, or no longer; or a proposal that is not there."""

    kind = "no-session"
    danish = "Du er ikke med i en samtale lige nu. Bed borgeren om at vise en kode."


class UnknownAccount(DeskError):
    """No such account."""

    kind = "unknown-account"
    danish = "Kontoen findes ikke. Se listen over konti."


class LoginTaken(DeskError):
    """Somebody has this login name."""

    kind = "login-taken"
    danish = "Det brugernavn er taget. Vælg et andet."


class NotOnYourself(DeskError):
    """An administrator would lock themselves out."""

    kind = "not-on-yourself"
    danish = "Det kan du ikke gøre ved din egen konto. Bed en anden, der styrer konti."
