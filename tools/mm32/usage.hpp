// What the user got wrong on the command line, as one sentence each; and the examples of --help.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "commands.hpp"
#include "emu/failure.hpp"

namespace mm32::tool {

/// Examples of a command, or of all of mm32 for an empty name.
std::string examples(const std::string& command);

/// Refuses "--name=": CLI11 would take the next word as its value.
emu::Expected<void> check_words(const std::vector<std::string>& words);
/// Refuses words that no option and no argument took.
emu::Expected<void> check_extras(const std::string& command,
                                 const std::vector<std::string>& extras);
/// Refuses a command without its arguments.
emu::Expected<void> check_required(const std::string& command, const Arguments& args);
std::string unknown_command(const std::vector<std::string>& words);
/// CLI11's own messages differ between its versions: only the name of the option is taken.
std::string parse_error_sentence(const CLI::ParseError& error);

}  // namespace mm32::tool
