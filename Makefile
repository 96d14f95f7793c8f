.DEFAULT_GOAL := help
PYTHON ?= python3

.PHONY: help check fix bless docs messages clean

help: ## Show what there is
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/'

check: ## Run everything that CI runs
	bash .ci/run

fix: ## Format, and mend what the linter can mend
	$(PYTHON) -m ruff format .
	$(PYTHON) -m ruff check --fix .

bless: ## Accept the present output as the expected one; read the diff before committing
	$(PYTHON) -m pytest --bless

docs: ## Write the generated pages and schemas anew
	$(PYTHON) -m tests.generate

messages: ## Bring the catalogues of the languages up to date, and compile them
	$(PYTHON) -m tests.catalogues

clean: ## Remove what runs leave behind
	rm -rf build dist .coverage .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .venv-ci
