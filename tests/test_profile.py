"""``newslint profile``: what is told of each rule."""

import json

from conftest import PLAIN, newslint, whole

from newslint.work import Work


def test_each_rule_with_its_time_and_candidates(tmp_path, pack):
    pack({"words/gizmo": PLAIN, "words/gadget": PLAIN.replace("gizmo", "gadget")})
    (tmp_path / "a.txt").write_text("A headline\n\nThe gizmo broke, with a gadget and 13 widgets.\n", "utf-8")
    (tmp_path / "b.txt").write_text("Nothing was wrong with the gizmo.\n", "utf-8")
    given = ("--rules", "pack", "--select", "words/gizmo,words/gadget", "--no-config")
    run = newslint("profile", *given, "--format", "json", "a.txt", "b.txt", "none.txt", cwd=tmp_path)
    assert run.returncode == 2
    told = json.loads(run.stdout)
    assert (told["schema"], told["articles"]) == ("newslint-profile/1", 2)
    rules = {one["rule"]: one for one in told["rules"]}
    assert rules["words/gizmo"]["asked"] == 2
    assert rules["words/gadget"]["asked"] == 1
    assert "reading files" in {one["what"] for one in told["shared"]}
    assert any(one["path"] == "none.txt" for one in told["errors"])
    text = newslint("profile", *given, "--slowest", "1", "a.txt", "b.txt", cwd=tmp_path)
    assert text.returncode == 0
    assert text.stdout.decode().count(" words/") == 1


def test_a_greedy_rule_is_stopped_at_the_same_candidate_each_time(tmp_path, pack):
    greedy = "kind: pattern\nmatch: '{a:words} {b:words} {c:words} {d:words} {e:words} {f:words} zebra crossing'"
    pack({"words/greedy": whole(greedy), "words/gizmo": PLAIN})
    text = "The gizmo broke.\n\n" + "word " * 300 + "zebra crossing.\n"
    (tmp_path / "a.txt").write_text(text, "utf-8")
    given = ("--rules", "pack", "--select", "words/gizmo,words/greedy", "--no-config")
    runs = [newslint("profile", *given, "--format", "json", "a.txt", cwd=tmp_path) for _ in range(2)]
    assert [run.returncode for run in runs] == [2, 2]
    for run in runs:
        rules = {one["rule"]: one for one in json.loads(run.stdout)["rules"]}
        assert rules["words/greedy"]["stopped"] == ["a.txt"]
        assert rules["words/greedy"]["candidates"] == Work(len(text)).bound + 1
        assert (rules["words/gizmo"]["stopped"], rules["words/gizmo"]["candidates"]) == ([], 0)
    shown = newslint("profile", *given, "a.txt", cwd=tmp_path)
    assert "stopped for too much work, 1 times: words/greedy, first in a.txt" in shown.stdout.decode()
    checked = newslint("check", *given, "--format", "concise", "a.txt", cwd=tmp_path)
    assert checked.stdout.decode().startswith("a.txt:1:5: ")
    assert "words/greedy stopped" in checked.stderr.decode()
