// The arguments of one export call, in the calling convention of the i386 kernel.
//
// regparm(3): the first three words go in EAX, EDX, ECX; a 64-bit argument takes two adjacent ones.
// An argument that does not fit in the registers that are left goes to the stack, and so do all
// that follow. A variadic function takes everything from the stack. Stack words are 4 bytes, 64-bit
// arguments are not aligned. Source: System V i386 psABI, GCC's -mregparm.
#pragma once

#include <cstdint>

#include "emu/cpu/cpu.hpp"
#include "emu/export/mailbox.hpp"
#include "mm/base/result.hpp"

namespace mm32::emu {

/// A stack word could not be read: the address, as for the CPU's own access.
struct StackFault {
  VirtAddr address;
};

class CallFrame {
 public:
  CallFrame(Mailbox& mailbox, const Cpu& cpu, VirtAddr lowmem_end)
      : mailbox_(mailbox), cpu_(cpu), lowmem_end_(lowmem_end) {}

  std::uint32_t eax() const { return mailbox_.eax; }
  std::uint32_t edx() const { return mailbox_.edx; }
  std::uint32_t ecx() const { return mailbox_.ecx; }
  VirtAddr esp() const { return VirtAddr(mailbox_.esp); }
  /// Where the call returns to: the call site. 0 when the stack cannot be read.
  VirtAddr return_address() const { return VirtAddr(readable(0) ? word(0) : 0); }

  /// The i-th word behind the return address. Throws StackFault.
  std::uint32_t stack_word(unsigned i) const { return word(i + 1); }

  std::uint32_t result_low() const { return mailbox_.result_low; }
  void set_result(std::uint64_t value) {
    mailbox_.result_low = static_cast<std::uint32_t>(value);
    mailbox_.result_high = static_cast<std::uint32_t>(value >> 32);
  }

 private:
  bool in_lowmem(VirtAddr va) const {
    return va.raw() - kPageOffset < lowmem_end_.raw() - kPageOffset - 4;
  }
  bool readable(unsigned i) const {
    return in_lowmem(address(i)) || cpu_.memory().load<std::uint32_t>(address(i)).has_value();
  }
  VirtAddr address(unsigned i) const { return VirtAddr(mailbox_.esp + 4 * i); }
  std::uint32_t word(unsigned i) const {
    const VirtAddr at = address(i);
    if (in_lowmem(at)) [[likely]]
      return cpu_.ram().at<std::uint32_t>(at);
    const auto value = cpu_.memory().load<std::uint32_t>(at);
    if (!value) throw StackFault{value.error().address};
    return *value;
  }

  Mailbox& mailbox_;
  const Cpu& cpu_;
  VirtAddr lowmem_end_;
};

/// The unnamed arguments of a variadic export, in order.
class VarArgs {
 public:
  VarArgs(const CallFrame& frame, unsigned first_word) : frame_(frame), next_(first_word) {}
  std::uint32_t next_u32() { return frame_.stack_word(next_++); }
  std::uint64_t next_u64() {
    const std::uint64_t low = next_u32();
    return low | std::uint64_t{next_u32()} << 32;
  }

 private:
  const CallFrame& frame_;
  unsigned next_;
};

}  // namespace mm32::emu
