# shellcheck shell=bash disable=SC2154
# What record.sh and compare.sh share: where a module's files are. $here is their folder.

# source_of NAME: its source, here or among the examples.
source_of() {
  if [ -f "$here/modules/$1.c" ]; then echo "$here/modules/$1.c"; else echo "$here/../../guest/modules/$1.c"; fi
}

# cases_of NAME: the parameters of each run, a line a run; one empty line when there are none.
cases_of() {
  if [ -f "$here/modules/$1.cases" ]; then cat "$here/modules/$1.cases"; else echo; fi
}

# mask NAME: a log without what differs between two machines.
mask() {
  local more=$here/mask.sed
  [ ! -f "$here/modules/$1.mask" ] || more=$here/$(cat "$here/modules/$1.mask")
  LC_ALL=C sed -E -f "$here/mask.sed" -f "$more"
}
