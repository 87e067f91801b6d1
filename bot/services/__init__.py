# SPDX-License-Identifier: MPL-2.0
"""One function per thing that happens; each is one transaction."""
