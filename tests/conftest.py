"""What the tests of the engine share: rule packs and articles written for one test, and the program as people run it."""

import os
import signal
import subprocess
import sys
import tempfile

import pytest
from hypothesis import HealthCheck, settings

from newslint.document import Document
from newslint.lexicon import Lexicon
from newslint.linting import Linter
from newslint.readers.plain import paragraphs
from newslint.rulebook import load

# No deadline: what a test shows must not depend on the machine.
settings.register_profile(
    "newslint", deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
settings.load_profile("newslint")
# No configuration of the developer's own bears on a test.
os.environ["XDG_CONFIG_HOME"] = "/nonexistent"
# Nor does a cache of theirs: the tests share one of their own.
_CACHE = tempfile.TemporaryDirectory(prefix="newslint-tests-")
os.environ["XDG_CACHE_HOME"] = _CACHE.name

# In the background a shell has interrupts ignored, and so would the programs that tests interrupt.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

PLAIN = """\
kind: phrase
severity: warning
message: "“{match}” is not said here."
why: It was asked for.
words: [gizmo]
examples:
  bad: ["The [[gizmo]] broke."]
  good: ["The gizmos broke."]
"""


@pytest.fixture
def pack(tmp_path):
    """Writes rule files into a folder of its own: ``pack({"words/gizmo": text})`` gives the folder."""

    def write(rules=None, lists=None):
        folder = tmp_path / "pack"
        folder.mkdir(exist_ok=True)
        for name, text in (rules or {}).items():
            path = folder / f"{name}.yaml"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        for name, entries in (lists or {}).items():
            (folder / "lists").mkdir(exist_ok=True)
            (folder / "lists" / f"{name}.txt").write_text("\n".join(entries), "utf-8")
        return folder

    return write


@pytest.fixture
def found(pack):
    """The texts that one rule, given without its examples, reports in an article."""

    def run(rule, *articles, lists=None, says=False):
        book = load([pack({"test/rule": whole(rule)}, lists)])
        assert not book.mistakes, [str(mistake) for mistake in book.mistakes]
        documents = [document(text, book.lexicon, f"{at}.txt") for at, text in enumerate(articles, 1)]
        report = Linter(book.rules, book.lexicon).report(documents, story=len(documents) > 1)
        assert not report.errors, [str(mistake) for mistake in report.errors]
        return [finding.message if says else finding.text for finding in report.findings]

    return run


def whole(rule):
    """A rule with all that every rule must say, where it does not say it itself."""
    usual = {"severity": "warning", "message": "no", "why": "a test", "examples": "{bad: [a], good: [b]}"}
    given = {line.split(":")[0] for line in rule.splitlines()}
    return "\n".join([*(f"{key}: {value}" for key, value in usual.items() if key not in given), rule]) + "\n"


def document(text, lexicon=None, path="article.txt"):
    return Document(path, text, lexicon or Lexicon({}), blocks=paragraphs(text))


def newslint(*arguments, cwd=None, stdin=b"", env=None, **more):
    """Runs the program in a process of its own.

    Rules of a test's own are not put into the cache with all others, which takes seconds, unless the test names one.
    """
    off = {"NEWSLINT_CACHE": "off"} if "--rules" in arguments and "XDG_CACHE_HOME" not in (env or {}) else {}
    environment = {**os.environ, **off, **(env or {})}
    command = [sys.executable, "-m", "newslint", *map(str, arguments)]
    return subprocess.run(command, cwd=cwd, input=stdin, capture_output=True, env=environment, check=False, **more)
