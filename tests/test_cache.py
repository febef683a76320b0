"""The cache of rule packs: the same output with and without it, and never a file that is stale, damaged or another's."""

import os
import sys
import time
from pathlib import Path

import pytest
from conftest import PLAIN, document, newslint

from newslint import cachefolder, factpack, factsheets, packfile, rulepack
from newslint.linting import Linter
from newslint.rulebook import load, shipped
from newslint.selection import Choice, in_force

TEXT = "Mayor opens the pool\n\nThe gizmo broke, said Ann Berg, 90,000 trips later. The the pool is open.\n"


@pytest.fixture
def cached(pack, tmp_path):
    """Loads a pack, out of the cache where it can be; gives the ids of its rules and how often a file was read."""
    where = tmp_path / "cache"
    folder = pack({"words/gizmo": PLAIN, "words/widget": PLAIN.replace("gizmo", "widget")}, {"kinds": ["a", "b"]})
    # files as young as these may still change unseen
    old = time.time() - 60
    for path in folder.glob("**/*"):
        os.utime(path, (old, old))
    return folder, where


def ids(folder, where):
    return [rule.id for rule in rulepack.load([folder], [], where).rules]


def packs(where):
    return sorted(where.glob("rules-*.pack"))


def settle(where):
    """Says of a file that all it was made of is old; a test cannot wait for it."""
    (path,) = packs(where)
    known = packfile.read(path)
    pieces = [bytes(known.piece(number)) for number in range(len(known.offsets) - 1)]
    packfile.write(path, {**known.contents, "settled": True}, pieces)


def test_a_pack_comes_out_as_it_went_in(cached):
    folder, where = cached
    first = load([folder])
    rulepack.load([folder], [], where)
    again = rulepack.load([folder], [], where)
    assert [rule.id for rule in again.rules] == [rule.id for rule in first.rules]
    for one, other in zip(first.rules, again.rules, strict=True):
        assert one.path == other.path
        assert set(one.anchors.words) == set(other.anchors.words)
        assert one.form.message == other.form.message
        assert one.form.examples.good == other.form.examples.good
        assert in_force([other], [Choice(severity=(("all", "error"),))])[0].form.severity == "error"
    assert dict(again.lexicon.lists) == dict(first.lexicon.lists)


def test_a_pack_is_read_anew_when_a_file_changes(cached):
    folder, where = cached
    ids(folder, where)
    settle(where)
    rule = folder / "words/gizmo.yaml"
    rule.write_text(PLAIN.replace("is not said here", "is never said"), "utf-8")
    assert "never" in rulepack.load([folder], [], where).rules[0].form.message
    rule.unlink()
    assert ids(folder, where) == ["words/widget"]
    (folder / "lists/kinds.txt").write_text("c\n", "utf-8")
    assert rulepack.load([folder], [], where).lexicon.entries("kinds") == ("c",)


