"""Fixes: what they change, what they leave to the byte, and how an article gets back on disk."""

import codecs
import stat
import subprocess
from itertools import pairwise

import pytest
from conftest import PLAIN, newslint
from hypothesis import given
from hypothesis import strategies as st

from newslint.commands.fixing import Fixer
from newslint.engine import Engine
from newslint.finding import Finding, Fix, Place
from newslint.fixes import Edit, apply, choose, move, settle
from newslint.rewriting import replace
from newslint.rulebook import load
from newslint.span import Span

SWAP = """\
kind: phrase
severity: {severity}
message: "“{{match}}”: write {{fix}}."
why: It was asked for.
swap: {swap}
safe: {safe}
examples:
  bad: ["a"]
  good: ["b"]
"""


def finding(text, start, end, new, rule="words/one", severity="warning", safe=True):
    place = Place(1, start + 1, 1, end + 1)
    return Finding("a.txt", place, rule, severity, "m", text[start:end], Span(start, end), Fix(new, safe))


TEXT = "abcdefghij"


@pytest.mark.parametrize(
    ("spans", "kept"),
    [
        ([(0, 2, "warning"), (4, 6, "warning")], [0, 4]),
        ([(0, 3, "warning"), (2, 5, "warning")], [0]),  # they overlap: the earlier
        ([(0, 3, "warning"), (2, 5, "error")], [2]),  # the more severe
        ([(0, 3, "warning"), (2, 5, "error"), (4, 7, "suggestion")], [2]),
        ([(0, 3, "warning"), (3, 5, "warning")], [0]),  # they touch: the second waits for the next round
        ([(3, 3, "warning"), (3, 3, "warning")], [3]),  # two things put in at one place
        ([(1, 9, "suggestion"), (2, 3, "warning"), (6, 7, "warning")], [2, 6]),
    ],
)
def test_choose(spans, kept):
    findings = [finding(TEXT, a, b, "X", f"words/r{at}", severity) for at, (a, b, severity) in enumerate(spans)]
    assert [one.span.start for one in choose(findings, TEXT, unsafe=False)] == kept


def test_what_is_no_fix():
    unsafe = finding(TEXT, 0, 2, "X", safe=False)
    elsewhere = finding(TEXT, 4, 6, "X")._replace(text="zz")
    unwritable = finding(TEXT, 7, 8, "≠")
    ascii_only = str.isascii
    assert choose([unsafe, elsewhere, unwritable], TEXT, unsafe=False, writable=ascii_only) == []
    assert choose([unsafe, elsewhere, unwritable], TEXT, unsafe=True, writable=ascii_only) == [unsafe]


@pytest.mark.parametrize(
    ("span", "edit", "after"),
    [
        ((4, 6), (0, 2, ""), (2, 4)),
        ((4, 6), (8, 9, "long"), (4, 6)),
        ((4, 6), (5, 6, "long"), (4, 9)),
        ((4, 6), (3, 8, "x"), (3, 4)),
        ((4, 6), (6, 6, "x"), (4, 7)),
    ],
)
def test_move(span, edit, after):
    assert move([Span(*span)], [Edit(*edit)]) == [Span(*after)]


def swapping(pairs):
    """A check that asks for each word on the left to become the one on the right."""

    def check(text, _rounds):
        for rule, (old, new) in pairs.items():
            at = text.find(old)
            while at >= 0:
                yield finding(text, at, at + len(old), new, rule)
                at = text.find(old, at + 1)

    return check


def test_until_nothing_is_left():
    chain = swapping({"words/a": ("one", "two"), "words/b": ("two", "three")})
    settled = settle("one two", chain, unsafe=False)
    assert (settled.text, settled.fixed, settled.restless) == ("three three", 3, ())


