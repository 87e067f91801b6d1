# SPDX-License-Identifier: MPL-2.0
"""Rasa reads Danish: one component per codebook layer, one file each."""
