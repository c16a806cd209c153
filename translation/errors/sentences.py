"""The one table of sentences for errors and notices, and how facts are put into them.

Every sentence names what it is about and why; ``{...}`` are facts. Those that count are Counted.
The command line prints them as they are, the window translates and then fills in the facts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from translation.errors.counting import KINDS
from translation.errors.damage import DAMAGE
from translation.errors.editing import EDITING
from translation.errors.memories import MEMORIES
from translation.errors.names import visible
from translation.errors.notices import NOTICES
from translation.errors.plurals import LIST_PATTERN, Counted, in_english, listed
from translation.errors.tables import TABLES
from translation.errors.training import TRAINING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from translation.model.imported import Notice

    Lookup = Callable[[str, Mapping[str, str]], str]

SENTENCES: dict[str, str] = {
    **EDITING,
    **NOTICES,
    **TABLES,
    **MEMORIES,
    **TRAINING,
    "error.unexpected": "Something unexpected happened: {detail}.",
    # --- use ---
    "usage.out_is_in": "{file} is the input itself; choose another output.",
    "usage.no_format": "{file}: no format for this suffix; name one with --format.",
    "usage.cannot_write_format": "{format} can be read but not written.",
    "usage.cannot_read_format": "{format} can be written but not read.",
    "usage.unknown_format": "There is no format named {format}.",
    "usage.no_corpus": "No sentence pair is of a corpus named {corpus}.",
    "usage.no_back_models": "A text needs --back-model and --judge-model, too.",
    "usage.unknown_profile": (
        "There is no profile of checks named {name}, and no such file; there are: {known}."
    ),
    "usage.no_counts_format": "{file}: matches by band are written as .csv or .html.",
    "usage.bad_weights": (
        "“{weights}” are no weights: a percentage for each of these, with commas between: {bands}."
    ),
    "usage.no_report_format": "{file}: a report is written as .html, .pdf, .json or .csv.",
    "usage.unknown_engine": "There is no engine named {engine}.",
    "usage.encoding_fixed": "{file} says itself in which encoding it is.",
    "usage.network_off": "The preferences say that nothing goes to the network.",
    "usage.no_document": "No document is open.",
    "usage.mqm_needs_project": (
        "Marked errors are kept in a project: name one with -o, such as reviewed.muraji."
    ),
    "usage.project_in_project": (
        "{file} is a project of its own and cannot be put into another: open it, or add the files"
        " that it was made of."
    ),
    "usage.last_file": "{file} is the only file of the project: close the project instead.",
    "usage.busy": "Other work is still going on; cancel it or wait for its end.",
    "usage.no_display": (
        "No usable display ({detail}): the window cannot open. Without one, use the commands"
        " segment, translate, convert, score or models (see --help)."
    ),
    # --- input ---
    "input.missing": "{file}: there is no such file.",
    "input.directory": "{file} is a folder, not a file.",
    "input.not_a_file": "{file} is not a regular file.",
    "input.no_permission": "{file}: no permission to read it.",
    "input.unreadable": "{file} cannot be read: {detail}.",
    "input.too_large": "{file} is larger than {limit}.",
    "input.empty": "{file} is empty.",
    "input.blank": "{file} holds nothing but white space.",
    "input.binary": "{file} is not text: it holds binary data.",
    "input.undecodable": "{file} is not text in {encoding}.",
    "input.unknown_encoding": "{file}: there is no text encoding named {encoding}.",
    "input.unknown_suffix": "{file}: files ending in “{suffix}” cannot be opened.",
    "input.no_suffix": "{file}: its name has no ending that tells what kind of file it is.",
    "input.save_as": (
        "{file}: files ending in “{suffix}” cannot be opened; save it as {instead} in the program"
        " that made it."
    ),
    "input.old_word": (
        "{file} is in the format of Word before 2007; open it in Word or LibreOffice and save it as"
        " .docx."
    ),
    "input.no_pairs": "{file} holds no sentence pairs.",
    "input.no_messages": "{file} holds no message to translate: {detail}.",
    "input.no_text": "{file} holds no text to translate.",
    "input.bad_xml": "{file} is not well-formed XML: {detail}.",
    "input.xml_entities": "{file} declares XML entities, which are refused as unsafe.",
    "input.wrong_format": "{file} is not {format}: {detail}.",
    "input.no_terms": "{file} holds no terms.",
    "input.no_profile": "{file} is no profile of checks: {detail}.",
    "input.no_rules": "{file} is no list of rules: {detail}.",
    "input.too_many_codes": Counted(
        "{file}: a paragraph holds more than {limit} inline code.",
        "{file}: a paragraph holds more than {limit} inline codes.",
        fact="limit",
    ),
    "input.bad_zip": "{file} is not {format}: {detail}.",
    "input.zip_too_large": "{file} was refused: unpacked it would be larger than {limit}.",
    "input.zip_unsafe": "{file} was refused: {detail}.",
    "input.no_return": (
        "{file} is no table that could come back: choose the XLSX, DOCX, CSV or TSV that was sent."
    ),
    "input.no_return_ids": (
        "{file} has no column of ids, or none of translations: it cannot be compared."
    ),
    "input.too_many_rows": Counted(
        "{file} was refused: its table has more than {limit} row.",
        "{file} was refused: its table has more than {limit} rows.",
        fact="limit",
    ),
    "input.too_many_paragraphs": Counted(
        "{file} was refused: it holds more than {limit} paragraph.",
        "{file} was refused: it holds more than {limit} paragraphs.",
        fact="limit",
    ),
    "input.too_much_memory": (
        "{file} was refused: opened it would need more than {limit} of memory."
    ),
    "input.encrypted": "{file} is encrypted; save it without a password first.",
    "input.protected": (
        "{file} is protected against copying (DRM), so its text cannot be read; ask for a copy"
        " without that."
    ),
    # --- web pages ---
    "input.bad_address": "“{file}” is no web address.",
    "input.address_scheme": "{file}: only http and https addresses can be opened.",
    "input.address_login": (
        "{file}: the address holds a name or password; it was not opened, for these would be sent."
    ),
    "input.fetch_no_connection": "{file} was not fetched: no connection to {host} ({detail}).",
    "input.fetch_not_found": "{file}: {host} has no such page.",
    "input.fetch_refused": "{file} was not fetched: {host} refused it ({detail}).",
    "input.fetch_too_large": "{file} was not fetched: it is larger than {limit}.",
    "input.fetch_too_slow": Counted(
        "{file} was not fetched: {host} did not send it within {seconds} second.",
        "{file} was not fetched: {host} did not send it within {seconds} seconds.",
        fact="seconds",
    ),
    "input.fetch_insecure": (
        "{file} was not fetched: {host} could not prove who it is or encrypt ({detail})."
    ),
    "input.fetch_damaged": "{file} was not fetched: what came is damaged ({detail}).",
    "input.fetch_wrong_type": "{file} was not fetched: it is of the type “{type}”.",
    "input.fetch_redirections": Counted(
        "{file} was not fetched: it leads on more than {limit} time.",
        "{file} was not fetched: it leads on more than {limit} times.",
        fact="limit",
    ),
    "input.redirection_refused": "{file} was not fetched: it leads on to {address}.",
    "input.redirection_insecure": (
        "{file} was not fetched: it leads on to {address}, which is not encrypted; open that"
        " address itself if that is what you want."
    ),
    "input.redirection_private": (
        "{file} was not fetched: it leads on to {address}, which is inside a private network."
    ),
    "input.only_pictures": (
        "{file} holds only pictures of its pages and no text; have its text recognised (OCR) first."
    ),
    "input.too_many_pages": Counted(
        "{file} has more than {limit} page.",
        "{file} has more than {limit} pages.",
        fact="limit",
    ),
    # --- export ---
    "export.disk_full": "{file} was not written: the disk is full.",
    "export.no_permission": "{file} was not written: no permission.",
    "export.read_only": "{file} was not written: the place is read-only.",
    "export.no_folder": "{file} was not written: its folder does not exist.",
    "export.directory": "{file} was not written: it is a folder.",
    "export.failed": "{file} was not written: {detail}.",
    "export.nothing": "{file} was not written: no segment is confirmed yet.",
    "export.wrong_original": (
        "{file} was not written: only a document opened from {format} can be written as {format}."
    ),
    "export.holds_macros": (
        "{file} was not written: the document holds macros; name it .docm, or .dotm as a template."
    ),
    "export.original_damaged": "{file} was not written: its original cannot be read ({detail}).",
    "export.cell_too_long": Counted(
        (
            "{file} was not written: the text in row {row} is longer than a cell of {format} holds"
            " ({limit} character)."
        ),
        (
            "{file} was not written: the text in row {row} is longer than a cell of {format} holds"
            " ({limit} characters)."
        ),
        fact="limit",
    ),
    "export.too_many_rows": Counted(
        "{file} was not written: a table holds no more than {limit} row.",
        "{file} was not written: a table holds no more than {limit} rows.",
        fact="limit",
    ),
    "export.no_terms": "{file} was not written: there are no terms.",
    "export.no_printer": "{file} was not written: this program cannot make PDFs here.",
    "export.not_printed": "{file} was not written: printing it broke off.",
    # --- projects ---
    "project.not_a_project": "{file} is not a Muraji project.",
    "project.newer": "{file} was made by a newer Muraji (version {version}).",
    "project.locked": (
        "{file} is open elsewhere ({owner}); here it is read-only, and what it shows may be old."
    ),
    "project.history_gone": "{file}: this step of the undo history was lost with the earlier file.",
    "project.gone": "{file} was deleted or moved while it was open.",
    "project.replaced": "{file} was replaced by another file while it was open.",
    "project.overwritten": "{file} was changed by another program while it was open.",
    "project.log_gone": "{file}: the log beside it was deleted while it was open.",
    "project.too_large": "{file}: a single text or file of more than {limit} is refused.",
    "project.exists": "{file} exists already and was not replaced.",
    "project.in_use": "{file} is open elsewhere ({owner}) and was not replaced.",
    "project.busy": "{file} is in use by another program; try again when that is done with it.",
    "project.closed": "{file} is closed already.",
    "project.read_only": "{file} is read-only: {detail}.",
    "project.disk_full": "{file} cannot be saved: the disk is full.",
    "project.not_saved": "{file} cannot be saved: {detail}.",
    # --- models ---
    "model.missing_folder": "{model}: there is no such model installed, nor such a folder.",
    "model.missing_file": "{model} is no MarianMT model: {file} is missing.",
    "model.bad_file": "{model} cannot be used: {file} is damaged or of another kind ({detail}).",
    "model.not_marian": "{model} is no MarianMT model but “{kind}”.",
    "model.wrong_pair": "{model} translates {have}, not {want}.",
    "model.needs_torch": (
        "{model} is a PyTorch checkpoint, and PyTorch, which converts it once, is not installed;"
        " “make run” or pip install '.[torch]' in the folder of the program installs it."
    ),
    "model.reference_needs_torch": (
        "{model} cannot be run by transformers: PyTorch and transformers are not installed;"
        " “make run” or pip install '.[torch]' in the folder of the program installs them."
    ),
    "model.no_network": "{model} was not installed: no connection to {host}.",
    "model.not_found": "{model} was not found at {host}.",
    "model.download_failed": "{model} was not installed: {detail}.",
    "model.wrong_hash": "{model} was not installed: {file} arrived damaged; try again.",
    "model.not_offered": "{model} is neither a folder nor a model that is offered ({offers}).",
    "model.disk_full": "{model} was not installed: the disk is full.",
    "model.not_removable": "{model} comes with the program and cannot be removed.",
    "model.not_removed": "{model} was not removed: {detail}.",
    "model.not_converted": "{model} cannot be prepared for use: {detail}.",
    "model.not_loaded": "{model} cannot be loaded: {detail}.",
    "model.already_there": "{model} is installed already.",
    "model.licence_not_accepted": "{model} was not installed: its licence was not accepted.",
    # --- engines ---
    "engine.failed": "Translating failed: {detail}.",
    "engine.not_loaded": "No translation model is loaded.",
    "engine.not_started": "The translation process cannot be started: {detail}.",
    "engine.died": "The translation process ended unexpectedly; it was started again.",
    "engine.hung": "The translation process hung; another one was started in its place.",
    "engine.keeps_dying": Counted(
        "The translation process ended {times} time; translating was stopped.",
        "The translation process ended {times} times; translating was stopped.",
        fact="times",
    ),
    "engine.no_memory": "There is not enough memory to translate with {model}.",
    # --- scores ---
    "score.reference_length": Counted(
        "{file} has {have} line, but a reference has one for each segment: {want}.",
        "{file} has {have} lines, but a reference has one for each segment: {want}.",
        fact="have",
    ),
    "score.reference_length_left_out": Counted(
        "{file} has {have} line, but a reference has one for each segment: {rest}, or {want} with"
        " those that are left out.",
        "{file} has {have} lines, but a reference has one for each segment: {rest}, or {want} with"
        " those that are left out.",
        fact="have",
    ),
    "score.no_reference": "{file} holds no reference.",
    "score.drafts_length": Counted(
        "{file} has {have} line, but there is one draft for each segment: {want}.",
        "{file} has {have} lines, but there is one draft for each segment: {want}.",
        fact="have",
    ),
    "score.drafts_length_left_out": Counted(
        "{file} has {have} line, but there is one draft for each segment: {rest}, or {want} with"
        " those that are left out.",
        "{file} has {have} lines, but there is one draft for each segment: {rest}, or {want} with"
        " those that are left out.",
        fact="have",
    ),
    "score.no_drafts": "{file} holds neither drafts nor targets.",
    "score.nothing_to_compare": (
        "No segment has a reference and a draft in each of these files: {files}."
    ),
    "score.unknown_tokeniser": "There is no tokeniser {name} for BLEU; there are {known}.",
    "score.tokeniser_missing": "The tokeniser {name} needs packages that are not here: {packages}.",
    "score.comet_none": "The preferences name no checkpoint of COMET.",
    "score.comet_checkpoint": (
        "{file} is no checkpoint of COMET: it is a folder with checkpoints/model.ckpt and"
        " hparams.yaml."
    ),
    "score.comet_missing": (
        "COMET is not installed for the Python that was to run it. Install unbabel-comet in an"
        " environment of its own, and name that environment’s Python in Preferences or by"
        " --comet-python. ({detail})"
    ),
    "score.comet_python": "{file} is no Python that can be started ({detail}).",
    "score.comet_failed": "COMET could not judge ({detail}).",
    "score.no_source": "COMET judges by the source, and none of these files has it.",
    **DAMAGE,
}


COMMAND_WORDS = {
    "furniture": "Leave out or bring back",
    "lock": "Lock or unlock",
    "unconfirm": "Unconfirm",
}
"""What the window calls the actions that the sentences here name by their keys."""


class CommandWords:
    """Stands for ``{key:ACTION}`` in sentences where there are no keys: the words of a command."""

    def __format__(self, action: str) -> str:
        return COMMAND_WORDS[action]


def fill(
    sentence: str,
    facts: dict[str, str],
    shown: Callable[[str], str] = visible,
    key: object = CommandWords(),
) -> str:
    """Put facts into a sentence; a fact that is missing shows as its name.

    Facts name files: ``shown`` makes of each what may stand in a sentence. ``key`` gives, as
    the format says that follows it, the keys of an action.
    """
    given: dict[str, object] = {name: shown(fact) for name, fact in facts.items()}
    return in_english(sentence, facts).format_map(_Facts(given | {"key": key}))


def notice_sentence(notice: Notice) -> str:
    """Return the sentence of a notice, facts filled in."""
    return fill(sentence_of(notice), notice_facts(notice))


def sentence_of(notice: Notice) -> str:
    """Return the sentence of a notice before its facts: by kinds where it may and does count so."""
    by_kinds = f"notice.{notice.code}_by_kinds"
    kinds = KINDS.get(notice.code, {})
    if by_kinds in SENTENCES and any(name in kinds for name, _ in notice.facts):
        return SENTENCES[by_kinds]
    return SENTENCES[f"notice.{notice.code}"]


def notice_facts(
    notice: Notice, lookup: Lookup = in_english, pattern: str = LIST_PATTERN
) -> dict[str, str]:
    """Return the facts of a notice; where it counts by kinds, with these in words as ``what``.

    ``lookup`` gives a sentence in the language wanted, in the form that its facts ask for;
    ``pattern`` is how that language puts lists together.
    """
    facts = dict(notice.facts)
    kinds = KINDS.get(notice.code, {})
    counts = ((words, {"count": facts[kind]}) for kind, words in kinds.items() if kind in facts)
    said = (fill(lookup(words, count), count) for words, count in counts)
    return {**facts, "what": listed(said, pattern)} if kinds else facts


class _Facts(dict[str, object]):
    def __missing__(self, key: str) -> str:
        return f"{{{key}}}"
