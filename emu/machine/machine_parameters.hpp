// Where the parameters of a module are set: in guest memory, and by guest code where the operations
// are the module's own.
#pragma once

#include "emu/loader/module_parameters.hpp"

namespace mm32::emu {

class Machine;

class MachineParameters final : public ParameterTarget {
 public:
  explicit MachineParameters(Machine& machine) : machine_(machine) {}

  bool read(VirtAddr from, std::span<std::byte> to) override;
  bool write(VirtAddr to, std::span<const std::byte> from) override;
  Result<VirtAddr> allocate(Bytes size) override;
  Result<std::int32_t> set_in_guest(VirtAddr kernel_param,
                                    const std::optional<std::string>& value) override;
  void taint_by_user() override;
  void log(LogLevel level, std::string_view line) override;

 private:
  Machine& machine_;
};

}  // namespace mm32::emu
