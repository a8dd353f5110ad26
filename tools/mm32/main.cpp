// The mm32 command: parses the command line and hands over to emu/command.
#include <CLI/CLI.hpp>
#include <cstdio>

#include "command_line.hpp"

int main(int argc, char** argv) { return mm32::tool::run_command_line(argc, argv); }
