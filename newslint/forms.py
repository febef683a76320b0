"""Forms that rule files fill in: frozen dataclasses, made such only when a file is read.

To make a dataclass takes milliseconds; a run whose rules come out of the cache needs none of them.
"""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar, dataclass_transform

T = TypeVar("T")
_waiting: list[type] = []


class _Given:
    """What is said of a field."""

    def __init__(self, arguments: dict[str, Any]) -> None:
        self.arguments = arguments


def field(
    *,
    default: Any = ...,  # noqa: ANN401 - of the field's own type
    default_factory: Callable[[], Any] | None = None,
    metadata: Mapping[str, str] | None = None,
) -> Any:  # noqa: ANN401 - of the field's own type
    """A field of a form, as ``dataclasses.field`` takes it."""
    given: dict[str, Any] = {"metadata": metadata}
    if default is not ...:
        given["default"] = default
    if default_factory is not None:
        given["default_factory"] = default_factory
    return _Given(given)


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(field,))
def form(cls: type[T]) -> type[T]:
    """A frozen dataclass whose fields are given by name, as soon as it is needed."""

    def init(self: Any, **values: Any) -> None:  # noqa: ANN401 - any form
        if cls not in _waiting:
            cls.__dict__["__init__"](self, **values)
            return
        for name, value in _defaults(cls).items():
            self.__dict__[name] = values.pop(name) if name in values else value() if callable(value) else value
        if values or ... in self.__dict__.values():
            raise TypeError(f"{cls.__name__} is given {[*values]}, of {[*self.__dict__]}")
        getattr(self, "__post_init__", tuple)()

    type.__setattr__(cls, "__init__", init)
    _waiting.append(cls)
    return cls


def _defaults(cls: type) -> dict[str, Any]:
    """The fields of a form that is no dataclass yet, and what they hold where nothing is given: ... if it must be."""
    found: dict[str, Any] = {}
    for one in reversed(cls.__mro__[:-1]):
        for name in one.__annotations__:
            value = vars(one).get(name, ...)
            if isinstance(value, _Given):
                value = value.arguments.get("default_factory", value.arguments.get("default", ...))
            found[name] = value
    return found


def make_ready() -> None:
    """Makes dataclasses of all forms that there are by now."""
    if not _waiting:
        return
    import dataclasses

    for cls in _waiting:
        type.__delattr__(cls, "__init__")
        for name, value in list(vars(cls).items()):
            if isinstance(value, _Given):
                setattr(cls, name, dataclasses.field(**value.arguments))
        dataclasses.dataclass(frozen=True, kw_only=True)(cls)
    _waiting.clear()


def replace(given: T, **values: Any) -> T:  # noqa: ANN401 - of its fields
    """A form with other values in some of its fields."""
    make_ready()
    import dataclasses

    changed: T = dataclasses.replace(given, **values)  # type: ignore[type-var]
    return changed
