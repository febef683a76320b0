"""From arguments and configuration files to what a command works with."""

import argparse
import datetime
import os
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from newslint import cachefolder
from newslint.commands import sifting
from newslint.config.desk import Desk, Said
from newslint.config.find import Config, Configurations, absolute
from newslint.config.layer import NAME
from newslint.config.stories import Stories
from newslint.document import Document
from newslint.readers import files
from newslint.readers.parts import Reading
from newslint.selection import Choice

Story = Callable[[Document], Hashable]
Beside = Callable[[Sequence[Document]], Sequence[Document]]


def add_arguments(command: argparse.ArgumentParser) -> None:
    """The arguments of every command that a configuration bears on."""
    which = command.add_mutually_exclusive_group()
    which.add_argument("--config", metavar="FILE", help=f"this file instead of the nearest {NAME} or pyproject.toml")
    which.add_argument("--no-config", action="store_true", help="no configuration, not even your own")
    for name, metavar, what in (("--rules", "FOLDER", "rules"), ("--facts", "FILE", "a fact sheet")):
        said = f"{what} of your own, besides what comes with newslint and what the configuration names"
        command.add_argument(name, action="append", default=[], metavar=metavar, help=said)


def add_selection(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--select", action="append", default=[], metavar="ID,…", help="only these rules, families or house styles"
    )
    command.add_argument(
        "--extend-select", action="append", default=[], metavar="ID,…", help="these besides the usual ones: grammar"
    )
    command.add_argument("--ignore", action="append", default=[], metavar="ID,…", help="all but these")


def day(text: str) -> datetime.date:
    """The type of an argument that is a date."""
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” is no date; expected one like 2021-12-30") from None


def desk(options: argparse.Namespace) -> Desk:
    """The configurations that bear on a command, and what its arguments say over them."""
    named = Path(options.config) if options.config else None
    user = None if options.no_config else _own_file()
    configurations = Configurations(user, named, search=not (named or options.no_config))
    given = ("select", "extend_select", "ignore")
    select, extend, ignore = (tuple(sifting.names(getattr(options, name, ()))) for name in given)
    choice = Choice(select or None, extend, ignore)
    said = Said(choice, tuple(map(Path, options.rules)), tuple(map(Path, options.facts)))
    return Desk(
        configurations,
        said,
        sifting.NAMES,
        None if getattr(options, "no_cache", False) else cachefolder.folder(os.environ),
        # of a process that does one check after the other
        getattr(options, "held", None),
    )


def _own_file() -> Path:
    """Where users keep a configuration of their own."""
    base = Path(os.environ.get("XDG_CONFIG_HOME", ""))
    with suppress(RuntimeError):
        base = base if base.is_absolute() else Path("~/.config").expanduser()
    return base / "newslint" / NAME


def paths(config: Config) -> list[str]:
    """What is checked where no path is given."""
    given = [layer.paths for layer in config.layers if layer.form.paths]
    return [Path(os.path.relpath(one)).as_posix() for one in given[-1]] if given else ["."]


def home(desk: Desk, paths: Iterable[str] = ()) -> Config:
    """The configuration of a run as a whole: of the current folder, or, where it has none, of the first path."""
    here = desk.configurations.within(Path.cwd())
    first = next((path for path in paths if path != files.STDIN), None)
    return here if here.home or first is None else at(desk, first)


def at(desk: Desk, path: str) -> Config:
    """What holds for a file, or in a folder."""
    return desk.configurations.within(absolute(Path(path))) if Path(path).is_dir() else desk.config(path)


def kept(desk: Desk, paths: Iterable[str], named: Iterable[str], stdin: str = "") -> Iterator[str]:
    """The articles that no configuration excludes; those that were named themselves are kept all the same."""
    own = {path.replace(os.sep, "/") for path in named}
    for path in paths:
        shown = stdin if path == files.STDIN else path
        if path in own or not desk.config(shown).excluded(absolute(Path(shown))):
            yield path


def stories(
    options: argparse.Namespace, desk: Desk, seen: Callable[[Document], None] = lambda _: None
) -> tuple[Story, Beside | None]:
    """What the articles of one story share, and what finds its others on disk; ``seen`` is told of each of these."""
    if options.story:
        return (lambda _: ""), None

    def read(path: str) -> Reading:
        return dated(files.read_all(path, desk.book(desk.config(path)).lexicon), options)

    def beside(named: Sequence[Document]) -> Sequence[Document]:
        found = known.beside(named)
        for one in found:
            seen(one)
        return found

    known = Stories(desk.config, read, [Path(path) for path in options.paths if Path(path).is_dir()])
    return known.key, beside


def dated(read: Reading, options: argparse.Namespace) -> Reading:
    """Articles with the day that was given for those that do not say theirs."""
    if day := getattr(options, "published", None):
        for document in read.documents:
            document.published = document.published or day
    return read
