# SPDX-License-Identifier: MPL-2.0
"""The `afsaet` command: run, train, read, chat, and what staff need at a terminal."""
