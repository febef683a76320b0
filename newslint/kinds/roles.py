"""Who holds which office: what the article states, held against the fact sheets in force at its own date."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Literal

from newslint.document import Document
from newslint.facts import LEADER, Facts
from newslint.finding import Fix, Match, Note
from newslint.forms import field, form
from newslint.kinds.article_days import article_date
from newslint.kinds.judging import full_names, judge
from newslint.kinds.offices import Statement
from newslint.matching.words import Hits
from newslint.rule import Anchors, Compiled, Form, Problem, Setting
from newslint.span import Span
from newslint.terms import on


@form
class Roles(Form):
    """``check``: which contradiction is looked for; ``words``: one of them must stand in the article."""

    check: Literal["holder", "then", "first-name", "spelling", "party", "outside", "two-posts", "two-holders"] = field(
        metadata={
            "help": "a wrong holder, one of another time, a holder's first name, his spelling, his party, one of other "
            "years than the article tells of, two posts, two holders"
        }
    )
    words: str = field(default="office-words", metadata={"help": "the word list with the words that offices have"})


def compile_rule(form: Roles, setting: Setting) -> Compiled:
    """The fact sheets are read when the first article with one of the words is looked at."""
    words = setting.lexicon.folded(form.words)
    if not words:
        setting.problems.append(Problem(("words",), f"no word list “{form.words}”"))
    between = _BETWEEN.get(form.check)

    def facts() -> Facts | None:
        return setting.lexicon.facts() if setting.lexicon.facts else None

    def find(document: Document, _: Hits) -> Iterable[Match]:
        known = facts()
        if known is None:
            return ()
        if between:
            return (match for _, match in between([document], known))
        return _against_sheets(document, known, form.check)

    def compare(documents: Sequence[Document]) -> Iterable[tuple[int, Match]]:
        known = facts()
        if known is None or between is None:
            return ()
        return ((at, one) for at, one in between(documents, known) if one.notes[0].name != documents[at].name)

    fills = frozenset({"match", "right"} | ({"other"} if between else set()))
    return Compiled(Anchors(words, always=False), find, fills, compare if between else None)


def _against_sheets(document: Document, facts: Facts, check: str) -> Iterator[Match]:
    seen: set[Span] = set()
    wanted = "wrong" if check == "holder" else check
    for verdict in judge(document, facts):
        one = verdict.statement
        span = (
            Span(one.start, one.end)
            if wanted in {"wrong", "then", "party", "outside"}
            else Span(one.person.name_start, one.person.name_end)
        )
        if verdict.says != wanted or span in seen:
            continue
        seen.add(span)
        values = {"match": document.text[span.start : span.end], "right": verdict.right}
        yield Match(span, values, (), Fix(verdict.fix, safe=False) if verdict.fix else None)


Claim = tuple[int, Statement, str]
Between = Callable[[Sequence[Document], Facts], Iterator[tuple[int, Match]]]


def _claims(documents: Sequence[Document], facts: Facts) -> Iterator[Claim]:
    """Who is said to hold which known office now; what the sheets know to be wrong is reported elsewhere."""
    for at, document in enumerate(documents):
        for verdict in judge(document, facts):
            one, names = verdict.statement, full_names(document)
            name = names.get(one.person.who, "")
            stated = one.place and name and not one.former and verdict.says in {"right", "unknown"}
            if stated and not document.quoted(Span(one.start, one.end)):
                yield at, one, name


def _posts(facts: Facts, one: Statement) -> frozenset[str]:
    """The names of the offices that a statement may mean; one that no sheet has goes by its title and place."""
    title = facts.usual_title.get(one.title, one.title)
    place = facts.forms.get(one.place, one.place)
    return frozenset(office.name for office in one.offices) or frozenset({f"{title} of {place}"})


def _two_posts(documents: Sequence[Document], facts: Facts) -> Iterator[tuple[int, Match]]:
    """One person with two posts that nobody holds at once; the later place is reported."""
    first: dict[str, Claim] = {}
    for at, one, name in _claims(documents, facts):
        before = first.setdefault(name, (at, one, name))
        if _posts(facts, before[1]).isdisjoint(_posts(facts, one)) and not facts.people(name):
            yield at, _report(documents, (at, one, name), before)


def _two_holders(documents: Sequence[Document], facts: Facts) -> Iterator[tuple[int, Match]]:
    """One office with two people whom no sheet has in it one after the other about that time."""
    first: dict[str, Claim] = {}
    for at, one, name in _claims(documents, facts):
        if not one.offices or one.title == LEADER or not {"senator", "rep"}.isdisjoint(one.offices[0].titles):
            continue  # a state has two senators, many representatives, and a house of its own
        office = one.offices[0].name
        before = first.setdefault(office, (at, one, name))
        if before[2] == name or before[1].person.surname == one.person.surname:
            continue
        if not _both_known(facts, office, before[2], name):
            here, there = (at, one, name), before
            day = article_date(documents[before[0]])
            if day is not None and not _held(facts, office, before[2], day) and _held(facts, office, name, day):
                here, there = there, here
            yield here[0], _report(documents, here, there)


def _held(facts: Facts, office: str, name: str, day: int) -> bool:
    return any(
        held.name == office and on(term, day) is not False
        for person in facts.people(name)
        for held, term in facts.held(person)
    )


def _both_known(facts: Facts, office: str, one: str, other: str) -> bool:
    """Whether the sheets have both in the office: then the text may well speak of two times."""
    return all(
        any(held.name == office for person in facts.people(name) for held, _ in facts.held(person))
        for name in (one, other)
    )


def _report(documents: Sequence[Document], here: Claim, there: Claim) -> Match:
    at, one, _ = here
    other_at, other, _ = there
    text = documents[at].text[one.start : one.end]
    other_text = documents[other_at].text[other.start : other.end]
    note = Note(documents[other_at].name, Span(other.start, other.end), f"“{other_text}” here")
    values = {"match": text, "other": other_text, "right": other_text}
    return Match(Span(one.start, one.end), values, (note,))


_BETWEEN: dict[str, Between] = {"two-posts": _two_posts, "two-holders": _two_holders}
