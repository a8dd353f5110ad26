#include "emu/command/symbol_report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "emu/loader/gpl_only_exports.hpp"
#include "emu/loader/load_order.hpp"
#include "emu/machine/module_resolver.hpp"

namespace mm32::emu {
namespace {

using Json = nlohmann::ordered_json;

std::string provider_text(const ImportStatus& status) {
  switch (status.provider) {
    case Provider::kHost:
      return "kernel (C++)";
    case Provider::kGuest:
      return "kernel (C)";
    case Provider::kModule:
      return "module " + status.module;
    case Provider::kNobody:
      break;
  }
  if (!status.gpl.empty())
    return fmt::format("REFUSED: for GPL modules only, and the licence is '{}'", status.gpl);
  return status.import.weak ? "nobody; weak, so it is 0" : "MISSING";
}

Json provider_json(const ImportStatus& status) {
  switch (status.provider) {
    case Provider::kHost:
      return "host";
    case Provider::kGuest:
      return "guest";
    case Provider::kModule:
      return "module " + status.module;
    case Provider::kNobody:
      break;
  }
  return nullptr;
}

Json places_json(const std::vector<CodePlace>& places) {
  Json list = Json::array();
  for (const CodePlace& place : places) {
    Json entry{{"symbol", place.symbol}, {"offset", place.offset}};
    if (!place.file.empty()) {
      entry["file"] = place.file;
      entry["line"] = place.line;
    }
    list.push_back(std::move(entry));
  }
  return list;
}

}  // namespace

std::size_t ModuleImports::missing() const {
  return static_cast<std::size_t>(std::ranges::count_if(imports, &ImportStatus::missing));
}

std::vector<ModuleImports> list_imports(Machine& machine, const std::vector<ElfObject>& modules) {
  std::set<std::string_view> host;
  for (const KernelExport& e : machine.executor().exports()) host.insert(e.name);
  std::map<std::string, std::string> owners;
  for (const ElfObject& object : modules)
    for (std::string& name : collect_exports(object))
      owners.emplace(std::move(name), object.module_name());
  const auto status_of = [&](Import import, const std::string& licence) -> ImportStatus {
    const auto& offered = machine.image().offered();
    if (offered.contains(import.name)) {
      if (!is_gpl_compatible(licence) && is_gpl_only_in_kernel(import.name))
        return {std::move(import), Provider::kNobody, {}, licence};
      const bool in_host = host.contains(import.name);
      return {std::move(import), in_host ? Provider::kHost : Provider::kGuest};
    }
    const auto owner = owners.find(import.name);
    if (owner == owners.end()) return {std::move(import)};
    return {std::move(import), Provider::kModule, owner->second};
  };
  std::vector<ModuleImports> lists;
  for (const ElfObject& object : modules) {
    ModuleImports list{object.module_name(), object.file_name()};
    const std::string licence = ImportRights::of(object.modinfo()).licence;
    for (Import& import : collect_imports(object))
      list.imports.push_back(status_of(std::move(import), licence));
    lists.push_back(std::move(list));
  }
  return lists;
}

std::string to_text(const std::vector<ModuleImports>& modules) {
  std::string text;
  for (const ModuleImports& module : modules) {
    std::size_t width = 0;
    for (const ImportStatus& status : module.imports)
      width = std::max(width, status.import.name.size());
    text += fmt::format("{}: {} imports, {} missing\n", module.file_name, module.imports.size(),
                        module.missing());
    for (const ImportStatus& status : module.imports) {
      text += fmt::format("  {:{}}  {}\n", status.import.name, width, provider_text(status));
      if (status.provider != Provider::kNobody) continue;
      for (const CodePlace& place : status.import.places)
        text += fmt::format("    at {}\n", describe_place(place));
    }
  }
  return text;
}

Json to_json(const std::vector<ModuleImports>& modules) {
  Json list = Json::array();
  for (const ModuleImports& module : modules) {
    Json imports = Json::array();
    for (const ImportStatus& status : module.imports)
      imports.push_back({{"name", status.import.name},
                         {"provider", provider_json(status)},
                         {"weak", status.import.weak},
                         {"missing", status.missing()},
                         {"places", places_json(status.import.places)}});
    list.push_back({{"module", module.module},
                    {"file", module.file_name},
                    {"missing", module.missing()},
                    {"imports", std::move(imports)}});
  }
  return list;
}

}  // namespace mm32::emu
