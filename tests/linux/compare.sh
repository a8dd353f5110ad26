#!/bin/bash
# compare.sh MM32 [NAME…]: do modules print here what they print on the real kernel?
#   Runs every module with a log in expected/ (or the named ones) twice, compiled from source (modules/ or
#   guest/modules/) against our headers and as the .ko of ko/ that Debian's 6.1 i386 headers made, and
#   compares each log with the one that the real kernel printed (expected/, see record.sh).
#   modules/NAME.args holds other machine options than --mem 512M, modules/NAME.mask the name of a further mask
#   for both logs, modules/NAME.cases parameters of the module, a line a run. Prints the differences and the number of
#   equal logs. Exit status: 0 all equal, 1 some differ, 2 wrong usage.
here=$(cd "$(dirname "$0")" && pwd)
[ $# -ge 1 ] && [ -x "$1" ] || { sed -n '2,8s/^# \{0,1\}//p' "$0" >&2; exit 2; }
mm32=$1; shift
. "$here/names.sh"
[ $# -gt 0 ] || set -- $(cd "$here/expected" && ls ./*.log | sed 's|^\./||; s|\.log$||')
scratch=$(mktemp -d) || exit 2
trap 'rm -rf "$scratch"' EXIT

# run_all NAME FILE: the masked log of all its cases.
run_all() {
  local machine="--mem 512M" parameters
  [ ! -f "$here/modules/$1.args" ] || machine=$(cat "$here/modules/$1.args")
  : > "$scratch/err"
  while IFS= read -r parameters <&3; do
    [ -z "$parameters" ] || echo "## $parameters"
    # shellcheck disable=SC2086 # several options
    "$mm32" run $machine "$2" $parameters 2>> "$scratch/err" | mask "$1"
  done 3< <(cases_of "$1")
}

equal=0 total=0
for name in "$@"; do
  for file in "$here/modules/$name.c" "$here/../../guest/modules/$name.c" "$here/ko/$name.ko"; do
    [ -f "$file" ] || continue
    total=$((total + 1))
    run_all "$name" "$file" > "$scratch/log"
    if cmp -s "$here/expected/$name.log" "$scratch/log"; then
      equal=$((equal + 1))
    else
      echo "${file#"$here/"} differs from the real kernel:"
      diff -a "$here/expected/$name.log" "$scratch/log" | head -20
      grep -a '^mm32:' "$scratch/err" | head -5
    fi
  done
done
echo "$equal of $total logs equal those of the real kernel"
[ "$equal" = "$total" ]
