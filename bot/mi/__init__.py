# SPDX-License-Identifier: MPL-2.0
"""The motivational conversation: what has been said, which skill now, and how it is said in Danish."""
