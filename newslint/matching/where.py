"""The condition ``where`` of a rule: an expression over slot values, parsed and checked, never evaluated by Python.

Numbers are ranges, since a printed figure stands for all that rounds to it. A comparison that cannot be decided
(a person who may be one of two, a missing value, a division by zero) is neither true nor false, and a rule whose
condition is not true does not fire.
"""

import _ast as ast  # without the part in Python, which takes longer to import than a condition to read
import operator
import warnings
from collections.abc import Callable
from typing import Any, cast

from newslint.matching import values
from newslint.matching.slots import Bindings, Condition, Value
from newslint.records import NamedTuple

MOST_CHARACTERS = 500
MOST_DEPTH = 40
_ORDER: dict[type, Callable[[float, float], bool]] = {
    ast.Lt: operator.lt, ast.LtE: operator.le, ast.Gt: operator.gt, ast.GtE: operator.ge,
}  # fmt: skip


class WhereError(ValueError):
    """An expression that newslint does not accept; ``offset`` is the character where, from 0."""

    def __init__(self, message: str, offset: int = 0) -> None:
        super().__init__(message)
        self.offset = offset


_Evaluate = Callable[[Bindings], Any]
# The entries of a word list by its name, in lower case; none where there is no such list.
Lists = Callable[[str], frozenset[str]]


class _Known(NamedTuple):
    """What an expression may speak of: slots by name, and word lists."""

    names: frozenset[str]
    lists: Lists


def parse(source: str, names: frozenset[str], lists: Lists = lambda _: frozenset()) -> Condition:
    """The condition an expression states over the slots ``names`` and the word lists; raises WhereError."""
    if len(source) > MOST_CHARACTERS:
        raise WhereError(f"longer than {MOST_CHARACTERS} characters")
    # One line, as long as it was: to Python a line break is an end.
    line = "".join(" " if char.isspace() else char for char in source)
    skipped = len(line) - len(line.lstrip())
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = cast("ast.Expression", compile(line.strip(), "", "eval", ast.PyCF_ONLY_AST))
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        offset = (getattr(error, "offset", 1) or 1) - 1
        raise WhereError("not an expression such as n >= 1000 or a == b", skipped + offset) from None
    if _depth(tree.body) > MOST_DEPTH:
        raise WhereError(f"nested more than {MOST_DEPTH} deep")
    try:
        evaluate = _compile(tree.body, _Known(names, lists))
    except WhereError as error:
        # Python counts bytes
        before = line.strip().encode()[: error.offset].decode(errors="ignore")
        raise WhereError(str(error), skipped + len(before)) from None

    def holds(bindings: Bindings) -> bool:
        try:
            return evaluate(bindings) is True
        except (values.UnknownError, OverflowError):
            return False

    return holds


def _compile(node: ast.expr, known: _Known) -> _Evaluate:  # noqa: PLR0911 - a line for each form
    match node:
        case ast.BoolOp(op=op, values=parts):
            return _logic(isinstance(op, ast.And), [_compile(part, known) for part in parts])
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            inner = _compile(operand, known)
            return lambda b: None if (held := _truth(inner, b)) is None else not held
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return _arithmetic(ast.Sub, lambda _: 0.0, _compile(operand, known))
        case ast.BinOp(left=left, op=ast.Add() | ast.Sub() | ast.Mult() | ast.Div() as op, right=right):
            return _arithmetic(type(op), _compile(left, known), _compile(right, known))
        case ast.Compare(left=left, ops=[ast.In() | ast.NotIn() as op], comparators=[listed]):
            return _listed(left, isinstance(op, ast.In), listed, known)
        case ast.Compare(left=left, ops=ops, comparators=comparators):
            sides = [_compile(side, known) for side in (left, *comparators)]
            pairs = [_comparison(op, a, b) for op, a, b in zip(ops, sides, sides[1:], strict=False)]
            return _logic(every=True, parts=pairs)
        case ast.Call(func=ast.Name(id=name), args=args, keywords=[]):
            return _call(name, node, [_compile(arg, known) for arg in args])
        case ast.Name(id=name):
            return _slot(name, node, known.names)
        case ast.Constant(value=int() | float() | str() as constant) if not isinstance(constant, bool):
            return lambda _: constant
    what = "comparison, arithmetic without powers, and, or, not, in a word list, and functions"
    raise WhereError(f"only {what} are known", node.col_offset)


