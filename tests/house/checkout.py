"""The checkout as the house tests see it: its root, and the files that belong to the project."""

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "bouwsteen"


@cache
def project_files() -> tuple[Path, ...]:
    """Every file that is tracked, or would be: what git ignores is left out."""
    listing = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    if listing.returncode:
        pytest.skip("not a git checkout")
    return tuple(
        path for name in sorted(listing.stdout.split("\0")) if name and (path := ROOT / name).is_file()
    )


def named(path: Path) -> str:
    """The path as a person names it, from the root of the checkout."""
    return path.relative_to(ROOT).as_posix()


@cache
def source_modules() -> tuple[tuple[Path, ast.Module], ...]:
    """Each module of the package, parsed."""
    return tuple((path, ast.parse(path.read_bytes())) for path in sorted(SOURCE.rglob("*.py")))


def functions(module: ast.Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function and method of a module."""
    return (node for node in ast.walk(module) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def prose(files: tuple[Path, ...]) -> Iterator[tuple[Path, str]]:
    """Each Markdown file with its text."""
    return ((path, path.read_text("utf-8")) for path in files if path.suffix == ".md")
