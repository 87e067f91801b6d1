# SPDX-License-Identifier: MPL-2.0
"""The web: the citizen's chat page, the gateway to Rasa, and the API under /api/v1."""
