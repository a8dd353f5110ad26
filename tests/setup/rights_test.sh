#!/bin/bash
# tools/setup without root and without sudo: nothing to do is fine, something to install is one
# clear sentence. Works on a copy of tools/ whose package list is the case's own.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd -P)
command -v apt-get >/dev/null || { echo "no apt here"; exit 77; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
chmod 755 "$work"
mkdir -p "$work/bin" "$work/tree/build"
cp -r "$root/tools" "$work/tree"
mkdir -p "$work/tree/build/deps/unicorn/usr/include/unicorn" "$work/tree/build/deps/unicorn/usr/lib/any"
touch "$work/tree/build/deps/unicorn/usr/lib/any/libunicorn.so"
printf '#define UC_API_%s\n' 'MAJOR 2' 'MINOR 1' 'PATCH 1' \
  >"$work/tree/build/deps/unicorn/usr/include/unicorn/unicorn.h"
ln -sf /bin/* /usr/bin/* "$work/bin/"
rm -f "$work/bin/sudo"

# as_nobody COMMAND...: without root (where we have it) and without sudo.
as_nobody() {
  if [ "$(id -u)" -eq 0 ]; then
    setpriv --reuid 65534 --regid 65534 --clear-groups env HOME="$work" PATH="$work/bin" "$@" 2>&1
  else
    env HOME="$work" PATH="$work/bin" "$@" 2>&1
  fi
}

printf 'dpkg\n' >"$work/tree/tools/packages.txt"
as_nobody "$work/tree/tools/setup" || { echo "everything is installed, and still it failed"; exit 1; }

printf 'dpkg\nno-such-package-mm32\n' >"$work/tree/tools/packages.txt"
if output=$(as_nobody "$work/tree/tools/setup"); then
  echo "a missing package went unnoticed"
  exit 1
fi
wanted="setup: packages are missing (no-such-package-mm32) and need root to install: run this as root, or install sudo."
[ "$output" = "$wanted" ] || { printf 'expected: %s\ngot:      %s\n' "$wanted" "$output"; exit 1; }
[ "$(as_nobody "$work/tree/tools/setup" --missing || true)" = no-such-package-mm32 ]
