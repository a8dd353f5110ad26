#include "emu/machine/module_resolver.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "emu/loader/gpl_only_exports.hpp"
#include "emu/machine/machine.hpp"

namespace mm32::emu {

bool is_gpl_compatible(std::string_view licence) {
  static constexpr std::string_view kGpl[] = {
      "GPL", "GPL v2", "GPL and additional rights", "Dual BSD/GPL", "Dual MIT/GPL", "Dual MPL/GPL"};
  return std::ranges::find(kGpl, licence) != std::end(kGpl);
}

ImportRights ImportRights::of(const ModInfo& info) {
  ImportRights rights{std::string(info.first("license").value_or("unspecified"))};
  for (const std::string_view name : info.all("import_ns")) rights.namespaces.emplace_back(name);
  return rights;
}

bool ModuleResolver::misses_namespace(const ExportedSymbol& symbol) const {
  return !symbol.name_space.empty() &&
         std::ranges::find(rights_.namespaces, symbol.name_space) == rights_.namespaces.end();
}

std::optional<VirtAddr> ModuleResolver::resolve(std::string_view name) {
  const auto in_kernel = machine_.image().offered().find(name);
  const auto found = machine_.modules().exported(name);
  if ((!found && !in_kernel) || !refusal(name).empty()) return std::nullopt;
  if (!found) return in_kernel;
  if (std::ranges::find(providers_, found->module) == providers_.end())
    providers_.push_back(found->module);
  return found->symbol->address;
}

std::optional<VirtAddr> ModuleResolver::stand_in(std::string_view name) {
  if (stand_ins_ == nullptr) {
    Unresolved missing{std::string(name)};
    const auto found = machine_.modules().exported(name);
    if (found && misses_namespace(*found->symbol)) {
      missing.error = Errno::kInval;
      missing.name_space = found->symbol->name_space;
    }
    unresolved_.push_back(std::move(missing));
    return std::nullopt;
  }
  const auto page = stand_ins_->add(machine_, name);
  return page ? std::optional(*page) : std::nullopt;
}

std::string ModuleResolver::refusal(std::string_view name) {
  const bool is_gpl = is_gpl_compatible(rights_.licence);
  const auto found = machine_.modules().exported(name);
  if (!found)
    return is_gpl || !is_gpl_only_in_kernel(name)
               ? std::string()
               : fmt::format("the kernel has it for GPL modules only, and the licence is '{}'",
                             rights_.licence);
  const ExportedSymbol& symbol = *found->symbol;
  if (symbol.licence == ExportLicence::kGplOnly && !is_gpl)
    return fmt::format("module {} exports it for GPL modules only, and the licence is '{}'",
                       found->module->name, rights_.licence);
  if (misses_namespace(symbol))
    return fmt::format("it is in namespace {} of module {}, which the module does not import",
                       symbol.name_space, found->module->name);
  return {};
}

}  // namespace mm32::emu
