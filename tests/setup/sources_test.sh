#!/bin/bash
# tools/setup derives the next release's apt sources from whatever this machine has configured.
# Each case gives apt a configuration folder of its own and compares the lines.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd -P)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
command -v apt-get >/dev/null || { echo "no apt here"; exit 77; }

printf 'VERSION_CODENAME=bookworm\n' >"$work/os-release"
cat >"$work/apt.conf" <<CONFIG
Dir::Etc "$work/etc";
Dir::Etc::Parts "$work/etc/none";
Dir::State "$work/state";
Dir::Cache "$work/cache";
CONFIG
keyring=/usr/share/keyrings/debian-archive-keyring.gpg
failures=0

new_case() {
  rm -rf "${work:?}/etc" "$work/state" "$work/cache"
  mkdir -p "$work/etc/sources.list.d" "$work/etc/none" "$work/state/lists/partial" "$work/cache/archives/partial"
}

# expect NAME LINES: the derived sources are LINES.
expect() {
  local got
  got=$(APT_CONFIG=$work/apt.conf MM32_OS_RELEASE=$work/os-release "$root/tools/setup" --next-sources)
  [ "$got" = "$2" ] || { printf '%s\n expected: %s\n got:      %s\n' "$1" "$2" "$got"; failures=1; }
}

new_case
cat >"$work/etc/sources.list.d/debian.sources" <<'TEXT'
Types: deb
URIs: http://mirror.example/debian
Suites: bookworm bookworm-updates
Components: main
TEXT
expect "deb822" "deb [signed-by=$keyring] http://mirror.example/debian trixie main"

new_case
cat >"$work/etc/sources.list" <<'TEXT'
# deb http://disabled.example/debian bookworm main
deb [arch=amd64] https://one.example/debian bookworm main contrib # remark
deb https://one.example/debian bookworm non-free
deb-src https://src.example/debian bookworm main
deb https://security.example/debian-security bookworm-security main
TEXT
expect "one-line" "deb [signed-by=$keyring] https://one.example/debian trixie main"

new_case
printf 'deb http://a.example/debian bookworm main\n' >"$work/etc/sources.list"
printf 'deb http://tool.example/apt bookworm stable\n' >"$work/etc/sources.list.d/tool.list"
printf 'deb http://cloud.example/apt cloud-sdk-bookworm main\n' >"$work/etc/sources.list.d/c.list"
cat >"$work/etc/sources.list.d/b.sources" <<'TEXT'
Types: deb deb-src
URIs: http://b.example/debian http://a.example/debian
Suites: bookworm
Components: main contrib

Enabled: no
Types: deb
URIs: http://off.example/debian
Suites: bookworm
Components: main
TEXT
expect "several sources" "deb [signed-by=$keyring] http://a.example/debian trixie main
deb [signed-by=$keyring] http://b.example/debian trixie main"

exit "$failures"
