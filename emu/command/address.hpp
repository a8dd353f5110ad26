// Addresses as users write them: 0xc1234567, c1234567, a symbol, symbol+0x10, or a range A-B.
#pragma once

#include <string_view>
#include <vector>

#include "emu/failure.hpp"
#include "emu/loader/symbol_table.hpp"
#include "mm/base/types.hpp"

namespace mm32::emu {

/// One address, or for "A-B" one address a page of [A, B). Fails with kUsage, naming the text.
Expected<std::vector<VirtAddr>> parse_addresses(std::string_view text, const SymbolTable& symbols);

}  // namespace mm32::emu
