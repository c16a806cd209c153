"""What is said of edits that cannot be made, or that deserve a word.

Part of ``translation.errors.SENTENCES``.
"""

from __future__ import annotations

from translation.errors.plurals import Counted

EDITING: dict[str, str] = {
    "usage.final": "This segment is final: {key:unconfirm} lets it be changed again.",
    "usage.reviewed": "This segment is reviewed: {key:unconfirm} lets it be changed again.",
    "usage.left_out": "This text is left out: {key:furniture} brings it back.",
    "usage.empty_target": "The translation is empty. Confirm once more, and it is confirmed so.",
    "usage.no_draft": "This segment has no draft to take over.",
    "usage.draft_taken": "The draft stands here already.",
    "usage.no_place_to_split": (
        "Click a word of the source, or put the caret into the text, to say where to split."
    ),
    "usage.not_own_note": "Somebody else wrote this note: it can be answered and settled.",
    "usage.nothing_to_confirm": "There is nothing to confirm here: no draft, and nothing typed.",
    "usage.cannot_split": "Nothing would stand on one side: the segment cannot be split there.",
    "usage.cannot_merge": "There is no next segment in this paragraph to merge with.",
    "usage.fixed_segments": "The file forbids to split or merge the segments of this paragraph.",
    "usage.pattern_unclosed_group": "A ( of the expression is not closed.",
    "usage.pattern_unopened_group": "A ) of the expression has no ( before it; \\) is the sign.",
    "usage.pattern_unclosed_class": "A [ of the expression is not closed; \\[ is the sign.",
    "usage.pattern_bad_range": "A range in [ ] runs from the later to the earlier character.",
    "usage.pattern_nothing_to_repeat": "There is nothing before *, + or ? to be repeated.",
    "usage.pattern_repeated_twice": "Something is to be repeated twice over, as in a**.",
    "usage.pattern_repeated_wrongly": "Of two numbers in braces the smaller one comes first.",
    "usage.pattern_ends_in_backslash": "The expression ends in \\; \\\\ is the sign itself.",
    "usage.pattern_unknown_escape": "After \\ stands a letter that means nothing there.",
    "usage.pattern_unknown_group": "The expression refers to a group that it does not have.",
    "usage.pattern_no_such_group": "The expression has no group {name} to be put in.",
    "usage.pattern_wrong": "The expression cannot be understood: {detail}.",
    "usage.pattern_too_slow": (
        "The expression takes too long to be tried in every way: write it more exactly."
    ),
    "usage.locked": "This segment is locked, by you or by its file: {key:lock} unlocks it.",
    "usage.overtaken": "The document changed meanwhile: this was not done. Ask for it once more.",
    "notice.nothing_to_paste": "The clipboard holds no text: nothing was pasted.",
    "notice.pasted_line_ends": Counted(
        "{count} line end became a blank: this segment is one line.",
        "{count} line ends became blanks: this segment is one line.",
    ),
    "notice.pasted_without_codes": Counted(
        "{count} inline code was left out: the segment has it already, or none of the kind.",
        "{count} inline codes were left out: the segment has them already, or none of the kind.",
    ),
    "notice.no_case": "Nothing here has small and capital letters.",
    "notice.no_model_to_ask": "There is no model ready that writes this language.",
    "notice.one_line": "No line break can stand here: the file has a single line for this text.",
    "notice.same_draft": "The model has said the same before.",
}
