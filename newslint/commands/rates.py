"""How a measurement is printed: each rule with its rates and its first alarms in context; as text or as JSON."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from newslint import __version__
from newslint.finding import SEVERITIES, Mistake, NotRun
from newslint.formats.escape import escape, json_encoder
from newslint.formats.excerpt import excerpt
from newslint.measuring import Alarm, Compared, Tally, per, spread
from newslint.records import NamedTuple

SCHEMA = "newslint-measure/1"
_INDENT = " " * 8
# More rules without an alarm are only counted.
_NAMED = 12


class Archive(NamedTuple):
    """What was measured on."""

    articles: int
    words: int


class Versions(NamedTuple):
    """A rule that is not the same in both versions: the severity it had and has, None where it was not there."""

    rule: str
    before: str | None
    now: str | None
    compared: Compared


def counted(number: int, thing: str) -> str:
    return f"{number:,} {thing}{'s' * (number != 1)}"


def text(
    tally: Tally, severities: Mapping[str, str], archive: Archive, not_run: Sequence[NotRun], width: int
) -> Iterator[str]:
    """The rules with alarms, the loudest first, then those without, then all of them together."""
    silent = {one.rule for one in not_run}
    loud = sorted((rule for rule in severities if tally.alarms[rule]), key=lambda rule: (-tally.alarms[rule], rule))
    for rule in loud:
        yield f"{rule}  {severities[rule]}"
        yield f"  {_rates(tally.alarms[rule], archive)}; in {counted(tally.articles[rule], 'article')}"
        for alarm in tally.of(rule):
            yield from _shown(alarm, width)
    quiet = sorted(rule for rule in severities if not tally.alarms[rule] and rule not in silent)
    if quiet:
        names = f": {', '.join(quiet)}" if len(quiet) <= _NAMED else ""
        yield f"No alarm from {counted(len(quiet), 'rule')}{names}."
    for one in not_run:
        yield f"Not measured: {one.rule}: {one.reason}"
    yield f"{counted(archive.articles, 'article')}, {counted(archive.words, 'word')}."
    for severity in SEVERITIES:
        number = sum(tally.alarms[rule] for rule in severities if severities[rule] == severity)
        yield f"  {severity + 's':<12}{_rates(number, archive)}"


def _rates(alarms: int, archive: Archive) -> str:
    hundred, thousand = per(alarms, archive.articles, 100), per(alarms, archive.words, 1000)
    return f"{counted(alarms, 'alarm')}: {hundred:,.2f} per 100 articles, {thousand:.3f} per 1,000 words"


def _shown(alarm: Alarm, width: int) -> Iterator[str]:
    """The place and the message; under them the sentence, with the span marked."""
    yield f"    {escape(f'{alarm.path}:{alarm.place.line}:{alarm.place.column}')}  {escape(alarm.message)}"
    cut = excerpt(alarm.sentence, alarm.start, alarm.end, max(24, width - len(_INDENT)))
    yield _INDENT + cut.text
    yield _INDENT + " " * cut.before + "^" * cut.width


def versions_text(versions: Iterable[Versions], archive: Archive, most: int, width: int) -> Iterator[str]:
    """Each rule that differs: what only the earlier version says, what only that of now says, and what both say."""
    number = changed = 0
    for one in versions:
        number += 1
        both, before, now = one.compared
        changed += bool(before or now)
        yield f"{one.rule}  {_severities(one)}"
        yield (
            f"  {len(both) + len(before):,} before, {len(both) + len(now):,} now: "
            f"{len(both):,} in both, {len(before):,} only before, {len(now):,} only now"
        )
        for name, alarms in spread(one.compared):
            if alarms and most:
                yield f"  {name}:"
            for alarm in alarms[:most]:
                yield from _shown(alarm, width)
            if most and len(alarms) > most:
                yield f"    and {len(alarms) - most:,} more"
    yield f"{counted(archive.articles, 'article')}, {counted(archive.words, 'word')}."
    if number:
        differ = "differs" if number == 1 else "differ"
        yield f"{counted(number, 'rule')} {differ}; {changed:,} of them in what they say here."
    else:
        yield "No rule differs."


def _severities(one: Versions) -> str:
    if one.before is None or one.now is None:
        return f"{one.before or one.now}, {'gone' if one.now is None else 'new'}"
    return one.now if one.before == one.now else f"{one.before} before, {one.now} now"


def as_json(
    tally: Tally, severities: Mapping[str, str], archive: Archive, not_run: Sequence[NotRun], errors: Sequence[Mistake]
) -> str:
    """One object: each rule with its rates, by name; those without an alarm too."""
    silent = {one.rule for one in not_run}
    rules = [
        {
            "rule": rule,
            "severity": severities[rule],
            "alarms": tally.alarms[rule],
            "articles": tally.articles[rule],
            "per_100_articles": round(per(tally.alarms[rule], archive.articles, 100), 4),
            "per_1000_words": round(per(tally.alarms[rule], archive.words, 1000), 5),
            "first": [_object(alarm) for alarm in tally.of(rule)],
        }
        for rule in sorted(severities)
        if rule not in silent
    ]
    return _whole(archive, {"rules": rules, "not_run": [one._asdict() for one in not_run]}, errors)


def versions_json(
    versions: Iterable[Versions], archive: Archive, most: int, against: str, errors: Sequence[Mistake]
) -> str:
    """One object: each rule that differs, with what only one version says and what both say."""
    rules = [
        {
            "rule": one.rule,
            "severity_before": one.before,
            "severity": one.now,
            **{
                name.replace(" ", "_"): {"alarms": len(alarms), "first": [_object(alarm) for alarm in alarms[:most]]}
                for name, alarms in spread(one.compared)
            },
        }
        for one in versions
    ]
    return _whole(archive, {"against": against, "rules": rules}, errors)


def _object(alarm: Alarm) -> dict[str, Any]:
    place = alarm.place
    return {
        "path": alarm.path,
        "line": place.line,
        "column": place.column,
        "message": alarm.message,
        "sentence": alarm.sentence,
        "start": alarm.start,
        "end": alarm.end,
    }


def _whole(archive: Archive, parts: Mapping[str, Any], errors: Sequence[Mistake]) -> str:
    head = {"schema": SCHEMA, "version": __version__, "articles": archive.articles, "words": archive.words}
    return json_encoder(strict=True)({**head, **parts, "errors": [one._asdict() for one in errors]}) + "\n"
