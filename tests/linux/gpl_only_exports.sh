#!/bin/bash
# gpl_only_exports.sh SYMVERS: print emu/loader/gpl_only_exports.inc, the symbols that the kernel
#   itself exports to GPL modules only, from the Module.symvers of Debian's i386 6.1 headers.
# Exit status: 0, 2 wrong usage.
[ $# = 1 ] && [ -r "$1" ] || { sed -n '2,3s/^# \{0,1\}//p' "$0" >&2; exit 2; }
awk -F'\t' '$3 == "vmlinux" && $4 == "EXPORT_SYMBOL_GPL" { print $2 }' "$1" | LC_ALL=C sort -u |
  tr '\n' ' ' | fold -s -w 96 | sed 's/^/"/; s/$/",/'
