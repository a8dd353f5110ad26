#!/bin/bash
# record.sh LAB [NAME…]: run modules on the real kernel, keep their logs and .ko files.
#   LAB: the folder with build-module.sh and run-module.sh, which build against Debian's i386 6.1 headers
#   and run a module on that kernel. modules/NAME.append: kernel parameters. modules/NAME.args: machine options of
#   mm32, of which --pae (the 686-pae kernel) and --mem SIZE count here, too. modules/NAME.cases: parameters of the
#   module, a line a run; the log has them all. Writes expected/NAME.log and ko/NAME.ko (without debug sections).
# Exit status: 0, 1 a module did not build or run, 2 wrong usage.
here=$(cd "$(dirname "$0")" && pwd)
[ $# -ge 1 ] && [ -x "$1/run-module.sh" ] || { sed -n '2,7s/^# \{0,1\}//p' "$0" >&2; exit 2; }
lab=$1; shift
. "$here/names.sh"
[ $# -gt 0 ] || set -- $(cd "$here/modules" && ls ./*.c | sed 's|^\./||; s|\.c$||')
mkdir -p "$here/expected" "$here/ko"

# record_one NAME: prints the masked log of all its cases.
record_one() {
  local name=$1 args flavour=686 memory append parameters status
  args=$(cat "$here/modules/$name.args" 2>/dev/null)
  case " $args " in *" --pae "*) flavour=686-pae ;; esac
  memory=$(sed -n 's/.*--mem \([^ ]*\).*/\1/p' <<< "$args")
  append=$(cat "$here/modules/$name.append" 2>/dev/null)
  ko=$(REBUILD=1 "$lab/build-module.sh" "$(source_of "$name")" "$flavour") || return 1
  while IFS= read -r parameters <&3; do
    [ -z "$parameters" ] || echo "## $parameters"
    INSMOD_ARGS=$parameters FLAVOUR=$flavour "$lab/run-module.sh" "$ko" "${memory:-512M}" "log_buf_len=4M $append" \
      > "$scratch/raw"
    status=$?
    # A module whose reports are compared may die of what it does.
    [ $status = 0 ] || { [ $status = 1 ] && [ -f "$here/modules/$name.mask" ]; } ||
      { cat "$scratch/raw" >&2; return 1; }
    mask "$name" < "$scratch/raw"
  done 3< <(cases_of "$name")
}

scratch=$(mktemp -d) || exit 2
trap 'rm -rf "$scratch"' EXIT
for name in "$@"; do
  record_one "$name" > "$scratch/log" || exit 1
  mv "$scratch/log" "$here/expected/$name.log"
  strip --strip-debug -o "$here/ko/$name.ko" "$ko" || exit 1
  # What looks up names by probes cannot run elsewhere.
  ! nm -u "$here/ko/$name.ko" | grep -q register_kprobe || rm "$here/ko/$name.ko"
done
