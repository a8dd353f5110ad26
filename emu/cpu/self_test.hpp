// The start-up self-test: refuses to run on a CPU engine that cannot do what mm32 stands on.
//
// In a few pages of low RAM (zeroed again afterwards) it builds page tables and runs code through
// translation, a refused access that is repaired and restarted, accessed and dirty bits, write
// protection of the supervisor, and a divide error followed by two general protection faults, from
// which the engine's memory of past exceptions is learned (engine.hpp); then through ring 3 and
// back.
#pragma once

#include "emu/cpu/cpu.hpp"

namespace mm32::emu {

class CpuSelfTest {
 public:
  CpuSelfTest(Cpu& cpu, PagingMode mode) : cpu_(cpu), mode_(mode) {}

  /// Success, or kInternalFault naming the check that failed. Leaves the scratch pages zero and the
  /// CPU without a kernel: Cpu::enter_protected comes next.
  Expected<void> run();

 private:
  void build();
  void put(std::uint32_t pa, std::span<const std::uint8_t> bytes) const;
  void set_entry(std::uint32_t index, std::uint64_t entry) const;
  std::uint64_t entry(std::uint32_t index) const;
  Trap run_at(std::uint32_t offset) const;
  Expected<void> check_translation();
  Expected<void> check_fault_and_restart();
  Expected<void> check_write_protection();
  Expected<void> check_exceptions();
  Expected<void> check_rings();
  void clear() const;

  Cpu& cpu_;
  PagingMode mode_;
};

}  // namespace mm32::emu
