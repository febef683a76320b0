"""``check --fix`` and ``check --diff``: the stage between reading an article and reporting on it."""

import argparse
from collections.abc import Callable, Iterable, Sequence

from newslint.config.desk import Desk
from newslint.document import Document
from newslint.finding import Finding, Mistake
from newslint.fixes import Edit, settle
from newslint.lexicon import Lexicon
from newslint.readers import files
from newslint.readers.parts import Reading
from newslint.readers.plain import UndecodableError, decode
from newslint.rewriting import encode, replace, writable
from newslint.sieve import Sieve

# The findings in an article that are asked for, after the rounds of edits that led to it.
Find = Callable[[Document, Sequence[Sequence[Edit]]], Iterable[Finding]]
# Told when an article has been fixed, with the rounds of edits.
Done = Callable[[str, Sequence[Sequence[Edit]]], None]
# More lines on both sides than this, multiplied, and the difference is shown as one block: difflib would take for ever.
_MOST_PAIRS = 4_000_000


def add_arguments(check: argparse.ArgumentParser) -> None:
    check.add_argument("--fix", action="store_true", help="apply the fixes that need no second look")
    check.add_argument("--unsafe-fixes", action="store_true", help="with --fix or --diff: the other fixes, too")
    check.add_argument("--diff", action="store_true", help="show what --fix would change; writes nothing")


def unfit(options: argparse.Namespace) -> str:
    """Why the arguments of ``check`` do not go together; empty where they do."""
    if options.unsafe_fixes and not (options.fix or options.diff):
        return "--unsafe-fixes goes with --fix or --diff"
    if options.fix and not options.diff and files.STDIN in options.paths:
        return "standard input cannot be fixed where it stands; --diff shows the fixes"
    return ""


def fixer(options: argparse.Namespace, desk: Desk, sieve: Sieve) -> "Fixer | None":
    """What ``--fix`` and ``--diff`` ask for, or None."""
    if not (options.fix or options.diff):
        return None

    def find(document: Document, rounds: Sequence[Sequence[Edit]]) -> Iterable[Finding]:
        document.published = document.published or options.published
        return sieve.fixable(document, desk.linter(document).engine.check(document)[0], rounds)

    def lexicon(path: str) -> Lexicon:
        return desk.book(desk.config(path)).lexicon

    return Fixer(lexicon, find, sieve.settle, unsafe=options.unsafe_fixes, diff=options.diff)


class Fixer:
    """Fixes articles one by one as they are read; counts the fixes, keeps the diffs where nothing is to be written."""

    def __init__(self, lexicon: Callable[[str], Lexicon], find: Find, done: Done, *, unsafe: bool, diff: bool) -> None:
        self.lexicon = lexicon
        self.find = find
        self.done = done
        self.unsafe = unsafe
        self.diff = diff
        self.fixed = 0
        self.diffs: list[str] = []
        self.mistakes: list[Mistake] = []

    def fix(self, path: str, data: bytes) -> Reading:
        """The articles as they stand after their fixes, written to disk unless only the difference is asked for."""
        lexicon = self.lexicon(path)
        reading = files.parse_all(path, data, lexicon)
        if not files.rewritten(path):
            self._refuse(path, reading.documents)
            return reading
        return reading._replace(documents=tuple(self._fix(path, data, lexicon, one) for one in reading.documents))

    def _refuse(self, path: str, documents: Sequence[Document]) -> None:
        """Says why a file of a format that is not rewritten stays as it is, where it holds something to fix."""
        count = 0
        for document in documents:
            document.fixable = True
            found = [one.fix for one in self.find(document, ()) if one.fix]
            document.fixable = False
            count += sum(fix.safe or self.unsafe for fix in found)
        if count:
            said = f"{count} {'fixes' if count > 1 else 'fix'} not applied"
            self._note(
                path, f"{said}: newslint rewrites text, Markdown and HTML only; mend the others where they are made"
            )

    def _fix(self, path: str, data: bytes, lexicon: Lexicon, read: Document) -> Document:
        text, name = decode(data)
        settled = settle(
            text,
            lambda now, rounds: self.find(read if now == text else files.article(path, now, lexicon), rounds),
            unsafe=self.unsafe,
            writable=lambda new: writable(new, name),
        )
        if settled.restless:
            rules = ", ".join(settled.restless)
            self._note(path, f"not fixed: the fixes of {rules} undo each other")
        if settled.text == text:
            return read
        reason = self._keep(path, data, name, text, settled.text)
        if reason:
            self._note(path, reason)
            return read
        self.fixed += settled.fixed
        self.done(path, settled.rounds)
        return files.article(path, settled.text, lexicon)

    def _note(self, path: str, message: str) -> None:
        self.mistakes.append(Mistake(path, None, None, message))

    def _keep(self, path: str, data: bytes, name: str, text: str, new: str) -> str:
        """Writes the new text, or notes the difference; the reason where that cannot be done."""
        changed = encode(new, name, data)
        if encode(text, name, data) != data or not _reads_as(changed, new):
            return f"not fixed: what is not fixed could not be kept to the byte in this encoding ({name})"
        if self.diff:
            self.diffs.append(difference(path, text, new))
            return ""
        return replace(path, data, changed)


def _reads_as(data: bytes, text: str) -> bool:
    try:
        return decode(data)[0] == text
    except UndecodableError:
        return False


def difference(path: str, old: str, new: str) -> str:
    """A unified diff, as ``patch`` and ``git apply`` read it."""
    before, after = _lines(old), _lines(new)
    shared = 0
    while shared < min(len(before), len(after)) and before[shared] == after[shared]:
        shared += 1
    same = 0
    while same < min(len(before), len(after)) - shared and before[-1 - same] == after[-1 - same]:
        same += 1
    if (len(before) - shared - same) * (len(after) - shared - same) > _MOST_PAIRS:
        return _whole(path, before, after, shared, same)
    import difflib

    lines = difflib.unified_diff(before, after, f"a/{path}", f"b/{path}")
    return "".join(_ended(line) for line in lines)


def _whole(path: str, before: list[str], after: list[str], shared: int, same: int) -> str:
    """The difference of long texts: from the first line that differs to the last, in one piece."""
    old, new = before[shared : len(before) - same], after[shared : len(after) - same]
    head = f"--- a/{path}\n+++ b/{path}\n@@ -{shared + 1},{len(old)} +{shared + 1},{len(new)} @@\n"
    return head + "".join(_ended(f"-{line}") for line in old) + "".join(_ended(f"+{line}") for line in new)


def _lines(text: str) -> list[str]:
    r"""The lines with their ends, by ``\n`` alone, as diff counts them."""
    return [f"{line}\n" for line in text.split("\n")[:-1]] + ([last] if (last := text.rsplit("\n", 1)[-1]) else [])


def _ended(line: str) -> str:
    return line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
