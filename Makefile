# make demo   set up and lint the examples       make test   set up, prove the rules, run the tests
# make docs   docs/rules and docs/kinds.md from the rule files and the code
# make check  all that must pass, as in CI       make fix    put the code into its format
# make grammar   install LanguageTool            make test-grammar   run the tests that need it

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
AS_ROOT := DEBIAN_FRONTEND=noninteractive$(if $(shell command -v sudo), sudo -n -E)
PIP := PIP_DISABLE_PIP_VERSION_CHECK=1 "$(BIN)/python" -m pip install --quiet

.PHONY: demo test check lint fix bench docs grammar test-grammar
.DELETE_ON_ERROR:

# Findings are status 1, and the point of the demonstration; 2 is a failure.
demo: $(VENV)/.installed
	@"$(BIN)/newslint" check --story examples/*.txt || test $$? -eq 1

test: $(VENV)/.installed-dev
	"$(BIN)/newslint" test
	"$(BIN)/python" -m pytest -n auto --dist loadgroup

# Java and Maven from the system's packages where they are missing, LanguageTool from Maven Central.
grammar: $(VENV)/.installed
	@{ command -v java && { command -v mvn || "$(BIN)/newslint" grammar install; }; } > /dev/null 2>&1 || \
	  { $(AS_ROOT) apt-get update -qq && \
	    $(AS_ROOT) apt-get install -y -qq --no-install-recommends default-jre-headless maven; } || \
	  { echo 'Grammar needs Java 17 and Maven: install them with the packages of your system.' >&2; exit 1; }
	"$(BIN)/newslint" grammar install

# The tests that make test skips where LanguageTool is missing.
test-grammar: $(VENV)/.installed-dev grammar
	"$(BIN)/python" -m pytest tests/test_grammar.py tests/test_grammar_server.py

check: lint
	@$(MAKE) --no-print-directory test

lint: $(VENV)/.installed-dev
	"$(BIN)/ruff" format --check .
	"$(BIN)/ruff" check .
	"$(BIN)/mypy"
	"$(BIN)/lint-imports"

docs: $(VENV)/.installed
	"$(BIN)/python" tools/build_docs.py

# Start-up, throughput, scale and memory beside typos, codespell and proselint, in a virtual environment of its own.
bench: .venv-bench/.installed
	@.venv-bench/bin/python -m pip install --quiet --disable-pip-version-check --force-reinstall --no-deps .
	.venv-bench/bin/python bench/measure.py

.venv-bench/.installed: pyproject.toml
	"$(PYTHON)" -m venv --clear .venv-bench
	.venv-bench/bin/python -m pip install --quiet --disable-pip-version-check . typos codespell proselint
	@touch "$@"

fix: $(VENV)/.installed-dev
	"$(BIN)/ruff" format .
	"$(BIN)/ruff" check --fix .

$(VENV)/.made: pyproject.toml
	@command -v "$(PYTHON)" > /dev/null || \
	  { echo 'newslint needs Python 3.11 or newer; there is no $(PYTHON). Name yours: make PYTHON=python3.12' >&2; exit 1; }
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "newslint needs Python 3.11 or newer; $(PYTHON) is $$("$(PYTHON)" --version 2>&1). Name a newer one: make PYTHON=python3.12" >&2; exit 1; }
	@echo 'Setting up $(VENV): the first time takes a minute.'
	@"$(PYTHON)" -m venv --clear "$(VENV)" || \
	  { echo 'Python could not make a virtual environment; on Debian or Ubuntu: apt install python3-venv' >&2; exit 1; }
	@touch "$@"

$(VENV)/.installed: $(VENV)/.made
	@$(PIP) -e .
	@"$(BIN)/python" -m compileall -q newslint  # also where PYTHONDONTWRITEBYTECODE would leave it to each run
	@touch "$@"

$(VENV)/.installed-dev: $(VENV)/.made
	@$(PIP) -e '.[dev]'
	@"$(BIN)/python" -m compileall -q newslint
	@touch "$(VENV)/.installed" "$@"
