// The export call that is being served, as the allocation tracker asks about it.
//
// Nothing on the stack is trusted: the chain of frame pointers must grow and stay inside the stack.
#pragma once

#include <array>
#include <span>
#include <vector>

#include "emu/leaks/call_stacks.hpp"

namespace mm32::emu {

class Machine;

/// A slot for temporary mappings, with who used it last.
struct LocalMap {
  VirtAddr address{};
  VirtAddr mapped_by{};
  VirtAddr unmapped_by{};
  bool live = false;
};

class GuestCall {
 public:
  virtual ~GuestCall() = default;
  /// The temporary mappings of the running task, which the guest makes without a call of the host.
  virtual std::vector<LocalMap> local_maps() { return {}; }
  /// The export's number, from 1. 0: the host acts on its own account.
  virtual std::uint32_t export_index() const = 0;
  /// Different for every call.
  virtual std::uint64_t serial() const = 0;
  /// The return addresses, innermost first; the result lives until the next call.
  virtual std::span<const VirtAddr> return_addresses() = 0;
};

/// The calls of a machine. It must outlive this.
class MachineCall final : public GuestCall {
 public:
  explicit MachineCall(Machine& machine) : machine_(machine) {}
  std::uint32_t export_index() const override;
  std::uint64_t serial() const override;
  std::span<const VirtAddr> return_addresses() override;
  std::vector<LocalMap> local_maps() override;

 private:
  Machine& machine_;
  std::array<VirtAddr, CallStacks::kMaxFrames> frames_{};
};

/// A return address in words, for CallStacks.
FrameText describe_return_address(Machine& machine, VirtAddr address);

}  // namespace mm32::emu
