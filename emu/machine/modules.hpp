// Loaded kernel modules: from a file to running code and back.
//
// load() reads and links the object into the module area of the guest with Linux's protections
// (text R-X, rodata R--, data RW-), resolves its imports against the resident kernel and the
// modules loaded before, and applies parameters. run_init() and unload() run the module's own
// functions. Host objects here hold names, addresses and debug information; the module itself is
// guest memory. Linux 6.1: kernel/module/main.c load_module, do_init_module, free_module.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "emu/loader/line_table.hpp"
#include "emu/loader/module_linker.hpp"
#include "emu/loader/symbol_table.hpp"
#include "emu/machine/executor.hpp"
#include "emu/machine/missing_symbols.hpp"
#include "emu/machine/module_struct.hpp"

namespace mm32::emu {

class Machine;
class ModuleResolver;

struct Module {
  std::string name;
  ModulePlan plan{};
  ModuleBases bases{};
  std::optional<LinkedModule> linked{};
  SymbolTable::ImageId symbols = 0;
  std::unique_ptr<LineTable> lines{};
  StandIns stand_ins{};
  ModuleStrings strings{};
  std::vector<Module*> uses{};  // modules whose exports it was linked with
  std::string taints{};         // letters behind its name in "Modules linked in:"
  enum class State : std::uint8_t { kComing, kLive, kGoing, kInUse, kPermanent };
  State state = State::kComing;

  /// It can be started and not stopped: Linux never unloads it. Linux: "[permanent]".
  bool is_permanent() const { return linked->init_function && !linked->exit_function; }
};

/// An export with the module that has it.
struct ModuleExport {
  Module* module;
  const ExportedSymbol* symbol;
};

/// Where a BUG or WARN of guest code was written. Linux: struct bug_entry.
struct BugEntry {
  std::string file;
  unsigned line;
  std::uint16_t flags;
};

/// Where code that may fault goes on. Linux: struct exception_table_entry (x86).
struct ExceptionFixup {
  VirtAddr resume_at;
  std::uint32_t data;  // type in bits 0-7, register in 8-11, immediate in 16-31
};

/// Where code and data of a module were that have been freed.
struct FormerCode {
  enum class Part : std::uint8_t { kInit, kCore };
  VirtAddr begin{};
  VirtAddr end{};
  Part part = Part::kCore;
  std::string module{};
};

class Modules {
 public:
  explicit Modules(Machine& machine) : machine_(machine) {}

  /// Loads a module object. `parameters` are "name=value" words. Errors are lines for the user.
  Loaded<Module*> load(ElfObject object, const std::vector<std::string>& parameters);
  /// Runs init; a module without one is live at once (value 0). When init fails the module is gone.
  CallOutcome run_init(Module& module);
  /// Makes sure that nobody uses the module: 0, or the number of its users; it stays then.
  std::uint32_t stop(Module& module);
  /// Runs exit and frees the module. After an oops in it the module stays, as on Linux.
  CallOutcome unload(Module& module);

  /// What load() does about symbols that nobody provides; kRefuse unless it was set.
  void set_missing_symbols(MissingSymbols what) { missing_symbols_ = what; }
  MissingSymbols missing_symbols() const { return missing_symbols_; }
  /// The missing symbol for which `address` stands, or nullptr.
  StandIns::StandIn* stand_in_at(VirtAddr address);
  Result<void> show_zeros(const StandIns::StandIn& symbol) {
    return StandIns::show_zeros(machine_, symbol);
  }
  /// A guest function that returns 0.
  VirtAddr return_zero() const;

  /// What a loaded module exports by that name.
  std::optional<ModuleExport> exported(std::string_view name) const;
  /// The same of the kernel or a module.
  std::optional<VirtAddr> find_export(std::string_view name) const;
  /// Whether that one may be imported by GPL modules only.
  bool is_gpl_export(std::string_view name) const;
  /// "hello(O) other(O+)", newest first, and what was unloaded last.
  std::string linked_in() const;
  /// The newest module part that was at `address` and is gone; nullptr when none was.
  const FormerCode* former_code(VirtAddr address) const;
  std::optional<SourceLine> line_of(VirtAddr address) const;
  /// The lines of the image that has the address; nullptr when none has, or it has no lines.
  const LineTable* lines_of(VirtAddr address) const;
  /// The functions around an address, inlined ones first (see LineTable::frames).
  std::vector<SourceFrame> source_frames(VirtAddr address) const;
  /// The bug-table entry of the ud2 at `address`, in a module or in the resident kernel.
  std::optional<BugEntry> bug_entry(VirtAddr address) const;
  /// The exception-table entry of the instruction at `address`.
  std::optional<ExceptionFixup> exception_fixup(VirtAddr address) const;
  /// Makes every place that tests the static key jump, or not, by its present count. Linux:
  /// __jump_label_update.
  void update_jump_sites(VirtAddr key);
  const std::vector<std::unique_ptr<Module>>& all() const { return modules_; }

 private:
  /// Calls f(section) for that section of the kernel and of every module; stops at a result.
  template <class T, class F>
  std::optional<T> search_sections(std::string_view section, F&& f) const;
  Loaded<void> place_and_link(Module& module, const ElfObject& object,
                              const std::vector<std::string>& parameters);
  Result<void> place_regions(Module& module);
  Result<void> copy_strings(Module& module, const ModInfo& info,
                            const std::vector<std::string>& parameters);
  void use(Module& user, Module& provider);
  /// Calls a function of guest/kernel/module.c for a module with a struct module of this kernel.
  std::uint32_t tell_guest(const char* what, const Module& module);
  void write_struct_field(const Module& module, Bytes field, std::uint32_t value);
  Result<VirtAddr> place(const RegionPlan& region);
  VirtAddr loader() const;
  void write_region(VirtAddr base, std::span<const std::byte> bytes);
  // What is read-only after init is writable before.
  enum class WhenProtected : std::uint8_t { kBeforeInit, kAfterInit };
  Result<void> protect(VirtAddr base, const RegionPlan& region, WhenProtected when);
  void release(VirtAddr base);
  /// Of one module; of one key or of all.
  void update_jump_table(const Module& module, std::optional<VirtAddr> only);
  void update_jump_site(const Module& module, VirtAddr entry, std::optional<VirtAddr> only);
  void note_taints(Module& module, const ElfObject& object);
  void log_unresolved(const Module& module, const ModuleResolver& resolver);
  Loaded<void> check_exports(const Module& module, const ElfObject& object);
  Loaded<void> apply_parameters(Module& module, const std::vector<std::string>& parameters);
  bool switch_debug_sites(const Module& module, std::string_view word);
  void code_going(const Module& module, FormerCode::Part part);
  void free_module(Module& module);
  void forget(Module& module);
  void begin_process();

  Machine& machine_;
  MissingSymbols missing_symbols_ = MissingSymbols::kRefuse;
  std::vector<std::unique_ptr<Module>> modules_;
  std::string last_unloaded_;            // with its taints
  std::vector<FormerCode> former_code_;  // newest last
};

}  // namespace mm32::emu
