#include "emu/debug/exception_name.hpp"

#include <fmt/format.h>

#include <array>

namespace mm32::emu {
namespace {

// Intel SDM vol. 3 §6.3.1.
constexpr std::array<std::string_view, 20> kNames = {"divide error",
                                                     "debug exception",
                                                     "NMI",
                                                     "breakpoint (int3)",
                                                     "overflow",
                                                     "BOUND range exceeded",
                                                     "invalid opcode",
                                                     "device not available",
                                                     "double fault",
                                                     "coprocessor segment overrun",
                                                     "invalid TSS",
                                                     "segment not present",
                                                     "stack-segment fault",
                                                     "general protection",
                                                     "page fault",
                                                     "reserved",
                                                     "x87 error",
                                                     "alignment check",
                                                     "machine check",
                                                     "SIMD error"};

}  // namespace

std::string exception_text(const Trap& trap) {
  if (trap.kind == Trap::Kind::kSoftwareInt) return fmt::format("int 0x{:x}", trap.vector);
  if (trap.vector != vector::kPageFault) {
    const std::string name = trap.vector < kNames.size() ? std::string(kNames[trap.vector])
                                                         : fmt::format("vector {}", trap.vector);
    return vector::has_error_code(trap.vector)
               ? fmt::format("{}, error code {:x}", name, trap.error_code)
               : name;
  }
  const std::uint32_t code = trap.error_code;
  const char* access = (code & fault_code::kInstruction) != 0 ? "execute"
                       : (code & fault_code::kWrite) != 0     ? "write"
                                                              : "read";
  return fmt::format("page fault at {:08x}, error code {:x}: {} in ring {}, {}{}",
                     trap.address.raw(), code, access, (code & fault_code::kUser) != 0 ? 3 : 0,
                     (code & fault_code::kProtection) != 0 ? "refused by a present entry"
                                                           : "an entry is not present",
                     trap.stack_guard ? " (the guard page of the kernel stack)" : "");
}

}  // namespace mm32::emu
