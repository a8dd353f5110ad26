// How the loader asks for the address of a symbol that a module does not define itself.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "mm/base/types.hpp"

namespace mm32::emu {

class SymbolResolver {
 public:
  virtual ~SymbolResolver() = default;
  /// The address of an exported symbol, of the kernel or of a loaded module; nullopt: not exported.
  virtual std::optional<VirtAddr> resolve(std::string_view name) = 0;
  /// Why a symbol that somebody exports was not resolved; empty: nobody exports it.
  virtual std::string refusal(std::string_view /*name*/) { return {}; }
  /// What stands for a symbol that nobody exports; nullopt: the module cannot be linked.
  virtual std::optional<VirtAddr> stand_in(std::string_view /*name*/) { return std::nullopt; }
};

}  // namespace mm32::emu
