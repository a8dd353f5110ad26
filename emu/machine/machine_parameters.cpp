#include "emu/machine/machine_parameters.hpp"

#include "emu/machine/machine.hpp"

namespace mm32::emu {
namespace {

// Linux: struct kernel_param { name, mod, ops, … }, struct kernel_param_ops { flags, set, … }.
constexpr Bytes kOpsOffset{8};
constexpr Bytes kSetOffset{4};

}  // namespace

bool MachineParameters::read(VirtAddr from, std::span<std::byte> to) {
  return machine_.cpu().memory().read(from, to).has_value();
}

bool MachineParameters::write(VirtAddr to, std::span<const std::byte> from) {
  return machine_.cpu().memory().write(to, from).has_value();
}

Result<VirtAddr> MachineParameters::allocate(Bytes size) {
  const auto object = machine_.mm().slab().kmalloc(size, Gfp::kKernel);
  if (!object || *object == VirtAddr()) return mm32::fail(Errno::kNoMem);
  return *object;
}

Result<std::int32_t> MachineParameters::set_in_guest(VirtAddr kernel_param,
                                                     const std::optional<std::string>& value) {
  VirtAddr copy{};
  if (value) {
    MM_TRY_ASSIGN(copy, allocate(Bytes(value->size() + 1)));
    if (!write(copy, std::as_bytes(std::span(value->c_str(), value->size() + 1))))
      return mm32::fail(Errno::kFault);
  }
  const auto ops = machine_.cpu().memory().load<std::uint32_t>(kernel_param + kOpsOffset);
  const auto set = ops ? machine_.cpu().memory().load<std::uint32_t>(VirtAddr(*ops) + kSetOffset)
                       : tl::make_unexpected(ops.error());
  if (!set) return mm32::fail(Errno::kFault);
  const CallOutcome outcome = machine_.call(VirtAddr(*set), {copy.raw(), kernel_param.raw(), 0});
  if (value) (void)machine_.mm().slab().kfree(copy);
  if (outcome.kind != CallOutcome::Kind::kReturned) return mm32::fail(Errno::kFault);
  const auto result = static_cast<std::int32_t>(outcome.value);
  if (result < 0) return mm32::fail(static_cast<Errno>(-result));
  return result;
}

void MachineParameters::taint_by_user() { machine_.reporter().taint_letter('U'); }

void MachineParameters::log(LogLevel level, std::string_view line) {
  machine_.log().line(level, line);
}

}  // namespace mm32::emu
