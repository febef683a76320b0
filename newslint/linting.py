"""Articles in, one report out: what the command line, the tests and other programs call."""

import datetime
from collections.abc import Callable, Hashable, Iterable, Sequence
from functools import cached_property

from newslint.catalogue import Catalogue
from newslint.document import Document
from newslint.engine import Checked, Engine, order
from newslint.finding import Finding, Mistake, NotRun, Report
from newslint.lexicon import Lexicon
from newslint.results import Results, asked, key
from newslint.rule import Rule
from newslint.rulebook import Rulebook
from newslint.selection import Choice, in_force, known, nearest

Keep = Callable[[Document, list[Finding]], list[Finding]]
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
        known: Catalogue | None = None,
    ) -> None:
        self.rules = tuple(rules)
        self.lexicon = lexicon
        self._results = results
        self._known = known
        self._known_by = asked(state, rules) if results else ""
        # rules that could not run on some article, and why
        self.not_run: dict[str, str] = {}

    @cached_property
    def engine(self) -> Engine:
        return Engine(self.rules, self._known)

    def check(self, document: Document) -> Checked:
        """The findings in one article; if it was checked before, only the rules are asked that found something then."""
        if self._results is None:
            return self._check(document, self.engine)
        known_by = key(self._known_by, document)
        fired = self._results.get(known_by)
        if fired is not None:
            return self._check(document, Engine([rule for rule in self.rules if rule.id in fired]))
        found, wrong = self._check(document, self.engine)
        # What a server or a missing part had to say may be another thing next time.
        if not wrong and not self.not_run and not any(rule.asks_a_server for rule in self.rules):
            self._results.put(known_by, sorted({finding.rule for finding in found}))
        return found, wrong

    def _check(self, document: Document, engine: Engine) -> Checked:
        checked = engine.check(document)
        self.not_run.update(engine.not_run)
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
    story: Callable[[Document], Hashable] | None = None,
    beside: Callable[[Sequence[Document]], Sequence[Document]] | None = None,
) -> Report:
    """The findings in each article, and between those of one story, sorted; ``linter`` gives the rules for an article.

    ``story``: what the articles of one story share, None for an article that belongs to none. ``beside``: the other
    articles of a story, which are compared and not reported on.
    """
    keep = keep or (lambda _, found: found)
    findings: list[Finding] = []
    mistakes: list[Mistake] = []
    not_run: dict[str, str] = {}
    stories: dict[Hashable, list[_Checked]] = {}
    count = 0
    for document in documents:
        held = linter(document)
        found, wrong = held.check(document)
        mistakes += wrong
        not_run.update(held.not_run)
        count += not document.aside
        key = story(document) if story and not document.aside else None
        if key is None:
            findings += keep(document, found)
        else:
            stories.setdefault(key, []).append((document, found))
    for told in stories.values():
        others = beside([document for document, _ in told]) if beside else ()
        mistakes += _between(told, others, linter)
        for document, found in told:
            findings += keep(document, found)
    silent = tuple(NotRun(*one) for one in sorted(not_run.items()))
    return Report(tuple(sorted(findings, key=order)), tuple(sorted(mistakes)), silent, count)


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
