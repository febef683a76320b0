"""The files of a run, read and checked one after the other, by one process or by several, with the same outcome."""

import argparse
import os
import sys
from collections.abc import Generator, Sequence

from newslint import crew, heap, patterns
from newslint.commands import configuring, fixing, printing, statistics
from newslint.config.desk import Desk
from newslint.document import Document
from newslint.finding import Mistake
from newslint.linting import Linter, Outcome, Story, outcome
from newslint.readers import files
from newslint.readers.parts import Reading
from newslint.records import NamedTuple
from newslint.results import Fresh
from newslint.sieve import Sieve

# Fewer files than this for each process, and starting it takes longer than it saves.
_LEAST = 10
# Bytes: for a smaller file it does not matter what memory is lost.
_LONG = 1_000_000


def add_arguments(check: argparse.ArgumentParser) -> None:
    check.add_argument(
        "--jobs",
        type=_jobs,
        default=1,
        metavar="N",
        help="so many processes, or auto: one for each processor, where there are files enough; without it, one",
    )


def _jobs(given: str) -> int:
    """The number of processes; 0 for as many as there are processors."""
    if given == "auto":
        return 0
    if given.isascii() and given.isdigit() and 1 <= int(given) <= 1000:
        return int(given)
    raise argparse.ArgumentTypeError(f"“{given}”: expected auto or a number of processes, 1 to 1000")


def shown(path: str, options: argparse.Namespace) -> str:
    """The path as it is reported."""
    named: str = options.stdin_filename
    return path if path != files.STDIN else named.replace(os.sep, "/")


class _Seen(NamedTuple):
    """A file: its articles, what could not be read of it, and what came of it."""

    documents: Sequence[Document]
    mistakes: Sequence[Mistake]
    outcome: Outcome


class _Noted(NamedTuple):
    """What another process has taken note of while it was at a file."""

    seen: _Seen
    words: int
    sieve: tuple[int, set[Mistake]]
    results: Fresh
    patterns: patterns.Fresh


class Round:
    """What one run needs to check a file; ``mistakes``: what could not be read."""

    def __init__(
        self, options: argparse.Namespace, desk: Desk, sieve: Sieve, story: Story, kept: printing.Kept
    ) -> None:
        self.options = options
        self.desk = desk
        self.sieve = sieve
        self.story = story
        self.kept = kept
        self.fixer = fixing.fixer(options, desk, sieve)
        self.words = statistics.Words()
        self.mistakes: list[Mistake] = []
        self._ask: dict[Linter, bool] = {}

    def read(self, path: str) -> Reading:
        """The articles in a file, after their fixes where it is to be fixed."""
        data = files.load(path) if path != files.STDIN else sys.stdin.buffer.read()
        if isinstance(data, Mistake):
            return Reading((), (data,))
        if len(data) > _LONG:
            heap.give_back()
        name = shown(path, self.options)
        if self.fixer:
            return configuring.dated(self.fixer.fix(name, data), self.options)
        lexicon = self.desk.book(self.desk.config(name)).lexicon
        return configuring.dated(files.parse_all(name, data, lexicon), self.options)

    def outcomes(self, paths: Sequence[str], jobs: int, *, progress: bool) -> Generator[Outcome, None, None]:
        """What comes of each file, in their order."""
        many = self._processes(paths, jobs)
        hands = crew.Crew(lambda at: self._away(paths[at]), many) if many > 1 else None
        answers = iter(hands.answers(len(paths))) if hands else None
        try:
            for number, path in enumerate(paths):
                if progress and number % 10 == 0:
                    sys.stderr.write(f"\r{number + 1} of {len(paths)} articles")
                seen = self._back(path, next(answers)) if answers else self._check(path)
                self.mistakes += seen.mistakes
                for document in seen.documents:
                    self.kept.add(document)
                    self.kept.held = self.kept.held or self.story(document) is not None
                yield seen.outcome
        finally:
            if hands:
                hands.end()
            if progress:
                sys.stderr.write("\r\x1b[K")

    def _processes(self, paths: Sequence[str], jobs: int) -> int:
        if self.fixer or not crew.possible():
            return 1
        many = min(jobs or min(crew.cores(), len(paths) // _LEAST), len(paths))
        if many > 1:
            # What is made ready now, is ready in each of them.
            name = shown(paths[0], self.options)
            self.desk.linter(Document(name, "", self.desk.book(self.desk.config(name)).lexicon)).engine  # noqa: B018
        return many

    def _check(self, path: str, reading: Reading | None = None) -> _Seen:
        """Reads and checks a file; one that is too much for newslint costs no other."""
        try:
            reading = reading or self.read(path)
            documents = self.words.counted(reading.documents) if self.options.statistics else reading.documents
            found = outcome(documents, self.desk.linter, self.sieve.keep, self.story)
        except Exception as error:  # noqa: BLE001 - whatever it is
            return _lost(shown(path, self.options), f"newslint failed here: {type(error).__name__}: {error}")
        return _Seen(reading.documents, reading.mistakes, found)

    def _away(self, path: str) -> _Noted | None:
        """In another process: checks a file; None where the first must, which alone asks servers and has our input."""
        if path == files.STDIN:
            return None
        try:
            reading = self.read(path)
        except Exception:  # noqa: BLE001 - whatever it is, the first process will say it
            return None
        if any(self._asks_a_server(self.desk.linter(document)) for document in reading.documents):
            return None
        seen = self._check(path, reading)
        if not self.kept.wanted:
            seen = seen._replace(documents=[document.without_text() for document in seen.documents])
        results = self.desk.results.hand_over() if self.desk.results else {}
        words, self.words.count = self.words.count, 0
        return _Noted(seen, words, self.sieve.hand_over(), results, patterns.hand_over())

    def _back(self, path: str, answer: _Noted | crew.Died | None) -> _Seen:
        """Takes what another process noted."""
        if answer is None:
            return self._check(path)
        if isinstance(answer, crew.Died):
            return _lost(shown(path, self.options), f"not checked: newslint’s process ended at it ({answer.how})")
        told = (document for _, document, _ in answer.seen.outcome.told)
        for document in (*answer.seen.documents, *told):
            document.lexicon = self.desk.book(self.desk.config(document.path)).lexicon
            # the rules that were asked are known from here on
            self.desk.linter(document)
        self.words.count += answer.words
        self.sieve.take(answer.sieve)
        if self.desk.results:
            self.desk.results.take(answer.results)
        patterns.take(answer.patterns)
        return answer.seen

    def _asks_a_server(self, linter: Linter) -> bool:
        if linter not in self._ask:
            always = (rule for rule in linter.rules if rule.anchors.always)
            self._ask[linter] = any(rule.form.kind == "grammar" for rule in always)
        return self._ask[linter]


def _lost(path: str, message: str) -> _Seen:
    return _Seen((), (), Outcome([], [], [Mistake(path, None, None, message)], {}, 0))
