# SPDX-License-Identifier: MPL-2.0
"""Long runs against the real processes; each has a small version among the tests."""
