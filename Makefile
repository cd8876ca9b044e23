# Set-up and the main jobs. Needs python3 (3.11+), make and a network to PyPI; everything lands in .venv and .tools.
PYTHON ?= python3
UV := $(shell command -v uv 2>/dev/null || echo .tools/bin/uv)
RUN := .venv/bin/python -m

.PHONY: demo test check format lint types imports docs gate score bench clean

.venv/ready: pyproject.toml uv.lock
	@command -v uv >/dev/null 2>&1 || [ -x .tools/bin/uv ] || $(PYTHON) -m pip install --quiet --disable-pip-version-check --target .tools uv
	@$(UV) sync --quiet --frozen
	@touch $@
