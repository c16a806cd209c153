"""Opening and recovering a damaged project, and comparing with what it held."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from tests.damage.oracle import readable_texts
from tests.damage.trial import Trial
from translation.errors import MurajiError, ProjectError
from translation.model.document import Document
from translation.model.edits import EditBatch, Put
from translation.model.record import Record
from translation.store import ProjectFile
from translation.store.doubts import doubts_of
from translation.work.salvaging import recover

RIGHT, DOUBTED, READ_ONLY, REFUSED = "right", "in doubt", "read-only", "refused"


@dataclass
class Tried:
    """What became of one damaged project; the lists are the sentences that condemn the program."""

    opening: str
    recovered: bool = False
    readable: int = 0
    """Segments whose right text plain SQL or the journal gives."""
    found: int = 0
    """Segments whose right text the recovered project has, or offers where it is in doubt."""
    sound: int = 0
    """Those of them that it calls sound."""
    missed: list[str] = field(default_factory=list)
    """Texts that plain SQL or the journal gives, and that were not recovered."""
    unsaid: list[str] = field(default_factory=list)
    """What was changed and shown or recovered as if it were sound."""
    wrong: list[str] = field(default_factory=list)
    """Anything else that must not be."""

    @property
    def complaints(self) -> list[str]:
        return [*self.missed, *self.unsaid, *self.wrong]


def opened(trial: Trial, path: Path) -> Tried:
    """Open it; where nothing is said of damage everything must be as it was, before and after
    writing into it."""
    before = path.read_bytes()
    try:
        project = ProjectFile.open(path)
    except MurajiError:
        tried = Tried(REFUSED)
        if path.read_bytes() != before:
            tried.wrong.append("refused and changed")
        return tried
    verdict = project.verdict
    assert verdict is not None
    if project.obstacle is not None:
        tried = Tried(READ_ONLY)
    elif not verdict.is_sound:
        tried = Tried(DOUBTED)
    else:
        tried = Tried(RIGHT)
        tried.unsaid += _differences(trial, project)
        tried.wrong += _after_writing(project)
    doubted = tried.opening != RIGHT and verdict.is_sound and project.obstacle is None
    if doubted:
        tried.unsaid.append("nothing said")
    project.close()
    return tried


def _differences(trial: Trial, project: ProjectFile) -> list[str]:
    now, held = project.document, trial.document
    same = {
        "files": now.files == held.files,
        "units": now.units == held.units,
        "segments": now.snapshot() == held.snapshot(),
        "records": _records(now) == _records(held),
        "drafts": tuple(now.drafts) == tuple(held.drafts),
        "the number of the next id": now.next_number == held.next_number,
        "restore points": len(project.restore_points()) == trial.points,
        "the place": project.get_meta("active") == "s5",
        "steps": [step.label for step in project.history.steps] == ["confirm"] * 10,
        "what steps did": _can_be_undone(project),
    }
    return [f"{what} differ and nothing is said" for what, is_same in same.items() if not is_same]


def _can_be_undone(project: ProjectFile) -> bool:
    document = project.document.copy()
    try:
        for step in reversed(project.history.steps):
            for batch in reversed(step.batches):
                document.apply_batch(batch.inverse())
    except (MurajiError, ValueError):
        return False
    return all(segment.target is None for segment in document.segments)


def _after_writing(project: ProjectFile) -> list[str]:
    """Confirm five more, open again, and say what is not there."""
    document = project.document
    try:
        for step, row in enumerate(range(10, 15), project.history.next_step):
            before = document.segments[row]
            after = replace(before, target=f"Later text {row}")
            batch = EditBatch("confirm", (Put(before, after),), "", 1.9e9, before.id)
            document.apply_batch(batch)
            project.record("do", step, batch, document.next_number)
        project.close()
        again = ProjectFile.open(project.path)
    except (MurajiError, ValueError) as error:
        return [f"cannot be saved: {error}"]
    again.close()
    is_same = again.document.snapshot() == document.snapshot() and again.obstacle is None
    return [] if is_same else ["what was written is not there"]


def recovered(trial: Trial, path: Path) -> Tried:
    """Recover it and hold the result against what it was and what plain SQL can read."""
    tried = Tried("")
    held = {segment.id: segment for segment in trial.document.segments}
    readable = readable_texts(path, list(held))
    right = {i for i, s in held.items() if (s.source, s.target) in readable[i]}
    tried.readable = len(right)
    before = path.read_bytes()
    try:
        salvaged = recover(path, path.with_name("out.muraji"), replaces=True)
    except MurajiError:
        if right:
            tried.missed.append(f"{len(right)} readable segments and nothing recovered")
        return tried
    tried.recovered = True
    if path.read_bytes() != before:
        tried.wrong.append("the damaged file was written")
    project = ProjectFile.open(salvaged.path)
    project.close()
    if project.obstacle is not None or not project.verdict or not project.verdict.is_sound:
        tried.wrong.append(f"what was recovered does not open as sound: {project.obstacle}")
    there = {segment.id: segment for segment in project.document.segments}
    offered = {i: doubt.was for i, doubt in doubts_of(project).items()}
    same = {
        i for i, s in held.items() if _texts(s) in (_texts(there.get(i)), _texts(offered.get(i)))
    }
    tried.found = len(same)
    tried.missed += [f"{i} is readable and was not recovered" for i in sorted(right - same)]
    called_sound = there.keys() - doubts_of(project).keys()
    tried.sound = len(called_sound)
    tried.unsaid += [
        f"{i} is called sound and is not" for i in sorted(called_sound) if there[i] != held.get(i)
    ]
    others = _records(project.document).items() - _records(trial.document).items()
    if len(others) > salvaged.report.records_doubted:
        tried.unsaid.append(f"{len(others)} records are not what they were and nothing is said")
    order = [segment.id for segment in project.document.segments if segment.id in held]
    if order != [segment.id for segment in trial.document.segments if segment.id in there]:
        tried.wrong.append("the segments stand in another order")
    if project.history.steps and not _leads_back(project):
        tried.wrong.append("a step that was kept cannot be undone")
    return tried


def _leads_back(project: ProjectFile) -> bool:
    reopened = ProjectFile.open(project.path)
    try:
        document = reopened.document.copy()
        for step in reversed(reopened.history.steps):
            for batch in reversed(step.batches):
                document.apply_batch(batch.inverse())
    except (ProjectError, ValueError):
        return False
    finally:
        reopened.close()
    return True


def _records(document: Document) -> dict[str, Record]:
    return {record.id: record for record in document.records}


def _texts(segment: object) -> tuple[object, object]:
    return getattr(segment, "source", None), getattr(segment, "target", None)


def tried(trial: Trial, data: bytes, folder: Path) -> Tried:
    """Open and recover a damaged project, each from a fresh file in ``folder``."""
    path = folder / "damaged.muraji"
    path.write_bytes(data)
    found = recovered(trial, path)
    path.write_bytes(data)
    first = opened(trial, path)
    found.opening = first.opening
    found.unsaid += first.unsaid
    found.wrong += first.wrong
    for left in folder.iterdir():
        left.unlink()
    return found
