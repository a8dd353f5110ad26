#include "emu/debug/instruction_kind.hpp"

namespace mm32::emu {
namespace {

constexpr unsigned kMostPrefixes = 4;

bool is_prefix(std::uint8_t byte) {
  switch (byte) {
    case 0x26:  // segment overrides; 0x3e marks indirect calls, too
    case 0x2e:
    case 0x36:
    case 0x3e:
    case 0x64:
    case 0x65:
    case 0x66:
    case 0xf2:
    case 0xf3:
      return true;
    default:
      return false;
  }
}

// FF /2, FF /3: indirect near and far call.
bool is_indirect_call(std::uint8_t modrm) {
  const unsigned extension = (modrm >> 3) & 7u;
  return extension == 2 || extension == 3;
}

}  // namespace

FlowKind flow_kind(const GuestMemory& memory, VirtAddr instruction) {
  auto byte = memory.load<std::uint8_t>(instruction);
  for (unsigned i = 0; byte && is_prefix(*byte) && i < kMostPrefixes; ++i)
    byte = memory.load<std::uint8_t>(instruction += Bytes(1));
  if (!byte) return FlowKind::kOther;
  switch (*byte) {
    case 0xe8:
    case 0x9a:
      return FlowKind::kCall;
    case 0xc2:
    case 0xc3:
    case 0xca:
    case 0xcb:
      return FlowKind::kReturn;
    case 0xcf:
      return FlowKind::kInterruptReturn;
    case 0xff: {
      const auto modrm = memory.load<std::uint8_t>(instruction + Bytes(1));
      return modrm && is_indirect_call(*modrm) ? FlowKind::kCall : FlowKind::kOther;
    }
    default:
      return FlowKind::kOther;
  }
}

}  // namespace mm32::emu
