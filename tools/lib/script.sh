# Shared by the commands in tools/: where things are, and one quiet progress line a phase.
# A command sources this file first; it defines functions and variables only. It expects bash.
#
#   mm32_root    the source tree         mm32_build   the release build tree
#   mm32_logs    full logs of the phases
#
# shellcheck shell=bash

set -euo pipefail

mm32_root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
mm32_build=$mm32_root/build/release
mm32_logs=$mm32_root/build/logs
mm32_name=${0##*/}

# say TEXT...: progress and remarks, on stderr so that stdout stays the command's result.
say() { printf '%s\n' "$*" >&2; }

warn() { printf '%s: warning: %s\n' "$mm32_name" "$*" >&2; }

# die TEXT...: ends the command with a sentence that says what to do.
die() {
  printf '%s: %s\n' "$mm32_name" "$*" >&2
  exit 1
}

# phase TITLE LOG COMMAND...: runs COMMAND without input, its output in build/logs/LOG.log. Says
# TITLE and the seconds it took; on failure shows the log's last $mm32_tail lines (40) and returns
# COMMAND's status.
phase() {
  local title=$1 log=$mm32_logs/$2.log begin=$SECONDS status=0
  shift 2
  mkdir -p "$mm32_logs"
  printf '%-32s ' "$title ..." >&2
  "$@" >"$log" 2>&1 </dev/null || status=$?
  if [ "$status" -eq 0 ]; then
    say "done ($((SECONDS - begin)) s)"
    return 0
  fi
  say "failed ($((SECONDS - begin)) s); full log: ${log#"$mm32_root"/}"
  tail -n "${mm32_tail:-40}" "$log" >&2
  return "$status"
}

# configure: makes or refreshes the release build tree.
configure() {
  phase "Configuring" configure cmake -S "$mm32_root" --preset release
}

# build TARGET...: builds the given targets of the release build tree, all of them without any.
build() {
  local targets=()
  [ $# -eq 0 ] || targets=(--target "$@")
  phase "Building" build cmake --build "$mm32_build" "${targets[@]}"
}
