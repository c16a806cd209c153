"""The models as the dialog lists them: installed ones, then offers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from translation.errors import ModelError
from ui import texts
from ui.marked import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from translation.engines.models import InstalledModel
    from translation.engines.offers import Offer

CONTEXT = "models"

WORDS: dict[str, str] = {
    "in_use": QT_TRANSLATE_NOOP("models", "in use"),
    "installed": QT_TRANSLATE_NOOP("models", "installed"),
    "bundled": QT_TRANSLATE_NOOP("models", "comes with the program"),
    "offer": QT_TRANSLATE_NOOP("models", "not installed"),
    "trial": QT_TRANSLATE_NOOP("models", "trial quality"),
    "size": QT_TRANSLATE_NOOP("models", "{megabytes} MB to fetch"),
}


@dataclass(frozen=True, slots=True)
class ModelRow:
    """One model: on this machine, offered, or both. ``summary`` holds its published score."""

    name: str
    summary: str
    licence: str
    quality: str = ""
    problem: str = ""
    installed: bool = False
    bundled: bool = False
    own_folder: bool = False
    in_use: bool = False
    offer: Offer | None = None


def model_rows() -> list[ModelRow]:
    """Return what there is and what can be had, the model in use marked."""
    from translation.engines import models
    from translation.engines.offers import OFFERS

    in_use = models.default_name()
    rows = [_installed_row(model, in_use) for model in models.installed()]
    if in_use not in {row.name for row in rows}:
        rows.insert(0, _folder_row(in_use))
    have = {row.name for row in rows}
    offers = [
        ModelRow(offer.name, offer.summary, offer.licence, offer=offer)
        for offer in OFFERS
        if offer.name not in have
    ]
    return rows + offers


def _folder_row(folder: str) -> ModelRow:
    """Return the row of a model in use that lies in a folder of the user's own."""
    from translation.engines import models

    try:
        record, problem = models.find(folder).record, ""
    except ModelError as error:
        record, problem = {}, texts.error_text(error)
    return ModelRow(
        name=folder,
        summary=record.get("summary", ""),
        licence=record.get("licence", ""),
        quality=record.get("quality", ""),
        problem=problem,
        installed=True,
        own_folder=True,
        in_use=True,
    )


def _installed_row(model: InstalledModel, in_use: str) -> ModelRow:
    from translation.engines import models

    record = {} if model.problem else models.find(model.name).record
    return ModelRow(
        name=model.name,
        summary=record.get("summary", ""),
        licence=record.get("licence", ""),
        quality=record.get("quality", ""),
        problem=model.problem,
        installed=True,
        bundled=model.bundled,
        in_use=model.name == in_use,
    )


def row_text(row: ModelRow) -> str:
    """Return what the list says of a model: name and standing, then what it is worth."""
    standing = ["in_use"] if row.in_use else []
    if not row.own_folder:
        standing.append("bundled" if row.bundled else "installed" if row.installed else "offer")
    if row.quality == "trial":
        standing.append("trial")
    words = [texts.translated(CONTEXT, WORDS[word]) for word in standing]
    if row.offer:
        size = texts.number(row.offer.megabytes)
        words.append(texts.translated(CONTEXT, WORDS["size"], megabytes=size))
    if row.licence:
        words.append(texts.theirs(row.licence))
    first = texts.listed((texts.model_name(row.name), *words), texts.BESIDE)
    second = texts.theirs(row.problem) or texts.card_text(row.summary)
    return "\n".join(line for line in (first, second) if line)
