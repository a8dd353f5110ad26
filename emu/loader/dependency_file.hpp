// The dependency file that a compiler writes with -MD: which files took part in a compilation.
#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

namespace mm32::emu {

/// The files on the right of the first rule "target: file file \ …", escapes resolved.
std::vector<std::filesystem::path> parse_dependencies(std::string_view text);

}  // namespace mm32::emu
