# SPDX-License-Identifier: MPL-2.0
"""Invented citizens who talk with the engine."""
