// What a user writes where an address or a value is wanted.
//
//   0xHEX, HEX, 0d10 (decimal), $register, symbol, module:symbol, and of these: - ~, * (the word in
//   guest memory), & (nothing: symbols are addresses), * / %, + -, << >>, &, ^, |, brackets
// Operators bind as in C and count without a sign, modulo 2^32. Numbers are hexadecimal, as
// addresses are everywhere in mm32; a word that is a symbol, too, is the symbol.
#pragma once

#include <string_view>

#include "emu/debug/register_names.hpp"
#include "emu/failure.hpp"
#include "emu/machine/machine.hpp"

namespace mm32::emu {

/// Fails with kUsage and a sentence that names the word.
Expected<std::uint32_t> evaluate(Machine& machine, std::string_view text);

}  // namespace mm32::emu
