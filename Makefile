# Sidelight's two commands: `make demo` and `make test`. Each sets up what it needs.
# `make help` lists the rest.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
UV := $(BIN)/uv pip install --quiet --python $(BIN)/python
INSTALLED := $(VENV)/installed
BROWSERS := $(VENV)/browsers
export PATH := $(CURDIR)/$(BIN):$(PATH)

.PHONY: help demo test install lint types unit browser texts measure soak bench extension lock clean

help:               ## list the targets
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 14

demo: $(INSTALLED)  ## annotate a sample report, here and on http://127.0.0.1:8765
	$(BIN)/sidelight demo

test: lint types unit browser  ## everything, real browsers included
	@echo "All of it passed."

install: $(INSTALLED)  ## the virtual environment, with what requirements.lock names

$(INSTALLED): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Sidelight needs Python 3.11 or later; name one with PYTHON=…"; exit 1; }
	@echo "Setting up $(VENV): the packages of requirements.lock, and Sidelight itself"
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check uv==0.13.9
	@$(UV) --require-hashes -r requirements.lock
	@$(UV) --no-deps --editable .
	@touch $@

$(BROWSERS): $(INSTALLED) package-lock.json tests/set-up.sh
	@sh tests/set-up.sh
	@touch $@

lint: $(INSTALLED)  ## ruff
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: $(INSTALLED) $(BROWSERS)  ## mypy and tsc
	$(BIN)/mypy
	npm run --silent types

unit: $(BROWSERS)   ## all tests without a browser
	npm run --silent lint
	npm run --silent test
	$(BIN)/pytest -m "not browser and not soak"

browser: $(BROWSERS)  ## the tests in a real browser
	@# A browser on a busy machine is late now and then: what failed is tried once more.
	$(BIN)/pytest -m "browser and not soak" || \
	  $(BIN)/pytest -m "browser and not soak" --last-failed --last-failed-no-failures none

texts: $(INSTALLED)  ## write the catalogue of all texts anew
	$(BIN)/python -m sidelight.training.texts

measure: $(INSTALLED)  ## figures on public data outside the project: make measure DATA=folder
	@test -n "$(DATA)" || { echo "Name the folder that holds the corpora: make measure DATA=…"; exit 1; }
	$(BIN)/python -m sidelight.training.measure_dates $(DATA)
	$(BIN)/python -m sidelight.training.measure_figures $(DATA) --even
	$(BIN)/python -m sidelight.training.measure_related $(DATA)

soak: $(BROWSERS)   ## long load and fuzz runs
	$(BIN)/pytest -m soak --timeout 3600

bench: $(INSTALLED) ## pytest-benchmark
	$(BIN)/pytest tests/bench --benchmark-only

extension: $(BROWSERS)  ## dist/sidelight-chromium.zip and dist/sidelight-firefox.zip
	$(BIN)/sidelight extension --zip dist

lock: $(INSTALLED)  ## write requirements.lock anew from pyproject.toml
	$(BIN)/uv lock --quiet --upgrade
	$(BIN)/uv export --quiet --all-groups --format requirements-txt --no-header \
	  --no-annotate --no-emit-project -o requirements.lock
	rm uv.lock

clean:              ## remove what the targets made
	rm -rf $(VENV) node_modules build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .benchmarks
