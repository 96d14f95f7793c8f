.DEFAULT_GOAL := help
PYTHON ?= python3
LOWEST_PYTHON = 3.11

.PHONY: help check fix bless docs schemas messages fonts speed pages scale browser requirements lowest pythons built audit fuzz faults expressions clean

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

schemas: ## Widen the schemas of the site's records by what the registers hold today
	$(PYTHON) -m tests.api_schemas

messages: ## Bring the catalogues of the languages up to date, and compile them
	$(PYTHON) -m tests.catalogues

fonts: ## Cut the typeface of the site anew: make fonts INTER=folder of Inter (also needs brotli)
	$(PYTHON) -m tests.fonts $(INTER)

speed: ## Print what commands cost beside the smallest program, and fail where one costs more than it may
	$(PYTHON) benchmarks/run.py

pages: ## Print what pages of the site cost in registers of four sizes, and fail where a kilobyte costs more in a large one
	$(PYTHON) -m benchmarks.site_pages

scale: ## Print what a register of 200 states and 600 treaties costs beside loading its files, and fail where it is more
	$(PYTHON) benchmarks/scale.py

SECONDS ?= 60
SEED ?= 1
fuzz: ## Try inputs of rubbish, and fail where one ends in no answer and no sentence: make fuzz SECONDS=600 SEED=2
	$(PYTHON) -m tests.fuzz --seconds $(SECONDS) --seed $(SEED) $(TARGETS)

faults: ## Kill, fail and interrupt each command that writes at each of its steps, and look at what is left
	$(PYTHON) -m tests.machine

expressions: ## Try each expression of the program over texts of what it repeats, and say which takes longer than they are long
	$(PYTHON) -m tests.expressions

browser: ## Read the site in a browser, as a reader does; a missing browser is a fault here
	TOC_TREATIES_BROWSER_NEEDED=1 $(PYTHON) -m pytest -n auto tests/browser

requirements: .venv-tools/bin/uv ## Write the pinned versions that CI installs anew, with their digests
	@cd requirements && for lock in "core.txt build.in ../pyproject.toml" "dev.txt --all-extras ../pyproject.toml" \
	  "checker.txt checker.in" "tools.txt tools.in"; do set -- $$lock; file=$$1; shift; \
	  UV_CUSTOM_COMPILE_COMMAND="make requirements" ../.venv-tools/bin/uv pip compile --quiet --no-config --upgrade \
	    --universal --python-version $(LOWEST_PYTHON) --exclude-newer "1 week" --generate-hashes --no-strip-extras --no-emit-index-url --output-file $$file "$$@" || exit; done

lowest: .venv-tools/bin/uv ## Run the tests on the lowest versions that pyproject.toml allows
	bash .ci/versions lowest

pythons: .venv-tools/bin/uv ## Run the tests on each version of Python that is here
	bash .ci/versions pythons

built: ## Build wheel and sdist twice, compare the bytes, and try the wheel without its sources
	$(PYTHON) -m tests.built

audit: .venv-tools/bin/uv ## Look for known faults in the workflows, and in the packages that CI installs
	.venv-tools/bin/zizmor --offline --no-progress .github
	for file in core dev checker tools; do .venv-tools/bin/pip-audit --requirement requirements/$$file.txt \
	  --require-hashes --disable-pip --progress-spinner off || exit; done

.venv-tools/bin/uv: requirements/tools.txt
	$(PYTHON) -m venv .venv-tools
	.venv-tools/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements/tools.txt
	touch .venv-tools/bin/uv

clean: ## Remove what runs leave behind
	rm -rf build dist .coverage .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .venv-ci .venv-tools .venv-lowest .venv-python*
