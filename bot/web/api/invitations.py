# SPDX-License-Identifier: MPL-2.0
"""Invitations: a code to hand to a citizen."""

from __future__ import annotations

from fastapi import APIRouter

from bot.services import invitations
from bot.web.api.shapes import Invitation, Invite
from bot.web.callers import InHouse, Inviter

router = APIRouter(prefix="/invitations", tags=["invitations"])


@router.post("", status_code=201)
def invite(here: InHouse, caller: Inviter, body: Invite | None = None) -> Invitation:
    """Makes a code for a new citizen, or for one the caller works with. Caller: staff."""
    asked = body or Invite()
    days = here.settings.invitation_days
    made = invitations.invite(here.store, here.clock, caller, days, asked.citizen_id, asked.called)
    link = f"{here.settings.address}/?kode={made.code}"
    return Invitation(code=made.code, citizen_id=made.citizen_id, expires_at=made.expires_at, link=link)
