#include "emu/cpu/delivery.hpp"

#include <array>

namespace mm32::emu {
namespace {

constexpr unsigned kGateBytes = 8;
constexpr unsigned kInterruptGate = 0xe;
constexpr unsigned kTrapGate = 0xf;
constexpr std::uint32_t kTssEsp0 = 4;
constexpr unsigned kIntBytes = 2;
constexpr unsigned kInt3Bytes = 1;  // and INTO

// Error code: index of the entry, in the IDT; bit 0 tells events from INT n.
constexpr std::uint32_t idt_error(unsigned vector, std::uint32_t external) {
  return vector * 8 + 2 + external;
}

bool is_contributory(unsigned v) {
  return v == vector::kDivideError || (v >= vector::kInvalidTss && v <= vector::kGeneralProtection);
}

}  // namespace

Delivered ExceptionDelivery::deliver(unsigned vector, std::optional<std::uint32_t> error_code,
                                     InterruptSource source) {
  const Registers before = cpu_.registers();
  Event event{vector, error_code, source};
  for (;;) {
    const auto done = enter(event);
    if (done) return Delivered::kYes;
    if (event.vector == vector::kDoubleFault && event.source == InterruptSource::kHardware) break;
    if (event.source == InterruptSource::kSoftware) {
      // INT n itself faults: EIP goes back to it.
      Registers r = before;
      const auto last = cpu_.memory().load<std::uint8_t>(VirtAddr(r.eip - 1));
      r.eip -= last && *last != event.vector ? kInt3Bytes : kIntBytes;
      cpu_.set_registers(r);
    }
    event = after_fault(event, done.error());
    if (event.vector == vector::kPageFault) cpu_.set_cr2(event.address);
  }
  cpu_.set_registers(before);
  return Delivered::kTripleFault;
}

ExceptionDelivery::Event ExceptionDelivery::after_fault(const Event& first, const Event& second) {
  const bool software = first.source == InterruptSource::kSoftware;
  const bool is_page_fault = !software && first.vector == vector::kPageFault;
  const bool contributory = !software && is_contributory(first.vector);
  if (is_page_fault || (contributory && is_contributory(second.vector)))
    return Event{vector::kDoubleFault, 0u};
  return second;
}

ExceptionDelivery::Event ExceptionDelivery::page_fault(const AccessFault& fault) {
  return {vector::kPageFault, fault.walk.error_code, InterruptSource::kHardware, fault.address};
}

ExceptionDelivery::OrFault<ExceptionDelivery::Gate> ExceptionDelivery::read_gate(
    const Event& event, unsigned cpl) const {
  const bool software = event.source == InterruptSource::kSoftware;
  const std::uint32_t error = idt_error(event.vector, software ? 0 : 1);
  const auto bad = tl::make_unexpected(Event{vector::kGeneralProtection, error});
  const Cpu::Table idt = cpu_.idt();
  if (event.vector * kGateBytes + kGateBytes - 1 > idt.limit) return bad;
  const VirtAddr at = idt.base + Bytes(std::uint64_t{event.vector} * kGateBytes);
  const auto words =
      cpu_.memory(Ring::kSupervisor, Marking::kSet).load<std::array<std::uint16_t, 4>>(at);
  if (!words) return tl::make_unexpected(page_fault(words.error()));
  const auto& w = *words;
  const unsigned type = (w[2] >> 8) & 0x1f;
  const unsigned dpl = (w[2] >> 13) & 3u;
  if (type != kInterruptGate && type != kTrapGate) return bad;
  if (software && dpl < cpl) return bad;
  if ((w[2] & 0x8000) == 0) return tl::make_unexpected(Event{vector::kSegmentNotPresent, error});
  MM_TRY(check_code_segment(w[1], software ? 0 : 1));
  return Gate{w[1], static_cast<std::uint32_t>(w[0] | (w[3] << 16)), type == kInterruptGate};
}

ExceptionDelivery::OrFault<void> ExceptionDelivery::check_code_segment(
    std::uint16_t selector, std::uint32_t external) const {
  const std::uint32_t error = (selector & ~3u) | external;
  const auto bad = tl::make_unexpected(Event{vector::kGeneralProtection, error});
  const Cpu::Table gdt = cpu_.gdt();
  const std::uint32_t offset = selector & ~7u;
  if (offset == 0 || (selector & 4) != 0 || offset + 7 > gdt.limit) return bad;
  const auto high = cpu_.memory(Ring::kSupervisor, Marking::kSet)
                        .load<std::uint32_t>(gdt.base + Bytes(offset + 4));
  if (!high) return tl::make_unexpected(page_fault(high.error()));
  const std::uint32_t access = *high >> 8;
  const bool is_code = (access & 0x18) == 0x18;
  if (!is_code || ((access >> 5) & 3u) != 0) return bad;
  if ((access & 0x80) == 0) return tl::make_unexpected(Event{vector::kSegmentNotPresent, error});
  return {};
}

// Where the frame ends: the present stack, or from ring 3 that of the TSS.
ExceptionDelivery::OrFault<std::uint32_t> ExceptionDelivery::stack_pointer(
    const Registers& r) const {
  if (r.cpl() != 3) return r.esp;
  const auto esp0 = cpu_.memory(Ring::kSupervisor, Marking::kSet)
                        .load<std::uint32_t>(cpu_.task_state().base + Bytes(kTssEsp0));
  if (!esp0) return tl::make_unexpected(page_fault(esp0.error()));
  return *esp0;
}

ExceptionDelivery::OrFault<void> ExceptionDelivery::enter(const Event& event) {
  Registers r = cpu_.registers();
  MM_TRY_ASSIGN(const Gate gate, read_gate(event, r.cpl()));
  MM_TRY_ASSIGN(const std::uint32_t top, stack_pointer(r));
  std::array<std::uint32_t, 6> frame{};
  std::size_t n = 0;
  if (event.error_code) frame[n++] = *event.error_code;
  frame[n++] = r.eip;
  frame[n++] = r.cs;
  frame[n++] = r.eflags;
  const bool from_ring3 = r.cpl() == 3;
  if (from_ring3) {
    frame[n++] = r.esp;
    frame[n++] = r.ss;
  }
  r.esp = top - static_cast<std::uint32_t>(n * 4);
  const auto bytes = std::as_bytes(std::span(frame.data(), n));
  const auto pushed = cpu_.memory(Ring::kSupervisor, Marking::kSet).write(VirtAddr(r.esp), bytes);
  if (!pushed) return tl::make_unexpected(page_fault(pushed.error()));
  r.eip = gate.offset;
  r.eflags &= ~(eflags::kTf | eflags::kNt | eflags::kRf | eflags::kVm);
  if (gate.is_interrupt_gate) r.eflags &= ~eflags::kIf;
  if (from_ring3)
    cpu_.set_registers_ring0(r, DataSegments::kKeep);
  else
    cpu_.set_registers(r);
  if ((gate.selector & ~3u) != cpu_.registers().cs) cpu_.set_code_segment(gate.selector & 0xfffc);
  return {};
}

}  // namespace mm32::emu
