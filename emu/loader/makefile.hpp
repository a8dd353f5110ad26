// The small part of make that Kbuild files of modules use: variables, conditionals, substitution.
//
// Understood: `=` `:=` `::=` `+=` `?=`, $(NAME) ${NAME} $X, $(NAME:.c=.o), comments, continued
// lines, ifeq ifneq ifdef ifndef else endif, export. Rules and their recipes are skipped. A
// function
// ($(shell …), $(wildcard …)) expands to nothing and is remembered, so that the reader of the
// variable can say that it does not know its value.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace mm32::emu {

class Makefile {
 public:
  /// `given` are variables that are set before the first line.
  Makefile(std::string_view text, const std::map<std::string, std::string>& given);

  /// The value of a variable with everything expanded; empty when it is not set.
  std::string value(const std::string& name) const;
  /// The value split at blanks.
  std::vector<std::string> words(const std::string& name) const;
  std::string expand(std::string_view text) const;
  const std::map<std::string, std::string>& variables() const { return variables_; }
  /// The first function in any value that was asked for so far, e.g. "shell"; nullopt: none.
  const std::optional<std::string>& unknown_function() const { return unknown_function_; }

 private:
  // One ifeq … endif: whether its lines count, and whether one of its branches has been taken.
  struct Branch {
    bool active = false;
    bool taken = false;
    bool parent_active = true;
  };

  void read_line(const std::string& line);
  bool read_conditional(std::string_view line);
  bool condition(std::string_view keyword, std::string_view rest) const;
  void read_assignment(std::string_view line);
  bool active() const { return branches_.empty() || branches_.back().active; }
  std::string expand_reference(std::string_view inside, unsigned depth) const;
  std::string expand_nested(std::string_view text, unsigned depth) const;

  std::map<std::string, std::string> variables_;  // not expanded yet
  std::vector<Branch> branches_;
  mutable std::optional<std::string> unknown_function_;
};

/// Splits as a shell does: blanks separate, quotes and backslashes keep together and disappear.
std::vector<std::string> shell_words(std::string_view text);

}  // namespace mm32::emu
