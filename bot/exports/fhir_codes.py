# SPDX-License-Identifier: MPL-2.0
"""The codes of KL's FHIR profile of goals (kl.dk.fhir.core 1.2.0) that the export uses, and what they stand for."""

from __future__ import annotations

from bot.goals.goal import Kind
from bot.goals.lifecycle import State

PROFILE = "http://fhir.kl.dk/core/StructureDefinition/KLCommonCareSocialGoal"
CARE_SOCIAL = "http://fhir.kl.dk/term/CodeSystem/CareSocialCodes"
FFB = "urn:oid:1.2.208.176.2.22"
GOAL_RELATIONSHIP = "http://hl7.org/fhir/StructureDefinition/goal-relationship"
RELATIONSHIP_TYPE = "http://terminology.hl7.org/CodeSystem/goal-relationship-type"
INFORMER = "http://fhir.kl.dk/core/StructureDefinition/MatterOfInterestInformer"
ACHIEVEMENT = "http://terminology.hl7.org/CodeSystem/goal-achievement"

DELMAAL = ("6746d4af-145a-4bfd-a672-05c0cf11b53b", "FFB delmål")
WISHES = ("416fe27d-3ccf-4390-8742-8b52a9d8dc78", "FFB borgers mål og ønsker")
INFORMER_CITIZEN = ("25b4e705-2e9a-47a2-b11a-c829316b9d3a", "Borger")
INFORMER_PROVIDER = ("f00a6844-1005-401d-965d-1c5859df7beb", "Udfører")
GOAL_KIND = ("90c48f03-f194-4b2f-ad7d-6cba1069ae48", "måltype")
CHANGE_VALUES = {
    Kind.DEVELOP: ("d41c8072-52f8-42b5-9375-ddbea454d27f", "Udvikle funktionsevne"),
    Kind.KEEP: ("10752a63-00b4-4958-b7f4-9f3a18f74266", "Fastholde funktionsevne"),
}
"""KL's code for limiting a loss is not known to us; that kind is written as a note."""

LIFECYCLE = {
    State.DRAFT: "proposed",
    State.SHARED: "proposed",
    State.SUGGESTED: "proposed",
    State.ASKED: "proposed",
    State.DECLINED: "rejected",
    State.AGREED: "accepted",
    State.ACTIVE: "active",
    State.PAUSED: "on-hold",
    State.REACHED: "completed",
    State.DROPPED: "cancelled",
    State.WITHDRAWN: "entered-in-error",
}
"""`Goal.lifecycleStatus` (R4 value set goal-status) of every state; withdrawn ones are never exported."""

ACHIEVED = {State.REACHED: "achieved", State.DROPPED: "not-attainable"}
"""`Goal.achievementStatus`; while a goal is on its way, the newest attainment says how it goes."""
COURSE = {-2: "worsening", -1: "no-progress", 0: "in-progress", 1: "improving", 2: "improving"}
"""Goal attainment (−2…+2) as `goal-achievement`; a reading of ours, so the number stands in a note beside it."""
