#include "emu/cpu/fault_address.hpp"

#include <Zydis/Zydis.h>

#include <algorithm>
#include <array>
#include <optional>

namespace mm32::emu {
namespace {

struct Decoded {
  ZydisDecodedInstruction instruction;
  std::array<ZydisDecodedOperand, ZYDIS_MAX_OPERAND_COUNT> operands;
};

std::optional<Decoded> decode(std::span<const std::uint8_t> code) {
  ZydisDecoder decoder;
  ZydisDecoderInit(&decoder, ZYDIS_MACHINE_MODE_LEGACY_32, ZYDIS_STACK_WIDTH_32);
  Decoded d;
  if (!ZYAN_SUCCESS(ZydisDecoderDecodeFull(&decoder, code.data(), code.size(), &d.instruction,
                                           d.operands.data())))
    return std::nullopt;
  return d;
}

std::uint32_t register_value(ZydisRegister id, const Registers& r) {
  switch (id) {
    case ZYDIS_REGISTER_EAX:
      return r.eax;
    case ZYDIS_REGISTER_ECX:
      return r.ecx;
    case ZYDIS_REGISTER_EDX:
      return r.edx;
    case ZYDIS_REGISTER_EBX:
      return r.ebx;
    case ZYDIS_REGISTER_ESP:
      return r.esp;
    case ZYDIS_REGISTER_EBP:
      return r.ebp;
    case ZYDIS_REGISTER_ESI:
      return r.esi;
    case ZYDIS_REGISTER_EDI:
      return r.edi;
    case ZYDIS_REGISTER_AX:
      return r.eax & 0xffff;
    case ZYDIS_REGISTER_CX:
      return r.ecx & 0xffff;
    case ZYDIS_REGISTER_DX:
      return r.edx & 0xffff;
    case ZYDIS_REGISTER_BX:
      return r.ebx & 0xffff;
    case ZYDIS_REGISTER_SP:
      return r.esp & 0xffff;
    case ZYDIS_REGISTER_BP:
      return r.ebp & 0xffff;
    case ZYDIS_REGISTER_SI:
      return r.esi & 0xffff;
    case ZYDIS_REGISTER_DI:
      return r.edi & 0xffff;
    case ZYDIS_REGISTER_AL:
      return r.eax & 0xff;
    default:
      return 0;
  }
}

// BT and its relatives with a register operand reach beyond the named word.
std::uint32_t bit_string_offset(const Decoded& d, const Registers& r) {
  switch (d.instruction.mnemonic) {
    case ZYDIS_MNEMONIC_BT:
    case ZYDIS_MNEMONIC_BTS:
    case ZYDIS_MNEMONIC_BTR:
    case ZYDIS_MNEMONIC_BTC:
      break;
    default:
      return 0;
  }
  const ZydisDecodedOperand& bit = d.operands[1];
  if (bit.type != ZYDIS_OPERAND_TYPE_REGISTER) return 0;
  const std::uint32_t value = register_value(bit.reg.value, r);
  if (d.instruction.operand_width == 16)
    return static_cast<std::uint32_t>((static_cast<std::int16_t>(value) >> 4) * 2);
  return static_cast<std::uint32_t>((static_cast<std::int32_t>(value) >> 5) * 4);
}

bool is_implicit_push(const ZydisDecodedOperand& op) {
  return op.visibility == ZYDIS_OPERAND_VISIBILITY_HIDDEN &&
         (op.mem.base == ZYDIS_REGISTER_ESP || op.mem.base == ZYDIS_REGISTER_SP) &&
         (op.actions & ZYDIS_OPERAND_ACTION_MASK_WRITE) != 0;
}

std::uint32_t operand_address(const Decoded& d, const ZydisDecodedOperand& op, const Registers& r,
                              std::uint32_t fs_base, std::uint32_t gs_base) {
  std::uint32_t at = register_value(op.mem.base, r);
  if (op.mem.index != ZYDIS_REGISTER_NONE)
    at += register_value(op.mem.index, r) * (op.mem.scale != 0 ? op.mem.scale : 1u);
  if (op.mem.disp.has_displacement) at += static_cast<std::uint32_t>(op.mem.disp.value);
  if (d.instruction.address_width == 16) at &= 0xffff;
  if (op.mem.segment == ZYDIS_REGISTER_FS) at += fs_base;
  if (op.mem.segment == ZYDIS_REGISTER_GS) at += gs_base;
  if (d.instruction.mnemonic == ZYDIS_MNEMONIC_XLAT) at += r.eax & 0xff;
  at += bit_string_offset(d, r);
  if (is_implicit_push(op)) at -= op.size / 8u;
  return at;
}

// ENTER reads the frame pointers of the levels above and pushes one word more than it has levels.
std::optional<std::uint32_t> enter_address(const Decoded& d, const Registers& r, std::uint32_t page,
                                           Access access) {
  const auto level = static_cast<std::uint32_t>(d.operands[1].imm.value.u & 31);
  const bool write = access == Access::kWrite;
  const std::uint32_t count = write ? level + 1 : level == 0 ? 0 : level - 1;
  for (std::uint32_t i = 1; i <= count; ++i) {
    const std::uint32_t at = (write ? r.esp : r.ebp) - 4 * i;
    if (at - page < kPageSize) return at;
    if (page - at < 4) return page;
  }
  return std::nullopt;
}

// POPA leaves the word of ESP out.
std::optional<std::uint32_t> popa_address(const Decoded& d, const Registers& r,
                                          std::uint32_t page) {
  const std::uint32_t size = d.instruction.operand_width / 8u;
  for (std::uint32_t i = 0; i < 8; ++i) {
    const std::uint32_t at = r.esp + i * size;
    if (i != 3 && at - page < kPageSize) return at;
    if (i != 3 && page - at < size) return page;
  }
  return std::nullopt;
}

bool wanted(const ZydisDecodedOperand& op, Access access) {
  if (op.type != ZYDIS_OPERAND_TYPE_MEMORY || op.mem.type == ZYDIS_MEMOP_TYPE_AGEN) return false;
  const auto mask =
      access == Access::kWrite ? ZYDIS_OPERAND_ACTION_MASK_WRITE : ZYDIS_OPERAND_ACTION_MASK_READ;
  return (op.actions & mask) != 0;
}

}  // namespace

std::optional<VirtAddr> accessed_address(std::span<const std::uint8_t> code,
                                         const Registers& registers, std::uint32_t fs_base,
                                         std::uint32_t gs_base, VirtAddr page, Access access) {
  const std::uint32_t first = page_floor(page).raw();
  const auto as_address = [](std::optional<std::uint32_t> at) {
    return at ? std::optional(VirtAddr(*at)) : std::nullopt;
  };
  if (access == Access::kExecute)
    return VirtAddr((registers.eip & ~(kPageSize - 1)) == first ? registers.eip : first);
  const auto d = decode(code);
  if (!d) return std::nullopt;
  std::optional<std::uint32_t> best;
  if (d->instruction.mnemonic == ZYDIS_MNEMONIC_POPA ||
      d->instruction.mnemonic == ZYDIS_MNEMONIC_POPAD)
    return as_address(popa_address(*d, registers, first));
  if (d->instruction.mnemonic == ZYDIS_MNEMONIC_ENTER)
    return as_address(enter_address(*d, registers, first, access));
  for (unsigned i = 0; i < d->instruction.operand_count; ++i) {
    const ZydisDecodedOperand& op = d->operands[i];
    if (!wanted(op, access)) continue;
    const std::uint32_t begin = operand_address(*d, op, registers, fs_base, gs_base);
    const std::uint32_t length = std::max<std::uint32_t>(1, op.size / 8u);
    // First byte of [begin, begin + length) on the page, with wrap-around arithmetic.
    if (begin - first < kPageSize) {
      // Two operands on the page: CMPS, which reads its second one first.
      best = begin;
    } else if (first - begin < length) {
      best = first;
    }
  }
  return as_address(best);
}

VirtAddr exact_fault_address(std::span<const std::uint8_t> code, const Registers& registers,
                             std::uint32_t fs_base, std::uint32_t gs_base, VirtAddr page,
                             Access access) {
  return accessed_address(code, registers, fs_base, gs_base, page, access)
      .value_or(page_floor(page));
}

std::optional<VirtAddr> invalidated_address(std::span<const std::uint8_t> code,
                                            const Registers& registers, std::uint32_t fs_base,
                                            std::uint32_t gs_base) {
  const auto d = decode(code);
  if (!d || d->instruction.mnemonic != ZYDIS_MNEMONIC_INVLPG) return std::nullopt;
  return VirtAddr(operand_address(*d, d->operands[0], registers, fs_base, gs_base));
}

std::vector<MemoryOperand> memory_operands(std::span<const std::uint8_t> code,
                                           const Registers& registers, std::uint32_t fs_base,
                                           std::uint32_t gs_base) {
  std::vector<MemoryOperand> found;
  const auto d = decode(code);
  if (!d) return found;
  for (unsigned i = 0; i < d->instruction.operand_count; ++i) {
    const ZydisDecodedOperand& op = d->operands[i];
    const bool reads = wanted(op, Access::kRead);
    const bool writes = wanted(op, Access::kWrite);
    if (!reads && !writes) continue;
    found.push_back({VirtAddr(operand_address(*d, op, registers, fs_base, gs_base)),
                     std::max<std::uint32_t>(1, op.size / 8u), reads, writes,
                     op.visibility == ZYDIS_OPERAND_VISIBILITY_HIDDEN});
  }
  return found;
}

}  // namespace mm32::emu
