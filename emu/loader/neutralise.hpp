// Replaces instructions that would crash the host's CPU engine when a guest runs them in ring 0.
//
// Unicorn 2.1.1 crashes on moves from and to debug registers (0F 21, 0F 23), also behind a VEX
// prefix (UNICORN.md). Each becomes ud2 followed by nops of the same total length, so the guest
// gets an invalid-opcode exception at the same address. Decoding is linear from the start of the
// text, which is how compilers emit it; bytes that do not decode are skipped one by one.
#pragma once

#include <cstddef>
#include <span>

namespace mm32::emu {

/// Patches `text` in place and returns the number of instructions that were replaced.
unsigned neutralise(std::span<std::byte> text);

}  // namespace mm32::emu
