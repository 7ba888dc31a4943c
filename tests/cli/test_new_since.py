"""`--new-since`, in real repositories: what a change brings is new, and what it finds is not."""

from __future__ import annotations

import hashlib
import json
import os
from typing import Any

import pytest


def test_nothing_has_changed(repo: Any) -> None:
    done = repo.check()
    assert (done.code, done.told, done.counts) == (0, [], (0, 0, 0))
    assert done.errors.startswith("claim-audit: nothing to check: ")
    assert repo.check("--quiet").errors == ""


def test_one_sentence_is_one_finding_in_its_file(repo: Any) -> None:
    repo.write("news/young.txt", repo.again("France", "4.4"))
    for stage in (lambda: None, lambda: repo.git("add", "-A")):
        stage()
        done = repo.check()
        assert (done.code, done.counts) == (1, (1, 0, 0))
        assert [line.split(": ")[0] for line in done.told] == ["news/young.txt:1:74"]
    repo.commit()
    assert repo.check(since="HEAD~1").told == done.told
    assert repo.check("news/young.txt", since="HEAD~1").told == done.told
    assert repo.check(since="HEAD").code == 0


def test_a_sentence_in_an_old_article(repo: Any) -> None:
    text = (repo.path / "news/old.txt").read_text()
    repo.write("news/old.txt", f"{text}\n{repo.again('France', '4.4')[16:]}")
    done = repo.check()
    assert (done.code, done.counts) == (1, (1, 0, 1))
    assert [line.split(": ")[0] for line in done.told] == ["news/old.txt:3:58"]


def test_moved_text_brings_nothing(repo: Any) -> None:
    text = (repo.path / "news/old.txt").read_text()
    repo.write(
        "news/old.txt", text.replace(" In", "\n" + "Nothing is counted here.\n\n" * 10 + "In", 1)
    )
    done = repo.check()
    assert (done.code, done.told, done.counts) == (0, [], (0, 0, 1))


@pytest.mark.parametrize("add", [True, False])
@pytest.mark.parametrize("more", ["", "It rained there, and nobody counted the drops.\n"])
def test_a_new_name_brings_nothing(repo: Any, add: bool, more: str) -> None:
    (repo.path / "news/deep").mkdir()
    (repo.path / "news/old.txt").rename(repo.path / "news/deep/an older one.txt")
    if add:
        with (repo.path / "news/deep/an older one.txt").open("a") as file:
            file.write(more)
        repo.git("add", "-A")
    done = repo.check()
    assert (done.code, done.told) == (0, [])
    assert done.counts == ((0, 0, 0) if add and not more else (0, 0, 1))


def test_a_file_moved_into_the_corpus_is_new_in_it(repo: Any) -> None:
    repo.write("drafts/young.txt", repo.again("France", "4.4"))
    repo.commit()
    (repo.path / "drafts/young.txt").rename(repo.path / "news/young.txt")
    repo.git("add", "-A")
    assert repo.check().counts == (1, 0, 0)
    repo.git("reset", "-q", "--hard")
    (repo.path / "news/old.txt").rename(repo.path / "drafts/old.txt")
    repo.git("add", "-A")
    assert repo.check().counts == (0, 1, 0)


def test_an_edit_that_makes_an_untouched_article_differ_is_told_where_it_was_made(
    repo: Any,
) -> None:
    repo.write("news/a.txt", repo.again("France", "3.1"))
    repo.write("news/z.txt", repo.again("France", "3.1"))
    repo.commit()
    for name in ("news/a.txt", "news/z.txt"):
        repo.write(name, repo.again("France", "4.4"))
        done = repo.check("--output-format", "github")
        assert done.code == 1
        assert done.told[0].startswith(f"::error file={name},line=1,")
        assert "news/peace.txt" in done.told[0]
        repo.git("checkout", "-q", "news")


def test_what_is_gone_is_fixed(repo: Any) -> None:
    (repo.path / "news/old.txt").unlink()
    for stage in (lambda: None, lambda: repo.git("add", "-A")):
        stage()
        done = repo.check()
        assert (done.code, done.told, done.counts) == (0, [], (0, 1, 0))


