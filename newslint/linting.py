"""Articles in, one report out: what the command line, the tests and other programs call."""

import datetime
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from newslint.document import Document
from newslint.finding import Checked, Finding, Mistake, NotRun, Report, order
from newslint.lexicon import Lexicon
from newslint.records import NamedTuple
from newslint.results import Results, asked, key
from newslint.rule import Rule
from newslint.rulebook import Rulebook
from newslint.selection import Choice, in_force, known, nearest

if TYPE_CHECKING:
    from newslint.catalogue import Catalogue
    from newslint.engine import Engine

Keep = Callable[[Document, list[Finding]], list[Finding]]
Story = Callable[[Document], Hashable]
Beside = Callable[[Sequence[Document]], Sequence[Document]]
_Checked = tuple[Document, list[Finding]]


class Linter:
    """Rules and word lists made ready once, for any number of articles. Holds nothing of the articles it has seen.

    ``results``: what is remembered of earlier checks; ``state``: what rules, word lists and facts are known by there;
    ``known``: the catalogue of the rulebook that they are of.
    """

    def __init__(
        self,
        rules: Sequence[Rule],
        lexicon: Lexicon,
        results: Results | None = None,
        state: str = "",
        known: "Catalogue | None" = None,
    ) -> None:
        self.rules = tuple(rules)
        self.lexicon = lexicon
        self._results = results
        self._known = known
        self._known_by = asked(state, rules) if results else ""
        # rules that could not run on some article, and why
        self.not_run: dict[str, str] = {}

    @cached_property
    def engine(self) -> "Engine":
        from newslint.engine import Engine  # most runs see nothing but articles that they know

        return Engine(self.rules, self._known)

    def again(self, other: "Linter") -> "Linter":
        """Another linter of the same rules, which are as ready in it as in this one."""
        self.engine.not_run.clear()
        self.engine.asked_a_server = False
        other.rules, other.engine = self.rules, self.engine
        return other

    def check(self, document: Document) -> Checked:
        """The findings in one article; if it was checked before, what was found then."""
        if self._results is None:
            return self._check(document)
        known_by = key(self._known_by, document)
        before = self._results.get(known_by, document.path)
        if before is not None:
            return before, []
        found, wrong = self._check(document)
        # What a server or a missing part had to say may be another thing next time.
        if not wrong and not self.not_run and not self.engine.asked_a_server:
            self._results.put(known_by, found)
        return found, wrong

    def _check(self, document: Document) -> Checked:
        checked = self.engine.check(document)
        self.not_run.update(self.engine.not_run)
        return checked

    def report(self, documents: Iterable[Document], *, story: bool = False, keep: Keep | None = None) -> Report:
        """The findings in each article and, where they are one story, between them, sorted.

        ``keep`` is given all the findings in an article, and gives those to report.
        """
        return lint(documents, lambda _: self, keep=keep, story=(lambda _: "") if story else None)


def lint(
    documents: Iterable[Document],
    linter: Callable[[Document], Linter],
    *,
    keep: Keep | None = None,
    story: Story | None = None,
    beside: Beside | None = None,
) -> Report:
    """The findings in each article, and between those of one story, sorted; ``linter`` gives the rules for an article.

    ``story``: what the articles of one story share, None for an article that belongs to none. ``beside``: the other
    articles of a story, which are compared and not reported on.
    """
    keep = keep or (lambda _, found: found)
    run = Run(linter, keep, beside)
    outcomes = (outcome([document], linter, keep, story) for document in documents)
    found = [finding for some in run.findings(outcomes) for finding in some]
    return run.report()._replace(findings=tuple(sorted(found, key=order)))


class Outcome(NamedTuple):
    """What came of one file: its findings, sorted, and the articles that wait until their stories are whole."""

    findings: list[Finding]
    told: list[tuple[Hashable, Document, list[Finding]]]
    mistakes: list[Mistake]
    not_run: dict[str, str]
    articles: int


def outcome(
    documents: Iterable[Document], linter: Callable[[Document], Linter], keep: Keep, story: Story | None
) -> Outcome:
    """Checks the articles of one file, each by itself."""
    made = Outcome([], [], [], {}, 0)
    count = 0
    for document in documents:
        held = linter(document)
        found, wrong = held.check(document)
        made.mistakes.extend(wrong)
        made.not_run.update(held.not_run)
        count += not document.aside
        key = story(document) if story and not document.aside else None
        if key is None:
            made.findings.extend(keep(document, found))
        else:
            made.told.append((key, document, found))
    made.findings.sort(key=order)
    return made._replace(articles=count)


class Run:
    """Puts together what came of one file after the other."""

    def __init__(self, linter: Callable[[Document], Linter], keep: Keep, beside: Beside | None = None) -> None:
        self.linter = linter
        self.keep = keep
        self.beside = beside
        self.mistakes: list[Mistake] = []
        self.not_run: dict[str, str] = {}
        self.articles = 0

    def findings(self, outcomes: Iterable[Outcome]) -> Iterator[list[Finding]]:
        """The findings file by file, as long as no article belongs to a story; from then on all at once, sorted."""
        stories: dict[Hashable, list[_Checked]] = {}
        held: list[Finding] = []
        for one in outcomes:
            self.mistakes += one.mistakes
            self.not_run.update(one.not_run)
            self.articles += one.articles
            for shared, document, found in one.told:
                stories.setdefault(shared, []).append((document, found))
            if stories:
                held += one.findings
            else:
                yield one.findings
        for told in stories.values():
            others = self.beside([document for document, _ in told]) if self.beside else ()
            self.mistakes += _between(told, others, self.linter)
            for document, found in told:
                held += self.keep(document, found)
        yield sorted(held, key=order)

    def report(self) -> Report:
        """What is to be said besides the findings."""
        silent = tuple(NotRun(*one) for one in sorted(self.not_run.items()))
        return Report((), tuple(sorted(self.mistakes)), silent, self.articles)


def _between(
    told: Sequence[_Checked], others: Sequence[Document], linter: Callable[[Document], Linter]
) -> list[Mistake]:
    """Adds to the findings in each article those between it and the rest of its story; the later is the one at odds."""
    documents = [*sorted(others, key=_age), *sorted((document for document, _ in told), key=_age)]
    mistakes: list[Mistake] = []
    linters: dict[Linter, dict[str, list[Finding]]] = {}
    for document, found in told if len(documents) > 1 else ():
        linters.setdefault(linter(document), {})[document.name] = found
    for one, by_name in linters.items():
        between, wrong = one.engine.between(documents)
        mistakes += wrong
        for at, finding in between:
            if documents[at].name in by_name:
                by_name[documents[at].name].append(finding)
    return mistakes


def _age(document: Document) -> tuple[datetime.date, str, int]:
    return document.published or datetime.date.min, document.path, document.number


class SelectionError(ValueError):
    """A rule or family that does not exist was asked for."""


def choose(book: Rulebook, select: Sequence[str], ignore: Sequence[str], others: Iterable[str] = ()) -> list[Rule]:
    """The rules in force: those on by default, or those selected, without those ignored; raises SelectionError.

    A name is a rule (``words/trips-for-troops``), a family (``words``), a house style, or ``all``. What is off by
    default runs only when it, its family or all are named; what belongs to a house, when it, its house or all are.
    ``others``: names that may be given too, of findings that come from no rule file.
    """
    names = known(book.rules) | frozenset(others)
    for name in (*select, *ignore):
        if name not in names:
            raise SelectionError(f"no rule, family or house style “{name}”{nearest(name, names)}")
    return in_force(book.rules, [Choice(tuple(select) or None, ignore=tuple(ignore))])
