#!/bin/bash
# compare.sh MM32 [NAME…]: do modules print here what they print on the real kernel?
#   Runs every module with a log in expected/ (or the named ones), compiled from source (modules/ or
#   guest/modules/) against our headers and as the .ko of ko/ that Debian's 6.1 i386 headers made, and
#   compares each log with the one that the real kernel printed (expected/, see record.sh). Then both again
#   with PAE: the .ko of ko/pae/, the log of expected/pae/ where that kernel printed something else.
#   modules/NAME.args holds other machine options than --mem 512M, modules/NAME.mask the name of a further mask
#   for both logs, modules/NAME.cases parameters of the module, a line a run. Prints the differences and the number
#   of equal logs. Exit status: 0 all equal, 1 some differ, 2 wrong usage.
here=$(cd "$(dirname "$0")" && pwd)
[ $# -ge 1 ] && [ -x "$1" ] || { sed -n '2,10s/^# \{0,1\}//p' "$0" >&2; exit 2; }
mm32=$1; shift
. "$here/names.sh"
[ $# -gt 0 ] || set -- $(cd "$here/expected" && ls ./*.log | sed 's|^\./||; s|\.log$||')
scratch=$(mktemp -d) || exit 2
trap 'rm -rf "$scratch"' EXIT
equal=0 total=0

# run_all NAME MACHINE FILE: the masked log of all its cases.
run_all() {
  local parameters
  : > "$scratch/err"
  while IFS= read -r parameters <&3; do
    [ -z "$parameters" ] || echo "## $parameters"
    # shellcheck disable=SC2086 # several options
    "$mm32" run $2 "$3" $parameters 2>> "$scratch/err" | mask "$1"
  done 3< <(cases_of "$1")
}

# check NAME MACHINE LOG FILE…: each FILE that exists prints LOG on MACHINE.
check() {
  local name=$1 machine=$2 log=$3 file; shift 3
  for file in "$@"; do
    [ -f "$file" ] || continue
    total=$((total + 1))
    run_all "$name" "$machine" "$file" > "$scratch/log"
    if cmp -s "$log" "$scratch/log"; then
      equal=$((equal + 1))
    else
      echo "${file#"$here/"} ($machine) differs from the real kernel:"
      diff -a "$log" "$scratch/log" | head -20
      grep -a '^mm32:' "$scratch/err" | head -5
    fi
  done
}

for name in "$@"; do
  sources=("$here/modules/$name.c" "$here/../../guest/modules/$name.c")
  machine="--mem 512M"
  [ ! -f "$here/modules/$name.args" ] || machine=$(cat "$here/modules/$name.args")
  check "$name" "$machine" "$here/expected/$name.log" "${sources[@]}" "$here/ko/$name.ko"
  [ -f "$here/ko/pae/$name.ko" ] || continue
  case "$machine" in *--layout*) ;; *) machine="$machine --layout linux-6.1" ;; esac
  log=$here/expected/pae/$name.log
  [ -f "$log" ] || log=$here/expected/$name.log
  check "$name" "$machine --pae" "$log" "${sources[@]}" "$here/ko/pae/$name.ko"
done
echo "$equal of $total logs equal those of the real kernel"
[ "$equal" = "$total" ]
