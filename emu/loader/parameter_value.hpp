// Writes one value into one parameter of a module: the kernel's param_set_* functions over guest
// memory.
//
// Guest structures (i386): kernel_param {name, mod, ops, u16 perm, s8 level, u8 flags, arg};
// kparam_string {maxlen, string}; kparam_array {max, elemsize, num, ops, elem}.
#pragma once

#include <optional>

#include "emu/loader/module_parameters.hpp"

namespace mm32::emu {

inline constexpr std::uint32_t kKernelParamBytes = 20;

struct KernelParam {
  VirtAddr self{};  // address of the structure
  std::string name;
  VirtAddr ops{};
  std::uint8_t flags = 0;  // KERNEL_PARAM_FL_*
  VirtAddr argument{};
};

class ParameterWriter {
 public:
  ParameterWriter(const ParameterOps& ops, ParameterTarget& target) : ops_(ops), target_(target) {}

  /// kFault when the descriptor or its name cannot be read.
  Result<KernelParam> load(VirtAddr address);
  /// Converts and stores. A list of values is cut at the first comma in `value`, as the kernel's
  /// error message then shows it. Returns what the guest's own operation returned, else 0.
  Result<std::int32_t> set(const KernelParam& parameter, std::optional<std::string>& value);

 private:
  Result<bool> may_lack_value(const KernelParam& parameter);
  Result<void> set_typed(ParameterType type, const KernelParam& parameter, std::string& value);
  Result<void> set_integer(ParameterType type, VirtAddr to, std::string_view value);
  Result<void> set_truth(ParameterType type, VirtAddr to, std::string_view value);
  Result<void> set_charp(const KernelParam& parameter, std::string_view value);
  Result<void> set_string(const KernelParam& parameter, std::string_view value);
  Result<std::int32_t> set_array(const KernelParam& parameter, std::string& value);
  Result<std::uint32_t> load_word(VirtAddr from);
  Result<void> store(VirtAddr to, std::uint64_t value, std::size_t bytes);
  Result<void> store_text(VirtAddr to, std::string_view text);
  Result<std::string> load_text(VirtAddr from);

  const ParameterOps& ops_;
  ParameterTarget& target_;
};

}  // namespace mm32::emu
