"""Floors of coverage: every package has one, they rise, and what falls is said."""

from __future__ import annotations

import json

import pytest

from tests import coverage_floors
from tests.coverage_floors import FLOORS, fallen, main, packages, percentages, raised


def report(**files: tuple[int, int]) -> dict[str, object]:
    """A report of files, each with the statements run and all there are."""
    summaries = {
        name.replace("__", "/") + ".py": {"summary": {"covered_lines": run, "num_statements": all_}}
        for name, (run, all_) in files.items()
    }
    return {"files": summaries}


def test_every_package_has_a_floor_and_no_other_has():
    floors = json.loads(FLOORS.read_text("utf-8"))
    assert sorted(floors) == [package for package in packages() if package in floors]
    assert set(packages()) - set(floors) == set()
    assert all(0 < floor <= 100 for floor in floors.values())


def test_a_package_is_its_own_modules_without_those_below():
    told = report(ui__keys=(3, 4), ui__review__marks=(1, 10), ui__theme=(0, 0), ui__plain=(6, 8))
    assert percentages(told) == {"ui": 75.0, "ui/review": 10.0}


def test_what_fell_is_said_and_what_rose_is_kept():
    floors = {"app": 90.0, "ui": 80.0}
    assert fallen({"app": 89.6, "ui": 79.4}, floors) == ["ui: 79.4 % is run, and 80.0 % were"]
    assert fallen({"app": 99.0, "cli": 1.0}, floors) == ["cli: has no floor"]
    assert raised({"app": 89.6, "ui": 81.27}, floors) == {"app": 90.0, "ui": 81.2}


@pytest.mark.parametrize(("run", "status", "floor"), [(95, 0, 95.0), (90, 0, 90.0), (85, 1, 90.0)])
def test_from_a_report_to_the_floors(run, status, floor, tmp_path, monkeypatch, capsys):
    floors = tmp_path / "floors.json"
    floors.write_text(json.dumps({"app": 90.0, "gone": 50.0}))
    monkeypatch.setattr(coverage_floors, "FLOORS", floors)
    (tmp_path / "report.json").write_text(json.dumps(report(app__session=(run, 100))))
    assert main([str(tmp_path / "report.json")]) == status
    assert json.loads(floors.read_text()) == {"app": floor}
    assert ("85.0 % is run" in capsys.readouterr().out) is (status == 1)
