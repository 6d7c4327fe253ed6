"""The small changes that `tools/mutate.py` tries: those of mutmut, and those of a rule."""

from __future__ import annotations

import ast
import itertools
from collections import Counter
from typing import TYPE_CHECKING

import attrs
import libcst as cst
from mutmut.mutation.mutators import mutation_operators, operator_arg_removal

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Change", "changes"]

COMBINED = {"all_of", "any_of"}
WITH_PARTS = {*COMBINED, "at_least", "contains"}


@attrs.frozen(repr=False)
class Change:
    """One small change of a module.

    Attributes:
        module: the module.
        within: the function, class or constant, by its name within the module.
        was: the lines changed, as they are.
        now: the lines as they would be.
        line: the number of the first.
        before: the lines of the module before them.
        after: the lines of the module after them.
        changed: the lines as they would be, with their indents.
        body: the first and the last line of the function around it; ``None`` outside the body of one.
        number: which it is of the changes that read the same, from 1.
    """

    module: str
    within: str
    was: str
    now: str
    line: int
    before: list[str]
    changed: list[str]
    after: list[str]
    body: tuple[int, int] | None
    number: int = 1

    @property
    def name(self) -> tuple[str, ...]:
        """What names the change within its module, wherever the lines stand."""
        return (self.within, self.was, self.now, *([str(self.number)] if self.number > 1 else []))

    @property
    def key(self) -> str:
        """What names the change among all."""
        return "\n".join((self.module, *self.name))

    @property
    def code(self) -> str:
        """The whole module with the change made."""
        return "\n".join([*self.before, *self.changed, *self.after]) + "\n"


def changes(module: str, code: str, *, computes: bool) -> Iterator[Change]:
    """Yield the small changes of a module that mean something else.

    Args:
        module: its name.
        code: its code.
        computes: whether it works something out; else it declares, and only what a rule asks is changed.
    """
    tree = cst.parse_module(code)
    lines = code.splitlines()
    bodies = dict(_bodies(ast.parse(code)))
    alike: Counter[tuple[str, ...]] = Counter()
    at = len(tree.header)
    for statement in tree.body:
        text = tree.code_for_node(statement)
        size = len(text.splitlines())
        found = _Found(computes=computes)
        statement.visit(found)
        seen = {ast.dump(ast.parse(text))}
        for within, old, new in found.all:
            changed = tree.code_for_node(_replaced(statement, old, new))
            try:
                meaning = ast.dump(ast.parse(changed))
            except SyntaxError:
                continue
            if meaning in seen:
                continue
            seen.add(meaning)
            made = _change(module, within or _assigned(statement), lines, (at, size), changed.splitlines(), bodies)
            alike[made.name] += 1
            yield attrs.evolve(made, number=alike[made.name])
        at += size


def _change(  # noqa: PLR0913, PLR0917 - what the loop has at hand
    module: str,
    within: str,
    lines: list[str],
    span: tuple[int, int],
    after: list[str],
    bodies: dict[str, tuple[int, int]],
) -> Change:
    at, size = span
    before = lines[at : at + size]
    same = next(place for place, (one, other) in enumerate(itertools.zip_longest(before, after)) if one != other)
    tail = next(
        place for place, (one, other) in enumerate(itertools.zip_longest(before[::-1], after[::-1])) if one != other
    )
    tail = min(tail, len(before) - same, len(after) - same)
    was, changed = (each[same : len(each) - tail] for each in (before, after))
    line = at + same + 1
    body = bodies.get(within)
    inside = body is not None and body[0] <= line and line + max(len(was), 1) - 1 <= body[1]
    return Change(
        module=module,
        within=within,
        was="\n".join(map(str.strip, was)),
        now="\n".join(map(str.strip, changed)),
        line=line,
        before=lines[: line - 1],
        changed=changed,
        after=lines[line - 1 + len(was) :],
        body=body if inside else None,
    )


