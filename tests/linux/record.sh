#!/bin/bash
# record.sh LAB [NAME…]: run modules on the real kernel, keep their logs and .ko files.
#   LAB: the folder with build-module.sh and run-module.sh, which build against Debian's i386 6.1 headers
#   and run a module on that kernel; modules/NAME.append holds kernel parameters. A module whose NAME.args say --pae runs
#   on the 686-pae kernel, with the memory of --mem there. Writes expected/NAME.log and ko/NAME.ko (without debug sections).
# Exit status: 0, 1 a module did not build or run, 2 wrong usage.
here=$(cd "$(dirname "$0")" && pwd)
[ $# -ge 1 ] && [ -x "$1/run-module.sh" ] || { sed -n '2,6s/^# \{0,1\}//p' "$0" >&2; exit 2; }
lab=$1; shift
[ $# -gt 0 ] || set -- $(cd "$here/modules" && ls ./*.c | sed 's|^\./||; s|\.c$||')
mkdir -p "$here/expected" "$here/ko"
for name in "$@"; do
  source=$here/modules/$name.c
  [ -f "$source" ] || source=$here/../../guest/modules/$name.c
  args=$(cat "$here/modules/$name.args" 2>/dev/null)
  flavour=686
  case " $args " in *" --pae "*) flavour=686-pae ;; esac
  memory=$(sed -n 's/.*--mem \([^ ]*\).*/\1/p' <<< "$args")
  ko=$(REBUILD=1 "$lab/build-module.sh" "$source" "$flavour") || exit 1
  strip --strip-debug -o "$here/ko/$name.ko" "$ko" || exit 1
  append=
  [ ! -f "$here/modules/$name.append" ] || append=$(cat "$here/modules/$name.append")
  # A module whose reports are compared may die of what it does.
  FLAVOUR=$flavour "$lab/run-module.sh" "$ko" "${memory:-512M}" "log_buf_len=4M $append" > "$here/expected/$name.raw" ||
    { [ $? = 1 ] && [ -f "$here/modules/$name.mask" ]; } || { cat "$here/expected/$name.raw" >&2; exit 1; }
  more=$here/mask.sed
  [ ! -f "$here/modules/$name.mask" ] || more=$here/$(cat "$here/modules/$name.mask")
  LC_ALL=C sed -E -f "$here/mask.sed" -f "$more" "$here/expected/$name.raw" > "$here/expected/$name.log"
  rm -f "$here/expected/$name.raw"
done
