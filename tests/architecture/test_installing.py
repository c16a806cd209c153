"""What pip makes of the repository: a command with all it needs, wherever it is called."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

from translation import __version__

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "resources" / "samples" / "sample.ar.txt"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    """The wheel of a copy of the repository, built without a network."""
    copy, out = tmp_path_factory.mktemp("copy"), tmp_path_factory.mktemp("wheel")
    names = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard", "-z"],
        cwd=ROOT,
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    for name in filter(None, names.stdout.split("\0")):
        if not name.startswith("tests/") and (ROOT / name).is_file():
            place = copy / name
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes((ROOT / name).read_bytes())
    pip("wheel", "--no-deps", "--no-build-isolation", "-w", str(out), str(copy))
    return next(out.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory) -> Path:
    """A folder that the wheel is installed in; what it depends on is there already."""
    folder = tmp_path_factory.mktemp("installed")
    pip("install", "--no-deps", "--target", str(folder), str(wheel))
    return folder


def pip(*words: str) -> None:
    command = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", *words]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def muraji(installed: Path, folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    script = next((installed / "bin").glob("muraji*"))
    return subprocess.run(
        [sys.executable, str(script), *words],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(installed)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.slow
class TestInstalled:
    def test_it_holds_every_module_and_resource(self, wheel):
        there = set(zipfile.ZipFile(wheel).namelist())
        for package in ("app", "ui", "translation", "resources"):
            for path in (ROOT / package).rglob("*"):
                if path.is_file() and path.suffix != ".pyc":
                    assert path.relative_to(ROOT).as_posix() in there
        assert any(name.endswith("licenses/LICENSE") for name in there)
        assert not any(name.startswith("tests/") for name in there)

    def test_it_says_its_version(self, installed, tmp_path):
        assert muraji(installed, tmp_path, "--version").stdout == f"Muraji {__version__}\n"

    def test_it_translates_in_any_folder(self, installed, tmp_path):
        done = muraji(installed, tmp_path, "translate", str(SAMPLE), "-o", "out.xlf")
        assert done.returncode == 0, done.stderr
        assert f'tool-version="{__version__}"' in (tmp_path / "out.xlf").read_text("utf-8")

    def test_it_writes_a_pdf_in_a_process_of_its_own(self, installed, tmp_path):
        done = muraji(installed, tmp_path, "convert", str(SAMPLE), "-o", "out.pdf")
        assert done.returncode == 0, done.stderr
        assert (tmp_path / "out.pdf").read_bytes().startswith(b"%PDF")

    def test_its_help_names_the_command(self, installed, tmp_path):
        said = muraji(installed, tmp_path, "segment").stderr
        assert said.startswith("muraji segment: ")


def test_what_is_installed_is_pinned_in_one_place():
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    named = settings["tool"]["setuptools"]["dynamic"]
    files = [named["dependencies"], *named["optional-dependencies"].values()]
    for entry in files:
        names = entry["file"] if isinstance(entry["file"], list) else [entry["file"]]
        for name in names:
            for line in (ROOT / name).read_text("utf-8").splitlines():
                assert not line or line.startswith("#") or "==" in line


def test_the_changelog_knows_the_version():
    assert f"## [{__version__}]" in (ROOT / "CHANGELOG.md").read_text("utf-8")
