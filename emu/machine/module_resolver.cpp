#include "emu/machine/module_resolver.hpp"

#include <fmt/format.h>

#include <algorithm>

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

std::optional<VirtAddr> ModuleResolver::resolve(std::string_view name) {
  const auto& offered = machine_.image().offered();
  if (const auto found = offered.find(name); found != offered.end()) return found->second;
  const auto found = machine_.modules().exported(name);
  if (!found || !refusal(name).empty()) return std::nullopt;
  if (std::ranges::find(providers_, found->module) == providers_.end())
    providers_.push_back(found->module);
  return found->symbol->address;
}

std::optional<VirtAddr> ModuleResolver::stand_in(std::string_view name) {
  if (stand_ins_ == nullptr) return std::nullopt;
  const auto page = stand_ins_->add(machine_, name);
  return page ? std::optional(*page) : std::nullopt;
}

std::string ModuleResolver::refusal(std::string_view name) {
  const auto found = machine_.modules().exported(name);
  if (!found) return {};
  const ExportedSymbol& symbol = *found->symbol;
  if (symbol.licence == ExportLicence::kGplOnly && !is_gpl_compatible(rights_.licence))
    return fmt::format("module {} exports it for GPL modules only, and the licence is '{}'",
                       found->module->name, rights_.licence);
  if (!symbol.name_space.empty() &&
      std::ranges::find(rights_.namespaces, symbol.name_space) == rights_.namespaces.end())
    return fmt::format("it is in namespace {} of module {}, which the module does not import",
                       symbol.name_space, found->module->name);
  return {};
}

}  // namespace mm32::emu
