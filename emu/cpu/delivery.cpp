#include "emu/cpu/delivery.hpp"

#include <array>

namespace mm32::emu {
namespace {

constexpr unsigned kGateBytes = 8;
constexpr unsigned kInterruptGate = 0xe;
constexpr unsigned kTrapGate = 0xf;
constexpr std::uint32_t kTssEsp0 = 4;

/// Error code that names an IDT entry: index, IDT bit.
constexpr std::uint32_t idt_error(unsigned vector) { return vector * 8 + 2; }

}  // namespace

Delivered ExceptionDelivery::deliver(unsigned vector, std::optional<std::uint32_t> error_code,
                                     InterruptSource source) {
  const Registers before = cpu_.registers();
  auto done = enter(vector, error_code, source);
  if (done) return Delivered::kYes;
  // A benign fault while delivering INT n is delivered itself; everything else is a double fault.
  if (source == InterruptSource::kSoftware && vector != vector::kDoubleFault) {
    const Refusal refusal = done.error();
    if (enter(refusal.vector, refusal.error_code, InterruptSource::kHardware))
      return Delivered::kYes;
  }
  if (vector != vector::kDoubleFault && enter(vector::kDoubleFault, 0u, InterruptSource::kHardware))
    return Delivered::kYes;
  cpu_.set_registers(before);
  return Delivered::kTripleFault;
}

tl::expected<ExceptionDelivery::Gate, ExceptionDelivery::Refusal> ExceptionDelivery::read_gate(
    unsigned vector, InterruptSource source, unsigned cpl) const {
  const auto bad = tl::make_unexpected(Refusal{vector::kGeneralProtection, idt_error(vector)});
  const VirtAddr at = cpu_.idt_base() + Bytes(std::uint64_t{vector} * kGateBytes);
  const auto words =
      cpu_.memory(Ring::kSupervisor, Marking::kSet).load<std::array<std::uint16_t, 4>>(at);
  if (!words) return tl::make_unexpected(Refusal{vector::kDoubleFault, 0});
  const auto& w = *words;
  const unsigned type = (w[2] >> 8) & 0x1f;
  const bool present = (w[2] & 0x8000) != 0;
  const Gate gate{w[1], static_cast<std::uint32_t>(w[0] | (w[3] << 16)), type == kInterruptGate,
                  (w[2] >> 13) & 3u};
  if (!present || (type != kInterruptGate && type != kTrapGate)) return bad;
  if (source == InterruptSource::kSoftware && gate.dpl < cpl) return bad;
  return gate;
}

tl::expected<std::uint32_t, ExceptionDelivery::Refusal> ExceptionDelivery::kernel_stack() const {
  const auto esp0 = cpu_.memory().load<std::uint32_t>(cpu_.tables().tss + Bytes(kTssEsp0));
  if (!esp0) return tl::make_unexpected(Refusal{vector::kInvalidTss, 0});
  return *esp0;
}

tl::expected<void, ExceptionDelivery::Refusal> ExceptionDelivery::enter(
    unsigned vector, std::optional<std::uint32_t> error_code, InterruptSource source) {
  Registers r = cpu_.registers();
  MM_TRY_ASSIGN(const Gate gate, read_gate(vector, source, r.cpl()));
  std::array<std::uint32_t, 6> frame{};
  std::size_t n = 0;
  if (error_code) frame[n++] = *error_code;
  frame[n++] = r.eip;
  frame[n++] = r.cs;
  frame[n++] = r.eflags;
  std::uint32_t top = r.esp;
  if (r.cpl() == 3) {
    frame[n++] = r.esp;
    frame[n++] = r.ss;
    MM_TRY_ASSIGN(const std::uint32_t esp0, kernel_stack());
    top = esp0;
  }
  const std::uint32_t esp = top - static_cast<std::uint32_t>(n * 4);
  const auto bytes = std::as_bytes(std::span(frame.data(), n));
  const GuestMemory stack = cpu_.memory(Ring::kSupervisor, Marking::kSet);
  if (!stack.write(VirtAddr(esp), bytes))
    return tl::make_unexpected(Refusal{vector::kDoubleFault, 0});
  const bool was_user = r.cpl() == 3;
  r.esp = esp;
  r.eip = gate.offset;
  r.eflags &= ~(eflags::kTf | eflags::kNt | eflags::kRf | eflags::kVm);
  if (gate.is_interrupt_gate) r.eflags &= ~eflags::kIf;
  if (was_user)
    cpu_.set_registers_ring0(r);
  else
    cpu_.set_registers(r);
  return {};
}

}  // namespace mm32::emu
