#!/bin/bash
# The benchmark table: budgets with H in them, units, ratios, counters, missing figures.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd -P)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cat >"$work/figures" <<'TEXT'
GuestEmptyExport|15|ns
GuestEmptyExport|13|ns
GuestEmptyExport|14|ns
Pair|69|ns
Slow|3.1|us
Bare|96|ns
Guest|100|ns
Fast|200|ns
Idle:rss|70.5|count
Extra|2|ms
TEXT
cat >"$work/budgets" <<'TEXT'
# remark
empty call | GuestEmptyExport | |
a pair     | Pair             | 2H + 40 ns | 300 ns
slow one   | Slow             | 2.5 us | 12-40 us
compute    | Bare / Guest     | >= 95 % |
faster     | Fast / Guest     | >= 95 % |
idle       | Idle:rss         | 64 MiB | 176 MiB
nowhere    | Nothing          | 1 ns |
TEXT
awk -f "$root/tools/lib/bench_table.awk" "$work/figures" "$work/budgets" | tr -s ' ' | sed 's/ $//' \
  >"$work/got"
diff - "$work/got" <<'TEXT'
what measured budget real kernel
empty call 14.0 ns
a pair 69.0 ns 2H + 40 ns OVER 300 ns
slow one 3100.0 ns 2.5 us OVER 12-40 us
compute 96.0 % >= 95 % ok
faster 200.0 % >= 95 % ok
idle 70.5 MiB 64 MiB OVER 176 MiB
nowhere - 1 ns missing
Extra 2.00 ms
TEXT
