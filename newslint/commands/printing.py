"""Puts a report where it was asked for: standard output, files (``--output``), and the summary of a step at GitHub."""

import argparse
import os
import stat
import sys
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from newslint.document import Document
from newslint.finding import Mistake, Report, Telling
from newslint.formats import FORMATS, STREAMED, WITH_TEXT, About, Article, Options
from newslint.formats.options import joined
from newslint.rule import Rule


def add_arguments(check: argparse.ArgumentParser) -> None:
    """The arguments of ``check`` that say in which shape, and where to, it reports."""
    check.add_argument("--format", choices=list(FORMATS), help="what to print; without it text, for people")
    check.add_argument(
        "--output",
        action="append",
        default=[],
        type=_output,
        metavar="FORMAT=FILE",
        help="besides what is printed, write the report to a file; may be given several times",
    )


def _output(given: str) -> tuple[str, str]:
    name, _, path = given.partition("=")
    if name not in FORMATS or not path:
        known = ", ".join(FORMATS)
        raise argparse.ArgumentTypeError(f"“{given}”: expected FORMAT=FILE; the formats are {known}")
    return name, path


class Kept:
    """The articles of a run, as far as its formats show them: all that is remembered of an article once it is read."""

    def __init__(self, options: argparse.Namespace) -> None:
        self.paths: list[str] = []
        self._paths: set[str] = set()
        self.wanted = bool({options.format, *(name for name, _ in options.output)} & WITH_TEXT)
        self._articles: dict[str, list[Article]] = {}
        self._joined: dict[str, Article] = {}
        self._lines: dict[str, list[str]] = {}
        self.held = False

    def add(self, document: Document, *, named: bool = True) -> None:
        """Keeps an article; one that was not ``named`` is only the second place of a finding."""
        if named and document.path not in self._paths:
            self._paths.add(document.path)
            self.paths.append(document.path)
        if self.wanted:
            made = Article(document.text, document.blocks, document.source, document.origin)
            if document.number <= 1:
                self._articles[document.path] = []
            self._articles[document.path].append(made)

    def forget(self) -> None:
        """Lets go of the articles so far, of which all has been said; not if they are ``held`` for a story."""
        if not self.held:
            self._articles.clear()
            self._lines.clear()

    def article(self, path: str) -> Article | None:
        """The article in a file; where it holds several, all of them as one."""
        if path not in self._articles:
            return None
        if path not in self._joined:
            self._joined[path] = joined(self._articles[path])
        return self._joined[path]

    def lines(self, path: str) -> Sequence[str]:
        """The lines of an article, without their ends; none where it was not kept."""
        if path not in self._articles:
            return ()
        if path not in self._lines:
            # Findings come article by article: more than a few would be kept for nothing.
            if len(self._lines) > 8:
                self._lines.clear()
            self._lines[path] = self._articles[path][0].lines()
        return self._lines[path]


class _Abouts(Mapping[str, About]):
    """What formats say of rules; few ask, and then of few rules."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules = {rule.id: rule for rule in rules}

    def __getitem__(self, name: str) -> About:
        rule = self._rules[name]
        return About(rule.brief.severity, rule.form.why, rule.form.links)

    def __iter__(self) -> Iterator[str]:
        return iter(self._rules)

    def __len__(self) -> int:
        return len(self._rules)


def streams(options: argparse.Namespace) -> bool:
    """Whether the report can be printed while the run goes on: all that is asked for takes its findings one by one."""
    return options.format in STREAMED and not options.output


def stream(telling: Telling, options: argparse.Namespace, kept: Kept) -> None:
    """Prints the report as it comes."""
    shown = _on_terminal(Options(show_all=options.show_all, context=kept.lines))
    for piece in STREAMED[options.format](telling, shown):
        sys.stdout.write(piece)


def put(
    report: Report, options: argparse.Namespace, kept: Kept, rules: Iterable[Rule], failing: Collection[str]
) -> list[Mistake]:
    """Prints the report and writes the files that were asked for; returns those that could not be written."""
    plain = Options(
        show_all=options.show_all,
        context=kept.lines,
        article=kept.article,
        paths=sorted(kept.paths),
        rules=_Abouts(rules),
        failing=failing,
    )
    for piece in FORMATS[options.format](report, _on_terminal(plain)):
        sys.stdout.write(piece)
    mistakes = []
    for name, path in options.output:
        if reason := _unwritten(path, FORMATS[name](report, plain), kept.paths):
            mistakes.append(Mistake(path, None, None, reason))
    where = os.environ.get("GITHUB_STEP_SUMMARY")
    if where and "github" in {options.format, *(name for name, _ in options.output)}:
        from newslint.formats.github import summary

        # Nothing depends on it, and GitHub removes the file when the step was cut short.
        with suppress(OSError), Path(where).open("a", encoding="utf-8", errors="backslashreplace") as file:
            file.writelines(summary(report, plain))
    return mistakes


def _on_terminal(options: Options) -> Options:
    """With what the terminal can show, where standard output is one."""
    if not sys.stdout.isatty():
        return options
    colour = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return options._replace(colour=colour, width=os.get_terminal_size(sys.stdout.fileno()).columns)


def _unwritten(path: str, pieces: Iterator[str], articles: Iterable[str]) -> str:
    """Writes a file whole or not at all; the reason where it was not done, else nothing."""
    import tempfile

    target = Path(os.path.realpath(path))
    if any(os.path.realpath(article) == str(target) for article in articles):
        return "not written: this is one of the articles"
    try:
        if target.exists() and not stat.S_ISREG(target.stat().st_mode):
            # A pipe or a device cannot be replaced.
            with target.open("w", encoding="utf-8", errors="backslashreplace", newline="") as file:
                file.writelines(pieces)
            return ""
        mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else 0o666 & ~_umask()
        handle, name = tempfile.mkstemp(prefix=f".{target.name[:50]}.", suffix=".newslint-tmp", dir=target.parent)
    except OSError as error:
        return f"cannot be written: {error.strerror or error}"
    try:
        with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace", newline="") as file:
            file.writelines(pieces)
        Path(name).chmod(mode)
        Path(name).replace(target)
    except OSError as error:
        return f"cannot be written: {error.strerror or error}"
    finally:
        with suppress(OSError):
            Path(name).unlink()
    return ""


def _umask() -> int:
    # There is no other way to ask for it.
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
