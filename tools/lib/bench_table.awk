# Prints measured figures next to their budgets.
#   awk -f bench_table.awk FIGURES BUDGETS
# FIGURES: "name|value|unit" a line, times in any unit; BUDGETS: see tests/bench/budgets.txt.
# Of several runs the median counts, of starts of the program the fastest.
# A row over its budget is marked; the status is 0 all the same, because a budget is not a test.

function trim(s) { gsub(/^[ \t]+|[ \t]+$/, "", s); return s }

function nanoseconds(value, unit) {
  if (unit == "us") return value * 1e3
  if (unit == "ms") return value * 1e6
  if (unit == "s") return value * 1e9
  return value
}

# A time in the unit that suits it.
function readable(ns) {
  if (ns >= 1e9) return sprintf("%.2f s", ns / 1e9)
  if (ns >= 1e6) return sprintf("%.2f ms", ns / 1e6)
  if (ns >= 1e4) return sprintf("%.2f us", ns / 1e3)
  return sprintf("%.1f ns", ns)
}

# "2H + 40 ns" in nanoseconds; -1 when it needs H and H was not measured.
function budget_ns(text,    terms, count, i, term, sum) {
  count = split(text, terms, "+")
  for (i = 1; i <= count; i++) {
    term = trim(terms[i])
    if (term ~ /H$/) {
      if (!("GuestEmptyExport" in figure)) return -1
      sub(/H$/, "", term)
      sum += (term == "" ? 1 : term) * figure["GuestEmptyExport"]
    } else {
      split(term, part, " ")
      sum += nanoseconds(part[1], part[2])
    }
  }
  return sum
}

function row(what, measured, budget, real, verdict) {
  printf "%-39s %12s  %-12s %-8s %s\n", what, measured, budget, verdict, real
}

# The nth smallest sample of a figure.
function nth(name, n,    i, j, count, sorted, value) {
  count = taken[name]
  for (i = 1; i <= count; i++) {
    value = samples[name, i]
    for (j = i - 1; j >= 1 && sorted[j] > value; j--) sorted[j + 1] = sorted[j]
    sorted[j + 1] = value
  }
  return sorted[n]
}

# Prints one row of the budget file.
function judge(what, source, budget, real,    names, value, limit) {
  if (split(source, names, " / ") == 2) {
    used[names[1]] = used[names[2]] = 1
    if (!(names[1] in figure) || !(names[2] in figure)) { row(what, "-", budget, real, "missing"); return }
    value = 100 * figure[names[1]] / figure[names[2]]
    limit = budget; gsub(/[^0-9.]/, "", limit); limit += 0
    row(what, sprintf("%.1f %%", value), budget, real, value >= limit ? "ok" : "OVER")
    return
  }
  used[source] = 1
  if (!(source in figure)) { row(what, "-", budget, real, "missing"); return }
  value = figure[source]
  if (unit[source] == "count") {
    limit = budget; gsub(/[^0-9.]/, "", limit)
    row(what, sprintf("%.1f", value) substr(budget, length(limit) + 1), budget, real,
        value <= limit + 0 ? "ok" : "OVER")
    return
  }
  if (budget == "") { row(what, readable(value), "", real, ""); return }
  limit = budget_ns(budget)
  if (limit < 0) { row(what, readable(value), budget, real, "no H"); return }
  row(what, readable(value), budget, real, value <= limit ? "ok" : "OVER")
}

BEGIN { FS = "|" }
FNR == NR {
  name = trim($1)
  unit[name] = trim($3)
  value = unit[name] == "count" ? $2 + 0 : nanoseconds($2, unit[name])
  figure[name]
  samples[name, ++taken[name]] = value
  order[++names_count] = name
  next
}
FNR == 1 { for (name in figure) figure[name] = name ~ /^start / ? nth(name, 1) : nth(name, int((taken[name] + 1) / 2)) }
FNR == 1 { row("what", "measured", "budget", "real kernel", "") }
/^[ \t]*(#|$)/ { next }
{ judge(trim($1), trim($2), trim($3), trim($4)) }
END {
  for (i = 1; i <= names_count; i++) {
    name = order[i]
    if (name in used || shown[name]++) continue
    row(name, unit[name] == "count" ? sprintf("%.1f", figure[name]) : readable(figure[name]), "", "", "")
  }
}
