# Completion of mm32 for zsh or fish, from what the command says about itself:
#   mm32 --help-all | awk -v shell=fish -f completion.awk >mm32.fish

# In single quotes of the shell.
function quote(text) {
  gsub(/\\/, "\\\\", text)
  gsub(/'/, shell == "fish" ? "\\'" : "'\\''", text)
  return "'" text "'"
}

# Brackets and colons mean something to _arguments.
function plain(text) {
  gsub(/\\/, "\\\\", text)
  gsub(/\[/, "\\[", text)
  gsub(/\]/, "\\]", text)
  gsub(/:/, "\\:", text)
  return text
}

function fish_option(    line) {
  line = "complete -c mm32 -n "
  line = line (command == "" ? "__fish_use_subcommand" : quote("__fish_seen_subcommand_from " command))
  if (short != "") line = line " -s " short
  if (long != "") line = line " -l " long
  if (choices != "") line = line " -x -a " quote(choices)
  else if (takes_value) line = line " -r"
  print line " -d " quote(help)
}

function zsh_option(    text, names, i, n) {
  n = 0
  if (short != "") names[++n] = "-" short
  if (long != "") names[++n] = "--" long
  for (i = 1; i <= n; ++i) {
    text = "*" names[i] "[" plain(help) "]"
    if (choices != "") text = text ":value:(" choices ")"
    else if (takes_value) text = text ":value:_files"
    lines[command] = lines[command] " \\\n        " quote(text)
  }
}

function finish() {
  if (!pending) return
  pending = 0
  if (shell == "fish") fish_option()
  else zsh_option()
}

/^[a-z]+$/ { finish(); command = $0; order[++commands] = command; wants_help = 1; next }
wants_help && /^  [^ ]/ {
  about[command] = substr($0, 3)
  if (shell == "fish")
    print "complete -c mm32 -n __fish_use_subcommand -f -a " command " -d " quote(about[command])
  wants_help = 0
  next
}
/^ +-/ {
  finish()
  pending = 1
  short = long = choices = help = ""
  n = split($1, names, ",")
  for (i = 1; i <= n; ++i) {
    if (names[i] ~ /^--/) long = substr(names[i], 3)
    else short = substr(names[i], 2)
  }
  takes_value = $2 ~ /^TEXT/
  if (match($2, /\{[^}]*\}/)) {
    choices = substr($2, RSTART + 1, RLENGTH - 2)
    gsub(/,/, " ", choices)
  }
  rest = $0
  sub(/^ +[^ ]+/, "", rest)
  if (takes_value) sub(/^ +TEXT[^ ]*/, "", rest)
  sub(/^ +(\.\.\. +)?/, "", rest)
  sub(/^\.\.\.$/, "", rest)
  help = rest
  next
}
pending && /^                              / {
  sub(/^ +/, "")
  help = help (help == "" ? "" : " ") $0
  next
}
{ finish() }

END {
  finish()
  if (shell == "fish") exit
  print "#compdef mm32\n"
  print "_mm32() {\n  local context state state_descr line\n  typeset -A opt_args"
  print "  _arguments -C" lines[""] " \\\n        '1: :->command' '*:: :->words'"
  print "  case $state in\n    command)\n      local -a commands=("
  for (i = 1; i <= commands; ++i) print "        " quote(order[i] ":" plain(about[order[i]]))
  print "      )\n      _describe command commands\n      ;;\n    words)\n      case $words[1] in"
  for (i = 1; i <= commands; ++i)
    print "        " order[i] ")\n        _arguments" lines[order[i]] " \\\n        '*:file:_files'\n        ;;"
  print "      esac\n      ;;\n  esac\n}\n\n_mm32 \"$@\""
}
