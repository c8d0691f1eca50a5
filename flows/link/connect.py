"""Connected components: what is joined, pair by pair, becomes one group."""

from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

Item = TypeVar("Item", bound=Hashable)


class Connected(Generic[Item]):
    """Groups that grow as their members are joined; which members, not in which order, decides them."""

    def __init__(self, items: Iterable[Item]) -> None:
        self._parent = {item: item for item in items}

    def join(self, one: Item, other: Item) -> None:
        """Make one group of the groups of `one` and `other`."""
        self._parent[self._root(one)] = self._root(other)

    def groups(self) -> list[list[Item]]:
        """Return the groups, each with its members in the order in which they were given."""
        found: dict[Item, list[Item]] = {}
        for item in self._parent:
            found.setdefault(self._root(item), []).append(item)
        return list(found.values())

    def _root(self, item: Item) -> Item:
        root = item
        while self._parent[root] != root:
            root = self._parent[root]
        while self._parent[item] != root:
            self._parent[item], item = root, self._parent[item]
        return root
