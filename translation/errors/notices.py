"""What is told of a document, a project or a job that went on all the same.

Part of ``translation.errors.SENTENCES``.
"""

from __future__ import annotations

from translation.errors.plurals import Counted

NOTICES: dict[str, str] = {
    # --- notices: inputs opened all the same ---
    "notice.encoding_doubtful": (
        "{file}: the text encoding was guessed as {encoding}, but it may as well be {other}."
    ),
    "notice.encoding_guessed": "{file}: the text encoding was guessed as {encoding}.",
    "notice.encoding_changed": (
        "{file} is UTF-8: the translation has characters that {encoding} cannot hold."
    ),
    "notice.little_arabic": (
        "{file} was taken for Arabic but holds hardly any; say what language it is in"
        " (Tools → Languages…, or --from and --to)."
    ),
    "notice.source_language_guessed": (
        "{file} does not say in which language its source is; {language} was taken (Tools →"
        " Languages…, or --from, says another)."
    ),
    "notice.target_language_guessed": (
        "{file} does not say into which language it is translated; {language} was taken (Tools →"
        " Languages…, or --to, says another)."
    ),
    "notice.languages_chosen": Counted(
        (
            "{file} holds {count} language, of which {languages} was taken (--from and --to take"
            " others)."
        ),
        (
            "{file} holds {count} languages, of which {languages} were taken (--from and --to take"
            " others)."
        ),
    ),
    "notice.no_dictionary": (
        "{file}: there is no dictionary of {language} here, so that its spelling was not checked."
    ),
    "notice.nothing_to_ask": (
        "There is no translation about which a model could be asked: drafts of this program have"
        " their model's word already."
    ),
    "notice.model_asked": Counted(
        "The model was asked about {count} translation; the estimates go by it now.",
        "The model was asked about {count} translations; the estimates go by it now.",
    ),
    "notice.model_knows_none": (
        "The model does not speak these languages, or several into which it would have to be told:"
        " it was not asked."
    ),
    "notice.mqm_taken": Counted(
        "{file}: {count} marked error was taken.",
        "{file}: {count} marked errors were taken.",
    ),
    "notice.mqm_known": Counted(
        "{file}: {count} error was marked here already.",
        "{file}: {count} errors were marked here already.",
    ),
    "notice.mqm_strange": Counted(
        "{file}: {count} error is in a segment that this document does not have.",
        "{file}: {count} errors are in segments that this document does not have.",
    ),
    "notice.mqm_otherwise": Counted(
        "{file}: {count} error is in another translation than the one shown here.",
        "{file}: {count} errors are in other translations than those shown here.",
    ),
    "notice.mqm_no_room": Counted(
        (
            "{count} error is not in the file: in Pearmut errors may not overlap, and their words"
            " must stand there."
        ),
        (
            "{count} errors are not in the file: in Pearmut errors may not overlap, and their words"
            " must stand there."
        ),
    ),
    "notice.pre_split": Counted(
        "{file}: {count} very long passage was cut into pieces.",
        "{file}: {count} very long passages were cut into pieces.",
    ),
    "notice.control_characters": Counted(
        "{file}: {count} control character that no text should hold became an inline code.",
        "{file}: {count} control characters that no text should hold became inline codes.",
    ),
    "notice.lone_surrogates": Counted(
        "{file}: {count} half of a character became an inline code.",
        "{file}: {count} halves of characters became inline codes.",
    ),
    "notice.line_separators": Counted(
        "{file}: {count} U+2028 or U+2029 was taken as a line end.",
        "{file}: {count} U+2028 and U+2029 were taken as line ends.",
    ),
    "notice.mixed_line_ends": "{file}: the line ends are mixed; exports keep the original.",
    "notice.furniture": Counted(
        (
            "{file}: {count} text outside the article is left out; View, Left-out text shows it,"
            " and {key:furniture} brings it back."
        ),
        (
            "{file}: {count} texts outside the article are left out; View, Left-out text shows"
            " them, and {key:furniture} brings a paragraph back."
        ),
    ),
    "notice.furniture_by_kinds": Counted(
        (
            "{file}: {count} text outside the article is left out: {what}; View, Left-out text"
            " shows it, and {key:furniture} brings it back."
        ),
        (
            "{file}: {count} texts outside the article are left out: {what}; View, Left-out text"
            " shows them, and {key:furniture} brings a paragraph back."
        ),
    ),
    "notice.html_hidden_text": Counted(
        "{file}: {count} text of the article that the page hides stays as it is.",
        "{file}: {count} texts of the article that the page hides stay as they are.",
    ),
    "notice.odd_cue_times": Counted(
        "{file}: {count} line with times that players may not read stays as it is.",
        "{file}: {count} lines with times that players may not read stay as they are.",
    ),
    "notice.speaker_names": Counted(
        "{file}: {count} name of a speaker in a cue’s tag stays as it is.",
        "{file}: {count} names of speakers in the cues’ tags stay as they are.",
    ),
    "notice.long_lines_broken": Counted(
        "{file}: {count} line too long for a screen was broken.",
        "{file}: {count} lines too long for a screen were broken.",
    ),
    "notice.markdown_left_alone": Counted(
        (
            "{file}: {count} text in front matter, in a block of HTML or in the title of a link"
            " stays as it is."
        ),
        (
            "{file}: {count} texts in front matter, in blocks of HTML and in the titles of links"
            " stay as they are."
        ),
    ),
    "notice.fetched_from": "{file} was fetched from {address}, to which the page led on.",
    "notice.picture_pages": Counted(
        "{file}: {count} page without any text was passed over.",
        "{file}: {count} pages without any text were passed over.",
    ),
    "notice.text_order_uncertain": (
        "{file}: its letters may stand in the wrong order; compare the text with the PDF."
    ),
    "notice.pdf_doubtful": (
        "{file} names letters of its pages wrongly: on pages {pages} {share} of the words are in"
        " doubt; compare them with the PDF."
    ),
    "notice.repaired": "{file}: {detail}.",
    "notice.units_left_out": Counted(
        "{file}: {count} unit without text in the source language was left out.",
        "{file}: {count} units without text in the source language were left out.",
    ),
    "notice.more_translations": Counted(
        "{file}: of several texts in one language the first was taken ({count} more).",
        "{file}: of several texts in one language the first was taken ({count} more).",
    ),
    "notice.states_joined": Counted(
        "{file}: of segments that share one state the least was written ({count} place).",
        "{file}: of segments that share one state the least was written ({count} places).",
    ),
    "notice.unbalanced_codes": Counted(
        "{file}: {count} half of an inline code without its other half became a code of its own.",
        (
            "{file}: {count} halves of inline codes without their other half became codes of their"
            " own."
        ),
    ),
    "notice.term_details_left_out": Counted(
        "{file}: {count} detail that other formats do not know was left out.",
        "{file}: {count} details that other formats do not know were left out.",
    ),
    "notice.rule_broken": (
        "{file} was opened, though it breaks a rule: {rule} ({what}; line {line}, {about})."
    ),
    "notice.rule_broken_often": Counted(
        (
            "{file} was opened, though it breaks a rule: {rule} ({what}; line {line}, {about};"
            " {count} more like it)."
        ),
        (
            "{file} was opened, though it breaks a rule: {rule} ({what}; line {line}, {about};"
            " {count} more like it)."
        ),
    ),
    "notice.backup_opened": (
        "This is {file} as it was on {time}, opened as a project of its own ({project})."
    ),
    "notice.project_found": "{file}: the work begun before goes on ({project}).",
    "notice.project_anew": (
        "{file} is not as it was when the work before was begun; the new work is kept in {project}."
    ),
    "notice.project_elsewhere": (
        "{file}: nothing can be written beside it, so the work is kept in {project}."
    ),
    "notice.project_locked": (
        "{file} is open elsewhere ({owner}); here it is read-only, and what it shows may be old"
        " until it is closed there."
    ),
    "notice.taken_over": (
        "{file} was closed elsewhere: it was read again, and can be edited here now."
    ),
    "notice.project_read_only": "{file} is read-only: {detail}.",
    "notice.project_disk_full": "{file} is read-only here: the disk is full.",
    "notice.project_busy": "{file} is read-only here: another program has it in use.",
    "notice.project_not_saved": "{file} is read-only here: {detail}.",
    "notice.foreign_log": (
        "{file}: the log beside it belongs to another copy; it was not taken in, and lies in {log}."
    ),
    "notice.kept_gone": (
        "{file} was deleted or moved while it was open; all the work was written anew to {kept} and"
        " goes on there."
    ),
    "notice.kept_replaced": (
        "{file} was replaced by another file while it was open; all the work was written anew to"
        " {kept} and goes on there."
    ),
    "notice.kept_overwritten": (
        "{file} was changed by another program while it was open; all the work was written anew to"
        " {kept} and goes on there."
    ),
    "notice.kept_log_gone": (
        "{file}: the log beside it was deleted while it was open; all the work was written anew to"
        " {kept} and goes on there."
    ),
    "notice.already_open": "{file} is open already.",
    "notice.file_there": "{file} is in the project already.",
    "notice.file_added": Counted(
        "{file} was added: {count} segment.", "{file} was added: {count} segments."
    ),
    "notice.exported": "{file} was written.",
    "notice.copied_without_history": (
        "{file} holds the work as it stands, without its history: the project itself cannot be"
        " saved now."
    ),
    "notice.reference_loaded": Counted(
        "{file}: {count} segment has a reference now.",
        "{file}: {count} segments have a reference now.",
    ),
    "notice.nothing_to_translate": "Every segment has a draft or a translation already.",
    "notice.other_languages": "{file} is {languages}, which {model} does not translate.",
    "notice.model_installed": "{model} is installed.",
    "notice.target_code": "{model} writes several languages; {language} is asked for by {code}.",
    "notice.setting_refused": "{file}: {setting}={value} is not {allowed}; {used} is used instead.",
    "notice.settings_unreadable": "{file} cannot be read ({detail}); no setting of it is used.",
    "notice.engine_hung": "The translation process hung; another one goes on in its place.",
    "notice.engine_restarted": (
        "The translation process ended unexpectedly; it was started again and goes on."
    ),
    "notice.unreviewed_drafts": Counted(
        "{file}: {count} draft that nobody reviewed was used.",
        "{file}: {count} drafts that nobody reviewed were used.",
    ),
    "notice.return_unmarked": Counted(
        (
            "{file}: {count} id bears no mark of the export, so what changed here since then cannot"
            " be told."
        ),
        (
            "{file}: {count} ids bear no mark of the export, so what changed here since then cannot"
            " be told."
        ),
    ),
    "notice.return_stale": (
        "{file}: the document changed meanwhile, so the table was compared again."
    ),
    "notice.return_applied": Counted(
        "{file}: {count} segment changed as the table says.",
        "{file}: {count} segments changed as the table says.",
    ),
    "notice.formulas": Counted(
        "{file}: {count} cell with a formula was taken as what was last shown for it.",
        "{file}: {count} cells with formulas were taken as what was last shown for them.",
    ),
    "notice.kept_as_it_is": "{file}: not translated, and kept as it is: {what}.",
    "notice.field_results": Counted(
        (
            "{file}: {count} result of a field is text, and stays within its field; office programs"
            " work it out anew when asked to."
        ),
        (
            "{file}: {count} results of fields are text, and stay within their fields; office"
            " programs work them out anew when asked to."
        ),
    ),
    "notice.drawn_texts": Counted(
        "{file}: {count} text in drawings stays as it is.",
        "{file}: {count} texts in drawings stay as they are.",
    ),
    "notice.pages_left_alone": Counted(
        "{file}: {count} page that is no web page stays as it is.",
        "{file}: {count} pages that are no web pages stay as they are.",
    ),
    "notice.fixed_layout": (
        "{file} has pages whose every line has its place: look whether the translation fits."
    ),
    "notice.pptx_left_alone": Counted(
        "{file}: {count} name in charts and documents within it stays as it is.",
        "{file}: {count} names in charts and documents within it stay as they are.",
    ),
    "notice.slides_hidden": Counted(
        "{file}: {count} hidden slide is left out.",
        "{file}: {count} hidden slides are left out.",
    ),
    "notice.hidden_shapes": Counted(
        "{file}: {count} paragraph in hidden shapes is left out.",
        "{file}: {count} paragraphs in hidden shapes are left out.",
    ),
    "notice.slide_comments": Counted(
        "{file}: {count} comment on slides stays as it is.",
        "{file}: {count} comments on slides stay as they are.",
    ),
    "notice.rtf_hidden": Counted(
        "{file}: {count} hidden text was left out.",
        "{file}: {count} hidden texts were left out.",
    ),
    "notice.rtf_deleted": Counted(
        "{file}: {count} text that was deleted as a change was left out.",
        "{file}: {count} texts that were deleted as changes were left out.",
    ),
    "notice.rtf_comments": Counted(
        "{file}: {count} comment was left out.",
        "{file}: {count} comments were left out.",
    ),
    "notice.rtf_ruby": Counted(
        "{file}: {count} ruby text above words was left out.",
        "{file}: {count} ruby texts above words were left out.",
    ),
    "notice.rtf_formulas": Counted(
        "{file}: {count} formula was left out.",
        "{file}: {count} formulas were left out.",
    ),
    "notice.rtf_cut_off": "{file} ends in the middle of something; what is there was opened.",
    "notice.untranslated": Counted(
        "{file}: {count} segment not translated stands as its source.",
        "{file}: {count} segments not translated stand as their source.",
    ),
    "notice.columns_left_out": Counted(
        "{file}: {count} column that means nothing here was left out.",
        "{file}: {count} columns that mean nothing here were left out.",
    ),
    "notice.no_headings": ("{file} has no headings: its first columns were taken for {languages}."),
}
