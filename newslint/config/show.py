"""What ``newslint config`` prints: each value that is in force, and where it was said."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path

from newslint.config.desk import Said, holding
from newslint.config.find import Config
from newslint.config.form import PerFile, Settings, Story
from newslint.config.layer import Layer
from newslint.records import NamedTuple
from newslint.selection import Choice
from newslint.yamlnodes import Mapping as Table
from newslint.yamlnodes import where

# The keys under which names of rules stand.
_OF_RULES = frozenset({"select", "extend-select", "ignore", "house", "severity"})
_NOWHERE = "default"
_SAID = "command line"


class _Place(NamedTuple):
    """One place that says something of rules: a file, a table in it, or the command line."""

    form: Settings | PerFile | Choice
    layer: Layer | None
    node: Table | None

    def given(self, key: str) -> Iterator[tuple[str, str]]:
        """What stands under a key, value by value, each with its place."""
        names = {"extend-select": "extend"} if isinstance(self.form, Choice) else {}
        value = getattr(self.form, names.get(key, key.replace("-", "_"))) or ()
        if isinstance(value, Mapping) or key == "severity":
            for name, level in dict(value).items():
                yield f"{name} = {level}", self.at(key, name)
        else:
            for number, name in enumerate(value):
                yield name, self.at(key, number)

    def at(self, *keys: str | int) -> str:
        if self.layer is None or self.node is None:
            return _SAID
        inside = ", per-file" if isinstance(self.form, PerFile) else ""
        return f"{self.layer.path}:{where(self.node, *keys)[0]}{inside}"


def table(
    config: Config, path: Path | None, meta: Mapping[str, str], said: Said, names: Collection[str]
) -> Iterator[str]:
    """The lines; ``path``: the article, or None where a folder is asked about; ``names``: those of rules."""
    places = [*_places(config, path, meta), _Place(said.choice, None, None)]
    rows = [
        *_files(config),
        *_select(places),
        *(row for key in ("ignore", "house", "severity") for row in _listed(key, places)),
        *_paths(config, said),
        *_single(config),
        *(_tables(config) if path is None else ()),
    ]
    first = max(len(row[0]) for row in rows)
    second = min(max(len(row[1]) for row in rows), 44)
    before = ""
    for key, value, said_at in rows:
        place = said_at
        unknown = key in _OF_RULES and place != _NOWHERE and value.partition(" = ")[0] not in names
        place += ", which does not exist" if unknown else ""
        yield f"{key if key != before else '':<{first}}  {value:<{second}}  {place}".rstrip()
        before = key


def _places(config: Config, path: Path | None, meta: Mapping[str, str]) -> Iterator[_Place]:
    for layer in config.layers:
        yield _Place(layer.form, layer, layer.node)
        for part in holding(layer, path, meta) if path else ():
            yield _Place(part.form, layer, layer.table(part.number))


def _files(config: Config) -> Iterator[tuple[str, str, str]]:
    if not config.layers:
        yield "files", "none", _NOWHERE
    for layer in reversed(config.layers):
        yield "files", layer.path, "your own" if layer.source.root is None else ""


def _select(places: list[_Place]) -> Iterator[tuple[str, str, str]]:
    """The last selection, and what was added to it."""
    last = max((at for at, place in enumerate(places) if place.form.select is not None), default=None)
    if last is None:
        yield "select", "the usual rules", _NOWHERE
    else:
        yield from (("select", *one) for one in [*places[last].given("select")] or [("nothing", places[last].at())])
    for place in places[last or 0 :]:
        yield from (("extend-select", *one) for one in place.given("extend-select"))


def _listed(key: str, places: Iterable[_Place]) -> Iterator[tuple[str, str, str]]:
    """What all places say together; a later one replaces the same name."""
    found = {value.partition(" = ")[0]: (value, at) for place in places for value, at in place.given(key)}
    yield from ((key, *one) for one in found.values() or [("none", _NOWHERE)])


def _paths(config: Config, said: Said) -> Iterator[tuple[str, str, str]]:
    for key in ("rules", "facts", "exclude"):
        found = [one for layer in config.layers for one in _named(layer, key)]
        found += [(one.as_posix(), _SAID) for one in getattr(said, key, ())]
        yield from ((key, *one) for one in found or [("none", _NOWHERE)])
    layer = next((layer for layer in reversed(config.layers) if layer.form.paths), None)
    yield from (("paths", *one) for one in (_named(layer, "paths") if layer else [(".", _NOWHERE)]))


def _named(layer: Layer, key: str) -> Iterator[tuple[str, str]]:
    for number, name in enumerate(getattr(layer.form, key)):
        refused = key != "exclude" and layer.resolve(name) not in getattr(layer, key)
        yield name, f"{layer.path}:{layer.place(key, number)[0]}{', refused' if refused else ''}"


def _single(config: Config) -> Iterator[tuple[str, str, str]]:
    for key, usual in (("fail-on", "warning"), ("format", "text"), ("story", "none"), ("required-version", "any")):
        value, layer = config.last(key.replace("-", "_"))
        if isinstance(value, Story):
            value = f"by {value.by}" + (f", key {value.key}" if value.key else "")
        yield key, value or usual, f"{layer.path}:{layer.place(key)[0]}" if layer else _NOWHERE


def _tables(config: Config) -> Iterator[tuple[str, str, str]]:
    """The settings for some articles, which hold for those."""
    for layer in config.layers:
        for part in layer.parts:
            told = [*part.form.files, *(f"{key} = {' or '.join(some)}" for key, some in part.form.where.items())]
            yield "per-file", ", ".join(told), f"{layer.path}:{layer.table(part.number).line}"
