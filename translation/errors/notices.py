"""What is told of a document, a project or a job that went on all the same.

Part of ``translation.errors.SENTENCES``.
"""

from __future__ import annotations

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
    "notice.languages_chosen": (
        "{file} holds {count} languages, of which {languages} were taken (--from and --to take"
        " others)."
    ),
    "notice.pre_split": "{file}: very long passages were cut into pieces ({count}).",
    "notice.control_characters": (
        "{file}: control characters that no text should hold became inline codes ({count})."
    ),
    "notice.lone_surrogates": "{file}: halves of characters became inline codes ({count}).",
    "notice.line_separators": "{file}: U+2028 and U+2029 were taken as line ends ({count}).",
    "notice.mixed_line_ends": "{file}: the line ends are mixed; exports keep the original.",
    "notice.furniture": (
        "{file}: texts outside the article are left out ({count}){of_kinds};"
        " View, Left-out text shows it, and {key:furniture} brings a paragraph back."
    ),
    "notice.html_hidden_text": (
        "{file}: texts of the article that the page hides stay as they are ({count})."
    ),
    "notice.odd_cue_times": (
        "{file}: lines with times that players may not read stay as they are ({count})."
    ),
    "notice.speaker_names": (
        "{file}: names of speakers in the cues’ tags stay as they are ({count})."
    ),
    "notice.long_lines_broken": "{file}: lines too long for a screen were broken ({count}).",
    "notice.markdown_left_alone": (
        "{file}: texts in front matter, in blocks of HTML and in the titles of links stay as they"
        " are ({count})."
    ),
    "notice.fetched_from": "{file} was fetched from {address}, to which the page led on.",
    "notice.picture_pages": "{file}: pages without any text were passed over ({count}).",
    "notice.text_order_uncertain": (
        "{file}: its letters may stand in the wrong order; compare the text with the PDF."
    ),
    "notice.pdf_doubtful": (
        "{file} names letters of its pages wrongly: on pages {pages} {share} of the words are in"
        " doubt; compare them with the PDF."
    ),
    "notice.repaired": "{file}: {detail}.",
    "notice.units_left_out": (
        "{file}: units without text in the source language were left out ({count})."
    ),
    "notice.more_translations": (
        "{file}: of several texts in one language the first was taken ({count} more)."
    ),
    "notice.states_joined": (
        "{file}: of segments that share one state the least was written ({count} places)."
    ),
    "notice.unbalanced_codes": (
        "{file}: halves of inline codes without their other half became codes of their own"
        " ({count})."
    ),
    "notice.term_details_left_out": (
        "{file}: details that other formats do not know were left out ({count})."
    ),
    "notice.rule_broken": (
        "{file} was opened, though it breaks a rule: {rule} ({what}; line {line}, {about})."
    ),
    "notice.rule_broken_often": (
        "{file} was opened, though it breaks a rule: {rule} ({what}; line {line}, {about};"
        " {count} more like it)."
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
    "notice.exported": "{file} was written.",
    "notice.reference_loaded": "{file}: segments with a reference now: {count}.",
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
    "notice.unreviewed_drafts": "{file}: drafts that nobody reviewed were used ({count}).",
    "notice.return_unmarked": (
        "{file}: some ids bear no mark of the export, so what changed here since then cannot be"
        " told ({count})."
    ),
    "notice.return_stale": (
        "{file}: the document changed meanwhile, so the table was compared again."
    ),
    "notice.return_applied": "{file}: segments changed as the table says: {count}.",
    "notice.formulas": (
        "{file}: cells with formulas were taken as what was last shown for them ({count})."
    ),
    "notice.kept_as_it_is": "{file}: not translated, and kept as it is: {what}.",
    "notice.field_results": (
        "{file}: results of fields are text, and stay within their fields ({count});"
        " office programs work them out anew when asked to."
    ),
    "notice.drawn_texts": "{file}: words in drawings stay as they are ({count}).",
    "notice.pages_left_alone": "{file}: pages that are no web pages stay as they are ({count}).",
    "notice.fixed_layout": (
        "{file} has pages whose every line has its place: look whether the translation fits."
    ),
    "notice.pptx_left_alone": (
        "{file}: names in charts and documents within it stay as they are ({count})."
    ),
    "notice.slides_hidden": "{file}: hidden slides are left out ({count}).",
    "notice.hidden_shapes": "{file}: paragraphs in hidden shapes are left out ({count}).",
    "notice.slide_comments": "{file}: comments on slides stay as they are ({count}).",
    "notice.rtf_hidden": "{file}: hidden text was left out ({count}).",
    "notice.rtf_deleted": "{file}: text that was deleted as a change was left out ({count}).",
    "notice.rtf_comments": "{file}: comments were left out ({count}).",
    "notice.rtf_ruby": "{file}: ruby above words was left out ({count}).",
    "notice.rtf_formulas": "{file}: formulas were left out ({count}).",
    "notice.rtf_cut_off": "{file} ends in the middle of something; what is there was opened.",
    "notice.untranslated": "{file}: segments not translated stand as their source ({count}).",
    "notice.columns_left_out": ("{file}: columns that mean nothing here were left out ({count})."),
    "notice.no_headings": ("{file} has no headings: its first columns were taken for {languages}."),
}
