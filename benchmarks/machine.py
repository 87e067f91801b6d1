# SPDX-License-Identifier: MPL-2.0
"""Facts about the machine that a reader needs to judge figures; no names, no paths."""

from __future__ import annotations

import os
import platform
from datetime import date
from importlib.metadata import version
from pathlib import Path

import psutil

CPUINFO = Path("/proc/cpuinfo")
GIGABYTE = 1024**3


def facts(today: date) -> dict[str, object]:
    """What is measured on, and how busy it was before."""
    return {
        "date": today.isoformat(),
        "cores": os.cpu_count(),
        "processor": processor(CPUINFO.read_text() if CPUINFO.exists() else ""),
        "memory": f"{psutil.virtual_memory().total / GIGABYTE:.1f} GB",
        "system": f"{platform.system()} {platform.machine()}",
        "python": platform.python_version(),
        "rasa": version("rasa"),
        "load_before": load_before(),
    }


def load_before() -> float:
    """How many processes wanted a core, on average over the last minute."""
    return round(os.getloadavg()[0], 2)


def processor(cpuinfo: str) -> str:
    """The model's name as the system gives it."""
    named = (line.partition(":")[2].strip() for line in cpuinfo.splitlines() if line.startswith("model name"))
    return next(named, "unknown")
