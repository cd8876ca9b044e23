#!/usr/bin/env bash
# Tries both commands as a new user would: a fresh clone of HEAD, an empty HOME, nothing of this checkout's environment.
set -euo pipefail
root=$(git rev-parse --show-toplevel)
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
git clone --quiet "$root" "$place/clone"
if [ -d "$root/../shared" ]; then ln -s "$(cd "$root/../shared" && pwd)" "$place/shared"; fi
mkdir "$place/home"
trust=()  # where this machine keeps the certificates it trusts, if anywhere unusual
for name in PIP_CERT SSL_CERT_FILE SSL_CERT_DIR REQUESTS_CA_BUNDLE; do
  if [ -n "${!name:-}" ]; then trust+=("$name=${!name}"); fi
done
cd "$place/clone"
for target in demo demo test test; do
  started=$SECONDS
  env -i HOME="$place/home" PATH="$PATH" LANG=C.UTF-8 "${trust[@]}" make "$target"
  echo "make $target: $((SECONDS - started)) s"
done
