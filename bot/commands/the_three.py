# SPDX-License-Identifier: MPL-2.0
"""Web, action server and Rasa as the settings want them."""

from __future__ import annotations

import sys
from pathlib import Path

from bot.commands.model import ROOT
from bot.commands.processes import Process
from bot.settings import Settings


def the_three(settings: Settings, model: Path) -> list[Process]:
    """Web, action server and Rasa as the settings want them; writes Rasa's endpoints file."""
    var = settings.var.resolve()
    logs, python = var / "logs", sys.executable
    logs.mkdir(parents=True, exist_ok=True)
    endpoints = _write_endpoints(settings, var)
    rasa = [
        python, "-m", "rasa", "run", "--interface", "127.0.0.1", "--port", str(settings.rasa_port),
        "--model", str(model), "--endpoints", str(endpoints), "--credentials", str(ROOT / "credentials.yml"),
    ]
    actions = [python, "-m", "rasa_sdk", "--actions", "actions", "--port", str(settings.actions_port)]
    web = [python, "-m", "bot.web.serving"]
    home = "127.0.0.1"
    return [
        Process("web", web, settings.host, settings.port, "/health", f"{logs}/web.log"),
        Process("actions", actions, home, settings.actions_port, "/health", f"{logs}/actions.log"),
        Process("rasa", rasa, home, settings.rasa_port, "/webhooks/rest/", f"{logs}/rasa.log"),
    ]


def _write_endpoints(settings: Settings, var: Path) -> Path:
    """The project's endpoints with the ports of these settings."""
    var.mkdir(parents=True, exist_ok=True)
    text = (ROOT / "endpoints.yml").read_text(encoding="utf-8")
    path = var / "endpoints.yml"
    path.write_text(text.replace("http://127.0.0.1:5055", settings.actions_url), encoding="utf-8")
    return path
