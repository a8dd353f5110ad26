#!/bin/bash
# manual_test.sh MM32 MANUAL: the manual page names every command and every option, and --help-all
# shows all that each command's own --help does.
set -euo pipefail
mm32=$1 manual=$2
# shellcheck disable=SC2034 # used by name
all=$("$mm32" --help-all)
plain=$(sed 's/\\-/-/g' "$manual")
failures=0
commands=$("$mm32" --help | sed -n '/^Subcommands:/,$s/^  \([a-z]\+\) .*/\1/p')
[ -n "$commands" ] || { echo "no commands"; exit 1; }
for command in $commands; do
  for option in $("$mm32" "$command" --help | grep -oE '^ +(-[a-z],)?--[a-z-]+' | grep -oE '[-][-][a-z-]+'); do
    for text in all plain; do
      grep -q -e "$option\b" <<<"${!text}" || { echo "$command $option is missing from $text"; failures=1; }
    done
  done
  grep -qE "^ *$command\b" <<<"$plain" || { echo "$command is missing"; failures=1; }
done
exit "$failures"
