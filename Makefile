# Everything a newcomer types. `make` lists itself.
SHELL := /bin/bash
PYTHON ?= python3
BIN := .venv/bin
export OMP_NUM_THREADS ?= 1
export OPENBLAS_NUM_THREADS ?= 1

.DEFAULT_GOAL := help
.PHONY: help demo test check bench findings lock translations clean

help: ## List what can be made
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 16

.venv/ready: requirements.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("Tracktwo needs Python 3.11 or newer")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
	@touch $@

demo: .venv/ready ## Run a simulated dialogue between NATO and China in your browser
	$(BIN)/tracktwo demo

test: .venv/ready ## Run every test (installs a browser on Debian when root)
	@scripts/install-programs
	$(BIN)/python -m pytest -n auto
	scripts/test-on-postgres

check: .venv/ready ## Lint, types, layers
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: .venv/ready ## Measure against peers and write benchmarks/RESULTS.md
	$(BIN)/python benchmarks/run.py

findings: .venv/ready ## Make the pages of findings from public data
	$(BIN)/python -m findings.make

lock: ## Pin every dependency: versions and hashes, no addresses
	uv lock --upgrade
	uv export --quiet --all-extras --all-groups --no-emit-project --no-annotate --no-header -o requirements.lock
	scripts/lock-for-web

translations: .venv/ready ## Collect sentences and compile the catalogues
	scripts/translations

clean: ## Remove everything made here
	rm -rf .venv build .cache .mypy_cache .ruff_cache .pytest_cache
