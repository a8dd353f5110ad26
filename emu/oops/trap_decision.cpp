#include "emu/oops/trap_decision.hpp"

#include <array>
#include <cstddef>
#include <utility>

#include "emu/machine/modules.hpp"
#include "emu/oops/reporter.hpp"

namespace mm32::emu {
namespace {

/// guest/include/asm/ptrace.h; esp and ss exist only when the fault came from ring 3.
struct PtRegs {
  std::uint32_t bx, cx, dx, si, di, bp, ax;
  std::uint32_t ds, es, fs, gs;
  std::uint32_t orig_ax;  // the error code
  std::uint32_t ip, cs, flags;
};
static_assert(offsetof(PtRegs, ip) == 48);

constexpr std::uint16_t kKernelStackSelector = 0x68;
constexpr unsigned kUd2Bytes = 2;
// Linux: include/asm-generic/bug.h
constexpr std::uint16_t kBugFlagWarning = 1;
constexpr std::uint16_t kBugFlagNoCutHere = 8;  // WARN(): the message was printed before

Registers to_registers(const PtRegs& p, VirtAddr regs, const Cpu& cpu) {
  const Registers now = cpu.registers();
  Registers r{};
  r.eax = p.ax;
  r.ecx = p.cx;
  r.edx = p.dx;
  r.ebx = p.bx;
  r.esp = regs.raw() + sizeof(PtRegs);
  r.ebp = p.bp;
  r.esi = p.si;
  r.edi = p.di;
  r.eip = p.ip;
  r.eflags = p.flags;
  r.cs = static_cast<std::uint16_t>(p.cs);
  r.ss = kKernelStackSelector;
  r.ds = static_cast<std::uint16_t>(p.ds);
  r.es = static_cast<std::uint16_t>(p.es);
  r.fs = static_cast<std::uint16_t>(p.fs);
  r.gs = static_cast<std::uint16_t>(p.gs);
  r.cr0 = now.cr0;
  r.cr2 = now.cr2;
  r.cr3 = now.cr3;
  r.cr4 = now.cr4;
  return r;
}

// Linux: the strings of arch/x86/kernel/traps.c.
// As Linux's handlers of exceptions name them to die(): arch/x86/kernel/traps.c.
std::string_view trap_name(std::uint32_t v, std::uint32_t error_code) {
  switch (v) {
    case 0:
      return "divide error";
    case 1:
      return "debug";
    case 3:
      return "int3";
    case 4:
      return "overflow";
    case 5:
      return "bounds";
    case 6:
      return "invalid opcode";
    case 7:
      return "unexpected #NM exception";
    case 8:
      return "double fault";
    case 9:
      return "coprocessor segment overrun";
    case 10:
      return "invalid TSS";
    case 11:
      return "segment not present";
    case 12:
      return "stack segment";
    case 13:
      return error_code != 0 ? "segment-related general protection fault"
                             : "general protection fault";
    case 16:
      return "fpu exception";
    case 17:
      return "alignment check";
    case 19:
      return "simd exception";
    default:
      return "unexpected interrupt";
  }
}

// A ud2 with an entry in a bug table. True when it was a warning and the guest goes on.
std::optional<std::uint32_t> decide_bug(KernelContext& k, VirtAddr regs, const Registers& r) {
  const auto entry = k.modules().bug_entry(VirtAddr(r.eip));
  if (!entry) return std::nullopt;
  if ((entry->flags & kBugFlagWarning) == 0) {
    k.reporter().bug(r, entry->file, entry->line);
    return kTrapKill;
  }
  k.reporter().warning_at(
      r, {entry->file, entry->line, {}},
      (entry->flags & kBugFlagNoCutHere) == 0 ? CutHere::kPrint : CutHere::kPrinted);
  const std::uint32_t next = r.eip + kUd2Bytes;
  if (!k.write(regs + Bytes(offsetof(PtRegs, ip)), std::as_bytes(std::span(&next, 1))))
    return kTrapKill;
  return kTrapResume;
}

// Linux: ex_handler_*, arch/x86/mm/extable.c. The offsets are those of PtRegs by register number.
constexpr std::uint32_t kFixupFault = 2;
constexpr std::uint32_t kFixupImmediate = 17;
constexpr std::array<std::uint32_t, 8> kRegisterOffsets = {
    offsetof(PtRegs, ax), offsetof(PtRegs, cx), offsetof(PtRegs, dx), offsetof(PtRegs, bx),
    sizeof(PtRegs),       offsetof(PtRegs, bp), offsetof(PtRegs, si), offsetof(PtRegs, di)};

bool apply_fixup(KernelContext& k, VirtAddr regs, const Registers& r, std::uint32_t v) {
  const auto fixup = k.modules().exception_fixup(VirtAddr(r.eip));
  if (!fixup) return false;
  const auto store = [&](std::uint32_t offset, std::uint32_t value) {
    return k.write(regs + Bytes(offset), std::as_bytes(std::span(&value, 1))).has_value();
  };
  const std::uint32_t type = fixup->data & 0xff;
  if (type == kFixupFault && !store(offsetof(PtRegs, ax), v)) return false;
  if (type == kFixupImmediate) {
    const auto value = static_cast<std::uint32_t>(static_cast<std::int32_t>(fixup->data) >> 16);
    if (!store(kRegisterOffsets[(fixup->data >> 8) & 7], value)) return false;
  }
  return store(offsetof(PtRegs, ip), fixup->resume_at.raw());
}

// A call of a symbol that nobody provides, or an access to it, by a module that was loaded all the
// same. nullopt: another fault, or one to be reported as such.
std::optional<std::uint32_t> decide_missing(KernelContext& k, VirtAddr regs, const Registers& r,
                                            VirtAddr address) {
  StandIns::StandIn* symbol = k.modules().stand_in_at(address);
  if (symbol == nullptr) return std::nullopt;
  const bool called = address.raw() == r.eip;
  const bool pass_over = k.modules().missing_symbols() == MissingSymbols::kReturnZero;
  if (!called && !pass_over) return std::nullopt;
  if (std::exchange(symbol->mention, Mention::kRepeated) == Mention::kFirst || !pass_over)
    k.reporter().missing_symbol(symbol->name, r,
                                called ? TopFrame::kCalled : TopFrame::kInterrupted);
  if (!pass_over) return kTrapKill;
  if (!called) return k.modules().show_zeros(*symbol) ? kTrapResume : kTrapKill;
  const std::uint32_t next = k.modules().return_zero().raw();
  if (!k.write(regs + Bytes(offsetof(PtRegs, ip)), std::as_bytes(std::span(&next, 1))))
    return kTrapKill;
  return kTrapResume;
}

}  // namespace

Outcome<std::uint32_t> decide_trap(KernelContext& k, VirtAddr regs, std::uint32_t v,
                                   VirtAddr address) {
  MM_TRY_ASSIGN(const PtRegs saved, k.load<PtRegs>(regs));
  const Registers r = to_registers(saved, regs, k.cpu());
  if (v == vector::kInvalidOpcode)
    if (const auto decision = decide_bug(k, regs, r)) return *decision;
  if ((v == vector::kPageFault || v == vector::kGeneralProtection) && apply_fixup(k, regs, r, v))
    return kTrapResume;
  if (v == vector::kPageFault)
    if (const auto decision = decide_missing(k, regs, r, address)) return *decision;
  if (v != vector::kPageFault) {
    const std::uint32_t code = vector::has_error_code(v) ? saved.orig_ax & 0xffff : 0;
    k.reporter().exception(trap_name(v, code), {v, code, r});
    return kTrapKill;
  }
  const std::uint32_t code = saved.orig_ax;
  const Access access = (code & fault_code::kInstruction) != 0 || address.raw() == r.eip
                            ? Access::kExecute
                        : (code & fault_code::kWrite) != 0 ? Access::kWrite
                                                           : Access::kRead;
  const Ring ring = (code & fault_code::kUser) != 0 ? Ring::kUser : Ring::kSupervisor;
  const Walk walk = k.cpu().mmu().walk_now(address, access, ring);
  k.reporter().page_fault(r, address, code, walk);
  return kTrapKill;
}

}  // namespace mm32::emu
