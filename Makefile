# SPDX-License-Identifier: MPL-2.0
# Everything one does with Afsæt. Needs Python 3.11 with pip, make, a C compiler and a package registry.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
UV := $(or $(shell command -v uv 2>/dev/null),.tools/uv/bin/uv)
INSTALLED := $(VENV)/.installed

.DEFAULT_GOAL := help
.PHONY: help setup run test check style train bench pictures lock audit sbom

help:  ## Show these commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: $(INSTALLED)  ## Install what the lock file pins into .venv

run: setup  ## Start the whole system: trains at first start, prints an address and an invitation code
	@$(BIN)/afsaet run --demo

test: setup  ## Run all tests; what can't run here is skipped with its reason
	@$(BIN)/python -m tests.side_by_side

check: style  ## Style, types, imports, structure, Rasa's own validation
	$(BIN)/python -m pytest -q tests/structure

style: setup  ## The same without the tests of structure, which `make test` holds too
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	@$(BIN)/python -m bot.commands.main validate

train: setup  ## Train the model if what it is made from has changed
	@$(BIN)/afsaet train

bench: setup train  ## Measure speed and memory beside a plain Rasa bot
	$(BIN)/python benchmarks/run.py

pictures: setup train  ## Take the pictures in docs/pictures anew; needs Chromium
	$(BIN)/python -m tests.browser.pictures

lock: $(UV)  ## Pin anew what pyproject.toml asks for
	$(UV) pip compile pyproject.toml --extra dev --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" -o requirements.lock
	$(UV) pip compile tests/oidc/requirements.in --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" -o tests/oidc/requirements.lock

audit: $(UV)  ## Look up known weaknesses of what the lock file pins; needs the network
	@mkdir -p var
	@$(UV) tool run --quiet --from 'pip-audit>=2.9,<3' pip-audit --requirement requirements.lock --require-hashes \
	  --disable-pip --vulnerability-service osv --progress-spinner off 2>var/audit.log; found=$$?; \
	if grep -q 'ConnectionError\|Timeout\|ServiceError' var/audit.log; then \
	  echo "Nothing was audited: the database of weaknesses (api.osv.dev) can't be reached from here." >&2; exit 2; \
	fi; cat var/audit.log >&2; exit $$found

sbom: $(UV)  ## Write down what the lock file pins as CycloneDX, in var/sbom.cdx.json
	@mkdir -p var
	@$(UV) tool run --quiet --from 'cyclonedx-bom>=7,<8' cyclonedx-py requirements requirements.lock \
	  --pyproject pyproject.toml --output-reproducible --of JSON -o var/sbom.cdx.json 2>var/sbom.log \
	  || { cat var/sbom.log >&2; exit 1; }
	@echo "var/sbom.cdx.json"

.tools/uv/bin/uv:
	@$(PYTHON) -m venv .tools/uv
	@.tools/uv/bin/pip install --quiet uv

$(BIN)/python: | $(UV)
	@$(UV) venv --quiet --python $(PYTHON) $(VENV)

$(INSTALLED): requirements.lock pyproject.toml | $(BIN)/python $(UV)
	@echo "Installing (about 2.7 GB; once) …"
	@$(UV) pip sync --quiet --python $(BIN)/python --require-hashes --compile-bytecode requirements.lock
	@$(UV) pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation --editable .
	@touch $@
