"""What every termbase format keeps: a round trip, and refusals in one sentence."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.translation.formats.termbases.term_samples import SMALL, facts, termbases
from tests.translation.unfilled import unfilled
from translation.errors import ExportError, InputError
from translation.formats import ReadOptions, WriteOptions
from translation.formats.termbases import TERMBASE_FORMATS, TermbaseSpec
from translation.model.term import Term, TermBase, TermEntry
from translation.system.cancel import Cancelled

shared_by_classes = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.differing_executors, HealthCheck.too_slow],
)


class TermbaseContract:
    """Inherited by one class a format."""

    format_id: str

    @property
    def spec(self) -> TermbaseSpec:
        return next(spec for spec in TERMBASE_FORMATS if spec.id == self.format_id)

    def write(self, termbase: TermBase) -> bytes:
        return self.spec.write(termbase, WriteOptions("out")).data

    def read(self, data: bytes) -> TermBase:
        readers = [s for s in TERMBASE_FORMATS if s.suffixes[0] == self.spec.suffixes[0] and s.read]
        return readers[0].read(data, ReadOptions("in")).termbase

    def test_small_termbase_comes_back(self):
        assert facts(self.read(self.write(SMALL))) == facts(SMALL)

    @shared_by_classes
    @given(termbases())
    def test_any_termbase_comes_back(self, termbase):
        assert facts(self.read(self.write(termbase))) == facts(termbase)

    def test_writing_again_gives_the_same_bytes(self):
        assert self.write(SMALL) == self.write(SMALL)

    def test_none_are_said(self):
        for empty in (TermBase(), TermBase((TermEntry("a", ()),))):
            with pytest.raises(ExportError) as caught:
                self.write(empty)
            assert caught.value.reason == "no_terms"

    def test_many_and_long(self):
        long = "كلمة " * 2000
        entries = [TermEntry("long", (Term("ar", long.strip()), Term("en", "x")))]
        entries += [
            TermEntry(f"n{n}", (Term("ar", f"مصطلح {n}"), Term("en", f"term {n}")))
            for n in range(3000)
        ]
        many = TermBase(tuple(entries))
        assert facts(self.read(self.write(many))) == facts(many)

    def test_it_can_be_cancelled(self):
        def report(_done: int, _total: int) -> None:
            raise Cancelled

        with pytest.raises(Cancelled):
            self.spec.write(SMALL, WriteOptions("out", report=report))
        if self.spec.read is not None:
            with pytest.raises(Cancelled):
                self.spec.read(self.write(SMALL), ReadOptions("in", report=report))

    @shared_by_classes
    @given(st.data())
    def test_damaged_files_open_or_are_refused(self, data):
        whole = self.write(SMALL)
        cut = data.draw(st.integers(1, len(whole)))
        damaged = bytearray(whole[:cut])
        damaged[data.draw(st.integers(0, cut - 1))] = data.draw(st.integers(0, 255))
        try:
            assert self.read(bytes(damaged)).entries
        except InputError as error:
            assert not unfilled(error)  # noqa: PT017

    @pytest.mark.parametrize(
        "data",
        [b"", b" \n", b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(range(256)) * 9, b"PK\x03\x04"],
    )
    def test_refuses_in_a_sentence(self, data):
        with pytest.raises(InputError) as caught:
            self.read(data)
        assert str(caught.value).startswith("in")
        assert not unfilled(caught.value)


class TestTbx(TermbaseContract):
    format_id = "tbx"


class TestTbxDca(TermbaseContract):
    format_id = "tbx-dca"


class TestTbxDct(TermbaseContract):
    format_id = "tbx-dct"


class TestCsv(TermbaseContract):
    format_id = "csv"


class TestTsv(TermbaseContract):
    format_id = "tsv"


class TestXlsx(TermbaseContract):
    format_id = "xlsx"


def test_every_format_is_held_to_it():
    held = {kind.format_id for kind in TermbaseContract.__subclasses__()}
    assert held == {spec.id for spec in TERMBASE_FORMATS}
