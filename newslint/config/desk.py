"""What each article of a run is held against: its configuration, the rules in force, the story it belongs to."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from newslint import cachefolder, rulepack
from newslint.config.find import Config, Configurations, absolute
from newslint.config.form import PerFile, Settings
from newslint.config.layer import Layer, Part, show
from newslint.document import Document
from newslint.finding import Mistake
from newslint.linting import Linter, SelectionError
from newslint.records import NamedTuple
from newslint.results import Results
from newslint.rule import Rule
from newslint.rulebook import Rulebook, load, shipped
from newslint.selection import Choice, houses, in_force, known, nearest, only_known
from newslint.yamlnodes import Mapping as Table
from newslint.yamlnodes import where

if TYPE_CHECKING:
    from newslint.config.held import Held

_Key = tuple[tuple[Path, ...], tuple[Path, ...]]


class Said(NamedTuple):
    """What the command line says: it counts more than any file."""

    choice: Choice = Choice()
    rules: tuple[Path, ...] = ()
    facts: tuple[Path, ...] = ()


class Desk:
    """The configurations of a run and what follows from them, each worked out once.

    ``others``: names that may be selected and ignored besides those of rule files. ``cache``: the folder for what is
    remembered between runs, None for none. ``held``: what earlier runs of this process made ready.
    """

    def __init__(
        self,
        configurations: Configurations,
        said: Said,
        others: Collection[str] = (),
        cache: Path | None = None,
        held: "Held | None" = None,
    ) -> None:
        self.configurations = configurations
        self.said = said
        self.others = frozenset(others)
        self.cache = cache
        self.held = held
        self.results = Results(cache) if cache else None
        self._books: dict[_Key, Rulebook] = {}
        self._names: dict[_Key, frozenset[str]] = {}
        self._linters: dict[tuple[_Key, tuple[Choice, ...]], Linter] = {}

    def remember(self) -> None:
        """Leaves for the next run what this one has found out."""
        if self.results and self.cache and cachefolder.ready(self.cache):
            self.results.save()

    def config(self, path: str) -> Config:
        return self.configurations.of(path)

    def book(self, config: Config) -> Rulebook:
        """The rules that a configuration names, with those that come with newslint."""
        key = self._key(config)
        if key not in self._books:
            loaded = self.held.book if self.held else rulepack.load
            self._books[key] = loaded([shipped(), *key[0]], [*key[1]], self.cache)
            self._names[key] = known(self._books[key].rules) | self.others
        return self._books[key]

    def names(self, config: Config) -> frozenset[str]:
        """The names that may be said of rules under a configuration."""
        self.book(config)
        return self._names[self._key(config)]

    def choices(self, path: str, meta: Mapping[str, str]) -> tuple[Choice, ...]:
        """What is said of rules for an article, the weakest first."""
        config = self.config(path)
        names = self.names(config)
        whole = absolute(Path(path))
        given = [one for layer in config.layers for one in _choices(layer, whole, meta)]
        return tuple(only_known(one, names) for one in (*given, self.said.choice))

    def in_force(self, config: Config) -> list[Rule]:
        """The rules that run in a folder, apart from what holds for some of its articles."""
        book, names = self.book(config), self.names(config)
        given = (*(choice(layer.form) for layer in config.layers), self.said.choice)
        return in_force(book.rules, [only_known(one, names) for one in given])

    def linter(self, document: Document) -> Linter:
        """The rules that an article is held against."""
        config = self.config(document.path)
        key = self._key(config), self.choices(document.path, document.meta)
        if key not in self._linters:
            book = self.book(config)
            made = Linter(
                in_force(book.rules, key[1]),
                book.lexicon,
                self.results if book.state else None,
                book.state,
                book.catalogue,
            )
            self._linters[key] = self.held.linter(book, key[1], made) if self.held else made
        return self._linters[key]

    def prepare(self, configs: Iterable[Config]) -> None:
        """Loads what these configurations name; raises SelectionError for a name of the command line that none has."""
        mine = [self._key(config) for config in configs if self.book(config)]
        names = frozenset[str]().union(*(self._names[key] for key in mine))
        for name in (*(self.said.choice.select or ()), *self.said.choice.extend, *self.said.choice.ignore):
            if name not in names:
                raise SelectionError(f"no rule, family or house style “{name}”{nearest(name, names)}")

    def sheets(self, config: Config) -> Rulebook:
        """The fact sheets and word lists that a configuration names, without its rules."""
        folders, facts = self._key(config)
        return load([shipped(), *folders], [], [*facts])

    def sources(self, config: Config) -> _Key:
        """The folders of rules and the fact sheets that a configuration names."""
        return self._key(config)

    def rules(self) -> list[Rule]:
        """The rules that have been asked for any article."""
        return [rule for linter in self._linters.values() for rule in linter.rules]

    @property
    def mistakes(self) -> list[Mistake]:
        """What is wrong in the configurations that were asked for, and in what they name."""
        used = [*self.configurations.all()]
        found = [mistake for config in used for mistake in (*config.mistakes, *self._misnamed(config))]
        found += [mistake for book in self._books.values() for mistake in book.mistakes]
        return list(dict.fromkeys(found))

    def _key(self, config: Config) -> _Key:
        rules = (folder for layer in config.layers for folder in layer.rules)
        facts = (sheet for layer in config.layers for sheet in layer.facts)
        return (
            tuple(dict.fromkeys((*(Path(show(one)) for one in rules), *self.said.rules))),
            tuple(dict.fromkeys((*(Path(show(one)) for one in facts), *self.said.facts))),
        )

    def _misnamed(self, config: Config) -> Iterator[Mistake]:
        """The names in a configuration that no rule, family or house style has."""
        key = self._key(config)
        if key not in self._books:
            return
        styles = houses(self._books[key].rules)
        for layer in config.layers:
            yield from _misnamed(layer, layer.form, layer.node, self._names[key], styles)
            for part in layer.parts:
                node = layer.table(part.number)
                yield from _misnamed(layer, part.form, node, self._names[key], styles)


def holding(layer: Layer, path: Path, meta: Mapping[str, str]) -> list[Part]:
    """The settings for some articles that hold for one; ``path`` is absolute."""
    return [part for part in layer.parts if part.holds(layer.inside(path), meta)]


def choice(form: Settings | PerFile) -> Choice:
    """What a form says of which rules run."""
    return Choice(form.select, form.extend_select, form.ignore, form.house, tuple(form.severity.items()))


def _choices(layer: Layer, path: Path, meta: Mapping[str, str]) -> Iterator[Choice]:
    yield choice(layer.form)
    for part in holding(layer, path, meta):
        yield choice(part.form)


def _misnamed(
    layer: Layer, form: Settings | PerFile, node: Table, names: Collection[str], styles: Collection[str]
) -> Iterator[Mistake]:
    for key, given in (
        ("select", form.select or ()),
        ("extend-select", form.extend_select),
        ("ignore", form.ignore),
    ):
        for number, name in enumerate(given):
            if name not in names:
                said = f"`{key}`: no rule, family or house style “{name}”{nearest(name, names)}"
                yield Mistake(layer.path, *where(node, key, number), said)
    for number, name in enumerate(form.house):
        if name not in styles:
            there_are = f"; there are {', '.join(sorted(styles))}" if styles else ""
            said = f"`house`: no house style “{name}”{nearest(name, styles) or there_are}"
            yield Mistake(layer.path, *where(node, "house", number), said)
    severities = next((value for key, value in node.pairs if key.value == "severity"), None)
    for told, _ in severities.pairs if isinstance(severities, Table) else ():
        if told.value in form.severity and told.value not in names:
            said = f"`severity`: no rule, family or house style “{told.value}”{nearest(told.value, names)}"
            yield Mistake(layer.path, told.line, told.column, said)
