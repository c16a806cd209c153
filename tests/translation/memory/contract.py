"""What every kind of memory keeps, whatever it lies in."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.translation.memory.small_units import BOLD, CLOSE, NEWS, OPEN, placed
from translation.memory import MemoryPort
from translation.memory.port import Side
from translation.memory.words import for_matching, words_of
from translation.model.language import LanguagePair
from translation.model.memory_unit import MemoryUnit

FEW_WORDS = st.lists(st.sampled_from("وزير اجتماع الكويت مجلس الأمن 12 2024".split()), min_size=1)
TEXTS = FEW_WORDS.map(" ".join)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("put"), st.integers(0, 5), TEXTS),
        st.tuples(st.just("take_out"), st.integers(0, 5), st.just("")),
    ),
    max_size=25,
)
shared_by_classes = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[
        HealthCheck.differing_executors,
        HealthCheck.too_slow,
        HealthCheck.function_scoped_fixture,
    ],
)


class MemoryContract:
    """Inherited by one class a kind, which has a fixture ``make`` that gives empty memories."""

    @pytest.fixture
    def memory(self, make) -> MemoryPort:
        return make()

    def texts(self, memory: MemoryPort) -> list[str]:
        return [stored.unit.source for stored in memory]

    def test_what_goes_in_comes_out_as_it_was(self, memory):
        unit = MemoryUnit(
            f"نص {OPEN}مهم{CLOSE}",
            f"An {OPEN}important{CLOSE} text",
            LanguagePair("ar-EG", "en-GB"),
            BOLD,
            "article",
            "s1",
            "Lina",
            1700000000.5,
            "",
            "وبعده",
        )
        memory.put([unit, NEWS[0]])
        assert [stored.unit for stored in memory] == [unit, NEWS[0]]
        assert len(memory) == 2

    def test_one_of_a_place_takes_the_place_of_the_one_from_there(self, memory):
        memory.put([placed(0), placed(1)])
        memory.put([placed(0, unit=NEWS[4])])
        memory.put([placed(0, unit=NEWS[4])])
        assert self.texts(memory) == [NEWS[1].source, NEWS[4].source]
        assert memory.same(for_matching(NEWS[0].source, "ar")) == []
        assert len(memory) == 2

    def test_the_same_of_no_place_is_one(self, memory):
        memory.put([NEWS[0], NEWS[0]])
        memory.put([NEWS[0], NEWS[0]._replace(before="قبله")])
        assert len(memory) == 2

    def test_a_place_is_forgotten_and_others_are_not(self, memory):
        memory.put([placed(0), placed(1), NEWS[0]])
        memory.take_out([("article", "s0"), ("article", "s7"), ("other", "s1")])
        assert [stored.unit for stored in memory] == [placed(1), NEWS[0]]
        memory.take_out([("article", "s0")])
        assert len(memory) == 2

    def test_the_same_source_is_found_however_it_is_spelled(self, memory):
        memory.put([placed(0), placed(1)])
        [found] = memory.same(for_matching("عقد وزيرُ الخارجية إجتماعًا في الكويت", "ar"))
        assert found.unit == placed(0)

    def test_units_are_given_by_their_numbers_in_order(self, memory):
        memory.put(placed(number) for number in range(4))
        numbers = [stored.number for stored in memory]
        assert [one.unit.segment for one in memory.units([numbers[3], 10**6, numbers[0]])] == [
            "s3",
            "s0",
        ]

    def test_what_shares_rare_words_comes_first(self, memory):
        memory.put(NEWS)
        found = memory.like(for_matching("عقد وزير الدفاع اجتماعا في الكويت", "ar"), 0.5, 3)
        assert found[0][1] == NEWS[0].source

    def test_what_is_much_longer_is_left_out(self, memory):
        memory.put([NEWS[4], NEWS[4]._replace(source=f"{NEWS[4].source} {'و' * 90}")])
        assert len(memory.like(for_matching(NEWS[4].source, "ar"), 0.5, 9)) == 1
        assert len(memory.like(for_matching(NEWS[4].source, "ar"), 0.1, 9)) == 2

    def test_words_are_found_on_either_side(self, memory):
        memory.put(NEWS)
        numbers = [stored.number for stored in memory]
        assert list(memory.holding([["the"]], Side.TARGET)) == numbers[3::-1]
        assert list(memory.holding([["the"], ["dead", "kuwait"]], Side.TARGET)) == numbers[1::-1]
        assert list(memory.holding([["init*"]], Side.TARGET)) == numbers[2:3]
        assert list(memory.holding([["the"]], Side.SOURCE)) == []
        assert list(memory.holding([["the"], ["nowhere"]], Side.TARGET)) == []
        assert list(memory.holding([], Side.TARGET)) == []

    def test_all_or_nothing_goes_in(self, memory):
        def units():
            yield NEWS[0]
            raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            memory.put(units())
        assert len(memory) == 0
        memory.put([placed(0)])
        assert [stored.unit for stored in memory] == [placed(0)]

    @shared_by_classes
    @given(steps=STEPS)
    def test_any_steps_leave_what_a_list_would_hold(self, make, steps):
        memory = make()
        held: dict[str, str] = {}
        for kind, number, source in steps:
            segment = f"s{number}"
            if kind == "put":
                memory.put([MemoryUnit(source, source, document="d", segment=segment)])
                if held.get(segment) != source:
                    held.pop(segment, None)
                    held[segment] = source
            else:
                memory.take_out([("d", segment)])
                held.pop(segment, None)
        assert self.texts(memory) == list(held.values())
        assert len(memory) == len(held)
        for word in ("وزير", "12"):
            folded = for_matching(word, "ar")
            wanted = [
                source for source in held.values() if folded in words_of(for_matching(source, "ar"))
            ]
            found = memory.units(memory.holding([[folded]], Side.SOURCE))
            assert [stored.unit.source for stored in found] == wanted[::-1]
        memory.close()
