// Replaces instructions that the CPU engine must not run: those that would crash the host in ring
// 0, and RDTSC, which would show the host's clock.
//
// RDTSC becomes INT kTimestampVector, of the same length, which the executor serves from virtual
// time (design D5).
// Unicorn 2.1.1 crashes on moves from and to debug registers (0F 21, 0F 23), also behind a VEX
// prefix (UNICORN.md). Each becomes ud2 followed by nops of the same total length, so the guest
// gets an invalid-opcode exception at the same address. Decoding is linear from the start of the
// text, which is how compilers emit it; bytes that do not decode are skipped one by one.
#pragma once

#include <cstddef>
#include <span>

namespace mm32::emu {

inline constexpr unsigned kTimestampVector = 0xf9;

/// Patches `text` in place and returns the number of instructions that were replaced.
unsigned neutralise(std::span<std::byte> text);

}  // namespace mm32::emu
