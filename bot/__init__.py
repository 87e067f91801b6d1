# SPDX-License-Identifier: MPL-2.0
"""Afsæt: a motivational conversation in Danish, the goals that come of it, and the doors to both."""