def test_a_change_that_leaves_size_and_times_is_seen_in_a_young_pack(cached):
    folder, where = cached
    ids(folder, where)
    rule = folder / "words/gizmo.yaml"
    status = rule.stat()
    rule.write_text(PLAIN.replace("is not said", "is not sait"), "utf-8")
    os.utime(rule, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert "sait" in rulepack.load([folder], [], where).rules[0].form.message


@pytest.mark.parametrize("damage", ["cut", "empty", "changed", "text", "folder"])
def test_a_damaged_file_is_written_anew(cached, damage):
    folder, where = cached
    ids(folder, where)
    (path,) = packs(where)
    whole = path.read_bytes()
    if damage == "folder":
        path.unlink()
        path.mkdir()
    else:
        changed = bytearray(whole)
        changed[len(whole) // 2] ^= 1
        path.write_bytes({"cut": whole[:-9], "empty": b"", "changed": bytes(changed), "text": b"x" * 5000}[damage])
    assert ids(folder, where) == ["words/gizmo", "words/widget"]
    if damage != "folder":
        assert packfile.read(path) is not None


def test_another_version_of_python_or_newslint_reads_its_own(cached, monkeypatch):
    folder, where = cached
    ids(folder, where)
    monkeypatch.setattr(packfile, "PYTHON", "another")
    assert packfile.read(packs(where)[0]) is None
    monkeypatch.undo()
    monkeypatch.setattr(rulepack, "__version__", "9.9.9")
    assert ids(folder, where) == ["words/gizmo", "words/widget"]
    assert len(packs(where)) == 2


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="the system has no owners of files")
@pytest.mark.parametrize("what", ["file", "folder"])
def test_what_others_can_write_is_not_read(cached, what):
    folder, where = cached
    ids(folder, where)
    (path,) = packs(where)
    (path if what == "file" else where).chmod(0o666 if what == "file" else 0o777)
    assert packfile.read(path) is None
    assert ids(folder, where) == ["words/gizmo", "words/widget"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can give files away")
def test_what_belongs_to_another_is_not_read(cached):
    folder, where = cached
    ids(folder, where)
    (path,) = packs(where)
    os.chown(path, 12345, -1)
    assert packfile.read(path) is None


@pytest.mark.skipif(not hasattr(os, "symlink") or sys.platform == "win32", reason="no links")
def test_a_link_is_not_followed(cached, tmp_path):
    folder, where = cached
    ids(folder, where)
    (path,) = packs(where)
    path.rename(tmp_path / "elsewhere")
    path.symlink_to(tmp_path / "elsewhere")
    assert packfile.read(path) is None


def test_files_are_the_users_alone(cached):
    folder, where = cached
    ids(folder, where)
    assert where.stat().st_mode & 0o777 == 0o700
    assert packs(where)[0].stat().st_mode & 0o777 == 0o600


def test_a_pack_with_mistakes_is_not_kept(pack, tmp_path):
    folder = pack({"words/gizmo": PLAIN, "words/wrong": PLAIN.replace("kind: phrase", "kind: frase")})
    book = rulepack.load([folder], [], tmp_path / "cache")
    assert len(book.mistakes) == 1
    assert not packs(tmp_path / "cache")


def test_many_writers_leave_one_sound_file(cached):
    folder, where = cached
    script = "import sys; from pathlib import Path; from newslint import rulepack\n"
    script += "print(len(rulepack.load([Path(sys.argv[1])], [], Path(sys.argv[2])).rules))"
    import subprocess

    runs = [
        subprocess.Popen([sys.executable, "-c", script, folder, where], stdout=subprocess.PIPE, text=True)
        for _ in range(6)
    ]
    assert {run.communicate()[0].strip() for run in runs} == {"2"}
    assert len([one for one in where.iterdir() if one.name != "expressions.pack"]) == 1
    assert packfile.read(packs(where)[0]) is not None


def test_where_the_cache_is(monkeypatch):
    monkeypatch.setattr(sys, "platform", "linux")
    assert cachefolder.folder({"HOME": "/home/ann"}) == Path("/home/ann/.cache/newslint")
    assert cachefolder.folder({"HOME": "/home/ann", "XDG_CACHE_HOME": "/var/x"}) == Path("/var/x/newslint")
    assert cachefolder.folder({"HOME": "/home/ann", "XDG_CACHE_HOME": "relative"}) == Path("/home/ann/.cache/newslint")
    assert cachefolder.folder({}) is None
    assert cachefolder.folder({"HOME": "/home/ann", "NEWSLINT_CACHE": "off"}) is None


def test_the_output_is_the_same_with_and_without_cache_and_for_every_hash_seed(pack, tmp_path):
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    folder = pack({"words/gizmo": PLAIN})
    runs = []
    for seed in "012":
        for more in ({}, {"NEWSLINT_CACHE": "off"}):
            env = {"XDG_CACHE_HOME": str(tmp_path / "cache"), "PYTHONHASHSEED": seed, **more}
            run = newslint("check", "--rules", folder, "--format", "json", "a.txt", cwd=tmp_path, env=env)
            runs.append((run.returncode, run.stdout, run.stderr))
    assert len(set(runs)) == 1
    assert len(packs(tmp_path / "cache/newslint")) == 2


@pytest.mark.parametrize("home", ["", "nowhere/at/all", "file"])
def test_without_a_home_it_works(pack, tmp_path, home):
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "file").write_text("", "utf-8")
    env = {"HOME": str(tmp_path / home) if home == "file" else home, "XDG_CACHE_HOME": ""}
    run = newslint("check", "--rules", pack({"words/gizmo": PLAIN}), "a.txt", cwd=tmp_path, env=env)
    assert b"gizmo" in run.stdout
    assert run.stderr == b""
    assert not (tmp_path / "nowhere").exists()


def test_the_cache_command(pack, tmp_path):
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    env = {"XDG_CACHE_HOME": str(tmp_path / "cache")}
    newslint("check", "--rules", pack({"words/gizmo": PLAIN}), "a.txt", cwd=tmp_path, env=env)
    shown = newslint("cache", "dir", env=env).stdout.decode().strip()
    assert shown == str(tmp_path / "cache/newslint")
    assert packs(Path(shown))
    assert newslint("cache", "clear", env=env).returncode == 0
    assert not packs(Path(shown))
    assert newslint("cache", "clear", env={**env, "NEWSLINT_CACHE": "off"}).returncode == 0


LARGE = [bytes(range(256)) * 8000]


def test_a_large_file_is_sealed_once_found_sound(tmp_path):
    tmp_path.chmod(0o700)
    path = tmp_path / "rules-1.pack"
    assert packfile.write(path, {"one": 1}, LARGE)
    packfile.read(path)
    assert not path.with_suffix(".seal").exists(), "so young a file may change once more unseen"
    os.utime(path, (1, 1))
    if path.stat().st_ctime_ns + packfile.TICK > time.time_ns():
        time.sleep(packfile.TICK / 1e9)
    assert bytes(packfile.read(path).piece(0)) == LARGE[0]
    assert path.with_suffix(".seal").exists()
    assert bytes(packfile.read(path).piece(0)) == LARGE[0]
    changed = bytearray(path.read_bytes())
    changed[-9] ^= 1
    path.write_bytes(changed)
    os.utime(path, (1, 1))
    assert packfile.read(path) is None
    packfile.remove(path)
    assert not list(tmp_path.iterdir())


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="the system has no owners of files")
def test_a_seal_that_others_can_write_counts_for_nothing(tmp_path):
    tmp_path.chmod(0o700)
    path, seal = tmp_path / "rules-1.pack", tmp_path / "rules-1.seal"
    packfile.write(path, {}, LARGE)
    changed = bytearray(path.read_bytes())
    changed[-9] ^= 1
    path.write_bytes(changed)
    now = path.stat()
    seal.write_text(repr((now.st_ino, now.st_size, now.st_mtime_ns, now.st_ctime_ns)))
    seal.chmod(0o666)
    assert packfile.read(path) is None
    seal.chmod(0o600)
    assert packfile.read(path) is not None


