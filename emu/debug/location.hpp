// Where a code breakpoint is meant to be, in the user's words, and the addresses that this is now.
//
//   SYMBOL, module:SYMBOL, SYMBOL+OFFSET, *EXPRESSION, 0xADDRESS, FILE:LINE, LINE
// A name that nothing has yet may come with a module: the location then has no addresses, and is
// resolved again when modules come and go.
#pragma once

#include <string>
#include <vector>

#include "emu/failure.hpp"
#include "emu/machine/machine.hpp"

namespace mm32::emu {

struct Location {
  enum class Kind : std::uint8_t { kAddress, kSymbol, kLine };
  Kind kind = Kind::kAddress;
  std::uint32_t value = 0;  // the address; the offset from the symbol; the line
  std::string name{};       // the symbol, the file

  /// Fails with kUsage for what can never be a location. `present_file` is that of a bare LINE.
  static Expected<Location> parse(Machine& machine, std::string_view text,
                                  const std::string& present_file);
  std::vector<VirtAddr> resolve(Machine& machine) const;
  std::string text() const;
};

}  // namespace mm32::emu
