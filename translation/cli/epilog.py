"""What stands at the end of the program's help: its commands and the files they take."""

from __future__ import annotations

EPILOG = """\
commands without a window:
  segment   IN [--json]            the segments of an article
  translate IN... -o OUT           draft an article, or several as one project, and write it
  convert   IN... -o OUT           write a file in another format, or several as one project
  check     IN... [--json|--html]  what the checks find; 1 where errors stand
  score     IN [--reference FILE]  BLEU, chrF and TER of edits, and against a reference
  compare   A B... --reference R   draft sets of one document, and whether one is better
  report    IN -o OUT              what was changed, scored and found, for a client to read
  mqm       IN [--tsv -o OUT]      errors that were marked, their score, and files of them
  terms     IN... [-o OUT]         list termbases, or join and convert them
  recover   IN [-o OUT] | --list   what can be read of a damaged project, as a new one; backups
  memory    import | export | search | stats  memories: TMX in and out, what is like a sentence,
                                   words in both languages, matches of files by band
  pretranslate IN... -o OUT        fill files from memories; --translate drafts the rest
  models    list | info | install | remove | prepare-pairs | train | average
IN and OUT go by suffix: .txt .md .html .docx .odt .pptx .epub .pdf .srt .vtt .po .xlf .tmx .tsv
.csv .xlsx .jsonl .muraji; IN may be .rtf too. --format ID tells apart what shares one:
  .html  html (the translated page), html-sides, html-changes (side by side)
  .docx  docx (the translated document), docx-table (to send, and to take back)
  .pdf   pdf (the translated article), pdf-sides, pdf-changes
  .xlf   xliff (1.2), xliff2 (2.0); also .sdlxliff .mqxliff .mxliff .txlf
Where OUT is a folder that exists, each file of IN is written there in the format it came in.
"""
