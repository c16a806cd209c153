"""The sections of a report: one table, each a heading and what writes it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from translation.model.effort import KeyKind
from translation.mqm.names import category_name, severity_name
from translation.mqm.score import FEW_WORDS
from translation.quality import CheckGroup
from translation.reporting.arabic_names import CHECKS_IN_ARABIC, MQM_IN_ARABIC
from translation.reporting.charts import Bar, address, columns, rows
from translation.reporting.review import Comparison, Review
from translation.reporting.spread import class_names
from translation.reporting.tables import apart, changes, figures, number, running, safe, table
from translation.reporting.words import words
from translation.scoring.metrics import MetricId
from translation.scoring.significance import DEFAULT_SAMPLES, DEFAULT_SEED, LEAST_SEGMENTS, Method
from translation.text.language_names import name_of
from translation.text.languages import language_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from translation.model.language import LanguagePair
    from translation.reporting.review import Compared, Found, LetStand, Period
    from translation.reporting.tables import Voice
    from translation.work.statistics import Amount


@dataclass(frozen=True, slots=True)
class Section:
    """``write`` gives pieces of HTML, none where the report has nothing to say of it."""

    id: str
    write: Callable[[Review, Voice], Iterator[str]]


def _what(review: Review, voice: Voice) -> Iterator[str]:
    files = (
        (apart(one.name), number(one.whole.segments), number(one.whole.words))
        for one in review.statistics.files
    )
    yield table(voice, [voice("file"), voice("segments"), voice("source_words")], files)
    pairs = "<br>".join(_pair(pair, voice) for pair in review.pairs)
    facts = [(voice("languages"), pairs)]
    if review.period is not None:
        facts.append((voice("worked"), _days(review.period, voice)))
        facts.append((voice("hours"), _hours(review.period.seconds)))
    yield table(voice, (), facts, texts=2)
    yield from _models(review, voice)


def _models(review: Review, voice: Voice) -> Iterator[str]:
    unknown = voice("no_model")
    made = [
        (
            apart(one.model) if one.model else unknown,
            apart(one.engine) if one.engine else unknown,
            apart(one.revision[:12]) if one.revision else unknown,
            number(one.segments),
        )
        for one in review.origins
    ]
    if review.undrafted:
        made.append((voice("undrafted"), "", "", number(review.undrafted)))
    heads = [voice(key) for key in ("model", "engine", "revision", "segments")]
    yield table(voice, heads, made, texts=3)


def _pair(pair: LanguagePair, voice: Voice) -> str:
    arrow = "←" if voice.edition.is_right_to_left else "→"
    return f" {arrow} ".join(_language(tag, voice) for tag in (pair.source, pair.target))


def _language(tag: str, voice: Voice) -> str:
    known = name_of(tag)
    name = known.arabic if known and voice.edition.is_right_to_left else language_name(tag)
    return f"{safe(name or language_name(tag))} ({apart(tag)})"


def _days(period: Period, voice: Voice) -> str:
    first, last = _day(period.first), _day(period.last)
    return figures(first) if first == last else voice("from_to", first=first, last=last)


def _day(moment: float) -> str:
    return datetime.fromtimestamp(moment, UTC).strftime("%Y-%m-%d")


def _hours(seconds: float) -> str:
    minutes = round(seconds / 60)
    return f"{minutes // 60}:{minutes % 60:02}"


def _volume(review: Review, voice: Voice) -> Iterator[str]:
    counted = review.statistics
    amounts = [(voice("everything"), counted.whole), (voice("done"), counted.confirmed)]
    states = [(voice(state), amount) for state, amount in counted.states.items() if amount.segments]
    amounts += states
    if counted.repeats:
        amounts.append((voice("repeated"), counted.repeated))
    heads = ("state", "segments", "source_words", "source_characters", "target_words")
    yield table(voice, [voice(key) for key in heads], (_amount(*one) for one in amounts))
    if counted.furniture:
        yield f"<p>{voice('furniture')}: {number(counted.furniture)}</p>"
    bars = [Bar(words, amount.segments) for words, amount in states]
    yield _chart(rows(bars, mirrored=voice.edition.is_right_to_left), voice("states_chart"))


def _amount(words: str, amount: Amount) -> tuple[str, ...]:
    counts = (amount.segments, amount.words, amount.characters, amount.target_words)
    return (words, *map(number, counts))


def _persons(review: Review, voice: Voice) -> Iterator[str]:
    if not review.persons:
        return
    states = [s for s in review.statistics.states if any(s in p.segments for p in review.persons)]
    heads = [voice("person"), *map(voice, states), voice("in_all")]
    made = (
        (
            apart(person.name) if person.name else voice("nobody"),
            *(number(person.segments.get(state, 0)) for state in states),
            number(sum(person.segments.values())),
        )
        for person in review.persons
    )
    yield table(voice, heads, made)


def _scores(review: Review, voice: Voice) -> Iterator[str]:
    if not review.compared:
        yield f"<p>{voice('no_scores')}</p>"
    for one in review.compared:
        yield f"<h3>{voice(one.what.value)}</h3>"
        yield f"<p>{voice('segments')}: {number(one.segments)}</p>"
        heads = [voice(key) for key in ("metric", "score", "interval")]
        yield table(voice, heads, _figures(one, voice))
        yield from (f'<p class="small">{sentence}</p>' for sentence in _warnings(one, voice))
        named = ((_metric(id_, one), score.signature) for id_, score in one.scores.items())
        signatures = "<br>".join(safe(f"{name}|{signature}") for name, signature in named)
        yield f'<p class="small" dir="ltr" align="left">{signatures}</p>'
    if review.covered:
        share = voice.percent(100 * review.untouched / review.covered)
        counted = f"{number(review.untouched)} / {number(review.covered)}"
        yield f"<p>{voice('as_drafted')}: {figures(f'{counted} = {share}')}</p>"


def _figures(one: Compared, voice: Voice) -> Iterator[tuple[str, ...]]:
    for id_, score in one.scores.items():
        name = figures(_metric(id_, one))
        if id_ is MetricId.TER:
            lower = "lower" if one.what is Comparison.EDITS else "lower_better"
            name = f"{name} {voice(lower)}"
        interval = one.intervals[id_]
        ends = figures(f"{interval.low:.1f} – {interval.high:.1f}")
        yield name, number(score.value, 1), ends


def _metric(id_: MetricId, one: Compared) -> str:
    """Return what a score is called: against the reviewed text it begins with an H."""
    return f"H{id_.value}" if one.what is Comparison.EDITS else id_.value


def _warnings(one: Compared, voice: Voice) -> Iterator[str]:
    """Say where a figure misleads."""
    if one.segments < LEAST_SEGMENTS:
        yield voice("few")
    ter, bleu = one.scores.get(MetricId.TER), one.scores.get(MetricId.BLEU)
    if one.what is Comparison.EDITS and ter is not None and ter.value > 100:
        yield voice("hter_high")
    if bleu is not None and bleu.value == 0:
        yield voice("bleu_zero")


def _spread(review: Review, voice: Voice) -> Iterator[str]:
    if review.spread:
        bars = [Bar(*one) for one in zip(class_names(), review.spread, strict=True)]
        drawn = columns(bars, mirrored=voice.edition.is_right_to_left)
        yield _chart(drawn, voice("spread_chart"))


def _most_edited(review: Review, voice: Voice) -> Iterator[str]:
    if not review.covered:
        return
    if not review.most_edited:
        yield f"<p>{voice('none_edited')}</p>"
        return
    yield f'<p class="small"><del>{voice("gone")}</del> · <ins>{voice("new")}</ins></p>'
    for one in review.most_edited:
        edits = f"{voice('edits')} {one.edits} · HTER {one.hter:.1f}"
        about = f"{voice('segment')} {number(one.number)} · {edits}"
        yield f"<h4>{about}</h4>"
        yield running(safe(one.source), one.pair.source)
        yield running(changes(one.draft, one.target), one.pair.target)


def _checks(review: Review, voice: Voice) -> Iterator[str]:
    if not review.found:
        yield f"<p>{voice('none_found')}</p>"
        return
    columns_ = ("drafted", "mended", "added", "dismissed", "still_open")
    heads = [voice(k) for k in ("check", "drafted", "mended", "added", "let_stand", "open")]
    made, bars = [], []
    for group in dict.fromkeys(one.group for one in review.found):
        ours = [one for one in review.found if one.group is group]
        name = voice(f"group_{group.value}")
        sums = [sum(getattr(one, column) for one in ours) for column in columns_]
        made.append((f"<b>{name}</b>", *(f"<b>{number(value)}</b>" for value in sums)))
        bars.append(Bar(name, sums[0], sums[-1]))
        made += [
            (_check_name(one, voice), *(number(getattr(one, column)) for column in columns_))
            for one in ours
        ]
    yield table(voice, heads, made)
    series = words(voice.edition, "drafted"), words(voice.edition, "open")
    drawn = rows(bars, mirrored=voice.edition.is_right_to_left, series=series)
    yield _chart(drawn, voice("checks_chart"))


def _check_name(one: Found | LetStand, voice: Voice) -> str:
    """Return what a check is called in an edition; an own rule has the name that it was given."""
    if one.group is CheckGroup.OWN or not voice.edition.is_right_to_left:
        return apart(one.words)
    return safe(CHECKS_IN_ARABIC.get(one.check) or words(voice.edition, f"group_{one.group.value}"))


def _let_stand(review: Review, voice: Voice) -> Iterator[str]:
    if review.let_stand:
        made = (
            (
                number(one.number),
                _check_name(one, voice),
                apart(one.reason) if one.reason else voice("no_reason"),
                apart(one.author) if one.author else voice("nobody"),
            )
            for one in review.let_stand
        )
        heads = [voice(key) for key in ("segment", "check", "reason", "person")]
        yield table(voice, heads, made, texts=4)


def _mqm(review: Review, voice: Voice) -> Iterator[str]:
    if review.rated is None:
        return
    score, typology = review.rated.score, review.rated.typology
    most = number(typology.threshold, 1)
    passed = voice("passes" if score.passes(typology) else "fails", most=most)
    facts = [(voice("source_words"), number(score.words))]
    if score.per_thousand is not None and score.left_per_thousand is not None:
        facts.append((voice("as_marked"), number(score.per_thousand, 1)))
        facts.append((voice("as_it_stands"), f"{number(score.left_per_thousand, 1)} – {passed}"))
    yield table(voice, (), facts, texts=2)
    if score.is_small:
        yield f'<p class="small">{voice("few_words", words=number(FEW_WORDS))}</p>'
    names = {"category": category_name, "severity": severity_name}
    for key, counts in (("category", score.by_category), ("severity", score.by_severity)):
        rows_ = (
            (apart(_mqm_name(names[key](typology, id_), voice)), number(n))
            for id_, n in counts.items()
        )
        yield table(voice, [voice(key), voice("errors")], rows_)


def _mqm_name(name: str, voice: Voice) -> str:
    """Return what a category ("Accuracy/Omission") or a severity is called in an edition."""
    if not voice.edition.is_right_to_left:
        return name
    if name in MQM_IN_ARABIC:
        return MQM_IN_ARABIC[name]
    above, _, below = name.partition("/")
    return " / ".join(MQM_IN_ARABIC.get(one, one) for one in (above, below) if one)


def _effort(review: Review, voice: Voice) -> Iterator[str]:
    if review.effort is None:
        return
    whole = review.effort.whole
    facts = [
        (voice("segments"), number(review.effort.segments)),
        (voice("hours"), _hours(whole.seconds)),
        (voice("keys"), number(whole.keys)),
        *((voice(f"keys_{kind}"), number(getattr(whole, kind))) for kind in KeyKind),
        (voice("pauses"), f"{number(whole.pauses)} ({_hours(whole.pause_seconds)})"),
    ]
    if review.effort.words_an_hour is not None:
        facts.append((voice("words_an_hour"), number(review.effort.words_an_hour)))
    if review.effort.ksr is not None:
        facts.append((voice("ksr"), figures(voice.percent(review.effort.ksr))))
    yield table(voice, (), facts, texts=2)
    yield f'<p class="small">{voice("how_effort")}</p>'


def _reading(review: Review, voice: Voice) -> Iterator[str]:
    samples = number(DEFAULT_SAMPLES[Method.BOOTSTRAP])
    has_comet = any(MetricId.COMET in one.scores for one in review.compared)
    sentences = (
        voice("how_edits"),
        voice("how_reference", chrf_words=MetricId.CHRF_WORDS),
        *([voice("how_comet")] if has_comet else []),
        voice("how_interval", method="bootstrap", samples=samples, seed=str(DEFAULT_SEED)),
        voice("how_checks"),
    )
    yield f"<p>{' '.join(sentences)}</p>"


def _chart(picture: str, title: str) -> str:
    return f'<h4>{title}</h4>\n<p><img src="{address(picture)}" alt="{title}" width="600"></p>'


SECTIONS = (
    Section("what", _what),
    Section("volume", _volume),
    Section("persons", _persons),
    Section("scores", _scores),
    Section("spread", _spread),
    Section("most_edited", _most_edited),
    Section("checks", _checks),
    Section("dismissed", _let_stand),
    Section("mqm", _mqm),
    Section("effort", _effort),
    Section("reading", _reading),
)
"""What a report says, in order; each id is the key of its heading, too."""
