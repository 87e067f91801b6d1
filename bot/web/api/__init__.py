# SPDX-License-Identifier: MPL-2.0
"""The API under /api/v1."""
