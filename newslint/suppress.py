"""Leaves out the findings that an editor has looked at, and reports suppressions that are of no use any more."""

import datetime
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Literal

from newslint.directives import Directive, directives
from newslint.document import Document
from newslint.finding import Finding, Place
from newslint.recognition import Key, key
from newslint.records import NamedTuple
from newslint.sidecar import Entry
from newslint.span import Span

FAMILY = "suppressions"
RULES = tuple(f"{FAMILY}/{name}" for name in ("expired", "unclosed", "unknown-rule", "unused"))
Severity = Literal["error", "warning", "suggestion"]
# By word and name: the stretches, each with the number of its suppression.
Scopes = dict[tuple[str, str], list[tuple[Span, int]]]


class Terms(NamedTuple):
    """What suppressions are judged by.

    ``names``: rules, families and ``all``; ``ran``: of these the ones all of whose rules have run, so that it is known
    whether they find anything; ``report``: the rules of this family that are in force, each with its severity.
    """

    names: frozenset[str]
    ran: frozenset[str]
    today: datetime.date
    report: Mapping[str, Severity]


class Sifted(NamedTuple):
    """What suppressions make of an article's findings.

    ``kept``: what is reported, with the findings about suppressions; ``hushed``: what is left out; ``listed``: of
    that, what a list names by its sentence.
    """

    kept: list[Finding]
    hushed: list[Finding]
    listed: list[Finding]


def sift(
    document: Document, findings: Sequence[Finding], entries: Sequence[Entry], judged_by: Callable[[], Terms]
) -> Sifted:
    """Takes out of an article's findings those that its comments, its front matter or a list suppress."""
    if not document.comments and not document.front_matter and not entries:
        return Sifted(list(findings), [], [])
    terms = judged_by()
    asked = directives(document)
    cover = _cover(asked, terms)
    by_key: dict[Key, list[int]] = {}
    for at, entry in enumerate(entries):
        if entry.until is None or entry.until >= terms.today:
            by_key.setdefault(Key(entry.rule, entry.text, entry.sentence), []).append(at)
    used: set[tuple[int, str]] = set()
    spent: set[int] = set()
    kept, hushed, listed = list[Finding](), list[Finding](), list[Finding]()
    for finding in findings:
        if _inside_comment(document, finding.span):
            continue
        by = cover(finding)
        listings = by_key.get(key(document, finding), []) if by_key and by is None else []
        spent.update(listings)
        if by is not None:
            used.add(by)
        if by is None and not listings:
            kept.append(finding)
        else:
            hushed.append(finding)
            listed += [finding] if listings else []
    about = [*_about(document, asked, used, terms), *_about_lists(entries, spent, terms)]
    about = [one._replace(severity=terms.report[one.rule]) for one in about if one.rule in terms.report]
    kept += [one for one in about if cover(one) is None]
    return Sifted(kept, hushed, listed)


def _cover(asked: Sequence[Directive], terms: Terms) -> Callable[[Finding], tuple[int, str] | None]:
    """A function that gives the suppression of a finding, the narrowest first, and the name it goes by."""
    scopes = _scopes(asked, terms)

    def suppressed(finding: Finding) -> tuple[int, str] | None:
        family = finding.rule.split("/")[0]
        names = (finding.rule, family, "all") if family != FAMILY else (finding.rule, family)
        for word in ("ignore", "off", "ignore-file"):
            for name in names:
                known = scopes.get((word, name), ())
                last = bisect_right(known, finding.span.start, key=lambda one: one[0].start) - 1
                # a finding that begins before the scope may reach into it
                for span, at in known[max(last, 0) : last + 2]:
                    if span.start <= max(finding.span.end - 1, finding.span.start) and finding.span.start < span.end:
                        return at, name
        return None

    return suppressed


def _scopes(asked: Sequence[Directive], terms: Terms) -> Scopes:
    """The stretches in which a name is suppressed, in order."""
    scopes: Scopes = {}
    for at, one in enumerate(asked):
        if one.wrong or one.word == "on" or (one.until and one.until < terms.today):
            continue
        for number, name in enumerate(one.names):
            span = one.scopes[number if one.word == "off" and one.scopes else 0] if one.scopes else Span(0, 0)
            if span.start < span.end:
                scopes.setdefault((one.word, name), []).append((span, at))
    for listed in scopes.values():
        listed.sort()
    return scopes


def _inside_comment(document: Document, span: Span) -> bool:
    """Whether all that a finding speaks of is a comment to newslint, and the blanks that were put for it."""
    for comment in document.comments if document.origin is None else ():
        if comment.start > span.end:
            break
        if comment.end >= span.start and not document.text[span.start : span.end].strip():
            return True
    return False


def _about(
    document: Document, asked: Iterable[Directive], used: set[tuple[int, str]], terms: Terms
) -> Iterator[Finding]:
    """What is wrong with the suppressions in an article."""

    def finding(one: Directive, rule: str, message: str) -> Finding:
        text = document.source[one.span.start : one.span.end]
        return Finding(
            document.path, document.source_place(one.span), f"{FAMILY}/{rule}", "warning", message, text, one.span
        )

    for at, one in enumerate(asked):
        if one.wrong:
            yield finding(one, _rule_of(one), f"{one.wrong[0].upper()}{one.wrong[1:]}.")
            continue
        if one.open:
            missing = "no “on” follows" if one.word == "off" and one.scopes else "“-->” is missing"
            yield finding(one, "unclosed", f"This suppression is never closed: {missing}.")
        unknown = [name for name in one.names if name not in terms.names]
        for name in unknown:
            yield finding(one, "unknown-rule", f"No rule or family “{name}”{_nearest(name, terms.names)}")
        if one.until and one.until < terms.today:
            yield finding(one, "expired", f"This suppression ended on {one.until}; look again.")
        elif one.word != "on":
            for name in one.names:
                if name in terms.ran and (at, name) not in used and name not in unknown:
                    yield finding(one, "unused", f"Nothing to suppress: {name} finds nothing here.")


def _rule_of(one: Directive) -> str:
    """Under which rule a suppression that cannot be followed is reported."""
    if "date" in one.wrong:
        return "expired"
    return "unused" if one.word == "on" else "unknown-rule"


def _about_lists(entries: Iterable[Entry], spent: set[int], terms: Terms) -> Iterator[Finding]:
    """What is wrong with the entries of lists beside an article; the place is the entry's."""
    for at, one in enumerate(entries):
        rule, message = "", ""
        if one.rule not in terms.names:
            rule, message = "unknown-rule", f"No rule “{one.rule}”{_nearest(one.rule, terms.names)}"
        elif one.until and one.until < terms.today:
            rule, message = "expired", f"This suppression ended on {one.until}; look again."
        elif at not in spent and one.rule in terms.ran:
            rule, message = (
                "unused",
                f"Nothing to suppress: {one.rule} does not find this text in this sentence any more.",
            )
        if rule:
            place = Place(one.line, 1, one.line, 1)
            yield Finding(one.path, place, f"{FAMILY}/{rule}", "warning", message, one.text, Span(0, 0))


def _nearest(name: str, known: Iterable[str]) -> str:
    import difflib

    short = name.rsplit("/", 1)[-1]
    near = difflib.get_close_matches(name, sorted(known), 1, 0.6) or [
        one
        for one in sorted(known)
        if "/" in one and difflib.SequenceMatcher(None, short, one.split("/")[1]).ratio() > 0.8
    ]
    return f"; did you mean “{near[0]}”?" if near else "."
