// Delivers exceptions and interrupts through the guest's own IDT, the way the hardware does.
//
// Reads the gate at IDTR, switches to the ring-0 stack of the TSS when the CPU was in ring 3,
// pushes the frame (SS:ESP on a switch, EFLAGS, CS, EIP, error code), clears TF, NT, RF (and IF for
// an interrupt gate) and continues at the gate's offset. All memory accesses are supervisor
// accesses through the page tables, with accessed and dirty bits.
//
//   ring 3 frame:  SS ESP EFLAGS CS EIP [error]      same ring:  EFLAGS CS EIP [error]
//
// A failure on the way is a double fault (#DF, delivered likewise); a failure of that is a triple
// fault. Task gates and 16-bit gates are not used by Linux 6.1's IDT except for #DF, which is an
// ordinary gate here; they count as a bad gate (#GP with the vector in its error code).
// Source: Intel SDM vol. 3 §6.12 to §6.15, figure 6-4.
#pragma once

#include <optional>

#include "emu/cpu/cpu.hpp"

namespace mm32::emu {

enum class InterruptSource : std::uint8_t {
  kHardware,  // an exception or an external interrupt: the gate's DPL does not matter
  kSoftware,  // INT n: the gate's DPL must allow the ring
};

enum class Delivered : std::uint8_t { kYes, kTripleFault };

class ExceptionDelivery {
 public:
  explicit ExceptionDelivery(Cpu& cpu) : cpu_(cpu) {}

  /// Enters the handler of `vector`. For a page fault CR2 must have been set. After kTripleFault
  /// the registers are those of the interrupted code.
  Delivered deliver(unsigned vector, std::optional<std::uint32_t> error_code,
                    InterruptSource source);

 private:
  struct Gate {
    std::uint16_t selector;
    std::uint32_t offset;
    bool is_interrupt_gate;
    unsigned dpl;
  };
  struct Refusal {
    unsigned vector;
    std::uint32_t error_code;
  };
  tl::expected<Gate, Refusal> read_gate(unsigned vector, InterruptSource source,
                                        unsigned cpl) const;
  tl::expected<void, Refusal> enter(unsigned vector, std::optional<std::uint32_t> error_code,
                                    InterruptSource source);
  tl::expected<std::uint32_t, Refusal> kernel_stack() const;

  Cpu& cpu_;
};

}  // namespace mm32::emu
