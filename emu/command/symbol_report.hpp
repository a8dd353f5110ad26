// What modules import, and who provides it: the answer of `mm32 symbols`.
//
// The modules are those of the command line and what `depends=` brings along, in load order. A
// symbol is provided by the kernel, in C++ (an export of the host) or in C (the resident image), or
// by one of the modules; what nobody provides is missing, and is listed with the places that need
// it. A weak import that nobody provides is 0 and not missing.
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "emu/loader/imports.hpp"
#include "emu/machine/machine.hpp"

namespace mm32::emu {

enum class Provider : std::uint8_t { kHost, kGuest, kModule, kNobody };

struct ImportStatus {
  Import import;
  Provider provider = Provider::kNobody;
  std::string module{};  // the provider, when it is one
  std::string gpl{};     // the licence that is refused what is for GPL modules only, else empty

  bool missing() const { return provider == Provider::kNobody && !import.weak; }
};

struct ModuleImports {
  std::string module;
  std::string file_name;
  std::vector<ImportStatus> imports{};  // in the order of the symbol table

  std::size_t missing() const;
};

std::vector<ModuleImports> list_imports(Machine& machine, const std::vector<ElfObject>& modules);

std::string to_text(const std::vector<ModuleImports>& modules);
nlohmann::ordered_json to_json(const std::vector<ModuleImports>& modules);

}  // namespace mm32::emu
