"""The pages that are made from rules and code: up to date, whole, and right about what they show."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import PLAIN, newslint

from newslint.rulebook import load

CHECKOUT = Path(__file__).resolve().parent.parent
TOOLS = CHECKOUT / "tools"

pytestmark = pytest.mark.skipif(not TOOLS.is_dir(), reason="this is no checkout: what makes the pages is not here")


@pytest.fixture
def tools(monkeypatch):
    monkeypatch.syspath_prepend(str(TOOLS))


def test_they_are_up_to_date():
    done = subprocess.run(
        [sys.executable, TOOLS / "build_docs.py", "--check"], capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr


def test_explain_tells_the_rate():
    """That which comes with newslint; a rule of one's own has none, be it of the same name."""
    here = newslint("explain", "words/doubled-word").stdout.decode()
    assert "400 articles" in " ".join(here.split())
    assert "<!-- newslint: ignore words/doubled-word: why -->" in here


def test_a_rule_of_ones_own_has_no_rate(pack, tmp_path):
    pack({"words/doubled-word": PLAIN})
    here = newslint("explain", "words/doubled-word", "--rules", "pack", cwd=tmp_path).stdout.decode()
    assert "gizmo" in here
    assert "professional news" not in here


RULE = """\
kind: phrase
severity: warning
message: "“{match}” <is> not |said| here."
why: It was *asked* for.
swap: {"gizmo": "device"}
links: ["https://example.org/gizmo"]
quotes: skip
examples:
  bad:
    - "A <i>[[gizmo]]</i> | broke, a\u200b [[Gizmo]]."
    - {headline: "The [[gizmo]]", text: "It broke.\\n\\nAnd fell.", published: 2024-03-05}
  good: ["The gizmos broke.", "“A gizmo”, *he* said."]
"""


@pytest.mark.usefixtures("tools")
def test_a_page(pack):
    import rule_pages

    pages = dict(rule_pages.pages(load([pack({"words/gizmo": RULE})]), None))
    assert list(pages) == ["docs/rules/README.md", "docs/rules/words/gizmo.md"]
    page = pages["docs/rules/words/gizmo.md"]
    for part in (
        "# words/gizmo\n",
        "**warning** (look before printing) · on by default ·",
        "> “…” \\<is\\> not \\|said\\| here.",
        "It was \\*asked\\* for.",
        "Quotations are left alone.",
        "> A \\<i\\><b>gizmo</b>\\</i\\> \\| broke, a⟨U+200B⟩ <b>Gizmo</b>.\n",
        "“Gizmo” \\<is\\> not \\|said\\| here. → “Device”",
        "Published on 2024-03-05:\n\n> **Headline:** The <b>gizmo</b>\n>\n> It broke.\n>\n> And fell.\n",
        "> “A gizmo”, \\*he\\* said.",
        "`newslint check --fix --unsafe-fixes` applies it",
        "<!-- newslint: ignore words/gizmo: why it is right here -->",
        'ignore = ["words/gizmo"]',
        "* <https://example.org/gizmo>",
        "Not measured.",
    ):
        assert part in page
    assert (
        "| [gizmo](words/gizmo.md) | warning | “…” \\<is\\> not \\|said\\| here. | – |" in pages["docs/rules/README.md"]
    )


@pytest.mark.usefixtures("tools")
def test_a_page_changes_when_its_rule_does(pack):
    import rule_pages

    def made(rule):
        return dict(rule_pages.pages(load([pack({"words/gizmo": rule})]), None))["docs/rules/words/gizmo.md"]

    one = made(PLAIN)
    assert one == made(PLAIN)
    for old, new in (
        ("warning", "error"),
        ("It was asked for.", "So."),
        ("gizmos", "gizmo’s"),
        ("why:", "default: off\nwhy:"),
    ):
        assert made(PLAIN.replace(old, new)) != one


@pytest.mark.parametrize(
    ("example", "lines"),
    [
        ("A [[gizmo]].", ["A <b>gizmo</b>."]),
        ("A[[  ]]b", ["A<b>␣␣</b>b"]),
        ("A [[gizmo ]]b", ["A <b>gizmo␣</b>b"]),
        ("[[1: a]] [[2: b]]", ["<b>a</b> <i>b</i>"]),
        ("a [[b\nc]] d", ["a <b>b</b>", "<b>c</b> d"]),
        ("[[]]a\\[[", ["a\\[\\["]),
        ("a\u00a0[[b]]", ["a⟨U+00A0⟩<b>b</b>"]),
    ],
)
@pytest.mark.usefixtures("tools")
def test_what_ismarked(example, lines):
    import rule_pages

    assert rule_pages.marked(example) == lines


def test_links_lead_somewhere():
    """Those of the pages that are made, and those of the docs by hand."""
    for page in (CHECKOUT / "README.md", *(CHECKOUT / "docs").glob("**/*.md")):
        for target in re.findall(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)", page.read_text("utf-8")):
            assert (page.parent / target).exists(), f"{page}: {target}"
