"""What an element of a page has from those around it, found once for each element.

Asking the ancestors of every paragraph anew takes minutes on a page nested two thousand deep.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml import etree

T = TypeVar("T")


class Inherited(Generic[T]):
    """The value of the nearest element that has one: itself or an ancestor.

    ``own`` gives an element's own value, None where it has none. With ``outermost`` the value of
    the highest such ancestor is taken instead.
    """

    def __init__(
        self, own: Callable[[etree._Element], T | None], *, outermost: bool = False
    ) -> None:
        self._own, self._outermost = own, outermost
        self._known: dict[etree._Element, T | None] = {}

    def __call__(self, element: etree._Element) -> T | None:
        """Return the value for an element, None where nothing around has one."""
        path: list[etree._Element] = []
        above: etree._Element | None = element
        while above is not None and above not in self._known:
            path.append(above)
            above = above.getparent()
        value = None if above is None else self._known[above]
        for inner in reversed(path):
            if value is None or not self._outermost:
                own = self._own(inner)
                value = value if own is None else own
            self._known[inner] = value
        return value


def tagged(*names: str) -> Inherited[bool]:
    """Return a question whose answer is True for these elements and all inside them."""
    wanted = frozenset(names)
    return Inherited(lambda element: True if element.tag in wanted else None)
