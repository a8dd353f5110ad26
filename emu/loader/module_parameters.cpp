#include "emu/loader/module_parameters.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "emu/loader/parameter_value.hpp"

namespace mm32::emu {
namespace {

struct OpsName {
  std::string_view symbol;
  ParameterType type;
};

constexpr OpsName kOpsNames[] = {
    {"param_ops_byte", ParameterType::kByte},     {"param_ops_short", ParameterType::kShort},
    {"param_ops_ushort", ParameterType::kUshort}, {"param_ops_int", ParameterType::kInt},
    {"param_ops_uint", ParameterType::kUint},     {"param_ops_hexint", ParameterType::kHexint},
    {"param_ops_long", ParameterType::kLong},     {"param_ops_ulong", ParameterType::kUlong},
    {"param_ops_ullong", ParameterType::kUllong}, {"param_ops_bool", ParameterType::kBool},
    {"param_ops_bint", ParameterType::kBint},     {"param_ops_invbool", ParameterType::kInvbool},
    {"param_ops_charp", ParameterType::kCharp},   {"param_ops_string", ParameterType::kString},
    {"param_array_ops", ParameterType::kArray},
};

// One run of parse_args over the parameters of one module.
class ArgumentRun {
 public:
  ArgumentRun(const LinkedSection& table, std::string_view module, ParameterWriter& writer,
              ParameterTarget& target)
      : table_(table), module_(module), writer_(writer), target_(target) {}

  // What the operation returned; anything but 0 has been complained about.
  Result<std::int32_t> set(ModuleArgument& argument) {
    const auto result = set_one(argument);
    if (result == 0) return 0;
    const bool too_large = !result && result.error() == Errno::kNoSpc;
    const char* complaint = too_large ? "too large for parameter" : "invalid for parameter";
    target_.log(LogLevel::kErr, fmt::format("{}: `{}' {} `{}'", module_,
                                            argument.value.value_or(""), complaint, argument.name));
    return result;
  }

 private:
  Result<std::int32_t> set_one(ModuleArgument& argument) {
    for (std::uint32_t at = 0; at + kKernelParamBytes <= table_.data.size();
         at += kKernelParamBytes) {
      const VirtAddr address = table_.address + Bytes(at);
      MM_TRY_ASSIGN(const KernelParam parameter, writer_.load(address));
      if (!same_parameter(parameter.name, argument.name)) continue;
      return writer_.set(parameter, argument.value);
    }
    const bool built_in = argument.name == "dyndbg" || argument.name == "async_probe" ||
                          argument.name.starts_with(std::string(module_) + ".dyndbg");
    if (!built_in)
      target_.log(LogLevel::kWarning,
                  fmt::format("{}: unknown parameter '{}' ignored", module_, argument.name));
    return 0;
  }

  const LinkedSection& table_;
  std::string_view module_;
  ParameterWriter& writer_;
  ParameterTarget& target_;
};

}  // namespace

ParameterOps standard_parameter_ops(SymbolResolver& kernel) {
  ParameterOps ops;
  for (const OpsName& name : kOpsNames)
    if (const auto address = kernel.resolve(name.symbol)) ops.emplace(*address, name.type);
  return ops;
}

Result<void> set_parameters(const LinkedModule& module, std::string_view name,
                            std::string_view line, const ParameterOps& ops,
                            ParameterTarget& target) {
  static const LinkedSection kNone{};
  const LinkedSection* table = module.find_section("__param");
  ParameterWriter writer(ops, target);
  ArgumentRun run(table == nullptr ? kNone : *table, name, writer, target);
  std::string ignored;
  Result<void> result;
  for (ModuleArgument& argument : split_arguments(line, &ignored)) {
    const auto one = run.set(argument);
    if (one == 0) continue;
    // A positive number is no error for the kernel, which then takes it for a pointer to the rest.
    result = one ? Result<void>() : tl::make_unexpected(one.error());
    if (one) ignored = "(efault)";
  }
  if (result && !ignored.empty())
    target.log(LogLevel::kWarning,
               fmt::format("{}: parameters '{}' after `--' ignored", name, ignored));
  return result;
}

std::vector<ParameterDescription> describe_parameters(const ModInfo& info) {
  std::vector<ParameterDescription> parameters;
  for (const std::string_view entry : info.all("parmtype")) {
    const std::size_t colon = std::min(entry.find(':'), entry.size());
    const std::size_t rest = std::min(colon + 1, entry.size());
    parameters.push_back(
        {std::string(entry.substr(0, colon)), std::string(entry.substr(rest)), ""});
  }
  for (const std::string_view entry : info.all("parm")) {
    const std::size_t colon = std::min(entry.find(':'), entry.size());
    const auto found =
        std::ranges::find(parameters, entry.substr(0, colon), &ParameterDescription::name);
    if (found != parameters.end() && colon < entry.size())
      found->description = entry.substr(colon + 1);
  }
  return parameters;
}

}  // namespace mm32::emu
