"""A configuration's tables read into their forms, so that a mistake costs no more than what it stands in."""

from pathlib import PurePath

from newslint.config.form import PerFile, Settings
from newslint.finding import Mistake
from newslint.yamlform import Node, build
from newslint.yamlnodes import Mapping as Table
from newslint.yamlnodes import Sequence as Items


def settings(node: Table, path: str) -> tuple[Settings, list[Mistake]]:
    """The settings key by key: one with a mistake is left out, and costs no other."""
    mistakes: list[Mistake] = []
    sound = []
    for key, value in node.pairs:
        if key.value == "tool" and PurePath(path).name != "pyproject.toml":
            said = "`[tool.newslint]` is for pyproject.toml; here the settings stand without it"
            mistakes.append(Mistake(path, key.line, key.column, said))
            continue
        alone = _sound(value, path, mistakes) if key.value == "per-file" else value
        alone = _severities(value, path, mistakes) if key.value == "severity" else alone
        form, wrong = build(node._replace(pairs=((key, alone),)), Settings, path)
        mistakes += wrong
        if form is not None:
            sound.append((key, alone))
    form, _ = build(node._replace(pairs=tuple(sound)), Settings, path)
    return form or Settings(), mistakes


def per_file(node: Node, path: str, mistakes: list[Mistake]) -> PerFile | None:
    """One table of ``per-file``; None where it has a mistake, since it might then hold for other articles."""
    form, wrong = build(_alone(node, path, mistakes), PerFile, path)
    mistakes += wrong
    return form


def _sound(node: Node, path: str, mistakes: list[Mistake]) -> Node:
    """The tables of ``per-file`` without those that have a mistake."""
    if not isinstance(node, Items):
        return node
    kept = (_alone(item, path, []) for item in node.items if per_file(item, path, mistakes) is not None)
    return node._replace(items=tuple(kept))


def _alone(node: Node, path: str, mistakes: list[Mistake]) -> Node:
    """A table of ``per-file``, its ``severity`` without mistakes."""
    if not isinstance(node, Table):
        return node
    pairs = (
        (key, _severities(value, path, mistakes) if key.value == "severity" else value) for key, value in node.pairs
    )
    return node._replace(pairs=tuple(pairs))


def _severities(node: Node, path: str, mistakes: list[Mistake]) -> Node:
    """The entries of ``severity`` without those that name no severity."""
    if not isinstance(node, Table):
        return node
    kept = []
    for key, value in node.pairs:
        entry = node._replace(pairs=((key, value),))
        form, wrong = build(node._replace(pairs=((key._replace(value="severity"), entry),)), Settings, path)
        mistakes += wrong
        kept += [] if form is None else [(key, value)]
    return node._replace(pairs=tuple(kept))
