#!/bin/bash
# completion_test.sh MM32: bash completion offers the commands, options and choices of that mm32.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd -P)
mm32=$1
# shellcheck source=../../tools/completion/mm32
. "$root/tools/completion/mm32"
failures=0

# expect "WANTED" WORD...: the completion of the last word is WANTED.
expect() {
  local wanted=$1
  shift
  COMP_WORDS=("$mm32" "$@")
  COMP_CWORD=$#
  COMPREPLY=()
  _mm32
  [ "${COMPREPLY[*]}" = "$wanted" ] || {
    printf 'mm32 %s: expected "%s", got "%s"\n' "$*" "$wanted" "${COMPREPLY[*]}"
    failures=1
  }
}

expect "layout" la
expect "run" ru
expect "--mem" run --me
expect "--layout" layout --la
expect "classic linux-6.1" run --layout ""
expect "linux-6.1" run hello.c --layout l
expect "" run hel

# Every command that --help lists is offered.
for command in $("$mm32" --help | sed -n '/^Subcommands:/,$s/^  \([a-z]\+\) .*/\1/p'); do
  expect "$command" "$command"
done
exit "$failures"