def test_what_agrees_now_is_fixed(repo: Any) -> None:
    repo.write("news/old.txt", repo.trade("Germany", "5.2"))
    assert repo.check().counts == (0, 1, 0)
    repo.write("news/old.txt", repo.trade("Germany", "7.7"))
    assert repo.check().counts == (1, 1, 0)


def test_only_the_paths_named_are_told_of(repo: Any) -> None:
    repo.write("news/old.txt", repo.trade("Germany", "7.7"))
    repo.write("news/young.txt", repo.again("France", "4.4"))
    assert repo.check("news/young.txt").counts == (1, 0, 0)
    assert repo.check("news/old.txt").counts == (1, 1, 0)
    assert repo.check("news/peace.txt").counts == (1, 0, 0)
    assert repo.check("news").counts == (2, 1, 0)


def test_a_whole_report_marks_what_is_new(repo: Any) -> None:
    repo.write("news/young.txt", repo.again("France", "4.4"))
    given = ("report", "--new-since", "HEAD", "--output-format", "concise")
    done = repo.run(*given)
    assert done.returncode == 0
    old, new = sorted(done.stdout.splitlines()[:2])
    assert (old.split(":")[0], old[-8:], new.split(":")[0]) == (
        "news/old.txt",
        " [known]",
        "news/young.txt",
    )
    assert done.stdout.endswith(": 1 finding introduced, 0 assertions fixed, 1 finding remaining\n")
    assert repo.run(*given, "--fail-on", "error").returncode == 1
    repo.commit()
    assert repo.run(*given, "--fail-on", "error").returncode == 0
    both = repo.run(*given, "--compare", "x.json")
    assert (both.returncode, both.stderr.count("\n")) == (2, 1)


def test_it_is_counted_from_where_the_branches_parted(repo: Any) -> None:
    repo.git("checkout", "-q", "-b", "topic")
    repo.write("news/young.txt", repo.again("France", "4.4"))
    repo.commit()
    repo.git("checkout", "-q", "main")
    repo.write("news/peace.txt", repo.trade("France", "3.2"))
    repo.write("news/old.txt", repo.trade("Germany", "5.2"))
    repo.commit()
    repo.git("checkout", "-q", "topic")
    done = repo.check(since="main")
    assert (done.counts, [line.split(":")[0] for line in done.told]) == (
        (1, 0, 0),
        ["news/young.txt"],
    )


def state(repo: Any) -> tuple[str, str, list[tuple[str, float]]]:
    index = hashlib.sha256((repo.path / ".git/index").read_bytes()).hexdigest()
    files = sorted((str(p), p.lstat().st_mtime) for p in repo.path.rglob("*"))
    return repo.git("--no-optional-locks", "status", "--porcelain"), index, files


def test_neither_index_nor_work_tree_nor_git_is_written(repo: Any) -> None:
    for name, text in (("old", "7.7"), ("young", "1.1"), ("staged", "2.2")):
        repo.write(f"news/{name}.txt", repo.again("Germany", text))
    repo.git("add", "news/staged.txt")
    os.utime(repo.path / "news/peace.txt", (1, 1))  # git would note that it is as it was
    before = state(repo)
    assert repo.check().code == 1
    assert repo.check("news/peace.txt").counts == (0, 0, 0)
    assert state(repo) == before


def test_the_corpus_in_another_folder_brings_nothing(repo: Any) -> None:
    repo.git("mv", "news", "articles")
    repo.write("claim-audit.toml", 'paths = ["articles"]\n')
    assert repo.check().counts == (0, 0, 0)
    repo.write("articles/old.txt", repo.trade("Germany", "8.9") + "It rained.\n")
    assert repo.check().counts == (0, 0, 1)


