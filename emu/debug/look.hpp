// Commands that look at a stopped machine and change nothing: for the console, and for gdb's
// `monitor`.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "emu/debug/debugger.hpp"
#include "emu/debug/source_text.hpp"

namespace mm32::emu {

/// What the commands share.
struct LookScene {
  LookScene(Debugger& d, SourceText& s) : debugger(d), sources(s) {}

  Debugger& debugger;
  SourceText& sources;
  std::string list_file{};  // where `list` goes on
  unsigned list_line = 0;

  Machine& machine() const { return debugger.machine(); }
};

struct LookCommand {
  std::string_view name;
  std::string_view arguments;
  std::string_view help;
  Expected<std::string> (*run)(LookScene& scene, std::string_view arguments);
};

/// All of them, in the order of help.
std::span<const LookCommand> look_commands();
/// What `info` knows.
std::span<const LookCommand> info_topics();

/// Splits "x/4xw c0000000" into "x" and "/4xw c0000000", other lines at the first space.
std::pair<std::string_view, std::string_view> split_command(std::string_view line);
std::vector<std::string> words_of(std::string_view text);

/// The entry of `commands` that `name` is, or is the beginning of. Fails with a sentence: none, or
/// several.
Expected<const LookCommand*> find_command(std::span<const LookCommand> commands,
                                          std::string_view name, std::string_view what);

/// Refuses what is `given` to a command that takes nothing.
Expected<void> check_arguments(std::string_view command, std::string_view takes,
                               std::string_view given);

/// Runs a line; the text it prints. Fails with kUsage and one sentence.
Expected<std::string> look(LookScene& scene, std::string_view line);

}  // namespace mm32::emu
