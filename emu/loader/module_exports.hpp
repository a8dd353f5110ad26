// The symbols that a linked module offers to others: its __ksymtab and __ksymtab_gpl, and the one
// section a symbol (___ksymtab+NAME) that an object has before its final link.
//
// An entry is three 32-bit offsets, each relative to its own place: value, name, namespace (6.1 on
// x86 with CONFIG_HAVE_ARCH_PREL32_RELOCATIONS; checked against modules built by Debian's headers).
// Entries whose strings lie outside of the module are dropped.
#pragma once

#include "emu/loader/module_linker.hpp"

namespace mm32::emu {

std::vector<ExportedSymbol> read_exports(const LinkedModule& module);

}  // namespace mm32::emu
