# make run [ARTICLE=path]   the window (or, without a display, the same job headless into out/)
# make test                 everything CI runs          make unit   the quick part of it
# make clients              exports opened and edited in other programs that are installed here
# make coverage             the tests once more, and what of each package they run, held to floors
# make docs                 the pages of the `translation` package, in out/docs
# make texts                the texts of the interface, collected for those who translate it
# make pictures             the pictures of the help and of the README, taken in the window
# make bench                the benchmarks, written to BENCHMARKS.md
# make peers                this program beside others that are installed here, into PEERS.md
# SMALL=1 with `run` leaves PyTorch and transformers out; CUDA=1 takes PyTorch as pip's own index
# has it, which on Linux means some gigabytes of CUDA (see README).

PYTHON ?= python3
VENV := .venv
ifeq ($(OS),Windows_NT)
PY := $(VENV)/Scripts/python
else
PY := $(VENV)/bin/python
endif
PIP := $(PY) -m pip install --disable-pip-version-check --quiet
UV := uv==0.13.9
TORCH := $(shell grep '^torch==' requirements-torch.txt)
SAMPLE := resources/samples/sample.ar.txt

.PHONY: run test unit lint clients coverage docs texts pictures bench peers clean

run: $(VENV)/.installed-$(if $(SMALL),core,run)
	@$(PY) main.py $(if $(ARTICLE),"$(ARTICLE)",$(SAMPLE)); status=$$?; \
	if [ $$status -eq 2 ] && ! $(PY) -m ui.display 2> /dev/null; then \
	  $(PY) main.py headless $(if $(ARTICLE),"$(ARTICLE)",$(SAMPLE)) out; \
	else exit $$status; fi

test: lint
	$(PY) -m pytest -n 2 --dist worksteal -m "not clients"

unit: $(VENV)/.installed-test
	$(PY) -m pytest -n 2 --dist worksteal -m "not slow and not model and not clients"

lint: $(VENV)/.installed-test
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy
	$(VENV)/bin/lint-imports --no-cache

clients: $(VENV)/.installed-test
	$(PY) -m pytest -m clients

coverage: $(VENV)/.installed-test
	$(PY) -m pytest -n 2 --dist worksteal -m "not clients" --cov --cov-report json:out/coverage.json
	$(PY) -m tests.coverage_floors out/coverage.json

docs: $(VENV)/.installed-test
	PYTHONWARNINGS=ignore $(PY) -m pdoc --output-directory out/docs \
	    $$(find translation -name '*.py' | sed 's,/__init__\.py$$,,; s,\.py$$,,; s,/,.,g' | sort)

texts: $(VENV)/.installed-test
	$(PY) -m tests.interface_texts

pictures: $(VENV)/.installed-test
	$(PY) -m tests.pictures

bench: $(VENV)/.installed-test
	$(PY) -m tests.bench BENCHMARKS.md

peers: $(VENV)/.installed-test
	$(PY) -m tests.peers PEERS.md

# Only PyTorch's own index has builds for Linux without CUDA, a tenth of the size, and uv knows it.
# Where it cannot be reached pip goes on alone.
define without_cuda
if [ "$$(uname -s)" = Linux ] && ! $(PY) -c 'import torch' 2> /dev/null; then \
  { $(PIP) $(UV) && UV_HTTP_RETRIES=1 $(VENV)/bin/uv pip install --quiet --no-deps \
      --python $(PY) --torch-backend cpu $(TORCH) 2> /dev/null; } \
    || echo "PyTorch's index cannot be reached: taking PyTorch from pip's, maybe with CUDA."; \
  $(PY) -m pip uninstall --yes --quiet uv; \
fi
endef

$(PY):
	@$(PYTHON) -c 'import sys; sys.exit("Muraji needs Python 3.11 or newer.") if sys.version_info < (3, 11) else None'
	@$(PYTHON) -m venv $(VENV) || { echo "On Debian: apt install python3-venv"; rm -rf $(VENV); exit 1; }

$(VENV)/.installed-core: requirements-core.txt | $(PY)
	$(PIP) -r requirements-core.txt
	@touch $@

$(VENV)/.installed-run: requirements.txt requirements-core.txt requirements-torch.txt | $(PY)
	@$(if $(CUDA),true,$(without_cuda))
	$(PIP) -r requirements.txt
	@touch $@ $(VENV)/.installed-core

$(VENV)/.installed-test: requirements-test.txt requirements-dev.txt requirements.txt requirements-core.txt \
    requirements-torch.txt | $(PY)
	@$(if $(CUDA),true,$(without_cuda))
	$(PIP) -r requirements-test.txt
	@touch $@ $(VENV)/.installed-core $(VENV)/.installed-run

clean:
	rm -rf $(VENV) out .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
