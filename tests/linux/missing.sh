#!/bin/bash
# missing.sh MM32 LIST [GROUP]: which symbols of a list of imports does mm32 not provide?
#   LIST: lines "symbol<TAB>modules<TAB>groups"; # begins a comment. GROUP: only symbols whose groups contain
#   this letter (A unless given). Makes an object that refers to all of them and asks `mm32 symbols`.
# Prints the missing ones and their number. Exit status: 0 none is missing, 1 some are, 2 wrong usage.
[ $# -ge 2 ] && [ -x "$1" ] && [ -r "$2" ] || { sed -n '2,5s/^# \{0,1\}//p' "$0" >&2; exit 2; }
mm32=$1 list=$2 group=${3:-A}
scratch=$(mktemp -d) || exit 2
trap 'rm -rf "$scratch"' EXIT
awk -F'\t' -v group="$group" '!/^#/ && index($3, group) { print $1 }' "$list" | sort -u > "$scratch/names"
{ echo '.data'; sed 's/.*/.long &/' "$scratch/names"; } > "$scratch/all.s"
as --32 -o "$scratch/all.o" "$scratch/all.s" || exit 2
"$mm32" symbols "$scratch/all.o" > "$scratch/report" 2>&1
awk 'NR == FNR { wanted[$1] = 1; next } / MISSING$/ { for (i = 1; i <= NF; i++) if ($i in wanted) print $i }' \
  "$scratch/names" "$scratch/report" | sort -u > "$scratch/missing"
cat "$scratch/missing"
echo "$(wc -l < "$scratch/missing") of $(wc -l < "$scratch/names") symbols of group $group are missing"
[ ! -s "$scratch/missing" ]
