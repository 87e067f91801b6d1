# SPDX-License-Identifier: MPL-2.0
"""Features whose fingerprint costs little: Rasa otherwise writes every number of every message out as text, often."""

from __future__ import annotations

import hashlib

import numpy as np
import numpy.typing as npt
import scipy.sparse as sp
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, TEXT
from rasa.shared.nlu.training_data.features import Features


class Row(Features):
    """The features of a whole message, sparse or dense, (1, width); its fingerprint hashes the bytes."""

    def __init__(self, numbers: npt.NDArray[np.float32] | sp.csr_matrix, origin: str) -> None:
        super().__init__(numbers, FEATURE_TYPE_SENTENCE, TEXT, origin)

    def fingerprint(self) -> str:
        """Changes with every number."""
        numbers = self.features
        parts = [numbers.indices, numbers.data] if self.is_sparse() else [numbers]
        digest = hashlib.sha256(self.origin.encode())
        for part in parts:
            digest.update(np.ascontiguousarray(part).tobytes())
        return digest.hexdigest()
