"""``newslint measure``: how often rules speak up in an archive, and what two versions of a rule say."""

import json
import os
import shutil
import subprocess

import pytest
from conftest import PLAIN, newslint

from newslint import measured
from newslint.cli import main
from newslint.finding import Place
from newslint.measuring import Alarm, compare
from newslint.span import Span


@pytest.fixture
def desk(tmp_path, pack, monkeypatch):
    pack(
        {
            "words/gizmo": PLAIN,
            "words/gadget": PLAIN.replace("gizmo", "gadget") + "default: off\n",
            "words/widget": PLAIN.replace("gizmo", "widget").replace("warning", "error"),
        }
    )
    archive = tmp_path / "archive"
    archive.mkdir()
    (archive / "a.txt").write_text("Rain\n\nThe gizmo broke. A gizmo fell,\nand a gizmo rose. The gadget stayed.\n")
    (archive / "b.txt").write_text("Snow\n\nNobody saw a gizmo.\n")
    (archive / "c.txt").write_text("Wind\n\nAll is well.\n")
    (archive / "notes.pdf").write_bytes(b"%PDF")
    monkeypatch.chdir(tmp_path)
    # each test has a pack of its own, that no other would find there
    monkeypatch.setenv("NEWSLINT_CACHE", "off")
    return tmp_path


def measure(capsys, *arguments):
    status = main(["measure", "--rules", "pack", *arguments])
    said = capsys.readouterr()
    return status, said.out, said.err


def rates(capsys, *arguments):
    status, out, _ = measure(capsys, "archive", "--format", "json", *arguments)
    assert status == 0
    return json.loads(out)


@pytest.mark.usefixtures("desk")
def test_the_rates_of_a_rule(capsys):
    found = rates(capsys, "--select", "words/gizmo,words/widget")
    assert (found["schema"], found["articles"], found["words"]) == ("newslint-measure/1", 3, 23)
    gizmo, widget = found["rules"]
    assert (gizmo["rule"], gizmo["severity"], gizmo["alarms"], gizmo["articles"]) == ("words/gizmo", "warning", 4, 2)
    assert (gizmo["per_100_articles"], gizmo["per_1000_words"]) == (133.3333, 173.91304)
    assert [(one["path"], one["line"]) for one in gizmo["first"]] == [
        ("archive/a.txt", 3),
        ("archive/a.txt", 3),
        ("archive/b.txt", 3),
    ], "of the second article one, before the third of the first"
    for one in gizmo["first"]:
        assert one["sentence"][one["start"] : one["end"]] == "gizmo"
    assert (widget["alarms"], widget["per_1000_words"], widget["first"]) == (0, 0.0, [])


@pytest.mark.usefixtures("desk")
def test_rules_that_are_off_are_measured_when_named(capsys):
    assert "words/gadget" not in {one["rule"] for one in rates(capsys)["rules"]}
    assert [one["alarms"] for one in rates(capsys, "--select", "words/gadget")["rules"]] == [1]


@pytest.mark.usefixtures("desk")
def test_the_text_for_people(capsys):
    status, out, err = measure(capsys, "archive", "--select", "words/gizmo,words/widget", "--first", "1")
    assert (status, err) == (0, "")
    assert (
        out
        == """\
words/gizmo  warning
  4 alarms: 133.33 per 100 articles, 173.913 per 1,000 words; in 2 articles
    archive/a.txt:3:5  “gizmo” is not said here.
        The gizmo broke.
            ^^^^^
No alarm from 1 rule: words/widget.
3 articles, 23 words.
  errors      0 alarms: 0.00 per 100 articles, 0.000 per 1,000 words
  warnings    4 alarms: 133.33 per 100 articles, 173.913 per 1,000 words
  suggestions 0 alarms: 0.00 per 100 articles, 0.000 per 1,000 words
"""
    )


