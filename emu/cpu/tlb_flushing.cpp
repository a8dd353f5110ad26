#include "emu/cpu/tlb_flushing.hpp"

#include <array>

#include "emu/cpu/fault_address.hpp"

namespace mm32::emu {
namespace {

constexpr std::uint8_t kTwoByteOpcode = 0x0f;
constexpr std::uint8_t kGroup7 = 0x01;
constexpr std::uint8_t kMoveToControl = 0x22;
constexpr unsigned kInvlpgExtension = 7;

bool is_segment_prefix(std::uint8_t byte) {
  return byte == 0x26 || byte == 0x2e || byte == 0x36 || byte == 0x3e || byte == 0x64 ||
         byte == 0x65;
}

std::uint32_t general_register(const Registers& r, unsigned number) {
  const std::array<std::uint32_t, 8> all = {r.eax, r.ecx, r.edx, r.ebx, r.esp, r.ebp, r.esi, r.edi};
  return all[number & 7];
}

}  // namespace

std::optional<TlbFlushing> tlb_flush_of(std::span<const std::uint8_t> code, const Engine& engine) {
  std::size_t i = 0;
  while (i < code.size() && is_segment_prefix(code[i])) ++i;
  if (code.size() - i < 3 || code[i] != kTwoByteOpcode) return std::nullopt;
  const unsigned extension = (code[i + 2] >> 3) & 7;
  if (code[i + 1] == kMoveToControl && (extension == 3 || extension == 4))
    return TlbFlushing{extension == 3 ? TlbFlushing::Kind::kCr3 : TlbFlushing::Kind::kCr4,
                       general_register(engine.read_all(), code[i + 2])};
  if (code[i + 1] != kGroup7 || extension != kInvlpgExtension || code[i + 2] >= 0xc0)
    return std::nullopt;
  const auto at = invalidated_address(code, engine.read_all(), engine.read(UC_X86_REG_FS_BASE),
                                      engine.read(UC_X86_REG_GS_BASE));
  if (!at) return std::nullopt;
  return TlbFlushing{TlbFlushing::Kind::kPage, at->raw()};
}

}  // namespace mm32::emu
