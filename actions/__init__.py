# SPDX-License-Identifier: MPL-2.0
"""What Rasa may call: a few lines each."""
