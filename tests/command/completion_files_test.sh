#!/bin/bash
# completion_files_test.sh MM32 FOLDER: the completion files for zsh and fish have every command and
# option of --help, and their shells, where they are installed, take them.
set -euo pipefail
mm32=$1 zsh_file=$2/mm32.zsh fish_file=$2/mm32.fish
failures=0
complain() { echo "$1"; failures=1; }

for command in $("$mm32" --help | sed -n '/^Subcommands:/,$s/^  \([a-z]\+\) .*/\1/p'); do
  grep -q "^        '$command:" "$zsh_file" || complain "zsh: $command is missing"
  grep -q -- "-a $command " "$fish_file" || complain "fish: $command is missing"
  words=$(awk "/^        $command\)/,/;;/" "$zsh_file")
  for option in $("$mm32" "$command" --help | grep -oE '^ +(-[a-z],)?--[a-z-]+' | grep -oE '[-][-][a-z-]+'); do
    case $option in --help | --help-all) continue ;; esac
    grep -q -e "'\*$option\[" <<<"$words" || complain "zsh: $command $option is missing"
    grep -q -e "from $command' .*-l ${option#--} " "$fish_file" || complain "fish: $command $option is missing"
  done
done
if command -v zsh >/dev/null; then
  zsh -n "$zsh_file" || complain "zsh does not take its file"
  # shellcheck disable=SC2016 # for zsh
  zsh -fc 'autoload -Uz compinit; compinit -D -u 2>/dev/null; . "$1"; whence _mm32 >/dev/null' zsh "$zsh_file" 2>/dev/null ||
    complain "zsh does not load its file"
fi
if command -v fish >/dev/null; then
  fish -n "$fish_file" || complain "fish does not take its file"
  home=$(mktemp -d)
  offered=$(HOME=$home fish --no-config -c "source '$fish_file'; complete -C 'mm32 run --layout '" 2>/dev/null)
  rm -rf "$home"
  grep -q "linux-6.1" <<<"$offered" || complain "fish: --layout has no choices"
fi
exit "$failures"
