# Set-up and the main jobs. Needs python3 (3.11 to 3.13), make and a network to PyPI; everything lands in .venv and .tools.

PYTHON ?= python3
UV = $(shell command -v uv 2>/dev/null || echo .tools/bin/uv)
BIN := .venv/bin
CASE := demo/kazakhstan-2022.case
DOSSIER := demo/kazakhstan-2022.html

.PHONY: demo serve test check format lint types imports tests docs gate score bench scale room migration clean

demo: .venv/ready  ## build the example case, print what to see first, write a dossier
	@mkdir -p demo
	@$(BIN)/variorum build $(CASE) examples/kazakhstan-2022
	@$(BIN)/variorum show $(CASE)
	@$(BIN)/variorum dossier $(CASE) --out $(DOSSIER)
	@echo "Read it in the browser, accounts side by side: make serve   (or: $(BIN)/variorum serve $(CASE))"
	@echo "To call the program by its name alone: source $(BIN)/activate"

serve: .venv/ready  ## open the example case as a reading room in the browser; Ctrl+C closes it
	@[ -f $(CASE) ] || $(MAKE) --no-print-directory demo
	@$(BIN)/variorum serve $(CASE)

test: .venv/ready  ## pass the tests
	@$(BIN)/python -m pytest -n 2 --dist loadfile

check: format lint types imports tests docs gate  ## everything that must hold before a change lands

tests: test

format: .venv/ready
	@$(BIN)/ruff format --check --quiet .

lint: .venv/ready
	@$(BIN)/ruff check --quiet .

types: .venv/ready
	@$(BIN)/mypy

imports: .venv/ready
	@$(BIN)/lint-imports --no-cache

docs: .venv/ready  ## what the docs say of commands, tables and fields is so
	@$(BIN)/python -m pytest tests/docs

gate: .venv/ready  ## the scores hold their floors
	@$(BIN)/python quality/gate.py

score: .venv/ready  ## print the score table on the hand-made gold
	@$(BIN)/python quality/score.py seeds-dev

bench: .venv/ready  ## reports a second, ratio to the bare spaCy pass, peak memory
	@$(BIN)/python quality/speed.py

scale: .venv/ready  ## seconds by step for 1,000 to 10,000 reports, and for one report more
	@$(BIN)/python quality/scale.py

room: .venv/ready  ## how long every page of the reading room takes, and a decision, in a case of 1,000 made-up reports
	@$(BIN)/python -W ignore quality/room.py --decide

migration: .venv/ready  ## write the schema of the case file anew from the record's rows
	@$(BIN)/python scripts/make_migration.py

clean:
	@rm -rf .venv .tools demo .mypy_cache .ruff_cache .pytest_cache .hypothesis

.venv/ready: pyproject.toml uv.lock
	@command -v uv >/dev/null 2>&1 || [ -x .tools/bin/uv ] || \
	  $(PYTHON) -m pip install --quiet --disable-pip-version-check --no-warn-script-location --target .tools uv
	@$(UV) sync --quiet --frozen --compile-bytecode --python $(PYTHON)
	@touch $@
