// The kernel parameters and sysctls that a machine understands (--param NAME=VALUE).
//
// Each is read somewhere in mm/; a name that nothing reads is refused, so that no option is
// accepted and ignored. Values are checked and normalised here: a switch becomes "1" or "0".
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "emu/failure.hpp"
#include "mm/config.hpp"

namespace mm32::emu {

enum class ParameterForm : std::uint8_t {
  kNumber,
  kSwitch,     // on/off, yes/no, y/n, 1/0; nothing means on
  kRatios,     // lowmem_reserve_ratio: numbers with spaces or commas
  kSlubDebug,  // any text, as the kernel takes it: what it does not know it reports at boot
};

struct KernelParameter {
  std::string_view name;
  ParameterForm form;
  std::string_view help;
};

std::span<const KernelParameter> kernel_parameters();

/// Sets a parameter of the machine. The failure is one line that names what is known.
Expected<void> set_kernel_parameter(MachineConfig& config, const std::string& name,
                                    const std::string& value);

}  // namespace mm32::emu
