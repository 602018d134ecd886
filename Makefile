SHELL := /bin/bash
PYTHON ?= python3
BIN := .venv/bin
STAMP := .venv/.installed
EDITOR := genelore/endpoint/editor/static/vendor/LICENSES.txt

.PHONY: help graph test serve check editor golden clean setup
.DEFAULT_GOAL := help

help: ## List what make can do.
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  make \1\t\2/' | expand -t 18

$(STAMP): pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --editable '.[dev]'
	@touch $@

setup: $(STAMP) ## Make .venv and install everything from pyproject.toml.

graph: $(STAMP) ## Read seeds/, validate, audit, print the findings, write the exports to build/.
	$(BIN)/genelore build --store build/store seeds
	$(BIN)/genelore audit --store build/store --also html=build/report.html
	$(BIN)/genelore export --store build/store --format trig -o build/genelore.trig
	$(BIN)/genelore export --store build/store --format nquads -o build/genelore.nq
	$(BIN)/genelore export --store build/store --format turtle -o build/genelore.ttl
	$(BIN)/genelore export --store build/store --format jsonld -o build/genelore.jsonld

# Nothing else waits for it or fails with it: without these files the editor's page is a plain form.
$(EDITOR): package.json package-lock.json tools/vendor.py | $(STAMP)
	@$(BIN)/npm ci --silent && $(BIN)/python tools/vendor.py && touch $@ || \
		echo "make editor: npm could not bring the editor's files; its page is a plain form until it can" >&2

editor: $(EDITOR) ## Bring the script of the SPARQL editor, as package-lock.json says.

test: $(STAMP) $(EDITOR) ## Run the tests.
	$(BIN)/python -m pytest -n 2 --dist loadfile

serve: $(STAMP) $(EDITOR) ## Open the SPARQL endpoint on http://127.0.0.1:8000/sparql.
	@test -d build/store || $(MAKE) --no-print-directory graph
	$(BIN)/genelore serve --store build/store

check: $(STAMP) $(EDITOR) ## Format, lint, types, layers, tests: the only gate, the same here and in CI.
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -n 2 --dist loadfile

golden: $(STAMP) ## Make the golden files and the outputs in the documentation anew; read the difference like code.
	$(BIN)/python -m tests.golden.remake
	$(BIN)/python -m tests.console

clean: ## Remove what was built, but not .venv.
	rm -rf build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
