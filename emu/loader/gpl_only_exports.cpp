#include "emu/loader/gpl_only_exports.hpp"

namespace mm32::emu {
namespace {

// Each name has a blank behind it.
constexpr std::string_view kNames =
#include "emu/loader/gpl_only_exports.inc"
    ;

}  // namespace

bool is_gpl_only_in_kernel(std::string_view name) {
  for (std::size_t at = kNames.find(name); at != std::string_view::npos;
       at = kNames.find(name, at + 1))
    if ((at == 0 || kNames[at - 1] == ' ') && kNames[at + name.size()] == ' ') return true;
  return false;
}

}  // namespace mm32::emu
