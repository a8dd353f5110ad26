#!/bin/bash
# speed.sh LAB MM32 FILE.ko…: how long a module takes to load and unload here and on the real kernel under QEMU TCG.
#   LAB: as for record.sh; its run-module.sh keeps the host's times of the marks around insmod in LOG.stamps.
#   Prints "NAME mm32 MS real MS ratio R" a module, the median of three runs each. mm32's time includes the start of
#   the process; a self-checking module of the library is to stay below a ratio of 1.5.
# Exit status: 0 all do, 1 one does not, 2 wrong usage.
[ $# -ge 3 ] && [ -x "$1/run-module.sh" ] && [ -x "$2" ] || { sed -n '2,6s/^# \{0,1\}//p' "$0" >&2; exit 2; }
lab=$1 mm32=$2; shift 2
log=$(mktemp); trap 'rm -f "$log" "$log.stamps"' EXIT

# milliseconds COMMAND…: how long it takes.
milliseconds() {
  local begin=${EPOCHREALTIME/[.,]/}
  "$@" >/dev/null 2>&1
  echo $(((${EPOCHREALTIME/[.,]/} - begin) / 1000))
}

# real FILE: from the start of insmod to its end.
real() {
  LOG=$log "$lab/run-module.sh" "$1" 512M >/dev/null 2>&1
  awk '/@@LAB insmod$/ { begin = $1 } /@@LAB insmod rc/ { printf "%d\n", ($1 - begin) * 1000 }' "$log.stamps"
}

median() { sort -n | sed -n 2p; }

status=0
for file in "$@"; do
  here=$(for _ in 1 2 3; do milliseconds "$mm32" run --mem 512M "$file"; done | median)
  there=$(for _ in 1 2 3; do real "$file"; done | median)
  awk -v name="$(basename "$file" .ko)" -v here="$here" -v there="$there" 'BEGIN {
    ratio = here / (there ? there : 1)
    printf "%-20s mm32 %6d ms  real %6d ms  ratio %.2f\n", name, here, there, ratio
    exit ratio > 1.5 }' || status=1
done
exit $status
