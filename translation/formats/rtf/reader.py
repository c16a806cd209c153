"""Reading the paragraphs of an RTF: its groups, its fonts and styles, its text as characters.

What is hidden, was deleted or is a comment is counted and left out; pictures, instructions of
fields and numbers of lists are passed over. Footnotes and text boxes come after the paragraph
they belong to, headers and footers at the end.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from translation.errors import InputError
from translation.formats.rtf import code_pages, words
from translation.formats.rtf.lexer import Kind, Lexer, characters, unicode_characters
from translation.formats.rtf.paragraphs import Flow, Found, Paragraph, Piece, whole
from translation.formats.rtf.passed_groups import NUMBERS, words_of
from translation.formats.rtf.state import Goes, State
from translation.model.ports import no_report

if TYPE_CHECKING:
    from translation.formats.rtf.lexer import Token
    from translation.model.ports import Report

NAME = "RTF"
DEEPEST = 1000
"""Groups in one another; Word's own files reach about 20."""
MOST_PARAGRAPHS = 100_000
MOST_GROUPS = 1_000_000
"""Groups of one file, which take some seconds; a text of 500 pages has about 100 000."""
_EVERY = 50_000
_DEFAULT = "cp1252"
_SYMBOLS = 2
"""The character set of fonts of symbols, whose bytes are no text but for the usual bullet."""


def read_rtf(data: bytes, name: str, encoding: str | None, report: Report) -> Found:
    """Read an RTF called ``name``, its plain bytes as ``encoding`` where that is given.

    Raises InputError wrong_format, too_many_paragraphs.
    """
    return _Reader(data, name, encoding, report).read()


