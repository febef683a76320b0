"""``newslint profile``: what is told of each rule."""

import json

from conftest import PLAIN, newslint


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
