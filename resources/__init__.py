"""The files that come with the program: read, not run. Everybody may read here."""

from importlib.resources import files
from pathlib import Path

FOLDER = Path(str(files(__name__)))
"""They lie in a folder, in the repository as where pip installs the program: Qt and the engines
read them by their paths."""
