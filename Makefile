# Each command does its own set-up; a second run finds it done.
PYTHON ?= python3
SAMPLE ?= den-nya-administratoren
BIN := .venv/bin

.PHONY: report test check docs site coverage verdicts bench fuzz clean

# The showcase bears a fixed date, so that making it again changes nothing that has not changed.
report: .venv/installed
	@SOURCE_DATE_EPOCH=1795219200 $(BIN)/effektmatt report data/sample/$(SAMPLE) -o reports/$(SAMPLE)

test: .venv/installed-dev
	@$(BIN)/pytest -q

check: .venv/installed-dev
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

docs: .venv/installed-dev
	@$(BIN)/python docs/methods/make.py
	@$(BIN)/python docs/plan/make.py
	@$(BIN)/python -m effektmatt.plan.json_schema > docs/plan.schema.json
	@$(BIN)/python docs/results/make.py

# The guide, the references, every chart with its code and the reports as pages, in build/site.
site: .venv/installed-dev
	@$(BIN)/python docs/site/make.py

coverage: .venv/installed-dev
	@$(BIN)/python benchmarks/coverage.py

verdicts: .venv/installed-dev
	@$(BIN)/python benchmarks/verdicts.py

bench: .venv/installed-dev
	@$(BIN)/python benchmarks/speed.py
	@$(BIN)/python benchmarks/commands.py

# Attacks on the reports of made projects, and projects with slips and damage: so many of them, as long as there is time.
SEED ?= 1
PROJECTS ?= 2000
SECONDS ?= 3600
fuzz: .venv/installed-dev
	@$(BIN)/python tests/made_projects.py --seed $(SEED) --projects $(PROJECTS) --seconds $(SECONDS)
	@$(BIN)/python tests/mutated_projects.py --seed $(SEED) --projects $(PROJECTS) --seconds $(SECONDS)

.venv/bin/python:
	@$(PYTHON) -m venv .venv

.venv/installed: pyproject.toml constraints.txt | .venv/bin/python
	@echo "Installing effektmatt into .venv (once) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e . -c constraints.txt
	@touch $@

.venv/installed-dev: pyproject.toml constraints.txt | .venv/bin/python
	@echo "Installing effektmatt and its development tools into .venv (once) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e ".[dev]" -c constraints.txt
	@touch $@ .venv/installed

clean:
	@rm -rf .venv .pytest_cache .mypy_cache .ruff_cache