@pytest.mark.usefixtures("desk")
def test_suppressions_and_the_baseline_change_nothing(capsys):
    before = rates(capsys, "--select", "words/gizmo")
    assert main(["baseline", "create", "archive", "--rules", "pack", "--select", "words/gizmo"]) == 0
    assert main(["suppress", "archive/b.txt:3", "words/gizmo", "--rules", "pack"]) == 0
    capsys.readouterr()
    assert rates(capsys, "--select", "words/gizmo") == before


def test_settings_for_some_articles_hold(desk, capsys):
    (desk / "newslint.toml").write_text('[[per-file]]\nfiles = ["**/a.txt"]\nignore = ["words/gizmo"]\n')
    assert [one["alarms"] for one in rates(capsys, "--select", "words/widget,words/gizmo")["rules"]] == [4, 0]
    (desk / "newslint.toml").write_text('exclude = ["a.txt"]\n')
    assert rates(capsys, "--select", "words/gizmo")["articles"] == 2


def test_the_same_for_any_order(desk):
    one, two = (
        newslint("measure", "--rules", "pack", "--format", "json", *paths, cwd=desk, env={"PYTHONHASHSEED": seed})
        for paths, seed in ((("archive/a.txt", "archive/b.txt"), "1"), (("archive/b.txt", "archive/a.txt"), "2"))
    )
    assert one.stdout == two.stdout
    assert one.returncode == 0


BAD = [
    (["nowhere"], "nowhere: no such file or folder"),
    (["archive", "--select", "words/gizmi"], "did you mean words/gizmo?"),
    (["archive/notes.pdf"], "not a kind of file that newslint reads"),
    (["pack"], "no articles in pack"),
    (["archive", "--against", "nowhere"], "“nowhere” is no file or folder, and no git revision"),
    (["archive", "--against", ""], "--against names nothing"),
    (["archive", "--against", "old.yaml"], "no such file or folder: old.yaml"),
    (["archive", "--against", "archive"], "no rules in archive"),
    (["archive", "--against", "archive/a.txt"], "which rule is this a version of?"),
    (["archive", "--against", "broken/words/gizmo.yaml"], "broken/words/gizmo.yaml:1:1:"),
    (["archive", "--against", "HEAD", "--save", "x.json"], "--save keeps the figures of one version"),
    (["archive", "--select", "words/gizmo", "--save", "no/x.json"], "no/x.json: cannot be written"),
    (["archive", "--select", "words/gizmo", "--save", "archive/a.txt"], "no figures as newslint measure --save writes"),
]


@pytest.mark.parametrize(("arguments", "says"), BAD)
def test_what_cannot_be_done(desk, capsys, arguments, says):
    (desk / "broken" / "words").mkdir(parents=True)
    (desk / "broken" / "words" / "gizmo.yaml").write_text("kind: phrase\n")
    text = (desk / "archive" / "a.txt").read_bytes()
    status, _, err = measure(capsys, *arguments)
    assert (status, says in err) == (2, True), err
    assert (desk / "archive" / "a.txt").read_bytes() == text


def test_what_can_be_read_is_measured(desk, capsys):
    (desk / "archive" / "d.txt").symlink_to("nowhere")
    status, out, err = measure(capsys, "archive", "--select", "words/gizmo")
    assert status == 2
    assert "archive/d.txt: cannot be read" in err
    assert "4 alarms" in out


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize("first", ["-1", "x", "1.5"])
def test_how_many_are_shown(capsys, first):
    with pytest.raises(SystemExit) as raised:
        measure(capsys, "archive", f"--first={first}")
    assert raised.value.code == 2
    assert "expected a number" in capsys.readouterr().err


# Two versions


def versions(capsys, *arguments):
    status, out, err = measure(capsys, "archive", "--format", "json", *arguments)
    assert status == 0, err
    return {
        one["rule"]: tuple(one[part]["alarms"] for part in ("only_before", "both", "only_now"))
        for one in json.loads(out)["rules"]
    }


NOW = PLAIN.replace("words: [gizmo]", "words: [a gizmo, gadget]")


