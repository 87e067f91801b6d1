# SPDX-License-Identifier: MPL-2.0
"""The store: one place for what was said, sealed at rest."""
