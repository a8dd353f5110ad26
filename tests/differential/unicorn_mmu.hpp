// Unicorn's own MMU as the oracle: runs one memory access of guest code under given page tables in
// a fresh engine and says what the emulated chip did.
//
// The tables of a case lie anywhere in RAM; the oracle adds one directory entry of its own for
// kOracleVa (code, descriptor table, stack), whose frames the case must leave alone.
#pragma once

#include <optional>

#include "mm/paging/walk.hpp"

namespace mm32::test {

inline constexpr VirtAddr kOracleVa{0xC0000000};
/// Frames [kOracleFrame, kOracleFrame + 8) belong to the oracle.
inline constexpr Pfn kOracleFrame{0xF00};

struct AccessCase {
  PagingState state{};
  VirtAddr address{};
  Access access = Access::kRead;
  Ring ring = Ring::kSupervisor;
};

struct ChipAnswer {
  enum class Kind { kDone, kPageFault, kNoMemory, kOther } kind = Kind::kOther;
  std::uint32_t value = 0;       // read: what was read
  std::uint32_t error_code = 0;  // page fault
  VirtAddr cr2{};                // page fault
  int detail = 0;                // kOther: the engine's error or vector
};

/// Adds the oracle's mapping to the tables below state.cr3 in `ram`.
void add_oracle_mapping(const Ram& ram, const PagingState& state);

/// How many physical address bits the emulated chip has: entry bits above them are reserved.
unsigned chip_phys_bits();

/// Performs the access. For kExecute the target must hold HLT (0xF4).
ChipAnswer ask_chip(const Ram& ram, const AccessCase& c);

}  // namespace mm32::test