@pytest.mark.parametrize("name", ["words/gizmo.yaml", "gizmo.yaml", "gizmo.old.yaml", "gizmo-old.yaml"])
def test_against_a_rule_file(desk, capsys, name):
    old = desk / "old" / name
    old.parent.mkdir(parents=True)
    shutil.copy(desk / "pack/words/gizmo.yaml", old)
    (desk / "pack/words/gizmo.yaml").write_text(NOW)
    assert versions(capsys, "--against", f"old/{name}") == {"words/gizmo": (1, 3, 1)}


def test_the_text_of_a_comparison(desk, capsys):
    shutil.copy(desk / "pack/words/gizmo.yaml", desk / "gizmo.yaml")
    (desk / "pack/words/gizmo.yaml").write_text(NOW.replace("warning", "error"))
    status, out, _ = measure(capsys, "archive", "--against", "gizmo.yaml", "--first", "1")
    assert status == 0
    assert (
        out
        == """\
words/gizmo  warning before, error now
  4 before, 4 now: 3 in both, 1 only before, 1 only now
  only before:
    archive/a.txt:3:5  “gizmo” is not said here.
        The gizmo broke.
            ^^^^^
  only now:
    archive/a.txt:4:23  “gadget” is not said here.
        The gadget stayed.
            ^^^^^^
  both:
    archive/a.txt:3:18  “A gizmo” is not said here.
        A gizmo fell,
        ^^^^^^^
    and 2 more
3 articles, 23 words.
1 rule differs; 1 of them in what they say here.
"""
    )


def test_against_a_folder(desk, capsys):
    shutil.copytree(desk / "pack", desk / "old")
    assert versions(capsys, "--against", "old") == {}
    (desk / "pack/words/gizmo.yaml").write_text(NOW)
    (desk / "old/words/gone.yaml").write_text(PLAIN.replace("gizmo", "well"))
    (desk / "pack/words/gadget.yaml").write_text(PLAIN.replace("gizmo", "gadget"))
    found = versions(capsys, "--against", "old")
    assert found == {"words/gizmo": (1, 3, 1), "words/gone": (1, 0, 0), "words/gadget": (0, 1, 0)}
    assert versions(capsys, "--against", "old/words") == found
    assert versions(capsys, "--against", "old", "--select", "words/gone") == {"words/gone": (1, 0, 0)}


def test_a_word_list_that_differs(desk, capsys, pack):
    rule = PLAIN.replace("words: [gizmo]", 'words: ["{one-of(things)}"]')
    pack({"words/thing": rule}, {"things": ["gizmo", "gadget"]})
    shutil.copytree(desk / "pack", desk / "old")
    (desk / "old/lists/things.txt").write_text("gizmo\nwell\n")
    assert versions(capsys, "--against", "old", "--select", "words/thing") == {"words/thing": (1, 4, 1)}


GIT = {
    "GIT_AUTHOR_NAME": "d",
    "GIT_AUTHOR_EMAIL": "d@d.test",
    "GIT_COMMITTER_NAME": "d",
    "GIT_COMMITTER_EMAIL": "d@d.test",
}


def git(desk, *words):
    environment = {**os.environ, **GIT, "GIT_CONFIG_GLOBAL": os.devnull}
    subprocess.run(("git", *words), cwd=desk, env=environment, check=True, capture_output=True)


@pytest.mark.skipif(shutil.which("git") is None, reason="there is no git")
def test_against_a_revision(desk, capsys):
    git(desk, "init", "--quiet")
    # no program that the repository names may run
    (desk / ".gitattributes").write_text("*.yaml filter=bad\n")
    git(desk, "add", "--all")
    git(desk, "commit", "--quiet", "--message", "old")
    git(desk, "config", "filter.bad.smudge", "touch ran; cat")
    (desk / "pack/words/gizmo.yaml").write_text(NOW)
    (desk / "pack/words/new.yaml").write_text(PLAIN.replace("gizmo", "nobody"))
    (desk / "pack/words/widget.yaml").unlink()
    found = versions(capsys, "--against", "HEAD", "--select", "words/gizmo,words/new,words/widget")
    assert found == {"words/gizmo": (1, 3, 1), "words/new": (0, 0, 1), "words/widget": (0, 0, 0)}
    assert not (desk / "ran").exists()
    git(desk, "commit", "--quiet", "--all", "--message", "broken")
    (desk / "pack/words/gizmo.yaml").write_text("kind: phrase\n")
    git(desk, "commit", "--quiet", "--all", "--message", "broken")
    (desk / "pack/words/gizmo.yaml").write_text(NOW)
    status, _, err = measure(capsys, "archive", "--against", "HEAD")
    assert status == 2
    assert "HEAD:pack/words/gizmo.yaml:1:1:" in err


