"""`--new-since` and what repositories are like: clones cut short, links, submodules, hostile names."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Any

import pytest

REFS = (
    "nope", "", "-x", "--upload-pack=touch canary", "--output=canary", "^HEAD", "HEAD..HEAD", "--all",
    "HEAD\n", "HEAD HEAD", "HEAD:news/old.txt", "HEAD^{tree}", "$(touch canary)", "HEAD~99", "\x1b[2J",
)  # fmt: skip
NAMES = (
    b"$(touch canary).txt", b"-rf.txt", b"--output=canary.txt", b" a  b .txt", b"quo'te\".txt",
    b"new\nline.txt", b"tab\t.txt", b"*.txt", b"\\x.txt", b":(top)x.txt", b"\xc3\xa9.txt",
)  # fmt: skip


@pytest.mark.parametrize("ref", REFS)
def test_a_ref_is_a_name_and_never_an_option(repo: Any, ref: str) -> None:
    done = repo.check(since=ref)
    assert (done.code, done.told, done.errors.count("\n")) == (2, [], 1)
    assert done.errors.startswith("claim-audit: error: --new-since ")
    assert "expected a branch, tag or commit" in done.errors
    assert not list(repo.path.rglob("canary"))


@pytest.mark.parametrize("ref", ["HEAD", "@", "main", "HEAD^{/more}", "v1", "HEAD@{0}"])
def test_any_name_of_a_commit_will_do(repo: Any, ref: str) -> None:
    repo.git("tag", "-a", "v1", "-m", "one")
    assert repo.check(since=ref).code == 0


def test_a_branch_that_only_the_remote_has(repo: Any) -> None:
    repo.git("update-ref", "refs/remotes/origin/elsewhere", "HEAD")
    assert "did you mean origin/elsewhere?" in repo.check(since="elsewhere").errors


def one_line(done: Any, text: str) -> None:
    assert (done.code, done.told) == (2, [])
    assert done.errors.count("\n") == 1
    assert text in done.errors


def test_not_a_repository(repo: Any) -> None:
    shutil.rmtree(repo.path / ".git")
    one_line(repo.check(GIT_CEILING_DIRECTORIES=str(repo.path)), "not a git repository")


def test_no_git(repo: Any, tmp_path: Path) -> None:
    one_line(repo.check(PATH=str(tmp_path / "bin")), "git is not installed, or not on the PATH")


def test_no_commit_yet(repo: Any) -> None:
    repo.git("checkout", "-q", "--orphan", "bare")
    one_line(repo.check(since="main"), "--new-since main: ")


def test_no_work_tree(repo: Any, tmp_path: Path) -> None:
    repo.git("clone", "-q", "--bare", ".", str(tmp_path / "bare"))
    bare = type(repo)(tmp_path / "bare")
    shutil.copytree(repo.path / "news", bare.path / "news")
    one_line(bare.check("news"), "must be run in a work tree")


def test_histories_that_never_met(repo: Any) -> None:
    repo.git("checkout", "-q", "--orphan", "alone")
    repo.write("news/alone.txt", "Nothing is counted here.\n")
    repo.commit()
    one_line(repo.check(since="main"), "it has no commit in common with HEAD")


def test_no_article_in_the_repository(repo: Any, tmp_path: Path) -> None:
    shutil.move(repo.path / "news", tmp_path / "news")
    repo.write("claim-audit.toml", 'paths = ["../news"]\n')
    one_line(repo.check(), "no article lies in the repository")


@pytest.mark.parametrize("depth", [1, 2])
def test_a_shallow_clone_says_how_to_deepen_it(repo: Any, tmp_path: Path, depth: int) -> None:
    first = repo.git("rev-parse", "HEAD")
    repo.git("branch", "base")
    for number in range(3):
        repo.write("news/young.txt", repo.again("France", f"4.{number}"))
        repo.commit()
    here = repo.path.as_uri()
    repo.git("clone", "-q", f"--depth={depth}", "--no-single-branch", here, str(tmp_path / "clone"))
    clone = type(repo)(tmp_path / "clone")
    for ref in (first[:-1] + "0", "origin/base", "HEAD~2"):
        done = clone.check(since=ref)
        one_line(
            done, "this clone is shallow: run `git fetch --unshallow`, or check out with `fetch-"
        )
        assert "`fetch-depth: 0`" in done.errors
    if depth == 2:
        assert clone.check(since="HEAD~1").counts == (1, 1, 0)
    clone.git("fetch", "-q", "--unshallow")
    assert clone.check(since="origin/base").counts == (1, 0, 0)


def test_a_partial_clone_is_not_filled_from_the_network(repo: Any, tmp_path: Path) -> None:
    repo.write("news/old.txt", repo.trade("Germany", "7.7"))
    repo.commit()
    for name in ("uploadpack.allowFilter", "uploadpack.allowAnySHA1InWant"):
        repo.git("config", name, "true")
    repo.git("clone", "-q", "--filter=blob:none", repo.path.as_uri(), str(tmp_path / "clone"))
    clone = type(repo)(tmp_path / "clone")
    done = clone.check(since="HEAD~1")
    one_line(done, "run `git fetch --refetch --no-filter`")
    clone.git("fetch", "-q", "--refetch", "--no-filter")
    assert clone.check(since="HEAD~1").counts == (1, 1, 0)


@pytest.mark.parametrize("stage", [False, True])
def test_names_are_data(repo: Any, stage: bool) -> None:
    news = os.fsencode(repo.path / "news")
    for name in NAMES:
        Path(os.fsdecode(news + b"/" + name)).write_text(repo.again("France", "4.4"))
    if stage:
        repo.git("add", "-A")
    done = repo.check()
    assert (len(done.told), done.counts) == (1, (1, 0, 0))  # all of them say one thing
    repo.commit()
    assert repo.check(since="HEAD~1").counts == (1, 0, 0)
    for name in NAMES:
        path = Path(os.fsdecode(news + b"/" + name))
        assert repo.check(f"news/{path.name}", since="HEAD~1").counts == (1, 0, 0), name
        path.rename(path.with_name(f"{path.stem}2.txt"))
    repo.git("add", "-A")
    assert repo.check().counts == (0, 0, 0)
    repo.git("rm", "-rfq", "news")
    repo.write("news/peace.txt", repo.trade("France", "3.1"))
    assert repo.check().counts == (0, 13, 0)
    assert not list(repo.path.rglob("canary*"))


def test_a_name_outside_utf_8_is_told_once(repo: Any) -> None:
    path = Path(os.fsdecode(os.fsencode(repo.path) + b"/news/\xff.txt"))
    path.write_text(repo.again("France", "4.4"))
    done = repo.check()
    assert (done.code, done.counts) == (1, (1, 0, 0))
    assert done.told == ["news/\ufffd.txt: X401 error: could not be read: its name is not UTF-8"]
    repo.commit()
    path.write_text(repo.again("France", "4.5"))
    assert repo.check().counts == (0, 0, 1)


def test_from_a_folder_of_the_repository(repo: Any) -> None:
    repo.write("news/young.txt", repo.again("France", "4.4"))
    repo.inside = "news"
    done = repo.check()
    assert (done.counts, done.told[0][:10]) == ((1, 0, 0), "young.txt:")
    assert repo.check("young.txt").counts == (1, 0, 0)


@pytest.mark.parametrize("ignored", [True, False])
def test_what_git_does_not_keep_is_as_it_was_unless_it_is_named(repo: Any, ignored: bool) -> None:
    folder = "kept" if ignored else "../kept"
    repo.write(".gitignore", "kept/\n")
    repo.write("claim-audit.toml", f'paths = ["news", "{folder}"]\n')
    repo.commit()
    repo.write(f"{folder}/far.txt", repo.again("France", "4.4"))
    assert repo.check().counts == (0, 0, 0)
    assert repo.check("news/peace.txt").counts == (0, 0, 1)
    assert repo.check(f"{folder}/far.txt").counts == (1, 0, 0)
    repo.write("news/young.txt", repo.again("France", "5.5"))
    assert repo.check().counts == (1, 0, 0)


def test_links(repo: Any) -> None:
    repo.write("texts/far.txt", repo.again("France", "3.1"))
    (repo.path / "news/link.txt").symlink_to("../texts/far.txt")
    repo.commit()
    repo.write("texts/far.txt", repo.again("France", "4.4"))
    done = repo.check()
    assert (done.counts, done.told[0][:14]) == ((1, 0, 0), "news/link.txt:")
    repo.commit()
    assert repo.check().counts == (0, 0, 0)
    repo.write("texts/near.txt", repo.again("France", "5.5"))
    repo.commit()
    (repo.path / "news/link.txt").unlink()
    (repo.path / "news/link.txt").symlink_to("../texts/near.txt")
    assert repo.check().counts[0] == 1
    (repo.path / "news/link.txt").unlink()
    (repo.path / "news/link.txt").symlink_to("../nowhere.txt")
    assert repo.check().counts[0] == 1  # unreadable


def test_a_submodule_is_counted_from_its_own_commit(repo: Any, tmp_path: Path) -> None:
    far = type(repo)(tmp_path / "far")
    far.path.mkdir()
    far.git("init", "-q", "-b", "main")
    far.write("old.txt", far.again("France", "4.4"))
    far.commit()
    repo.git("submodule", "--quiet", "add", far.path.as_uri(), "news/far")
    assert repo.check().counts == (1, 0, 0)  # the submodule itself is new
    repo.commit()
    assert repo.check().counts == (0, 0, 0)
    repo.write("news/far/young.txt", repo.again("France", "5.5"))
    assert repo.check().counts == (1, 0, 0)
    repo.commit("news/far")
    assert repo.check().counts == (1, 0, 0)
    repo.commit()
    assert repo.check().counts == (0, 0, 0)
    assert repo.check(since="HEAD~1").counts == (1, 0, 0)
    assert repo.check(since="HEAD~1").told[0].startswith("news/far/young.txt:")
    assert repo.check(since="HEAD~2").counts == (1, 0, 0)


def test_a_submodule_without_its_commit(repo: Any, tmp_path: Path) -> None:
    far = type(repo)(tmp_path / "far")
    far.path.mkdir()
    far.git("init", "-q", "-b", "main")
    far.write("old.txt", far.again("France", "4.4"))
    far.commit()
    repo.git("submodule", "--quiet", "add", far.path.as_uri(), "news/far")
    repo.commit()
    repo.git("update-index", "--cacheinfo", f"160000,{'1' * 40},news/far")
    repo.git("commit", "-q", "-m", "a commit that was never pushed")
    one_line(repo.check(), "the submodule far has not its commit 111111111111: run `git submodule")


def test_inside_a_hook_the_environment_is_that_of_the_repository(repo: Any) -> None:
    repo.write("news/young.txt", repo.again("France", "4.4"))
    env = {"GIT_DIR": ".git", "GIT_INDEX_FILE": ".git/index", "GIT_PREFIX": ""}
    assert repo.check(**env).counts == (1, 0, 0)
    far = {"GIT_DIR": str(repo.path / ".git"), "GIT_WORK_TREE": str(repo.path)}
    repo.inside = "news"
    assert repo.check(**far).counts == (1, 0, 0)


def test_files_in_conflict_and_out_of_the_index(repo: Any) -> None:
    repo.git("checkout", "-q", "-b", "topic")
    repo.write("news/peace.txt", repo.trade("France", "4.4"))
    repo.commit()
    repo.git("checkout", "-q", "main")
    repo.write("news/peace.txt", repo.trade("France", "5.5"))
    repo.commit()
    with pytest.raises(AssertionError):
        repo.git("merge", "-q", "topic")
    done = repo.check()
    assert (done.counts[0] > 0, done.errors) == (True, "")
    assert all(line.startswith("news/peace.txt:") for line in done.told)
    repo.git("merge", "--abort")
    repo.git("rm", "-q", "--cached", "news/old.txt")
    assert repo.check().counts == (0, 0, 0)


def test_a_repository_of_somebody_else(repo: Any) -> None:
    done = repo.check(GIT_TEST_ASSUME_DIFFERENT_OWNER="1")
    one_line(done, "git config --global --add safe.directory")


def test_a_sparse_checkout(repo: Any) -> None:
    repo.write("news/far/young.txt", repo.again("France", "4.4"))
    repo.commit()
    repo.git("sparse-checkout", "set", "--no-cone", "/news/*.txt", "/claim-audit.toml")
    assert not (repo.path / "news/far").exists()
    assert repo.check(since="HEAD~1").counts == (0, 0, 0)
    repo.write("news/peace.txt", repo.trade("France", "3.2"))
    assert repo.check().counts == (0, 0, 0)


def test_line_ends_of_another_system(repo: Any) -> None:
    repo.git("config", "core.autocrlf", "true")
    for name in ("old", "peace"):
        path = repo.path / f"news/{name}.txt"
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert repo.check().counts == (0, 0, 1)