class _Reader:
    def __init__(self, data: bytes, name: str, encoding: str | None, report: Report) -> None:
        self._lexer, self._name, self._report = Lexer(data), name, report
        self._length = len(data)
        self._chosen = encoding
        self._page = encoding or _DEFAULT
        self._found = Found()
        self._state = State()
        self._around: list[State] = []
        self._flows = [Flow(0)]
        self._ends: list[Paragraph] = []
        self._bytes, self._codec = bytearray(), self._page
        self._to_skip = 0
        self._begins = self._is_optional = False
        """Whether the group has just begun, and whether its first symbol was an asterisk."""
        self._fonts: dict[int, str | None] = {}
        self._font: int | None = None
        """The font of text that names none (deff)."""
        self._styles: dict[int, str] = {}
        self._number: int | None = None
        self._named: list[str] = []
        self._left_out: str = ""
        self._groups = 0

    def read(self) -> Found:
        for done, token in enumerate(self._lexer.tokens()):
            if done % _EVERY == 0:
                self._report(done, 0)
            if token.kind is Kind.OPEN:
                self._open()
            elif token.kind is Kind.CLOSE:
                if not self._around:
                    break
                self._close()
                if not self._around:
                    break
            elif token.kind is Kind.BYTES:
                self._take_bytes(token.data)
            elif token.kind is Kind.UNICODE:
                self._take_unicodes(token.data)
            else:
                self._take_word(token)
        found = self._found
        found.is_cut = bool(self._around) or self._lexer.is_cut
        while self._around:
            self._close()
        self._end_paragraph()
        found.paragraphs = self._flows[0].made + self._ends
        return found

    # --- groups ---

    def _open(self) -> None:
        self._flush()
        self._around.append(self._state)
        self._groups += 1
        if len(self._around) > DEEPEST or self._groups > MOST_GROUPS:
            detail = "its groups are nested too deeply, or are too many"
            raise InputError("wrong_format", file=self._name, format=NAME, detail=detail)
        self._to_skip = 0
        self._begins, self._is_optional = True, False

    def _close(self) -> None:
        self._flush()
        if self._state.goes in (Goes.FONTS, Goes.STYLES):
            self._name_style()
        if len(self._around) == 1:
            self._end_paragraph()
        elif self._flows[-1].depth == len(self._around):
            self._end_paragraph()
            flow = self._flows.pop()
            aside = [one._replace(is_aside=True) for one in flow.made]
            if flow.is_last:
                self._ends += aside
            else:
                self._flows[-1].waiting += aside
        self._state = self._around.pop()
        self._to_skip, self._begins = 0, False

    def _begin(self, word: str) -> bool:
        """Take the word that names a group; tell whether it means nothing more."""
        is_optional, self._is_optional = self._is_optional, False
        state = self._state
        if word == "annotation":
            self._found.comments += 1
            self._lexer.pass_group()
        elif word in words.PASSED:
            self._pass(word)
        elif word in words.APART or word in words.AT_THE_END:
            is_last = word in words.AT_THE_END
            self._flows.append(Flow(len(self._around), is_last=is_last))
            self._state = State(font=state.font, fallback=state.fallback)
        elif word in words.WITHIN:
            self._state = state._replace(goes=Goes.TEXT)
        elif word in words.HOLDERS:
            self._state = state._replace(goes=Goes.NOWHERE)
        elif word == "fonttbl":
            self._state = state._replace(goes=Goes.FONTS)
        elif word == "stylesheet":
            self._state = state._replace(goes=Goes.STYLES, style=0)
        elif word == "title" and state.goes is Goes.NOWHERE:
            self._state = state._replace(goes=Goes.TITLE)
        elif is_optional and state.goes is not Goes.STYLES:
            self._lexer.pass_group()
        else:
            return False
        return True

    def _pass(self, word: str) -> None:
        """Pass over a group of which at most a few words are the document's own text."""
        inside = self._lexer.pass_group()
        if word in NUMBERS:
            self._around[-1] = self._around[-1]._replace(is_item=True)
        if self._state.goes is Goes.TEXT:
            field = words_of(word, inside, self._said)
            self._found.ruby += bool(field.above)
            self._found.formulas += field.is_formula
            if field.text:
                self._put(field.text)

    def _said(self, inside: bytes) -> str:
        """Return the text of a part of this file."""
        reader = _Reader(b"{" + inside + b"}", self._name, self._chosen, no_report)
        reader._page, reader._fonts, reader._font = self._page, self._fonts, self._font
        reader._state = self._state._replace(is_hidden=False, is_deleted=False)
        found = reader.read().paragraphs
        return "".join(piece.text for one in found for piece in one.pieces)

    # --- words ---

    def _take_word(self, token: Token) -> None:
        word, value = token.word, token.value
        if word == "*" and self._begins:
            self._is_optional = True
            return
        begins, self._begins = self._begins, False
        if begins and self._begin(word):
            return
        if token.kind is Kind.WORD and word not in words.MEANT:
            return
        if word == "u":
            self._take_unicode(chr((value or 0) & 0xFFFF))
        elif word in words.CHARACTERS or (word in words.BREAKS):
            if self._to_skip:
                self._to_skip -= 1
            else:
                self._text(words.CHARACTERS.get(word, "\n"))
        elif word in words.PARAGRAPH_ENDS or word in words.CELL_ENDS:
            self._flush()
            self._to_skip = 0
            if self._state.goes is Goes.TEXT:
                self._end_paragraph(is_cell=word in words.CELL_ENDS)
        elif token.kind is Kind.SYMBOL:
            if word in "\\{}" and not self._to_skip:
                self._text(word)
            self._to_skip = max(0, self._to_skip - 1)
        else:
            self._flush()
            self._to_skip = 0
            self._set(word, value)

    def _set(self, word: str, value: int | None) -> None:
        """Take a word that says how what follows is to be read or looks."""
        state, on = self._state, value != 0
        if word in ("f", "af"):
            self._take_font(word, value or 0)
        elif word == "uc":
            self._state = state._replace(fallback=min(max(0, value or 0), 8))
        elif word in ("rtlch", "ltrch"):
            self._state = state._replace(is_rtl=word == "rtlch")
        elif word == "v":
            self._state = state._replace(is_hidden=on)
        elif word in ("deleted", "mvf"):
            self._state = state._replace(is_deleted=on)
        elif word == "ab":
            self._state = state._replace(is_bold_beside=on)
        elif word == "ai":
            self._state = state._replace(is_italic_beside=on)
        elif word == "plain":
            self._state = State(
                state.goes, fallback=state.fallback, style=state.style, is_cell=state.is_cell,
                is_item=state.is_item, level=state.level,
            )  # fmt: skip
        elif word in words.ON_OR_OFF:
            self._look(**{words.ON_OR_OFF[word]: on})
        elif word in words.UNDERLINES or word == "ulnone":
            self._look(underlined=on and word != "ulnone")
        elif word in ("super", "sub", "nosupersub"):
            self._look(raised={"super": "sup", "sub": "sub"}.get(word, "") if on else "")
        elif word == "pard":
            self._state = state._replace(style=0, is_cell=False, is_item=False, level=None)
        elif word in ("s", "intbl", "ls", "outlinelevel"):
            self._set_paragraph(word, value or 0)
        else:
            self._set_document(word, value)

    def _set_paragraph(self, word: str, value: int) -> None:
        if self._state.goes is Goes.STYLES:
            self._number = value if word == "s" else self._number
        elif word == "s":
            self._state = self._state._replace(style=value)
        elif word == "intbl":
            self._state = self._state._replace(is_cell=True)
        elif word == "ls":
            self._state = self._state._replace(is_item=value > 0)
        else:
            self._state = self._state._replace(level=value)

    def _set_document(self, word: str, value: int | None) -> None:
        state = self._state
        if word == "fcharset" and state.goes is Goes.FONTS and self._number is not None:
            number = value or 0
            page = "symbol" if number == _SYMBOLS else code_pages.of_character_set(number)
            self._fonts[self._number] = page
        elif word == "cpg" and state.goes is Goes.FONTS and self._number is not None:
            self._fonts[self._number] = code_pages.of_page(value or 0)
        elif word == "deff":
            self._font = value
        elif self._chosen is None and (family := code_pages.of_family(word)):
            self._page = family
        elif (
            self._chosen is None and word == "ansicpg" and (page := code_pages.of_page(value or 0))
        ):
            self._page = page

    def _take_font(self, word: str, number: int) -> None:
        if self._state.goes is Goes.FONTS:
            self._number = number
            self._fonts.setdefault(number, None)
        elif word == "f" and self._state.font != number:
            self._state = self._state._replace(font=number)
        elif word == "af" and self._state.other_font != number:
            self._state = self._state._replace(other_font=number)

    def _look(self, **changed: bool | str) -> None:
        look = self._state.look._replace(**changed)  # type: ignore[arg-type]
        self._state = self._state._replace(look=look)

    # --- text ---

    def _take_bytes(self, data: bytes) -> None:
        self._begins = False
        if self._to_skip:
            passed = min(self._to_skip, len(data))
            self._to_skip -= passed
            data = data[passed:]
        if not data or self._state.goes is Goes.NOWHERE:
            return
        codec = self._encoding()
        if codec != self._codec:
            self._flush()
            self._codec = codec
        self._bytes += data

    def _encoding(self) -> str:
        """Return what the bytes here are in: a font that names a script, else the document's."""
        state = self._state
        font = self._font if state.font is None else state.font
        own = None if font is None else self._fonts.get(font)
        if own is None and state.is_rtl and state.other_font is not None:
            own = self._fonts.get(state.other_font)
        return own or self._page

    def _take_unicode(self, character: str) -> None:
        self._flush()
        self._put(character)
        self._to_skip = self._state.fallback

    def _take_unicodes(self, data: bytes) -> None:
        """Take a row of Unicode characters, at once where each has one character beside it."""
        self._begins = False
        found = unicode_characters(data)
        if self._state.fallback == 1:
            self._to_skip = 0
            self._text(
                "".join(
                    character
                    + " " * (len(beside) - len(beside.rstrip(b" ")) - (beside[:1] == b" "))
                    for character, beside in found
                )
            )
            return
        for character, beside in found:
            self._take_unicode(character)
            self._take_bytes(characters(beside))

    def _text(self, text: str) -> None:
        self._flush()
        self._put(text)

    def _flush(self) -> None:
        """Put what bytes have come; characters of several may have come in pieces."""
        if not self._bytes:
            return
        if self._codec == "symbol":
            text = self._bytes.decode("latin-1").replace("\xb7", "•")
        else:
            text = self._bytes.decode(self._codec, "replace")
        self._bytes.clear()
        self._put(text)

    def _put(self, text: str) -> None:
        state = self._state
        if state.goes is Goes.TEXT:
            if state.is_hidden or state.is_deleted:
                self._leave_out("hidden" if state.is_hidden else "deleted")
                return
            self._left_out = self._left_out if text.isspace() else ""
            self._flows[-1].pieces.append(Piece(text, state.shown))
        elif state.goes is Goes.TITLE:
            self._found.title += text
        elif state.goes is Goes.STYLES:
            self._named.append(text)

    def _leave_out(self, kind: str) -> None:
        """Count a stretch of text that is not taken, once however many runs it has."""
        if self._left_out != kind:
            self._left_out = kind
            if kind == "hidden":
                self._found.hidden += 1
            else:
                self._found.deleted += 1

    def _name_style(self) -> None:
        if self._state.goes is Goes.STYLES and not self._named:
            return  # the end of a group within that of a style
        name = "".join(self._named).partition(";")[0].strip().lower()
        if self._number is not None and name:
            self._styles[self._number] = name
        self._named.clear()
        self._number = None

    def _end_paragraph(self, *, is_cell: bool = False) -> None:
        flow, state = self._flows[-1], self._state
        self._left_out = ""
        if not flow.pieces and not flow.waiting:
            return
        if any(piece.text.strip() for piece in flow.pieces):
            if len(self._ends) + len(flow.made) >= MOST_PARAGRAPHS:
                raise InputError("too_many_paragraphs", file=self._name, limit=MOST_PARAGRAPHS)
            flow.made.append(
                Paragraph(
                    tuple(whole(flow.pieces)),
                    self._styles.get(state.style, ""),
                    is_cell or state.is_cell,
                    state.is_item,
                    state.level,
                    is_aside=False,
                )
            )
        flow.made += flow.waiting
        flow.pieces, flow.waiting = [], []