def alarm(start, end, path="a"):
    return Alarm(path, Place(1, start + 1, 1, end + 1), "", "", 0, 0, Span(start, end))


@pytest.mark.parametrize(
    ("before", "now", "both", "gone", "fresh"),
    [
        ([(0, 3)], [(0, 3)], 1, 0, 0),
        ([(0, 3)], [(2, 5)], 1, 0, 0),  # the span was moved
        ([(0, 3)], [(3, 5)], 0, 1, 1),
        ([(0, 9)], [(0, 3), (4, 9)], 1, 0, 1),
        ([(0, 3), (4, 9)], [(0, 9)], 1, 1, 0),
        ([(4, 4)], [(4, 4)], 1, 0, 0),  # nothing, between two characters
        ([], [(0, 3)], 0, 0, 1),
        ([(0, 1), (5, 6), (9, 10)], [(5, 6)], 1, 2, 0),
    ],
)
def test_alarms_that_overlap_are_one(before, now, both, gone, fresh):
    found = compare([alarm(*one) for one in before], [alarm(*one) for one in now])
    assert tuple(map(len, found)) == (both, gone, fresh)
    assert not compare([alarm(0, 3, "a")], [alarm(0, 3, "b")]).both


# Figures that are kept


def test_the_figures_are_kept(desk, capsys):
    arguments = ("archive", "--save", "measured.json", "--select")
    assert measure(capsys, *arguments, "words/gizmo,words/widget")[0] == 0
    kept = measured.read(desk / "measured.json")
    assert (kept.articles, kept.words) == (3, 23)
    gizmo = desk / "pack/words/gizmo.yaml"
    assert kept.rules["words/gizmo"] == (4, 2, measured.fingerprint(gizmo))
    assert measured.read(desk / "measured.json") == kept
    assert (desk / "measured.json").read_text() == measured.written(kept)
    said = measured.said(kept, "words/gizmo", gizmo)
    assert said.startswith("4 alarms in 2 of 3 articles of professional news (23 words): 133.33 per 100 articles")
    assert "changed since" not in said
    assert measured.said(kept, "words/widget", desk / "pack/words/widget.yaml").startswith("No alarm in 3 articles")
    assert measured.said(kept, "words/other", gizmo) == ""
    gizmo.write_text(NOW)
    assert "the rule has changed since" in measured.said(kept, "words/gizmo", gizmo)
    # another rule, on the same articles: what is known of the others stays
    assert measure(capsys, *arguments, "words/gadget")[0] == 0
    assert sorted(measured.read(desk / "measured.json").rules) == ["words/gadget", "words/gizmo", "words/widget"]
    # but not of a rule that is gone
    (desk / "pack/words/widget.yaml").unlink()
    assert measure(capsys, *arguments, "words/gadget")[0] == 0
    assert sorted(measured.read(desk / "measured.json").rules) == ["words/gadget", "words/gizmo"]
    # on others it would not be true
    (desk / "archive" / "c.txt").unlink()
    status, _, err = measure(capsys, *arguments, "words/gadget")
    assert (status, "measured on other articles" in err) == (2, True)
    assert measure(capsys, *arguments, "words/gadget,words/gizmo")[0] == 0
    assert measured.read(desk / "measured.json").articles == 2


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", "null", '{"schema": "newslint-measured/1"}', "[" * 100_000, '{"schema": 3}']
)
def test_a_file_without_figures(tmp_path, text):
    (tmp_path / "x.json").write_text(text)
    with pytest.raises(measured.MeasuredError, match=r"x\.json"):
        measured.read(tmp_path / "x.json")
