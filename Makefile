# Needs Python 3.10 or newer with venv and pip; everything else goes into $(VENV).
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
OUT ?= out

.PHONY: demo test lint check unit clean

## demo: set everything up and match the bundled resumes to a bundled job
demo: $(VENV)/.installed
	mkdir -p $(OUT)
	$(BIN)/skillmatch match examples/jobs/data-engineer.txt examples/resumes -f html -o $(OUT)/report.html
	$(BIN)/skillmatch match examples/jobs/data-engineer.txt examples/resumes
	@echo "The full report: $(OUT)/report.html"

## test: set everything up and pass the tests
test: lint check unit

lint: $(VENV)/.installed-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

check: $(VENV)/.installed-dev
	$(BIN)/skillmatch taxonomy check
	$(BIN)/skillmatch taxonomy format --check

unit: $(VENV)/.installed-dev
	$(BIN)/pytest -q -n 2 --dist loadgroup

$(VENV)/.installed: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install -q --disable-pip-version-check -e .
	touch $@

$(VENV)/.installed-dev: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install -q --disable-pip-version-check -e '.[all,dev]'
	touch $@ $(VENV)/.installed

clean:
	rm -rf $(VENV) $(OUT) build dist *.egg-info src/*.egg-info
