#!/bin/bash
# distribution.sh MM32 LAB FOLDER [NAME…]: do Linux's own test modules print here what they print on the real kernel?
#   FOLDER: .ko files of Linux's lib/test_*.c and their like, built with Debian's 6.1 i386 headers; NAME.needs holds the
#   names of modules to load first. LAB: the folder with run-module.sh. The real kernel's logs are kept in FOLDER/logs.
#   %p is hashed here, too, as it is there.
#   TIMEOUT: seconds for each run here (120).
# Prints the differences and the number of equal logs. Exit status: 0 all equal, 1 some differ, 2 wrong usage.
here=$(cd "$(dirname "$0")" && pwd)
[ $# -ge 3 ] && [ -x "$1" ] && [ -x "$2/run-module.sh" ] && [ -d "$3" ] || { sed -n '2,8s/^# \{0,1\}//p' "$0" >&2; exit 2; }
mm32=$1 lab=$2 folder=$3; shift 3
[ $# -gt 0 ] || set -- $(cd "$folder" && ls ./*.ko | sed 's|^\./||; s|\.ko$||')
scratch=$(mktemp -d) || exit 2
trap 'rm -rf "$scratch"' EXIT
mkdir -p "$folder/logs"
equal=0 total=0

# Besides what every log differs in: how long something took, and what insmod and rmmod say.
mask_run() {
  LC_ALL=C sed -E -f "$here/mask.sed" -f "$here/report.sed" -e '/^(insmod|rmmod): |crng possibly not yet/d' \
    -e 's/Average test time: [0-9]+/Average test time: T/' -e 's/[0-9]+ (nsec|ns|cycles|usecs|us|msecs)\b/T \1/g; s/Time: [0-9]+/Time: T/; s/[0-9.]+s elapsed/Ts elapsed/' \
    -e 's/pid=[0-9]+/pid=P/; s/\b0x[0-9a-f]{8}\b/0xX/g'
}

# record_real NAME: its log on the real kernel, behind that of the modules it needs.
record_real() {
  local other before='' overlay=$scratch/overlay
  rm -rf "$overlay" && mkdir -p "$overlay/needs"
  [ ! -f "$folder/$1.needs" ] || for other in $(cat "$folder/$1.needs"); do
    cp "$folder/$other.ko" "$overlay/needs/" && before="$before insmod /needs/$other.ko;"
  done
  PRE=$before OVERLAY=$overlay "$lab/run-module.sh" "$folder/$1.ko" 512M log_buf_len=4M
}

for name in "$@"; do
  [ -f "$folder/$name.ko" ] || continue
  first=()
  [ ! -f "$folder/$name.needs" ] || for other in $(cat "$folder/$name.needs"); do first+=("$folder/$other.ko"); done
  log=$folder/logs/$name.log
  if [ ! -s "$log" ]; then
    record_real "$name" > "$scratch/raw" 2> /dev/null
    mv "$scratch/raw" "$log"
  fi
  total=$((total + 1))
  mask_run < "$log" > "$scratch/real"
  "$mm32" run --mem 512M --param no_hash_pointers=0 --timeout "${TIMEOUT:-120}" "${first[@]}" "$folder/$name.ko" 2> "$scratch/err" | mask_run > "$scratch/here"
  if cmp -s "$scratch/real" "$scratch/here"; then
    equal=$((equal + 1))
  else
    echo "$name differs from the real kernel:"
    diff -a "$scratch/real" "$scratch/here" | head -8 | cut -c1-160
    grep -a '^mm32:' "$scratch/err" | head -3 | cut -c1-200
  fi
done
echo "$equal of $total logs of Linux's own test modules equal those of the real kernel"
[ "$equal" = "$total" ]