def test_fixes_that_undo_each_other_are_left_out():
    circle = swapping({"words/a": ("one", "two"), "words/b": ("two", "one"), "words/c": ("bad", "good")})
    settled = settle("one bad", circle, unsafe=False)
    assert (settled.text, settled.fixed, settled.restless) == ("one good", 1, ("words/a", "words/b"))
    assert settle(settled.text, circle, unsafe=False).text == "one good"


def test_line_breaks_of_a_fix_are_those_of_the_text():
    assert settle("a\r\nb; c", swapping({"words/a": ("; ", "\n")}), unsafe=False).text == "a\r\nb\r\nc"


WORDS = st.sampled_from(
    ["gizmo", "gadget", "the", "naïve", "👩‍🚀", "e\u0301", " ", "\r\n", "\n", "\t", "\ufeff", "“", "."]
)


@given(st.lists(WORDS, max_size=60), st.dictionaries(st.sampled_from(["gizmo", "gad", "the", "zz"]), WORDS, max_size=3))
def test_fixing_twice_is_fixing_once(words, swaps):
    text = "".join(words)
    check = swapping({f"words/{old}": (old, new) for old, new in swaps.items()})
    once = settle(text, check, unsafe=True)
    again = settle(once.text, check, unsafe=True)
    assert (again.text, again.fixed) == (once.text, 0)


@given(st.lists(WORDS, max_size=60), st.dictionaries(st.sampled_from(["gizmo", "gad", "the"]), WORDS, max_size=3))
def test_nothing_else_changes(words, swaps):
    text = "".join(words)
    settled = settle(text, swapping({f"words/{old}": (old, new) for old, new in swaps.items()}), unsafe=True)
    now = text
    for edits in settled.rounds:
        assert all(before.end < after.start for before, after in pairwise(edits))
        changed = apply(now, edits)
        outside, left, shift, done = "", "", 0, 0
        for start, end, new in edits:
            outside += now[done:start]
            left += changed[done + shift : start + shift]
            done, shift = end, shift + len(new) - (end - start)
        assert left + changed[done + shift :] == outside + now[done:]
        now = changed
    assert now == settled.text


@pytest.fixture
def desk(tmp_path, pack):
    pack(
        {
            "words/gizmo": PLAIN,
            "words/utilise": SWAP.format(severity="warning", swap="{utilise: use, the the: the}", safe="true"),
            "words/maybe": SWAP.format(severity="warning", swap="{perhaps: maybe}", safe="false"),
            "words/not-equal": SWAP.format(severity="warning", swap="{unequal: ≠}", safe="true"),
        }
    )
    return tmp_path


RULES = ("--rules", "pack", "--select", "words/gizmo,words/utilise,words/maybe,words/not-equal")


def check(desk, *arguments, **how):
    return newslint("check", *RULES, *arguments, cwd=desk, **how)


ARTICLE = "A headline\r\n\r\nThey utilise “naïve” gizmos.  The gizmo and the the\r\nother – Utilise it, perhaps.\t\r\n"
FIXED = ARTICLE.replace("utilise", "use").replace("Utilise", "Use").replace("the the", "the")


def fixed_in_place(desk, path):
    """How many safe fixes are applied to a file."""
    book = load([desk / "pack"])
    engine = Engine(book.rules)
    fixer = Fixer(
        lambda _: book.lexicon, lambda article, _: engine.check(article)[0], lambda *_: None, unsafe=False, diff=False
    )
    assert fixer.fix(path.as_posix(), path.read_bytes()).documents
    assert fixer.mistakes == []
    return fixer.fixed


@pytest.mark.parametrize(
    ("mark", "codec"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (b"", "utf-16-be"),
        (b"", "windows-1252"),
    ],
)
@pytest.mark.parametrize("breaks", ["\r\n", "\n", "\r"])
def test_the_rest_stays_to_the_byte(desk, mark, codec, breaks):
    path = desk / "a.txt"
    path.write_bytes(mark + ARTICLE.replace("\r\n", breaks).encode(codec))
    assert fixed_in_place(desk, path) == 3
    assert path.read_bytes() == mark + FIXED.replace("\r\n", breaks).encode(codec)
    before = path.stat()
    assert fixed_in_place(desk, path) == 0
    assert path.stat().st_mtime_ns == before.st_mtime_ns


