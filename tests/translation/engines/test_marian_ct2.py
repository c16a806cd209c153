"""The default engine keeps the contract, and nothing on its way imports torch."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.translation.engines.contract import EngineContract
from translation.engines.loading import load_engine
from translation.engines.marian_ct2 import MarianCt2, lanes_and_cores
from translation.errors import ModelError, UsageError

pytestmark = pytest.mark.model


class TestMarianCt2(EngineContract):
    @pytest.fixture
    def engine(self, ct2: MarianCt2) -> MarianCt2:
        return ct2


def test_cores_are_shared_out_to_lanes() -> None:
    assert [lanes_and_cores(n) for n in (1, 2, 4, 8, 16)] == [
        (1, 1), (2, 1), (4, 1), (4, 2), (4, 4),
    ]  # fmt: skip
    assert lanes_and_cores(0)[0] >= 1


@pytest.mark.usefixtures("fresh_cache")
def test_the_default_model_is_loaded_by_name_and_says_what_it_does() -> None:
    steps: list[str] = []
    engine = load_engine(threads=1, progress=steps.append)
    assert engine.info.engine == "ct2"
    assert engine.lanes == 1
    assert steps == ["loading", "converting"]
    engine.close()


def test_unknown_engines_and_models_are_refused() -> None:
    with pytest.raises(UsageError, match="no engine named"):
        load_engine(engine_id="fairseq")
    with pytest.raises(ModelError, match="no-such"):
        load_engine("no-such")


JOB = """
import sys
import translation.engines
assert not {"numpy", "ctranslate2", "sentencepiece"} & set(sys.modules), "importing is not light"
from translation.engines.loading import load_engine
from translation.engines.pipeline import Request, translate
from translation.system.cancel import CancelToken
from translation.model.ports import DecodingOptions
engine = load_engine()
requests = [Request("1", "وصل الوزير إلى العاصمة.")]
(batch,) = translate(engine, requests, DecodingOptions(), CancelToken())
assert batch[0].text
print([name for name in ("torch", "transformers") if name in sys.modules])
"""


def test_neither_torch_nor_transformers_is_imported_on_the_way(repository) -> None:
    done = subprocess.run(
        [sys.executable, "-c", JOB], cwd=repository, check=True, capture_output=True, text=True
    )
    assert done.stdout.strip() == "[]"
