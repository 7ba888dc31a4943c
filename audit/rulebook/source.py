"""A YAML file read safely into typed objects; a bad one is a Fault with file, line and what was expected."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import yaml

from audit.model import Fault

T = TypeVar("T")
_Safe: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # libyaml is 10x faster, if built in


class _Loader(_Safe):  # type: ignore[misc]
    """Safe, and only `true` and `false` are booleans: "on", "no" and "yes" are words of a language.

    A key that stands twice is an error: of two lists one would be lost without a word.
    """

    yaml_implicit_resolvers = {  # noqa: RUF012 - PyYAML's own name and shape
        first: [pair for pair in pairs if pair[0] != "tag:yaml.org,2002:bool"]
        for first, pairs in _Safe.yaml_implicit_resolvers.items()
    }

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        seen: dict[str, int] = {}
        for key, _ in node.value:
            if not isinstance(key, yaml.ScalarNode):
                continue
            if key.value in seen:
                told = f"“{key.value}” stands twice, first in line {seen[key.value]}"
                raise yaml.constructor.ConstructorError(None, None, told, key.start_mark)
            seen[key.value] = key.start_mark.line + 1
        found: dict[Any, Any] = super().construct_mapping(node, deep=deep)
        return found


_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))


def read(path: Path, form: type[T]) -> T:
    """The file as `form`, a msgspec type. Raises Fault naming file, line and what was expected."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise Fault(f"{path}: cannot be read as UTF-8 text ({error})") from error
    return parse(text, form, str(path))


def parse(text: str, form: type[T], name: str) -> T:
    """Like `read`, for text already in hand; `name` stands in messages."""
    try:
        return msgspec.convert(yaml.load(text, Loader=_Loader), form)  # noqa: S506 - a safe loader
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        line = mark.line + 1 if mark else 1
        raise Fault(f"{name}:{line}: not valid YAML: {error.problem or error.context}") from error
    except yaml.YAMLError as error:
        raise Fault(f"{name}:1: not valid YAML: {str(error).splitlines()[0]}") from error
    except msgspec.ValidationError as error:
        what, _, where = str(error).partition(" - at ")
        raise Fault(f"{name}:{_line(text, where.strip('`'))}: {what}") from error


def _line(text: str, where: str) -> int:
    """Line of the node that a msgspec path such as `$.names.en[0]` points to, as near as it goes."""
    node = yaml.compose(text, Loader=_Loader)
    line = 1 if node is None else node.start_mark.line + 1
    for key, index in re.findall(r"\.(\w+)|\[(\d+)\]", where):
        if isinstance(node, yaml.SequenceNode) and index:
            node = node.value[int(index)]
        elif isinstance(node, yaml.MappingNode):
            found = [pair for pair in node.value if pair[0].value == key]
            if not found:
                break
            line, node = found[0][0].start_mark.line + 1, found[0][1]
            continue
        else:
            break
        line = node.start_mark.line + 1
    return line
