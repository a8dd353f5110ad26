# The manual page of mm32, in troff, from what the command says about itself:
#   mm32 --help-all | awk -v version=0.1.0 -f manual.awk >mm32.1

function quote(line) {
  gsub(/\\/, "\\e", line)
  gsub(/-/, "\\-", line)
  if (line ~ /^[.']/) line = "\\&" line
  return line
}

NR == 1 {
  printf ".TH MM32 1 \"\" \"mm32 %s\" \"User Commands\"\n", version
  print ".SH NAME\nmm32 \\- run 32\\-bit Linux memory management: kernel modules on real page tables"
  print ".SH SYNOPSIS\n.B mm32\n.I COMMAND\n[\\fIOPTION\\fR...] [\\fIFILE\\fR...]\n.SH DESCRIPTION"
  print quote($0) ".\n.SH COMMANDS AND OPTIONS\n.nf"
  next
}
{ print quote($0) }
END {
  print ".fi\n.SH EXIT STATUS"
  print ".TP\n0\nsuccess\n.TP\n1\nthe guest misbehaved: oops, BUG, leak, failed test"
  print ".TP\n2\nwrong usage or an unreadable file\n.TP\n3\nthe time or memory allowed was spent"
  print ".TP\n4\na fault of mm32 itself"
  print ".SH ENVIRONMENT\n.TP\nMM32_SHARE\nfolder of the guest's kernel image and headers"
  print ".TP\nNO_COLOR\nno colour, even on a terminal"
}
