// The registers of the i386 that the host reads and writes between runs.
#pragma once

#include <cstdint>

namespace mm32::emu {

struct Registers {
  std::uint32_t eax, ecx, edx, ebx, esp, ebp, esi, edi;
  std::uint32_t eip, eflags;
  std::uint16_t cs, ss, ds, es, fs, gs;
  std::uint32_t cr0, cr2, cr3, cr4;

  unsigned cpl() const { return cs & 3u; }
};

/// EFLAGS bits. Intel SDM vol. 1 §3.4.3.
namespace eflags {
inline constexpr std::uint32_t kReserved1 = 1u << 1;
inline constexpr std::uint32_t kTf = 1u << 8;
inline constexpr std::uint32_t kIf = 1u << 9;
inline constexpr std::uint32_t kNt = 1u << 14;
inline constexpr std::uint32_t kRf = 1u << 16;
inline constexpr std::uint32_t kVm = 1u << 17;
}  // namespace eflags

/// Control register bits. Intel SDM vol. 3 §2.5.
namespace cr0 {
inline constexpr std::uint32_t kPe = 1u << 0;
inline constexpr std::uint32_t kWp = 1u << 16;
inline constexpr std::uint32_t kPg = 1u << 31;
}  // namespace cr0
namespace cr4 {
inline constexpr std::uint32_t kPse = 1u << 4;
inline constexpr std::uint32_t kPae = 1u << 5;
inline constexpr std::uint32_t kPge = 1u << 7;
inline constexpr std::uint32_t kOsFxsr = 1u << 9;
inline constexpr std::uint32_t kOsXmmExcpt = 1u << 10;
}  // namespace cr4

/// Exception vectors. Intel SDM vol. 3 §6.3.1.
namespace vector {
inline constexpr unsigned kDivideError = 0;
inline constexpr unsigned kDebug = 1;
inline constexpr unsigned kBreakpoint = 3;
inline constexpr unsigned kOverflow = 4;
inline constexpr unsigned kInvalidOpcode = 6;
inline constexpr unsigned kDoubleFault = 8;
inline constexpr unsigned kInvalidTss = 10;
inline constexpr unsigned kSegmentNotPresent = 11;
inline constexpr unsigned kGeneralProtection = 13;
inline constexpr unsigned kPageFault = 14;
inline constexpr unsigned kAlignmentCheck = 17;
/// Whether the CPU pushes an error code for this vector.
constexpr bool has_error_code(unsigned v) {
  return v == 8 || (v >= 10 && v <= 14) || v == 17 || v == 21;
}
}  // namespace vector

}  // namespace mm32::emu