def _bodies(tree: ast.Module | ast.ClassDef, above: str = "") -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield the lines of the body of each function and method."""
    for each in tree.body:
        if isinstance(each, ast.FunctionDef):
            yield above + each.name, (each.body[0].lineno, each.end_lineno or 0)
        elif isinstance(each, ast.ClassDef):
            yield from _bodies(each, f"{above}{each.name}.")


def _assigned(statement: cst.CSTNode) -> str:
    match statement:
        case cst.SimpleStatementLine(body=[cst.AnnAssign(target=cst.Name(value=name)), *_]):
            return name
        case cst.SimpleStatementLine(
            body=[cst.Assign(targets=[cst.AssignTarget(target=cst.Name(value=name)), *_]), *_]
        ):
            return name
    return ""


class _Found(cst.CSTVisitor):
    """Collects the changes of a statement, each with what it replaces."""

    def __init__(self, *, computes: bool) -> None:
        super().__init__()
        self.computes = computes
        self.names: list[str] = []
        self.functions = 0
        self.all: list[tuple[str, cst.CSTNode, cst.CSTNode]] = []

    def on_visit(self, node: cst.CSTNode) -> bool:
        if isinstance(node, (cst.Annotation, cst.Decorator, cst.Import, cst.ImportFrom)) or _declares(node):
            return False
        if isinstance(node, cst.Arg) and _is_strict(node):
            return False
        if isinstance(node, (cst.FunctionDef, cst.ClassDef)):
            if not self.functions:
                self.names.append(node.name.value)
            self.functions += isinstance(node, cst.FunctionDef)
        made = _of_code(node) if self.computes else _of_a_rule(node)
        self.all += [(".".join(self.names), node, changed) for changed in made]
        return True

    def on_leave(self, node: cst.CSTNode) -> None:
        if isinstance(node, (cst.FunctionDef, cst.ClassDef)):
            self.functions -= isinstance(node, cst.FunctionDef)
            if not self.functions:
                self.names.pop()


def _declares(node: cst.CSTNode) -> bool:
    """Return whether a node says something to type checkers or readers alone."""
    match node:
        case cst.AnnAssign(annotation=cst.Annotation(annotation=cst.Name(value="TypeAlias"))):
            return True
        case cst.Assign(
            targets=[cst.AssignTarget(target=cst.Name(value="__all__" | "__slots__" | "Setting" | "TYPE_CHECKING"))]
        ):
            return True
        case cst.Assign(value=cst.Call(func=cst.Name(value="TypeVar"))):
            return True
        case cst.If(test=cst.Name(value="TYPE_CHECKING")):
            return True
    return False


def _of_code(node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    """Yield what mutmut makes of some code, but for calls that lack an argument: those fail at once."""
    for kind, operator in mutation_operators:
        if isinstance(node, kind):
            for changed in operator(node):
                if operator is not operator_arg_removal or (
                    len(changed.args) == len(node.args)
                    and not any(
                        old is not new and _is_strict(old) for old, new in zip(node.args, changed.args, strict=True)
                    )
                ):
                    yield changed


def _is_strict(part: cst.Arg) -> bool:
    """Return whether an argument guards what cannot be: two rows of unequal length."""
    return part.keyword is not None and part.keyword.value == "strict"


def _of_a_rule(node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    """Yield the changes of a rule: a part dropped or negated, "all" for "any", a bound moved, branches exchanged."""
    if isinstance(node, cst.Integer):
        yield from (node.with_changes(value=repr(node.evaluated_value + step)) for step in (1, -1))
    if not isinstance(node, cst.Call):
        return
    name = _name_of(node)
    if name in COMBINED:
        (other,) = COMBINED - {name}
        yield node.with_changes(func=cst.Name(other))
        yield from (_with(node, at, _negated(part)) for at, part in enumerate(node.args) if not part.star)
    if name in WITH_PARTS and len(node.args) > 1:
        yield from (node.with_changes(args=[*node.args[:at], *node.args[at + 1 :]]) for at in range(len(node.args)))
    if name == "not_":
        yield node.args[0].value
    if name == "element":
        yield _with(node, 1, _negated(node.args[1]))
    if name == "by_legal_order":
        turned = {"then": "otherwise", "otherwise": "then"}
        yield node.with_changes(
            args=[
                part.with_changes(keyword=cst.Name(turned[part.keyword.value]))
                if part.keyword and part.keyword.value in turned
                else part
                for part in node.args
            ]
        )


def _name_of(call: cst.Call) -> str:
    match call.func:
        case cst.Name(value=name) | cst.Attribute(attr=cst.Name(value=name)):
            return name
    return ""


def _negated(part: cst.Arg) -> cst.Arg:
    return part.with_changes(value=cst.Call(func=cst.Name("not_"), args=[cst.Arg(part.value)]))


def _with(call: cst.Call, at: int, part: cst.Arg) -> cst.Call:
    return call.with_changes(args=[*call.args[:at], part, *call.args[at + 1 :]])


class _Replacing(cst.CSTTransformer):
    def __init__(self, old: cst.CSTNode, new: cst.CSTNode) -> None:
        super().__init__()
        self.old = old
        self.new = new
        self.done = False

    def on_visit(self, node: cst.CSTNode) -> bool:
        return not self.done and node is not self.old

    def on_leave(self, original_node: cst.CSTNode, updated_node: cst.CSTNode) -> cst.CSTNode:
        if original_node is self.old:
            self.done = True
            return self.new
        return updated_node


def _replaced(tree: cst.CSTNode, old: cst.CSTNode, new: cst.CSTNode) -> cst.CSTNode:
    return tree.visit(_Replacing(old, new))
