# SPDX-License-Identifier: MPL-2.0
"""Danger in words, help lines, and what is said then; nothing here needs a model, a network or a disk."""
