# Needs Python 3.11 or newer and make; everything else goes into .venv.
# Another Python: make run PYTHON=/path/to/python3

SHELL := /bin/sh
VENV  := .venv
BIN   := $(VENV)/bin
SECONDS :=
RUN   := $(VENV)/.ready-run
DEV   := $(VENV)/.ready-dev
SITE  := $(VENV)/.ready-site
JUDGES := $(VENV)/.ready-judges
PORT  := 8000
AT_ONCE := -n auto --maxprocesses 4 --dist loadfile
PIP   := $(BIN)/python -m pip --disable-pip-version-check --quiet
UV_VERSION := 0.13.9

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help run site test check format quality bench judges catalogue lock clean

help: ## show this list
	@grep -E '^[a-z]+:.*##' $(firstword $(MAKEFILE_LIST)) | sort | awk -F ':.*## ' '{ printf "  make %-10s %s\n", $$1, $$2 }'

run: $(RUN) ## set up, then print an example answer
	$(BIN)/bouwsteen possibilities "inkoop- en voorraadbeleid voeren" "contact met klanten"

site: $(SITE) ## set up, then serve the site on PORT (8000) of this machine
	@echo "http://localhost:$(PORT) - log in as anyone: http://localhost:$(PORT)/mijn - stop with Ctrl-C"
	BOUWSTEEN_BASE_IRI="$${BOUWSTEEN_BASE_IRI:-http://localhost:$(PORT)}" \
	$(BIN)/granian --interface wsgi --host 127.0.0.1 --port $(PORT) --workers 1 --blocking-threads 4 \
		--no-ws --log-level warning bouwsteen.entrances.web.wsgi:application

test: $(DEV) ## set up, then run all tests but the slow ones
	$(BIN)/python -m pytest $(AT_ONCE)

check: $(DEV) ## format, lint, types, floors
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(DEV) ## put the code in the common form
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

quality: $(DEV) ## measure how well work processes are found
	$(BIN)/python -m pytest -m quality tests/quality -s -rs

bench: $(DEV) ## measure speed, and hold the load for SECONDS; the options of the common test run do not hold here
	LOAD_SECONDS=$(SECONDS) $(BIN)/python -m pytest -o addopts="--import-mode=importlib --strict-markers" tests/bench --benchmark-only --timeout 3600 -s

judges: $(DEV) $(JUDGES) ## the slow tests, against independent judges
	$(BIN)/python -m pytest -m judge $(AT_ONCE) --timeout 3600 -rs tests

catalogue: $(DEV) ## rebuild the embedded catalogue from the material (BOUWSTEEN_MATERIAL)
	$(BIN)/python -m tools.build_catalogue

lock: $(VENV)/uv/bin/uv ## write the lock files anew; newest versions with UPGRADE=--upgrade
	$< pip compile pyproject.toml --group build $(LOCK_OPTIONS) --output-file requirements/run.txt
	$< pip compile pyproject.toml --group build --extra site --constraints requirements/run.txt \
		$(LOCK_OPTIONS) --output-file requirements/site.txt
	$< pip compile pyproject.toml --group build --extra site --extra dev --constraints requirements/site.txt \
		$(LOCK_OPTIONS) --output-file requirements/dev.txt

LOCK_OPTIONS := --quiet --universal --python-version 3.11 --fork-strategy fewest --generate-hashes \
	--no-emit-index-url --no-annotate --custom-compile-command "make lock" $(UPGRADE)

clean: ## remove what was made, .venv included
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis .benchmarks
	find src tests tools -name __pycache__ -type d -prune -exec rm -rf {} + 2>/dev/null || true

# The stamps: a file in .venv says that this step was done with this lock file.

$(BIN)/python:
	@found="$(PYTHON)"; \
	for candidate in python3.13 python3.12 python3.11 python3 python; do \
		if [ -z "$$found" ] && $$candidate -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; \
		then found=$$candidate; fi; \
	done; \
	if [ -z "$$found" ]; then \
		echo "No Python 3.11 or newer found. Install one, or name it: make run PYTHON=/path/to/python3" >&2; exit 1; \
	fi; \
	if ! "$$found" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then \
		echo "$$found is not Python 3.11 or newer. Name another: make run PYTHON=/path/to/python3" >&2; exit 1; \
	fi; \
	if ! "$$found" -c 'import ensurepip, venv' 2>/dev/null; then \
		echo "$$found cannot make a virtual environment. On Debian or Ubuntu: apt install python3-venv" >&2; exit 1; \
	fi; \
	echo "Setting up .venv with $$("$$found" --version); this takes a minute, once."; \
	rm -rf $(VENV) && "$$found" -m venv $(VENV)

$(RUN): requirements/run.txt pyproject.toml | $(BIN)/python
	$(PIP) install --require-hashes --only-binary :all: -r requirements/run.txt
	$(PIP) install --no-deps --no-build-isolation --editable .
	@$(BIN)/python -m compileall -q src
	@touch $@

$(SITE): requirements/site.txt $(RUN)
	$(PIP) install --require-hashes --only-binary :all: -r requirements/site.txt
	@touch $@

$(DEV): requirements/dev.txt $(RUN)
	$(PIP) install --require-hashes --only-binary :all: -r requirements/dev.txt
	@touch $@

# The judges of pages come from npm; without npm their tests skip and say so.
$(JUDGES): tools/site/package-lock.json | $(BIN)/python
	@if command -v npm >/dev/null; then cd tools/site && npm ci --silent --ignore-scripts; \
		else echo "npm is not installed: pages are not judged."; fi
	@touch $@

$(VENV)/uv/bin/uv: | $(BIN)/python
	$(BIN)/python -m venv $(VENV)/uv
	$(VENV)/uv/bin/python -m pip --disable-pip-version-check --quiet install uv==$(UV_VERSION)
