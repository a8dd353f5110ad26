#!/bin/bash
# record.sh LAB [NAME…]: run modules on the real kernels, keep their logs and .ko files.
#   LAB: the folder with build-module.sh and run-module.sh, which build against Debian's i386 6.1 headers
#   and run a module on that kernel; modules/NAME.append holds kernel parameters, the --mem of modules/NAME.args
#   is the machine's. Writes expected/NAME.log and ko/NAME.ko (without debug sections); then the same from the
#   kernel with PAE: ko/pae/NAME.ko, and expected/pae/NAME.log where it is another log. A module whose NAME.args say
#   --pae runs on that kernel alone; modules/NAME.cases: parameters of the module, a line a run, all in one log; a module NAME of which there is a NAME_pae is left to that one.
# Exit status: 0, 1 a module did not build or run, 2 wrong usage.
here=$(cd "$(dirname "$0")" && pwd)
[ $# -ge 1 ] && [ -x "$1/run-module.sh" ] || { sed -n '2,9s/^# \{0,1\}//p' "$0" >&2; exit 2; }
lab=$1; shift
. "$here/names.sh"
[ $# -gt 0 ] || set -- $(cd "$here/modules" && ls ./*.c | sed 's|^\./||; s|\.c$||')
mkdir -p "$here/expected/pae" "$here/ko/pae"

# record NAME FLAVOUR SUBFOLDER
record() {
  local name=$1 flavour=$2 sub=$3 ko append='' memory='' parameters status
  local log=$here/expected/$sub$name
  ko=$(REBUILD=1 "$lab/build-module.sh" "$(source_of "$name")" "$flavour") || exit 1
  # What finds functions by probes that the kernel here does not have runs on the real kernel only.
  [ "$name" = rights_misuse ] || strip --strip-debug -o "$here/ko/$sub$name.ko" "$ko" || exit 1
  [ ! -f "$here/modules/$name.append" ] || append=$(cat "$here/modules/$name.append")
  [ ! -f "$here/modules/$name.args" ] || memory=$(sed -n 's/.*--mem \([^ ]*\).*/\1/p' "$here/modules/$name.args")
  while IFS= read -r parameters <&3; do
    [ -z "$parameters" ] || echo "## $parameters"
    INSMOD_ARGS=$parameters FLAVOUR=$flavour "$lab/run-module.sh" "$ko" "${memory:-512M}" "log_buf_len=4M $append" \
      > "$log.raw"
    status=$?
    # A module whose reports are compared may die of what it does, or never end.
    [ $status = 0 ] || { { [ $status = 1 ] || [ $status = 3 ]; } && [ -f "$here/modules/$name.mask" ]; } || { cat "$log.raw" >&2; exit 1; }
    mask "$name" < "$log.raw"
  done 3< <(cases_of "$name") > "$log.log"
  rm -f "$log.raw"
}

for name in "$@"; do
  case " $(cat "$here/modules/$name.args" 2> /dev/null) " in
    *" --pae "*) record "$name" 686-pae ''; continue ;;
  esac
  record "$name" 686 ''
  [ ! -f "$here/modules/${name}_pae.c" ] || continue
  record "$name" 686-pae pae/
  if cmp -s "$here/expected/$name.log" "$here/expected/pae/$name.log"; then rm "$here/expected/pae/$name.log"; fi
done
