// Reads which file includes what, and says which of these arrows the design forbids.
//
//   tools/ ──► emu/ ──► mm/          guest/ stands apart          tests/ sees all of them
//                └─ Unicorn
//
// A project include is written as a path from the source root ("mm/base/ram.hpp") or relative to
// the including file; everything else is an outside header. Works on text: no preprocessor, so an
// include in a comment counts, and one under an inactive #if counts too.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace mm32::hygiene {

struct Include {
  std::string file;    // path from the source root
  int line;            // from 1
  std::string header;  // as written, without brackets
};

// The #include lines of TEXT, which is FILE's.
std::vector<Include> includes_of(std::string_view file, std::string_view text);

// The #include lines of all C and C++ sources below ROOT's folders mm, emu, tools and guest, by
// path.
std::vector<Include> includes_below(const std::filesystem::path& root);

// Why INCLUDE is forbidden, as "file:line: sentence"; empty when it is allowed.
std::string forbidden(const Include& include);

}  // namespace mm32::hygiene
