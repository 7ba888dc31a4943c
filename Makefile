# Each target sets up what it needs: a virtual environment, once, until pyproject.toml changes.

PYTHON ?= python3
BIN := .venv/bin
TOOL := $(BIN)/claim-audit
READY := .venv/.ready
unexport PYTHONDONTWRITEBYTECODE # without bytecode every start compiles: 2.3 s instead of 0.5

.PHONY: report test check lint scores bench approve

report: $(READY)
	$(TOOL) report seeds/

test: $(READY)
	$(BIN)/pytest -n auto --dist loadfile

check: lint test
	$(TOOL) rules test

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

scores: $(READY)
	$(BIN)/python tests/scores.py --tool $(TOOL)
	$(BIN)/python tests/inject.py
	$(BIN)/python tests/inject.py --reworded

bench: $(READY)
	$(BIN)/pip install --quiet quantulum3
	$(BIN)/python tests/bench.py --tool $(TOOL)
	$(BIN)/python tests/bench_extract.py
	$(BIN)/python tests/bench_growth.py

# The approved report on the seeds, kept true by a test: renew it when a change of it is meant.
approve: $(READY)
	$(TOOL) report seeds/ --output-format markdown=reports/seeds.md

$(READY): pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --editable '.[test]'
	touch $@
