# SPDX-License-Identifier: MPL-2.0
"""A citizen's plan in the forms that paper, calendars and other systems read."""
