// Delivers exceptions and interrupts through the guest's own IDT, the way the hardware does.
//
// Reads the gate at IDTR, switches to the ring-0 stack of the TSS when the CPU was in ring 3,
// pushes the frame (SS:ESP on a switch, EFLAGS, CS, EIP, error code), clears TF, NT, RF (and IF for
// an interrupt gate) and continues at the gate's offset. All memory accesses are supervisor
// accesses through the page tables, with accessed and dirty bits.
//
//   ring 3 frame:  SS ESP EFLAGS CS EIP [error]      same ring:  EFLAGS CS EIP [error]
//
// A fault on the way is delivered in its turn, or becomes a double fault, or shuts the CPU down:
//
//   while delivering │ a contributory fault │ a page fault
//   benign, INT n    │ that fault           │ that fault        contributory: #DE #TS #NP #SS #GP
//   contributory     │ double fault         │ that fault
//   page fault       │ double fault         │ double fault
//   double fault     │ shut-down (triple fault)
//
// Gates lead to ring 0 through 32-bit interrupt and trap gates, which is all that Linux's IDT has
// but for the task gate of #DF; a task gate or a 16-bit one is #GP naming the vector. Source: Intel
// SDM vol. 3 §6.12 to §6.15, table 6-5, figure 6-4.
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
  };
  /// What is being delivered, or the fault that delivering it raised.
  struct Event {
    unsigned vector;
    std::optional<std::uint32_t> error_code;
    InterruptSource source = InterruptSource::kHardware;
    VirtAddr address{};  // page fault
  };
  template <class T>
  using OrFault = tl::expected<T, Event>;

  static Event page_fault(const AccessFault& fault);
  static Event after_fault(const Event& first, const Event& second);
  OrFault<void> enter(const Event& event);
  OrFault<Gate> read_gate(const Event& event, unsigned cpl) const;
  OrFault<void> check_code_segment(std::uint16_t selector, std::uint32_t external) const;
  OrFault<std::uint32_t> stack_pointer(const Registers& r) const;

  Cpu& cpu_;
};

}  // namespace mm32::emu
