"""From arguments and configuration files to what a command works with; ``newslint config`` and ``newslint init``."""

import argparse
import os
import sys
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from newslint import cachefolder
from newslint.commands import sifting
from newslint.commands.saying import FAILED, by_place, fail, say
from newslint.config.desk import Desk, Said
from newslint.config.find import Config, Configurations, absolute
from newslint.config.layer import NAME
from newslint.config.stories import Stories
from newslint.document import Document
from newslint.finding import Mistake
from newslint.formats.escape import escape
from newslint.linting import SelectionError
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


def add_command(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> argparse.ArgumentParser:
    config: argparse.ArgumentParser = commands.add_parser(
        "config", help="what is in force for an article, and where it was said"
    )
    config.add_argument("path", nargs="?", default=".", metavar="PATH", help="an article or a folder")
    add_selection(config)
    return config


def add_init(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> argparse.ArgumentParser:
    init: argparse.ArgumentParser = commands.add_parser("init", help=f"write a {NAME} to begin with")
    init.add_argument("folder", nargs="?", default=".", metavar="FOLDER")
    init.add_argument("--force", action="store_true", help="write it anew where there is one")
    return init


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


def show(options: argparse.Namespace) -> int:
    """``newslint config``."""
    from newslint.config.show import table
    from newslint.selection import in_force

    this = desk(options)
    config = at(this, options.path)
    try:
        this.prepare([config])
    except SelectionError as error:
        say(sorted(this.mistakes, key=by_place))
        return fail(str(error))
    book = this.book(config)
    article = options.path if Path(options.path).is_file() else None
    read = files.read(article, book.lexicon) if article else None
    meta = {} if read is None or isinstance(read, Mistake) else read.meta
    inside = article or str(Path(options.path, "-"))
    rules = in_force(book.rules, this.choices(inside, meta))
    for line in table(config, absolute(Path(article)) if article else None, meta, this.said, this.names(config)):
        sys.stdout.write(escape(line) + "\n")
    sys.stdout.write(f"\n{len(rules)} of {len(book.rules)} rules run here; newslint rules lists them.\n")
    say(sorted(this.mistakes, key=by_place))
    return FAILED if this.mistakes else 0


def init(options: argparse.Namespace) -> int:
    """``newslint init``."""
    from newslint.config.start import START
    from newslint.rewriting import put

    path = Path(options.folder, NAME)
    shown = path.as_posix()
    if not path.parent.is_dir():
        return fail(f"no such folder: {path.parent.as_posix()}")
    if os.path.lexists(path) and not options.force:
        return fail(f"{shown} is there already; --force writes it anew")
    if path.is_symlink():
        return fail(f"{shown} is a link, and not written through")
    if wrong := put(str(path), START.encode()):
        return fail(f"{shown}: {wrong}")
    sys.stdout.write(f"{escape(shown)} written; newslint config shows what is in force.\n")
    return 0
