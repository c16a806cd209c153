"""The issues as Qt's views read them: by group, then by kind with how many, then one by one."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt

from translation.model.issue import Issue
from translation.quality.dismissals import Dismissed
from ui import texts
from ui.panels.issue_words import MORE, fix_text, group_words, issue_words, kind_words, reason_words
from ui.plain import tip

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping, Sequence

    from app.editing.editor import Editor
    from app.followers.issue_book import Kind

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_Role = Qt.ItemDataRole
NODE_ROLE = _Role.UserRole

Leaf: TypeAlias = "Issue | Dismissed"


@dataclass(frozen=True, slots=True)
class More:
    """Stands below the issues of a kind that are listed: so many are not."""

    kind: Kind
    count: int


@dataclass(eq=False, slots=True)
class Node:
    """A line of the tree: a group by its name, a Kind, an Issue or Dismissed, or More."""

    what: Hashable
    parent: Node | None
    row: int = 0
    count: int = 0
    """How many issues stand below, listed or not."""
    children: list[Node] = field(default_factory=list)

    @property
    def issue(self) -> Issue | None:
        """The issue that it is, open or dismissed."""
        if isinstance(self.what, Dismissed):
            return self.what.issue
        return self.what if isinstance(self.what, Issue) else None


class IssueTree(QAbstractItemModel):
    """Groups, kinds and issues; what stays where it was keeps its place when more is shown."""

    def __init__(self, work: Editor) -> None:
        super().__init__()
        self._work = work
        self._root = Node("", None)
        self._nodes: dict[int, Node] = {}
        """What lives: Qt keeps of a node only its number."""

    def show(
        self,
        groups: Sequence[tuple[str, Sequence[Kind]]],
        counts: Mapping[Kind, int],
        listed: Mapping[Kind, Sequence[Leaf | More]],
    ) -> None:
        """Show these groups with their kinds, how many each has, and what is listed of them."""
        self._sync(self._root, [name for name, _ in groups])
        for group, (_, kinds) in zip(self._root.children, groups, strict=True):
            self._sync(group, list(kinds))
            self._set_count(group, sum(counts[kind] for kind in kinds))
            for node, kind in zip(group.children, kinds, strict=True):
                self._set_count(node, counts[kind])
                self._sync(node, list(listed.get(kind, ())))

    def node(self, index: Index) -> Node:
        """Return the line at an index; the root for none."""
        return self._nodes[index.internalId()] if index.isValid() else self._root

    def index_of(self, node: Node) -> QModelIndex:
        """Return the index of a line."""
        return self.createIndex(node.row, 0, id(node)) if node.parent else QModelIndex()

    def index(self, row: int, column: int = 0, parent: Index = _ROOT) -> QModelIndex:
        """Return the index of a line below another."""
        children = self.node(parent).children
        if column or not 0 <= row < len(children):
            return QModelIndex()
        return self.createIndex(row, 0, id(children[row]))

    def parent(self, index: Index = _ROOT) -> QModelIndex:  # type: ignore[override]
        """Return the index of the line above another."""
        above = self.node(index).parent
        return self.index_of(above) if above else QModelIndex()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return how many lines stand below another."""
        return len(self.node(parent).children)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Return one."""
        return 1

    def hasChildren(self, parent: Index = _ROOT) -> bool:
        """Tell whether lines stand below, or would if somebody looked."""
        node = self.node(parent)
        return bool(node.children or node.count)

    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        """Return what a line says, its tip, accessible text or the node itself."""
        if not index.isValid():
            return None
        node = self.node(index)
        match role:
            case _Role.DisplayRole:
                return self._words(node)
            case _Role.ToolTipRole:
                return tip(self._words(node))
            case _Role.AccessibleTextRole:
                return self._spoken(node)
            case _ if role == NODE_ROLE:
                return node
        return None

    def _words(self, node: Node) -> str:
        match node.what:
            case str():
                return group_words(node.what, node.count)
            case More(count=count):
                return texts.translated("IssuesPanel", MORE, count=count)
        issue = node.issue
        return issue_words(self._work.document, issue) if issue else kind_words(node.what)

    def _spoken(self, node: Node) -> str:
        issue, said = node.issue, self._words(node)
        if issue is None:
            count = texts.number(node.count) if not isinstance(node.what, str | More) else ""
            return texts.listed((said, count), texts.ONE_AFTER_ANOTHER)
        if isinstance(node.what, Dismissed):
            more = reason_words(node.what)
        else:
            more = fix_text() if issue.fix is not None else ""
        severity = texts.severity_name(issue.severity)
        return texts.listed((severity, said, more), texts.ONE_AFTER_ANOTHER)

    # --- keeping up ------------------------------------------------------------------------

    def _set_count(self, node: Node, count: int) -> None:
        if node.count != count:
            node.count = count
            here = self.index_of(node)
            self.dataChanged.emit(here, here)

    def _sync(self, node: Node, wanted: list[Hashable]) -> None:
        """Let these stand below a line: what begins and ends alike stays, the middle is changed."""
        have = [child.what for child in node.children]
        if have == wanted:
            return
        short = min(len(have), len(wanted))
        same = next((n for n in range(short) if have[n] != wanted[n]), short)
        tail = next(
            (n for n in range(short - same) if have[-1 - n] != wanted[-1 - n]), short - same
        )
        here = self.index_of(node)
        if gone := len(have) - same - tail:
            self.beginRemoveRows(here, same, same + gone - 1)
            for child in node.children[same : same + gone]:
                self._forget(child)
            del node.children[same : same + gone]
            self._number(node, same)
            self.endRemoveRows()
        if come := len(wanted) - same - tail:
            self.beginInsertRows(here, same, same + come - 1)
            new = [Node(what, node) for what in wanted[same : same + come]]
            self._nodes.update((id(child), child) for child in new)
            node.children[same:same] = new
            self._number(node, same)
            self.endInsertRows()

    def _number(self, node: Node, first: int) -> None:
        for row in range(first, len(node.children)):
            node.children[row].row = row

    def _forget(self, node: Node) -> None:
        for child in node.children:
            self._forget(child)
        del self._nodes[id(node)]
