"""From the arguments of a command to what decides which findings are reported."""

import argparse
import datetime
from collections.abc import Callable, Hashable, Iterable, Sequence
from pathlib import Path

from newslint import baseline, suppress
from newslint.config.desk import Desk
from newslint.document import Document
from newslint.linting import Linter
from newslint.readers.files import STDIN
from newslint.rule import Rule
from newslint.rulebook import Rulebook
from newslint.selection import Choice, runs, severity
from newslint.sieve import Sieve
from newslint.since import SinceError, changed

# Names that --select and --ignore take besides those of rule files.
NAMES = (suppress.FAMILY, *suppress.RULES)


def add_arguments(check: argparse.ArgumentParser) -> None:
    usual = f"without it the nearest {baseline.USUAL} upwards in the repository"
    check.add_argument("--baseline", metavar="FILE", help=f"findings that are known and not reported; {usual}")
    check.add_argument("--since", metavar="REVISION", help="only what is new since a git revision")


def sieve(
    options: argparse.Namespace, desk: Desk, paths: Iterable[str], story: Callable[[Document], Hashable]
) -> Sieve:
    """What suppresses, knows or dates findings; raises BaselineError and SinceError."""
    named = getattr(options, "baseline", None)
    near = baseline.nearest()
    path = named or (near if Path(near).is_file() else None)
    known = baseline.read(path) if path else None
    since = getattr(options, "since", None)
    if since is not None and STDIN in getattr(options, "paths", ()):
        raise SinceError("--since speaks of files; standard input is none")
    fresh = None if since is None else changed(paths, since)
    return Sieve(judged(desk, story), known, str(Path(path or "").parent), fresh)


def judged(desk: Desk, story: Callable[[Document], Hashable]) -> Callable[[Document], suppress.Terms]:
    """What the suppressions in an article are judged by, given what the articles of one story share."""
    made: dict[tuple[Linter, bool], suppress.Terms] = {}

    def of(document: Document) -> suppress.Terms:
        linter, told = desk.linter(document), story(document) is not None
        if (linter, told) not in made:
            choices = desk.choices(document.path, document.meta)
            book = desk.book(desk.config(document.path))
            made[linter, told] = _terms(book, linter.rules, choices, story=told)
        return made[linter, told]

    return of


def plain(options: argparse.Namespace, book: Rulebook, rules: Sequence[Rule]) -> Sieve:
    """Suppressions alone: no baseline, no revision."""
    return Sieve(terms(options, book, rules))


def terms(options: argparse.Namespace, book: Rulebook, rules: Sequence[Rule]) -> suppress.Terms:
    """What suppressions are judged by when these rules run."""
    select, ignore = (tuple(names(getattr(options, name, ()))) for name in ("select", "ignore"))
    choice = Choice(select or None, ignore=ignore)
    return _terms(book, rules, [choice], story=getattr(options, "story", False))


def _terms(book: Rulebook, rules: Sequence[Rule], choices: Sequence[Choice], *, story: bool) -> suppress.Terms:
    # what a rule would find between articles is not known where each is read alone
    ran = {rule.id for rule in rules if story or not rule.compares}
    usual = {rule.id for rule in book.rules if rule.brief.default and rule.brief.house is None}
    families = {rule.id.partition("/")[0] for rule in book.rules}
    whole = families - {name.partition("/")[0] for name in usual - ran}
    given = {name: level for choice in choices for name, level in choice.severity}
    return suppress.Terms(
        names=frozenset({rule.id for rule in book.rules} | families | {"all", *NAMES}),
        ran=frozenset(ran | whole | ({"all"} if usual <= ran else set())),
        today=datetime.datetime.now(tz=datetime.UTC).astimezone().date(),
        report={
            rule: severity(rule, None, given) or "warning"
            for rule in suppress.RULES
            if runs(rule, None, choices, usual=True)
        },
    )


def names(given: Iterable[str]) -> list[str]:
    """Names that may stand together, with commas."""
    return [name.strip() for names in given for name in names.split(",") if name.strip()]
