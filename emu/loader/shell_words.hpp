// Splitting text into words.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace mm32::emu {

/// Splits as a shell does: blanks separate, quotes and backslashes keep together and disappear.
std::vector<std::string> shell_words(std::string_view text);

}  // namespace mm32::emu