def test_an_article_among_many_in_one_file(repo: Any) -> None:
    texts = [repo.trade("France", "3.1"), *(repo.again("Germany", f"5.{n}") for n in (2, 9))]
    rows = [json.dumps({"text": text[16:], "date": "2026-03-02"}) for text in texts]
    repo.write("claim-audit.toml", 'paths = ["all.jsonl"]\n')
    repo.write("all.jsonl", "\n".join(rows))
    repo.commit()
    added = json.dumps({"text": repo.again("France", "4.4")[16:], "date": "2026-03-03"})
    repo.write("all.jsonl", "\n".join([rows[1], added, rows[0], rows[2]]))
    done = repo.check()
    assert (done.counts, done.told[0].split(": ")[0]) == ((1, 0, 0), "all.jsonl:2:58")
    assert repo.check("all.jsonl").counts == (1, 0, 1)
    repo.write("all.jsonl", "\n".join([*rows, added]))
    assert repo.check().told[0].split(": ")[0] == "all.jsonl:4:58"
    repo.write("all.jsonl", "\n".join([*rows, rows[1]]))
    assert repo.check().counts == (1, 0, 0)  # once more what was said before
    repo.write("all.jsonl", "\n".join(rows[:2]))
    assert repo.check().counts == (0, 2, 0)


def test_what_could_not_be_read_then(repo: Any) -> None:
    repo.write("claim-audit.toml", 'paths = ["all.jsonl"]\n')
    repo.write("all.jsonl", "broken\n")
    repo.commit()
    row = {"text": repo.trade("France", "3.1")[16:] + repo.again("France", "4.4")[16:]}
    repo.write("all.jsonl", json.dumps(row))
    done = repo.check()
    assert done.counts[:2] == (2, 1)  # a quarrel and no date; it can be read


def test_what_was_waived_then_is_news_when_the_waiver_goes(repo: Any) -> None:
    ignore = "<!-- claim-audit: ignore -- two ways to count -->\n"
    repo.write("news/old.txt", repo.trade("Germany", "8.9").rstrip() + ignore)
    repo.commit()
    assert repo.run("check", "news/old.txt").returncode == 0
    repo.write("news/old.txt", repo.trade("Germany", "8.9"))
    assert repo.check().counts[0] == 1
    repo.write("news/old.txt", repo.trade("Germany", "8.9").rstrip() + ignore + "It rained.\n")
    assert repo.check().code == 0


def test_a_baseline_and_a_commit_are_two_earlier_states(repo: Any) -> None:
    assert repo.run("baseline", "write").returncode == 0
    repo.write("news/young.txt", repo.again("France", "4.4"))
    repo.commit()
    repo.write("news/younger.txt", repo.again("France", "5.5"))
    done = repo.check("news")
    assert (done.code, done.counts) == (1, (1, 0, 1))
    assert repo.run("check", "--new-since", "HEAD", "news/young.txt").returncode == 1
    (repo.path / "news/younger.txt").unlink()
    assert repo.check("news").code == 0
    assert repo.run("check", "news").returncode == 1


@pytest.mark.parametrize("glob", ["news/*.txt", "n*", "**/*.txt", "news/[!.]*.txt"])
def test_a_corpus_by_globs(repo: Any, glob: str) -> None:
    repo.write("claim-audit.toml", f'paths = ["{glob}"]\n')
    repo.write("drafts/young.md", repo.again("France", "4.4"))
    repo.commit()
    repo.git("mv", "drafts/young.md", "news/young.txt")
    repo.git("rm", "-q", "news/old.txt")
    done = repo.check()
    assert (done.code, done.counts) == (1, (1, 1, 0))


def test_a_changed_article_need_not_make_a_claim_and_a_named_one_must(repo: Any) -> None:
    repo.write("news/quiet.txt", "date 2026-03-02 Nothing was counted there.\n")
    assert repo.check().code == 0
    named = repo.check("news/quiet.txt")
    assert (named.code, named.errors.count("\n")) == (2, 1)
    assert repo.check("news/quiet.txt", "--allow-empty").code == 0
    listed = ["--files-from", "-"]
    assert repo.check(*listed, stdin="news/quiet.txt\n").code == 2
    assert repo.check(*listed, "--allow-empty", stdin="news/quiet.txt\n").code == 0
