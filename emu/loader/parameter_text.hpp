// Module arguments as text: splitting a command line, and the numbers and truth values in it, with
// exactly the kernel's idea of what is valid.
//
// Linux 6.1: lib/cmdline.c next_arg; lib/kstrtox.c.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mm/base/result.hpp"

namespace mm32::emu {

struct ModuleArgument {
  std::string name;
  std::optional<std::string> value{};  // nullopt: there was no '='
};

/// "a=1 b="x y" c" as three arguments. Stops before `--`; what follows it goes to `after_dashes`.
std::vector<ModuleArgument> split_arguments(std::string_view line, std::string* after_dashes);

/// One line out of arguments as a shell passes them: values with blanks are quoted, as insmod does.
std::string join_arguments(const std::vector<std::string>& arguments);

/// Names are equal when they differ in '-' and '_' only. Linux: parameq().
bool same_parameter(std::string_view a, std::string_view b);

/// kstrtoull with base 0: 0x is hexadecimal, a leading 0 octal. kInval or kRange.
Result<std::uint64_t> parse_unsigned(std::string_view text);
/// kstrtoll with base 0.
Result<std::int64_t> parse_signed(std::string_view text);
/// kstrtobool: the first letters of yes, true, on, 1 and of their opposites.
Result<bool> parse_truth(std::string_view text);

}  // namespace mm32::emu