def _listed(left: ast.expr, wanted: bool, right: ast.expr, known: _Known) -> _Evaluate:  # noqa: FBT001 - in, not in
    """Whether a word list has a value, or several as ``one, another``."""
    if not isinstance(right, ast.Constant) or not isinstance(right.value, str):
        raise WhereError('after in the name of a word list is expected, such as in "countries"', right.col_offset)
    entries = known.lists(right.value)
    if not entries:
        raise WhereError(f"no word list “{right.value}”", right.col_offset)
    parts = [_compile(part, known) for part in (left.elts if isinstance(left, ast.Tuple) else [left])]
    return lambda b: (", ".join(values.folded(part(b)) for part in parts) in entries) is wanted


def _call(name: str, node: ast.expr, parts: list[_Evaluate]) -> _Evaluate:
    if name not in values.FUNCTIONS:
        raise WhereError(f"no function “{name}”; there are {', '.join(values.FUNCTIONS)}", node.col_offset)
    least, most, function = values.FUNCTIONS[name]
    if not least <= len(parts) <= most:
        number = least if least == most else f"{least} to {most}"
        raise WhereError(f"{name}() takes {number} values", node.col_offset)
    return lambda b: function(*[part(b) for part in parts])


def _slot(name: str, node: ast.expr, names: frozenset[str]) -> _Evaluate:
    if name not in names:
        known = ", ".join(sorted(names)) or "none with a name"
        raise WhereError(f"no slot “{name}” in the pattern; there are {known}", node.col_offset)
    return lambda b: _value(b, name)


def _depth(tree: ast.expr) -> int:
    """How deep an expression is nested, found without recursion."""
    deepest = 0
    rest: list[tuple[ast.AST, int]] = [(tree, 1)]
    while rest:
        node, depth = rest.pop()
        deepest = max(deepest, depth)
        held = [getattr(node, name, None) for name in node._fields]
        parts = [part for value in held for part in (value if isinstance(value, list) else [value])]
        rest += [(part, depth + 1) for part in parts if isinstance(part, ast.AST)]
    return deepest


def _value(bindings: Bindings, name: str) -> Value:
    if name not in bindings:
        raise values.UnknownError(name)
    return bindings[name]


def _truth(part: _Evaluate, bindings: Bindings) -> bool | None:
    try:
        held = part(bindings)
    except values.UnknownError:
        return None
    return held if isinstance(held, bool) else None


def _logic(every: bool, parts: list[_Evaluate]) -> _Evaluate:  # noqa: FBT001 - and, or
    def decide(bindings: Bindings) -> bool | None:
        held = [_truth(part, bindings) for part in parts]
        if (not every) in held:
            return not every
        return None if None in held else every

    return decide


def _arithmetic(op: type, left: _Evaluate, right: _Evaluate) -> _Evaluate:
    def work_out(bindings: Bindings) -> values.Number:
        a, b = values.number(left(bindings)), values.number(right(bindings))
        if op is ast.Add:
            values.comparable(a, b)
            return values.Number(a.value + b.value, a.low + b.low, a.high + b.high)
        if op is ast.Sub:
            values.comparable(a, b)
            return values.Number(a.value - b.value, a.low - b.high, a.high - b.low)
        if op is ast.Mult:
            ends = [x * y for x in (a.low, a.high) for y in (b.low, b.high)]
            return values.Number(a.value * b.value, min(ends), max(ends))
        if b.low <= 0 <= b.high:
            raise values.UnknownError("division by zero")
        ends = [x / y for x in (a.low, a.high) for y in (b.low, b.high)]
        return values.Number(a.value / b.value, min(ends), max(ends))

    return work_out


def _comparison(op: ast.cmpop, left: _Evaluate, right: _Evaluate) -> _Evaluate:
    if isinstance(op, ast.Eq | ast.NotEq):
        wanted = isinstance(op, ast.Eq)
        return lambda b: None if (same := values.same(left(b), right(b))) is None else same is wanted
    if type(op) in _ORDER:
        compare = _ORDER[type(op)]
        return lambda b: compare(values.number(left(b)).value, values.number(right(b)).value)
    raise WhereError("compare with ==, !=, <, <=, > or >=", 0)
