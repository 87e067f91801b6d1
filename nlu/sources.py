# SPDX-License-Identifier: MPL-2.0
"""A hash of the modules that a component leans on: Rasa itself looks at the source of its class only."""

from __future__ import annotations

import hashlib
from pathlib import Path
from types import ModuleType


def fingerprint(*modules: ModuleType) -> str:
    """Changes with every byte of these modules' files."""
    digest = hashlib.sha256()
    for module in modules:
        digest.update(Path(str(module.__file__)).read_bytes())
    return digest.hexdigest()