@pytest.fixture
def desk(pack, tmp_path):
    """A desk's own folder beside the shipped rules, and a cache that knows both."""
    return pack({"words/gizmo": PLAIN}, {"trinkets": ["gadget"]}), tmp_path / "cache"


def asked_of(folder, where, text, name="a.txt"):
    book = rulepack.load([shipped(), folder], [], where)
    linter = Linter(in_force(book.rules, [Choice()]), book.lexicon, known=book.catalogue)
    return [(one.rule, one.text) for one in linter.report([document(text, book.lexicon, name)]).findings]


GIZMO = "Mayor opens the pool\n\nThe gizmo of Kiev broke.\n"


def test_a_change_to_a_desks_rules_makes_no_others_new(desk):
    folder, where = desk
    both = [("words/gizmo", "gizmo"), ("names/kiev", "Kiev")]
    assert asked_of(folder, where, GIZMO) == both == asked_of(folder, None, GIZMO)
    before = {path.name: path.stat().st_mtime_ns for path in packs(where)}
    assert len(before) == 2
    (folder / "words/gizmo.yaml").write_text(PLAIN.replace("gizmo", "gadget"), "utf-8")
    assert asked_of(folder, where, GIZMO) == both[1:]
    changed = [path.name for path in packs(where) if path.stat().st_mtime_ns != before[path.name]]
    assert len(changed) == 1
    assert asked_of(folder, where, GIZMO.replace("gizmo", "gadget"))[0] == ("words/gizmo", "gadget")


def test_a_desks_rule_counts_in_place_of_a_shipped_one(desk):
    folder, where = desk
    (folder / "names").mkdir()
    (folder / "names/kiev.yaml").write_text(PLAIN.replace("gizmo", "pool"), "utf-8")
    for cache in (where, where, None):
        assert asked_of(folder, cache, GIZMO) == [("names/kiev", "pool"), ("words/gizmo", "gizmo")]


def test_a_desks_list_in_place_of_a_shipped_one_counts_for_shipped_rules(desk):
    folder, where = desk
    assert asked_of(folder, where, "Talks\n\nMr. Ivanov met Mr. Ivanov as the cars left.\n") == [
        ("names/same-person-twice", "Mr. Ivanov")
    ]
    (folder / "lists/meetings.txt").write_text("~greet\n", "utf-8")
    for cache in (where, where, None):
        assert asked_of(folder, cache, "Talks\n\nMr. Ivanov met Mr. Ivanov as the cars left.\n") == []


