"""What a model would write next, against what it writes alone and against transformers."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from translation.engines.checkpoint import Checkpoint
from translation.engines.continuing import About, Continuing, Written
from translation.engines.marian_ct2 import MarianCt2
from translation.model.ports import DecodingOptions

SOURCES = [
    "وصل وزير الخارجية الكويتي إلى واشنطن صباح اليوم لإجراء محادثات مع نظيره الأمريكي.",
    "قالت الشركة إنها ستفتح مصنعا جديدا في العام المقبل، وإن العمل فيه يبدأ قريبا.",
    "لم تعلن الحكومة بعد عن موعد الانتخابات.",
]
GREEDY = DecodingOptions(beam_size=1, max_length=60)


@pytest.fixture(scope="module")
def exact(starter: Checkpoint, cache):
    """The starter in float32, whose ties are none of rounding's making."""
    engine = MarianCt2(starter, cache, compute_type="float32")
    yield engine
    engine.close()


@pytest.mark.model
class TestTheModel:
    @pytest.mark.parametrize("source", SOURCES)
    def test_what_it_would_write_is_offered_wherever_the_caret_stands(
        self, exact: MarianCt2, source: str
    ) -> None:
        (whole,) = exact.translate([source], GREEDY)
        continuing = Continuing(exact)
        for end in range(len(whole.text)):
            offered = continuing.completed(About(source), whole.text[:end])
            assert offered, whole.text[:end]
            assert whole.text.startswith(whole.text[:end] + offered)

    def test_a_prefix_is_continued_as_if_it_had_come_step_by_step(self, exact: MarianCt2) -> None:
        for source in SOURCES:
            (alone,) = exact.continued(About(source), [], 1, 60)
            assert alone.ended
            for known in range(len(alone.pieces)):
                (rest,) = exact.continued(About(source), alone.pieces[:known], 1, 5)
                assert rest.pieces == alone.pieces[known : known + 5]

    def test_the_next_pieces_are_the_likeliest_that_transformers_knows(
        self, exact: MarianCt2, starter: Checkpoint
    ) -> None:
        import torch
        from transformers import MarianMTModel

        model = MarianMTModel.from_pretrained(starter.folder, dtype=torch.float32).eval()
        ids, pad = exact._vocabulary.target_ids, model.config.pad_token_id
        for source in SOURCES:
            tokens = [ids[p] for p in exact._vocabulary.source_pieces([source])[0]]
            (alone,) = exact.continued(About(source), [], 1, 12)
            for known in (0, 1, 5, 9):
                before = alone.pieces[:known]
                start = torch.tensor([[pad, *(ids[p] for p in before)]])
                with torch.no_grad():
                    logits = model(
                        input_ids=torch.tensor([tokens]), decoder_input_ids=start
                    ).logits[0, -1]
                logits[pad] = float("-inf")
                best = logits.log_softmax(-1).topk(8)
                pieces = {number: piece for piece, number in ids.items()}
                found = exact.continued(About(source), before, 8, 1)
                likeliest = [pieces[number] for number in best.indices.tolist()]
                ours = [written.pieces[0] for written in found if written.pieces]
                theirs = [piece for piece in likeliest if piece != "</s>"]
                assert ours[: len(theirs)] == theirs, "the end is no way to go on"

    def test_nothing_is_offered_after_the_end(self, exact: MarianCt2) -> None:
        for source in SOURCES:
            (whole,) = exact.translate([source], GREEDY)
            for typed in (whole.text, whole.text + " "):
                assert Continuing(exact).completed(About(source), typed) == ""

    def test_alternatives_differ_and_begin_with_whole_words(self, ct2: MarianCt2) -> None:
        found = Continuing(ct2).alternatives(About(SOURCES[0]), "The Foreign Minister")
        assert len(found) == len(set(found)) == 5
        assert len({text.split()[0] for text in found}) >= 4


class Spelling:
    """A model that has learnt three texts by heart, in pieces of its own."""

    TEXTS = (
        ("▁The", "▁min", "ister", "▁came", "."),
        ("▁The", "▁mini", "ng", "."),
        ("▁(", "a", ")"),
    )

    def __init__(self) -> None:
        self.asked = 0

    def pieces_of(self, text: str) -> list[str]:
        return [f"▁{word}" for word in text.split()]

    def end_score(self, about: About, before: Sequence[str]) -> float:
        return 0.0 if tuple(before) in self.TEXTS else -9.0

    def continued(self, about: About, before: Sequence[str], ways: int, most: int) -> list[Written]:
        self.asked += 1
        known = len(before)
        rests = {
            text[known : known + most]: Written(
                text[known : known + most], known + most > len(text)
            )
            for text in self.TEXTS
            if text[:known] == tuple(before)
        }
        firsts: dict[tuple[str, ...], Written] = {}
        for rest, written in rests.items():
            firsts.setdefault(rest[:1], written)
        return list(firsts.values())[:ways]


class TestLettersOfAWord:
    @pytest.mark.parametrize(
        ("typed", "rest"),
        [
            ("", "The minister came."),
            ("T", "he minister came."),
            ("The", " minister came."),
            ("The ", "minister came."),
            ("The m", "inister came."),
            ("The minist", "er came."),
            ("The minin", "g."),
            ("(", "a)"),
            ("The x", ""),
            ("Then", ""),
            ("Nothing like it ", ""),
        ],
    )
    def test_they_are_spelt_by_the_models_own_pieces(self, typed: str, rest: str) -> None:
        assert Continuing(Spelling()).completed(About("a source"), typed) == rest

    def test_a_last_word_that_may_go_on_is_left_out(self) -> None:
        assert Continuing(Spelling()).completed(About("a source"), "", most=2) == "The"

    def test_what_was_asked_once_is_not_asked_again_while_one_types(self) -> None:
        model = Spelling()
        continuing = Continuing(model)
        continuing.completed(About("a source"), "The m")
        asked = model.asked
        assert continuing.completed(About("a source"), "The mi") == "nister came."
        assert model.asked == asked
        continuing.completed(About("another source"), "The mi")
        assert model.asked > asked
