#include "emu/loader/gpl_only_exports.hpp"

#include <algorithm>
#include <array>

namespace mm32::emu {
namespace {

// Sorted; several names in each, each with a blank behind it.
constexpr auto kNames = std::to_array<std::string_view>({
#include "emu/loader/gpl_only_exports.inc"
});

constexpr std::string_view first_name(std::string_view names) {
  return names.substr(0, names.find(' '));
}

}  // namespace

bool is_gpl_only_in_kernel(std::string_view name) {
  const auto* behind = std::ranges::upper_bound(kNames, name, {}, first_name);
  if (behind == kNames.begin()) return false;
  const std::string_view names = *(behind - 1);
  for (std::size_t at = names.find(name); at != std::string_view::npos;
       at = names.find(name, at + 1))
    if ((at == 0 || names[at - 1] == ' ') && at + name.size() < names.size() &&
        names[at + name.size()] == ' ')
      return true;
  return false;
}

}  // namespace mm32::emu