def test_mistakes_in_a_desks_rules_are_said_each_time(desk):
    folder, where = desk
    (folder / "words/widget.yaml").write_text("kind: phrase\n", "utf-8")
    (folder / "facts").mkdir()
    (folder / "facts/x.yaml").write_text("offices: 3\n", "utf-8")
    said = [
        [str(one) for one in rulepack.load([shipped(), folder], [], cache).mistakes] for cache in (where, where, None)
    ]
    assert said[0] == said[1] == said[2]
    assert {one.partition(":")[0].rpartition("/")[2] for one in said[0]} == {"widget.yaml", "x.yaml"}


SHEET = """\
source: made for this test
covers: 1990-01-01 .. 2030-01-01
offices: |
  Zembla: mayor
    Zorbo Quux: 1990-01-01 .. 2030-01-01
"""


@pytest.fixture
def sheet(cached, tmp_path):
    """Loads the pack with a fact sheet; gives who is known by a name, and what is wrong with the sheet."""
    folder, where = cached
    path = tmp_path / "own.yaml"
    path.write_text(SHEET, "utf-8")

    def known(name="Quux"):
        book = rulepack.load([folder], [path], where)
        return book.lexicon.facts().people(name), [one.message for one in book.mistakes]

    return path, where, known


def kept_sheets(where):
    return sorted(where.glob("facts-*.pack"))


def test_a_fact_sheet_is_read_once(sheet, monkeypatch):
    _path, where, known = sheet
    assert known() == (["Zorbo Quux"], [])
    assert len(kept_sheets(where)) == 1
    monkeypatch.setattr(factsheets, "read_sheet", lambda _: pytest.fail("read again"))
    assert known() == (["Zorbo Quux"], [])
    assert known("Macron")[0]  # those that come with newslint, too


def test_a_changed_fact_sheet_is_read_anew_whatever_its_times_say(sheet):
    path, where, known = sheet
    known()
    status = path.stat()
    path.write_text(SHEET.replace("Quux", "Quax"), "utf-8")
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert known() == ([], [])
    assert known("Quax") == (["Zorbo Quax"], [])
    for number in range(8):
        path.write_text(SHEET.replace("Quux", f"Qu{'a' * number}x"), "utf-8")
        known()
    assert len(kept_sheets(where)) == 4


def test_mistakes_in_a_fact_sheet_are_said_by_every_run(sheet, cached):
    path, _where, known = sheet
    known()
    path.write_text(SHEET.replace("..", "to"), "utf-8")
    plain = [one.message for one in load([cached[0]], facts=[path]).mistakes]
    assert plain
    assert known()[1] == known()[1] == plain
    path.unlink()
    gone = [one.message for one in load([cached[0]], facts=[path]).mistakes]
    assert known()[1] == known()[1] == gone
    path.write_text(SHEET, "utf-8")
    assert known() == (["Zorbo Quux"], [])


@pytest.mark.parametrize("damage", ["cut", "changed", "text", "another", "others"])
def test_a_damaged_or_strange_file_of_sheets_is_not_used(sheet, monkeypatch, damage):
    path, where, known = sheet
    known()
    (kept,) = kept_sheets(where)
    whole = kept.read_bytes()
    changed = bytearray(whole)
    changed[-9] ^= 1
    if damage == "another":
        packed = packfile.read(kept)
        packfile.write(kept, {"key": "0" * 64}, [bytes(packed.piece(0))])
    elif damage == "others":
        kept.chmod(0o666)
    else:
        kept.write_bytes({"cut": whole[:-9], "changed": bytes(changed), "text": b"x" * 5000}[damage])
    asked = []
    read = factsheets.read_sheet
    monkeypatch.setattr(factsheets, "read_sheet", lambda one: asked.append(one) or read(one))
    assert known() == (["Zorbo Quux"], [])
    assert path in asked


def test_another_version_reads_the_sheets_anew(sheet, monkeypatch):
    _, where, known = sheet
    known()
    monkeypatch.setattr(factpack, "__version__", "9.9.9")
    assert known() == (["Zorbo Quux"], [])
    assert len(kept_sheets(where)) == 2


def test_a_desks_sheet_is_no_part_of_the_pack_that_is_kept(cached, tmp_path):
    folder, where = cached
    own = tmp_path / "own.yaml"
    own.write_text(SHEET, "utf-8")
    with_it = rulepack.load([folder], [own], where)
    assert with_it.lexicon.facts().people("Quux") == ["Zorbo Quux"]
    assert rulepack.load([folder], [], where).lexicon.facts().people("Quux") == []
