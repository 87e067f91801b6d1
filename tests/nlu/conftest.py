# SPDX-License-Identifier: MPL-2.0
"""One small trained pipeline for all tests of the readers; Rasa takes seconds to import."""

from __future__ import annotations

import pytest

from tests.nlu.messages import Pipeline


@pytest.fixture(scope="session")
def pipeline(tmp_path_factory: pytest.TempPathFactory) -> Pipeline:
    """Everything below the readers, trained on the made-up messages."""
    return Pipeline(tmp_path_factory.mktemp("model"))
