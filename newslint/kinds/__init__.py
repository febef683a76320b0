"""The closed table of kinds: what a rule of each kind may say, and how it is made ready to run.

A kind's module is imported when a rule of it is first read or run.
"""

from collections.abc import Callable
from importlib import import_module
from typing import Any

from newslint.forms import make_ready
from newslint.records import NamedTuple
from newslint.rule import Compiled, Form, Setting


class Kind(NamedTuple):
    """A kind by its module and the name of its form there; the module's ``compile_rule`` makes its rules runnable."""

    module: str
    name: str

    @property
    def form(self) -> type[Form]:
        """What its rules fill in."""
        found: type[Form] = getattr(self._imported, self.name)
        make_ready()
        return found

    @property
    def compile(self) -> Callable[[Any, Setting], Compiled]:
        """Makes a filled form ready to run."""
        made: Callable[[Any, Setting], Compiled] = self._imported.compile_rule
        return made

    @property
    def _imported(self) -> Any:  # noqa: ANN401 - a module
        return import_module(f"newslint.kinds.{self.module}")


KINDS: dict[str, Kind] = {
    name: Kind(name, name.capitalize())
    for name in (
        "phrase",
        "pattern",
        "repeat",
        "consistency",
        "names",
        "figures",
        "furniture",
        "page",
        "dates",
        "quotes",
        "links",
        "headline",
        "require",
        "trial",
        "count",
        "case",
        "roles",
        "grammar",
        "readability",
        "spelling",
        "mixup",
        "gazetteer",
        "familiar",
        "spun",
    )
}