def test_the_summary_counts_what_is_fixed(desk):
    (desk / "a.txt").write_text(ARTICLE)
    run = check(desk, "--fix", "a.txt")
    assert run.stdout.decode().splitlines()[-1].startswith("1 article, 2 findings: 2 warnings. 3 fixed. 1 can be fixed")


def test_unsafe_ones_are_asked_for(desk):
    path = desk / "a.txt"
    path.write_text("It is perhaps so.")
    assert check(desk, "--fix", "a.txt").returncode == 1
    assert path.read_text() == "It is perhaps so."
    assert check(desk, "--fix", "--unsafe-fixes", "a.txt").returncode == 0
    assert path.read_text() == "It is maybe so."
    assert check(desk, "--unsafe-fixes", "a.txt").returncode == 2


def test_a_fix_that_the_encoding_cannot_write_is_none(desk):
    path = desk / "a.txt"
    path.write_bytes("The naïve are unequal. They utilise “it”.".encode("windows-1252"))
    run = check(desk, "--fix", "--format", "concise", "a.txt")
    assert path.read_bytes() == "The naïve are unequal. They use “it”.".encode("windows-1252")
    assert "words/not-equal" in run.stdout.decode()


def test_diff_writes_nothing_and_applies(desk):
    (desk / "a.txt").write_bytes(FIXED.replace("Use", "Utilise").encode())
    (desk / "b.txt").write_text("They utilise it")
    (desk / "c.txt").write_text("All is well.")
    before = {path.name: path.read_bytes() for path in desk.glob("*.txt")}
    run = check(desk, "--diff", "a.txt", "b.txt", "c.txt")
    assert run.returncode == 1
    assert run.stderr.decode() == "2 to fix in 2 of the articles.\n"
    assert "\n-They utilise it\n\\ No newline at end of file\n+They use it\n\\ No newline" in run.stdout.decode()
    assert {path.name: path.read_bytes() for path in desk.glob("*.txt")} == before
    subprocess.run(["git", "apply", "-"], cwd=desk, input=run.stdout, check=True)
    assert (desk / "a.txt").read_bytes() == FIXED.encode()
    assert (desk / "b.txt").read_text() == "They use it"
    assert check(desk, "--diff", "a.txt", "b.txt", "c.txt").returncode == 0


def test_standard_input(desk):
    assert check(desk, "--fix", "-", stdin=b"They utilise it").returncode == 2
    assert b"+They use it" in check(desk, "--diff", "-", stdin=b"They utilise it").stdout


def test_mode_and_link_stay(desk):
    (desk / "real").mkdir()
    path = desk / "real" / "a.txt"
    path.write_text("They utilise it.")
    path.chmod(0o640)
    (desk / "link.txt").symlink_to("real/a.txt")
    check(desk, "--fix", "link.txt")
    assert (desk / "link.txt").is_symlink()
    assert path.read_text() == "They use it."
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert [one.name for one in (desk / "real").iterdir()] == ["a.txt"]


def test_what_is_read_only_is_left_alone(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    path.chmod(0o444)
    # for root, too, who could write there
    assert replace(str(path), b"old", b"new") == "cannot be written: it is read-only"
    assert path.read_bytes() == b"old"


def test_a_file_changed_meanwhile_is_left_alone(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("as another wrote it")
    assert replace(str(path), b"as it was read", b"as it was fixed") == (
        "not written: it was changed while newslint read it"
    )
    assert path.read_text() == "as another wrote it"
    assert [one.name for one in tmp_path.iterdir()] == ["a.txt"]
    assert replace(str(tmp_path / "none.txt"), b"", b"") == "cannot be written: No such file or directory"
