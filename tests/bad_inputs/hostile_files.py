"""Files that want something of whoever opens them: an address fetched, a file read, a command run.

``address`` is where a fetch would be noticed, ``secret`` a file whose text must not get out.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from tests.translation.formats import test_bad_tables, test_xliff_bad_files
from tests.translation.formats.docx_samples import RELATION, field, package, para, rels, run
from tests.translation.formats.odt_files import odt
from tests.translation.formats.pdf_files import pdf, right_aligned

Make = Callable[[str, str], bytes | str]
"""Makes a file of an address (http) and of the address of a secret file."""

_TEXT = "قال الوزير إن الحوار مهم."
FORMULA = "=cmd|'/C calc'!A1"


def _page(address: str, secret: str) -> str:
    wants = (
        f'<base href="{address}/"><link rel=stylesheet href="{address}/a.css">'
        f'<meta http-equiv=refresh content="0; url={address}">'
        f'<script src="{address}/a.js"></script>'
    )
    body = (
        f'<h1>{_TEXT}</h1><p>{_TEXT}<img src="{address}/a.png"><img src="{secret}"></p>'
        f'<iframe src="{secret}"></iframe><object data="{address}/o"></object>'
        f'<p style="background:url({address}/b.png)" onclick="x()">{_TEXT} {FORMULA}</p>'
        f'<svg><image href="{address}/s.svg"/></svg><a href="javascript:x()">{_TEXT}</a>'
    )
    return f"<html><head><meta charset=utf-8>{wants}</head><body>{body}</body></html>"


def _docx(address: str, secret: str) -> bytes:
    outside = "".join(
        f'<Relationship Id="o{kind}" Type="{RELATION}/{kind}" Target="{target}"'
        ' TargetMode="External"/>'
        for kind, target in (
            ("image", f"{address}/a.png"), ("header", f"{address}/h"), ("attachedTemplate", secret),
            ("footnotes", secret), ("aFChunk", secret), ("subDocument", f"{address}/s"),
        )
    )  # fmt: skip
    fields = field(f"INCLUDEPICTURE {address}/p.png", run(_TEXT)) + field(
        f"INCLUDETEXT {secret}", run(_TEXT)
    )
    body = para(run(_TEXT) + fields + field("DDEAUTO cmd calc", run(_TEXT)))
    return package(
        body + f'<w:altChunk r:id="oaFChunk" xmlns:r="{RELATION}"/>' + para(run(FORMULA)),
        {"word/_rels/document.xml.rels": rels(outside)},
    )


def _odt(address: str, secret: str) -> bytes:
    picture = f'<draw:frame><draw:image xlink:href="{address}/a.png"/></draw:frame>'
    link = f'<text:a xlink:href="vnd.sun.star.script:x">{_TEXT}</text:a>'
    section = (
        f'<text:section text:name="s"><text:section-source xlink:href="{secret}"/>'
        f"<text:p>{_TEXT}</text:p></text:section>"
    )
    return odt(f"<text:p>{_TEXT} {picture}{link} {FORMULA}</text:p>{section}")


def _pdf(address: str, secret: str) -> bytes:
    action = f"<</Type/Catalog/OpenAction<</S/URI/URI({address})/Next<</S/Launch/F({secret})>>>>"
    data = pdf(right_aligned([_TEXT, _TEXT]))
    return data.replace(b"<</Type/Catalog", action.encode(), 1)


def _xliff(address: str, secret: str) -> bytes:
    head = f'<?xml-stylesheet href="{address}/a.xsl"?><!DOCTYPE xliff SYSTEM "{address}/a.dtd">'
    file = f'<header><skl><external-file href="{secret}"/></skl></header><body>'
    include = (
        '<trans-unit id="2"><source>نص <xi:include xmlns:xi="http://www.w3.org/2001/XInclude"'
        f' href="{secret}" parse="text"/></source></trans-unit>'
    )
    unit = test_xliff_bad_files.UNIT_1.replace("نص", FORMULA)
    made = test_xliff_bad_files.in_1(unit + include, head)
    return made.replace(b"<body>", file.encode(), 1)


def _xliff2(address: str, secret: str) -> bytes:
    head = f'<?xml-stylesheet href="{address}/a.xsl"?><!DOCTYPE xliff SYSTEM "{address}/a.dtd">'
    skeleton = f'<skeleton href="{secret}"/>'
    return test_xliff_bad_files.in_2(skeleton + test_xliff_bad_files.UNIT_2, head)


def _tmx(address: str, secret: str) -> str:
    tuvs = "".join(
        f'<tuv xml:lang="{language}"><seg>{text}</seg></tuv>'
        for language, text in (("ar", _TEXT), ("en", FORMULA))
    )
    return (
        f'<?xml-stylesheet href="{secret}"?><!DOCTYPE tmx SYSTEM "{address}/tmx14.dtd">'
        f'<tmx version="1.4"><body><tu>{tuvs}</tu></body></tmx>'
    )


def _xlsx(address: str, secret: str) -> bytes:
    del secret
    formula = f'<c t="str"><f>WEBSERVICE("{address}")</f><v>{_TEXT}</v></c>'
    link = f'<c t="inlineStr"><is><t>=HYPERLINK("{address}")</t></is></c>'
    return test_bad_tables.sheet_of(
        f"{test_bad_tables.HEADING}<row>{formula}</row><row>{link}</row>"
    )


def _jsonl(address: str, secret: str) -> str:
    script = f'<script src="{address}/a.js"></script>'
    codes = [["alone", script, "x", None, True, True], ["alone", f'<img src="{secret}">', "y"]]
    row = {"file": "../../a.html", "source": f"{_TEXT} {{1/}}{{2/}}", "target": FORMULA}
    return json.dumps(row | {"state": "confirmed", "codes": codes}) + "\n"


HOSTILE: dict[str, Make] = {
    "a.txt": lambda address, secret: f"{_TEXT}\n\n{FORMULA}\n\n{address} {secret}\n",
    "a.md": lambda address, secret: (
        f'{_TEXT} ![x]({address}/a.png) <img src="{secret}">\n\n{FORMULA}\n\n'
        f'<iframe src="{address}"></iframe>\n\n[{_TEXT}](javascript:x)\n'
    ),
    "a.html": _page,
    "a.docx": _docx,
    "a.odt": _odt,
    "a.pdf": _pdf,
    "a.srt": lambda address, secret: (
        f'1\n00:00:01,000 --> 00:00:02,000\n<img src="{address}/a.png">{_TEXT}\n{FORMULA}\n'
    ),
    "a.vtt": lambda address, secret: (
        f"WEBVTT\n\nSTYLE\n@import url({address}/a.css)\n\n00:01.000 --> 00:02.000\n{_TEXT}\n"
        f"{FORMULA}\n"
    ),
    "a.po": lambda address, secret: f'#: {secret}\nmsgid "{_TEXT} {address}"\nmsgstr "{FORMULA}"\n',
    "a.xlf": _xliff,
    "b.xlf": _xliff2,
    "a.tmx": _tmx,
    "a.tsv": lambda address, secret: f"source\ttarget\n{_TEXT}\t{FORMULA}\n@{address}\t+1\n",
    "a.csv": lambda address, secret: (
        f'source,target\n{_TEXT},"{FORMULA}"\n"=WEBSERVICE(""{address}"")",-1\n'
    ),
    "a.xlsx": _xlsx,
    "a.jsonl": _jsonl,
}
"""The files by name. Each opens: what it wants is not done."""


def make(name: str, address: str, secret: Path) -> bytes:
    """Return the bytes of one of them."""
    made = HOSTILE[name](address, secret.as_uri())
    return made if isinstance(made, bytes) else made.encode()
