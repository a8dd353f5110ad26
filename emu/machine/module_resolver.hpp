// Finds what a module imports: in the kernel, then in the modules loaded before.
//
// A module's export goes before the kernel's own of that name: there it is one of a library module
// that Linux does not have built in. An export for GPL modules only, or in a namespace that the
// module does not import, is as good as none. Remembers whose exports were used and what was not
// found. Linux 6.1: kernel/module/main.c resolve_symbol, verify_namespace_is_imported.
#pragma once

#include <string>
#include <vector>

#include "emu/loader/modinfo.hpp"
#include "emu/loader/symbol_resolver.hpp"
#include "emu/machine/modules.hpp"

namespace mm32::emu {

/// Whether a licence gives access to GPL-only exports. Linux: license_is_gpl_compatible.
bool is_gpl_compatible(std::string_view licence);

/// What a module may import. The default may import nothing special.
struct ImportRights {
  std::string licence{};
  std::vector<std::string> namespaces{};

  static ImportRights of(const ModInfo& info);
};

/// An import that cannot be had, as the kernel says it.
struct Unresolved {
  std::string name;
  Errno error = Errno::kNoEnt;  // kInval: it is in a namespace that is not imported
  std::string name_space{};
};

class ModuleResolver final : public SymbolResolver {
 public:
  /// `stand_ins` takes what nobody provides; nullptr: it is refused.
  ModuleResolver(Machine& machine, ImportRights rights, StandIns* stand_ins)
      : machine_(machine), rights_(std::move(rights)), stand_ins_(stand_ins) {}

  std::optional<VirtAddr> resolve(std::string_view name) override;
  std::optional<VirtAddr> stand_in(std::string_view name) override;
  std::string refusal(std::string_view name) override;
  /// Modules whose exports were resolved, each once.
  const std::vector<Module*>& providers() const { return providers_; }
  /// What the link could not do without.
  const std::vector<Unresolved>& unresolved() const { return unresolved_; }

 private:
  bool misses_namespace(const ExportedSymbol& symbol) const;

  Machine& machine_;
  ImportRights rights_;
  StandIns* stand_ins_;
  std::vector<Module*> providers_;
  std::vector<Unresolved> unresolved_;
};

}  // namespace mm32::emu
