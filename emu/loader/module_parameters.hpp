// Sets the parameters of a loaded module from its arguments, before its init function runs.
//
// A module describes each parameter in its __param section (struct kernel_param, 20 bytes). Those
// whose operations are the kernel's standard ones (param_ops_int …) are set from the host, straight
// in the guest's memory; those with operations of their own are handed to ParameterTarget, which
// lets the guest call them. All checks, errors and log lines are the kernel's; an invalid value
// does not stop the remaining ones from being set. The descriptors lie in guest memory and are not
// trusted: a wild pointer gives kFault. Linux 6.1: kernel/params.c parse_args, param_set_*,
// param_array; kernel/module/main.c.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "emu/loader/module_linker.hpp"
#include "emu/loader/parameter_text.hpp"
#include "mm/base/diagnostics.hpp"

namespace mm32::emu {

/// What setting parameters needs of the machine.
class ParameterTarget {
 public:
  virtual ~ParameterTarget() = default;
  /// Reads or writes guest kernel memory; false when some of it is not mapped.
  virtual bool read(VirtAddr from, std::span<std::byte> to) = 0;
  virtual bool write(VirtAddr to, std::span<const std::byte> from) = 0;
  /// Kernel memory for the copy of a string parameter. Linux: kmalloc.
  virtual Result<VirtAddr> allocate(Bytes size) = 0;
  /// Calls the `set` operation of a struct kernel_param in the guest, without a value with NULL;
  /// its error, or what it returned: 0 unless it is wrong.
  virtual Result<std::int32_t> set_in_guest(VirtAddr kernel_param,
                                            const std::optional<std::string>& value) = 0;
  /// A parameter that its author calls unsafe is about to be set. Linux: add_taint(TAINT_USER).
  virtual void taint_by_user() = 0;
  virtual void log(LogLevel level, std::string_view line) = 0;
};

enum class ParameterType : std::uint8_t {
  kByte,
  kShort,
  kUshort,
  kInt,
  kUint,
  kHexint,
  kLong,
  kUlong,
  kUllong,
  kBool,
  kBint,  // a truth value in an int
  kInvbool,
  kCharp,
  kString,  // struct kparam_string
  kArray,   // struct kparam_array
};

/// Which operations are which: guest addresses of the kernel's param_ops_* objects.
using ParameterOps = std::map<VirtAddr, ParameterType>;
/// Asks `kernel` for every standard operation; the ones it does not know are left out.
ParameterOps standard_parameter_ops(SymbolResolver& kernel);

/// Sets the parameters of the module called `name` from `line` ("a=1 b=2"). The error is that of
/// the last invalid argument.
Result<void> set_parameters(const LinkedModule& module, std::string_view name,
                            std::string_view line, const ParameterOps& ops,
                            ParameterTarget& target);

/// A parameter in words, from .modinfo.
struct ParameterDescription {
  std::string name;
  std::string type;         // "int", "array of charp", …
  std::string description;  // MODULE_PARM_DESC, may be empty
};
std::vector<ParameterDescription> describe_parameters(const ModInfo& info);

}  // namespace mm32::emu
