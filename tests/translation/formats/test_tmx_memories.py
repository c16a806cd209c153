"""TMX files of any size into memories, and memories out as TMX."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.translation.memory.small_units import BOLD, CLOSE, NEWS, OPEN, memory_of, placed
from translation.errors import ExportError, InputError, TranslationMemoryError
from translation.formats import ReadOptions
from translation.formats.tmx.read import read
from translation.memory import MemoryFile
from translation.memory.filling import Taken
from translation.model.language import LanguagePair
from translation.model.memory_unit import MemoryUnit
from translation.system.cancel import Cancelled
from translation.work.memories import export_memory, import_into

HEAD = '<?xml version="1.0"?><tmx version="1.4"><header srclang="ar"/><body>'
SMALL = f"""{HEAD}
<tu><prop type="x-context-pre">قبله</prop><tuv xml:lang="ar"><seg>نص</seg></tuv>
<tuv xml:lang="en-GB" creationid="Omar" changeid="Lina" changedate="20240102T030405Z">
<seg>Text</seg></tuv></tu>
<tu><tuv xml:lang="fr"><seg>Rien</seg></tuv><tuv xml:lang="en"><seg>Nothing</seg></tuv></tu>
<tu><tuv xml:lang="ar"><seg>لا شيء</seg></tuv></tu>
<tu><tuv xml:lang="ar"><seg> <bpt i="1" x="1">&lt;b></bpt>غامق<ept i="1">&lt;/b></ept></seg></tuv>
<tuv xml:lang="EN"><seg><bpt i="1" x="1">&lt;b></bpt>Bold<ept i="1">&lt;/b></ept></seg></tuv></tu>
</body></tmx>"""


@pytest.fixture
def memory(tmp_path) -> MemoryFile:
    return MemoryFile.at(tmp_path / "a.murajitm")


def units(memory: MemoryFile) -> list[MemoryUnit]:
    return [stored.unit for stored in memory]


def written(path: Path, text: str | bytes) -> Path:
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_pairs_go_in_with_who_when_and_where(memory, tmp_path):
    assert import_into(memory, written(tmp_path / "a.tmx", SMALL)) == Taken(2, 0)
    first, second = units(memory)
    assert (first.source, first.target, first.author) == ("نص", "Text", "Lina")
    assert (first.time, first.before, first.after) == (1704164645.0, "قبله", None)
    assert second.source == f"{OPEN}غامق{CLOSE}"
    assert second.target == f"{OPEN}Bold{CLOSE}"
    assert [code.markup for code in second.codes] == ["<b>", "</b>"]


def test_a_second_time_adds_nothing_and_other_languages_can_be_asked_for(memory, tmp_path):
    path = written(tmp_path / "a.tmx", SMALL)
    import_into(memory, path)
    assert import_into(memory, path) == Taken(0, 2)
    assert import_into(memory, path, pair=LanguagePair("fr", "en")) == Taken(1, 0)


def test_what_a_memory_holds_comes_back_from_its_tmx(memory, tmp_path):
    bold = MemoryUnit(f"{OPEN}ا{CLOSE}", f"{OPEN}a{CLOSE}", codes=BOLD, before="", after="ب")
    held = [*NEWS, placed(1), bold._replace(author="Lina", time=1.0)]
    memory.put(held)
    assert export_memory(memory, tmp_path / "out.tmx") == len(held)
    back = MemoryFile.at(tmp_path / "b.murajitm")
    import_into(back, tmp_path / "out.tmx")
    assert [u._replace(codes=()) for u in units(back)] == [u._replace(codes=()) for u in held]
    assert [code.markup for code in units(back)[-1].codes] == ["<b>", "</b>"]
    assert import_into(memory, tmp_path / "out.tmx").added <= 1  # codes are told apart anew
    [document] = read((tmp_path / "out.tmx").read_bytes(), ReadOptions("out.tmx"))
    assert [unit.segments[0].target for unit in document.units] == [u.target for u in held]


TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc", "Co", "Cn"]), min_size=1).filter(
    lambda text: text == text.strip() and not set(text) & {"\u2028", "\u2029"}
)


@given(st.lists(st.tuples(TEXT, TEXT), min_size=1, max_size=5, unique=True))
def test_any_texts_come_back(tmp_path_factory, pairs):
    folder = tmp_path_factory.mktemp("tmx")
    memory = memory_of(folder / "a.murajitm", *(MemoryUnit(*pair) for pair in pairs))
    export_memory(memory, folder / "out.tmx")
    back = MemoryFile.at(folder / "b.murajitm")
    import_into(back, folder / "out.tmx")
    assert [(unit.source, unit.target) for unit in units(back)] == pairs
    memory.close()
    back.close()


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (f'<!DOCTYPE tmx [<!ENTITY a "b">]>{HEAD}</body></tmx>', "xml_entities"),
        (SMALL[:-40], "bad_xml"),
        (SMALL.replace("نص", "نص & "), "bad_xml"),
        ("<xliff/>", "wrong_format"),
        (f"{HEAD}</body></tmx>", "no_pairs"),
        (f"{HEAD}{'<a>' * 5000}{'</a>' * 5000}</body></tmx>", "bad_xml"),
        (b"\0" * 100, "bad_xml"),
        ("", "bad_xml"),
    ],
)
def test_hostile_files_are_refused_and_leave_the_memory_as_it_was(memory, tmp_path, text, reason):
    memory.put(NEWS)
    with pytest.raises(InputError) as refused:
        import_into(memory, written(tmp_path / "a.tmx", text))
    assert refused.value.reason == reason
    assert units(memory) == list(NEWS)


def test_an_entity_behind_a_long_comment_is_refused(memory, tmp_path):
    late = f'<!--{"x" * 3_000_000}--><!DOCTYPE tmx [<!ENTITY a "b">]>{SMALL.partition("?>")[2]}'
    with pytest.raises(InputError, match="entities"):
        import_into(memory, written(tmp_path / "a.tmx", late))
    assert len(memory) == 0


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_unicode_files_of_any_kind_are_read(memory, tmp_path, encoding):
    declared = SMALL.replace('version="1.0"', 'version="1.0" encoding="UTF-16"', 1)
    text = declared if encoding == "utf-16" else SMALL
    assert import_into(memory, written(tmp_path / "a.tmx", text.encode(encoding))).added == 2


def test_what_is_cancelled_leaves_the_memory_as_it_was(memory, tmp_path):
    def report(done: int, total: int) -> None:
        if done:
            raise Cancelled

    with pytest.raises(Cancelled):
        import_into(memory, written(tmp_path / "a.tmx", SMALL), report=report)
    assert len(memory) == 0


def test_confirmed_segments_of_other_files_go_in(memory, tmp_path):
    table = written(
        tmp_path / "t.csv", "source,target,state\nنص,Text,confirmed\nآخر,Other,edited\n"
    )
    assert import_into(memory, table, pair=LanguagePair("ar", "en")) == Taken(1, 0)
    assert [unit.target for unit in units(memory)] == ["Text"]


def test_nothing_is_written_of_an_empty_memory_or_where_there_is_no_folder(memory, tmp_path):
    with pytest.raises(TranslationMemoryError, match="nothing"):
        export_memory(memory, tmp_path / "out.tmx")
    memory.put(NEWS)
    with pytest.raises(ExportError):
        export_memory(memory, tmp_path / "none" / "out.tmx")
    assert not (tmp_path / "out.tmx").exists()
