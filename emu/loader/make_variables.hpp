// The variables of a Makefile, as GNU make sees them.
//
// make itself reads the file, in the folder of the file and without running a rule; a few lines of
// our own around it set variables before and print all of them after. Functions such as $(shell …)
// run.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "emu/loader/load_error.hpp"

namespace mm32::emu {

class MakeVariables {
 public:
  /// From lines that begin with kMark; others are passed over.
  static MakeVariables parse(std::string_view text);
  static constexpr std::string_view kMark = "mm32-variable:";

  /// The expanded value; empty when it is not set.
  std::string value(const std::string& name) const;
  /// The value split at blanks.
  std::vector<std::string> words(const std::string& name) const;

 private:
  std::map<std::string, std::string> values_;
};

/// Reads `file`. `given` are variables that are set before its first line. Errors: no make
/// (kNoEnt), or what make said about the file (kNoExec).
Loaded<MakeVariables> read_make_variables(const std::filesystem::path& file,
                                          const std::map<std::string, std::string>& given);

}  // namespace mm32::emu
