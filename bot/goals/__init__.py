# SPDX-License-Identifier: MPL-2.0
"""From a wish to a delmål that both have said yes to."""
