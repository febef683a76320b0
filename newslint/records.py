"""Named tuples that cost little to define: a run defines more than a hundred of them, and uses a few.

``typing.NamedTuple`` compiles a constructor for each. Here the constructors of tuples of one length share their code.
"""

import sys
from typing import TYPE_CHECKING, Any

# From 3.14 on a class does not say its fields until it is asked.
if TYPE_CHECKING or sys.version_info >= (3, 14):
    from typing import NamedTuple as NamedTuple  # noqa: PLC0414 - to be imported from here
else:
    from _collections import _tuplegetter
    from types import CodeType, FunctionType

    _new = tuple.__new__

    # By the number of fields; the names are put in. Read from here they are compiled once, with the module.
    _codes: dict[int, CodeType] = {
        made.__code__.co_argcount - 1: made.__code__
        for made in (
            lambda _cls, _0: _new(_cls, (_0,)),
            lambda _cls, _0, _1: _new(_cls, (_0, _1)),
            lambda _cls, _0, _1, _2: _new(_cls, (_0, _1, _2)),
            lambda _cls, _0, _1, _2, _3: _new(_cls, (_0, _1, _2, _3)),
            lambda _cls, _0, _1, _2, _3, _4: _new(_cls, (_0, _1, _2, _3, _4)),
            lambda _cls, _0, _1, _2, _3, _4, _5: _new(_cls, (_0, _1, _2, _3, _4, _5)),
            lambda _cls, _0, _1, _2, _3, _4, _5, _6: _new(_cls, (_0, _1, _2, _3, _4, _5, _6)),
            lambda _cls, _0, _1, _2, _3, _4, _5, _6, _7: _new(_cls, (_0, _1, _2, _3, _4, _5, _6, _7)),
            lambda _cls, _0, _1, _2, _3, _4, _5, _6, _7, _8: _new(_cls, (_0, _1, _2, _3, _4, _5, _6, _7, _8)),
            lambda _cls, _0, _1, _2, _3, _4, _5, _6, _7, _8, _9: _new(_cls, (_0, _1, _2, _3, _4, _5, _6, _7, _8, _9)),
            lambda _cls, _0, _1, _2, _3, _4, _5, _6, _7, _8, _9, _10: _new(
                _cls, (_0, _1, _2, _3, _4, _5, _6, _7, _8, _9, _10)
            ),
            lambda _cls, _0, _1, _2, _3, _4, _5, _6, _7, _8, _9, _10, _11: _new(
                _cls, (_0, _1, _2, _3, _4, _5, _6, _7, _8, _9, _10, _11)
            ),
            lambda _cls, _0, _1, _2, _3, _4, _5, _6, _7, _8, _9, _10, _11, _12: _new(
                _cls, (_0, _1, _2, _3, _4, _5, _6, _7, _8, _9, _10, _11, _12)
            ),
            lambda _cls, _0, _1, _2, _3, _4, _5, _6, _7, _8, _9, _10, _11, _12, _13: _new(
                _cls, (_0, _1, _2, _3, _4, _5, _6, _7, _8, _9, _10, _11, _12, _13)
            ),
        )
    }

    class _Record(tuple):
        """What all named tuples share."""

        __slots__ = ()
        _fields: tuple[str, ...] = ()

        @classmethod
        def _make(cls, values: Any) -> Any:  # noqa: ANN401 - as typing has it
            made = tuple.__new__(cls, values)
            if len(made) != len(cls._fields):
                raise TypeError(f"Expected {len(cls._fields)} arguments, got {len(made)}")
            return made

        def _replace(self, /, **values: Any) -> Any:  # noqa: ANN401
            made = self._make(map(values.pop, self._fields, self))
            if values:
                raise ValueError(f"Got unexpected field names: {[*values]!r}")
            return made

        def _asdict(self) -> dict[str, Any]:
            return dict(zip(self._fields, self, strict=True))

        def __getnewargs__(self) -> tuple[Any, ...]:
            return tuple(self)

        def __repr__(self) -> str:
            said = (f"{name}={value!r}" for name, value in zip(self._fields, self, strict=True))
            return f"{type(self).__name__}({', '.join(said)})"

    def _constructor(name: str, fields: tuple[str, ...], defaults: tuple[Any, ...]) -> FunctionType:
        """``__new__`` with the fields as its parameters."""
        count = len(fields)
        if count not in _codes:
            parameters = "".join(f", _{at}" for at in range(count))
            made = f"lambda _cls{parameters}: _new(_cls, ({parameters[2:]}{',' * (count == 1)}))"
            _codes[count] = eval(made).__code__  # noqa: S307 - numbers alone
        code = _codes[count].replace(co_varnames=("_cls", *fields), co_name="__new__", co_qualname=f"{name}.__new__")
        return FunctionType(code, {"_new": tuple.__new__}, "__new__", defaults)

    class _Defined(type):
        def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> type:
            if not bases:
                return super().__new__(cls, name, bases, body)
            fields = tuple(body.get("__annotations__", ()))
            defaults = {field: body.pop(field) for field in fields if field in body}
            if tuple(defaults) != fields[len(fields) - len(defaults) :]:
                raise TypeError(f"{name}: a field without a default follows one that has one")
            body.update({field: _tuplegetter(at, None) for at, field in enumerate(fields)})
            body["__new__"] = _constructor(name, fields, tuple(defaults.values()))
            body.update(__slots__=(), __match_args__=fields, _fields=fields, _field_defaults=defaults)
            return type(name, (_Record,), body)

    class NamedTuple(metaclass=_Defined):
        """As ``typing.NamedTuple``."""
