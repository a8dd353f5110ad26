#include "emu/machine/modules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>

#include "emu/command/errno_name.hpp"
#include "emu/leaks/allocation_tracker.hpp"
#include "emu/loader/module_parameters.hpp"
#include "emu/machine/machine.hpp"
#include "emu/machine/machine_parameters.hpp"
#include "emu/machine/module_resolver.hpp"
#include "mm/base/check.hpp"

namespace mm32::emu {
namespace {

// The guest's function that takes a new module over.
constexpr const char* kLoader = "load_module";

LoadError out_of_memory(const std::string& name) {
  return {Errno::kNoMem, {name + ": the module area of the guest has no room for it"}};
}

}  // namespace

Loaded<Module*> Modules::load(ElfObject object, const std::vector<std::string>& parameters) {
  auto module = std::make_unique<Module>();
  module->name = object.module_name();
  module->plan = plan_module(object);
  note_taints(*module, object);
  if (auto placed = place_and_link(*module, object, parameters); !placed) {
    free_module(*module);
    return tl::make_unexpected(placed.error());
  }
  write_struct_field(*module, kModuleTaints, taint_bits(module->taints));
  module->symbols = machine_.symbols().add(
      module_symbols(module->name, *module->linked, module->plan, module->bases));
  module->lines = std::make_unique<LineTable>(object, module->linked->section_addresses);
  modules_.push_back(std::move(module));
  Module& loaded = *modules_.back();
  tell_guest(kLoader, loaded);
  if (auto set = apply_parameters(loaded, parameters); !set) {
    forget(loaded);
    return tl::make_unexpected(set.error());
  }
  return &loaded;
}

// On failure free_module() undoes what was done.
Loaded<void> Modules::place_and_link(Module& module, const ElfObject& object,
                                     const std::vector<std::string>& parameters) {
  if (!place_regions(module)) return tl::make_unexpected(out_of_memory(object.file_name()));
  StandIns* stand_ins = missing_symbols_ == MissingSymbols::kRefuse ? nullptr : &module.stand_ins;
  ModuleResolver resolver(machine_, ImportRights::of(object.modinfo()), stand_ins);
  auto linked = link_module(object, module.plan, module.bases, resolver);
  log_unresolved(module, resolver);
  if (!linked) return tl::make_unexpected(linked.error());
  module.linked = std::move(*linked);
  MM_TRY(check_exports(module, object));
  if (!copy_strings(module, object.modinfo(), parameters))
    return tl::make_unexpected(out_of_memory(object.file_name()));
  fill_module_struct(*module.linked, module.plan, module.bases, module.strings);
  write_region(module.bases.core, module.linked->core);
  write_region(module.bases.init, module.linked->init);
  write_region(module.bases.percpu, module.linked->percpu);
  if (!protect(module.bases.core, module.plan.core, WhenProtected::kBeforeInit) ||
      !protect(module.bases.init, module.plan.init, WhenProtected::kBeforeInit))
    return tl::make_unexpected(out_of_memory(object.file_name()));
  update_jump_table(module, std::nullopt);
  for (Module* provider : resolver.providers()) use(module, *provider);
  return {};
}

Result<void> Modules::place_regions(Module& module) {
  MM_TRY_ASSIGN(module.bases.core, place(module.plan.core));
  if (module.plan.init.size != 0) {
    MM_TRY_ASSIGN(module.bases.init, place(module.plan.init));
  }
  // One CPU, whose per-CPU segment has base 0: the only copy lies at the link address.
  if (const auto& percpu = module.plan.percpu) {
    MM_TRY_ASSIGN(module.bases.percpu,
                  machine_.mm().vmalloc().module_alloc(Bytes(percpu->size), loader()));
  }
  return {};
}

Result<void> Modules::copy_strings(Module& module, const ModInfo& info,
                                   const std::vector<std::string>& parameters) {
  if (!has_module_struct(*module.linked)) return {};
  MachineParameters target(machine_);
  const auto copy = [&](VirtAddr& to, std::optional<std::string_view> text) -> Result<void> {
    if (!text) return {};
    const std::string terminated(*text);
    MM_TRY_ASSIGN(to, target.allocate(Bytes(terminated.size() + 1)));
    const auto bytes = std::as_bytes(std::span(terminated.c_str(), terminated.size() + 1));
    return target.write(to, bytes) ? Result<void>() : mm32::fail(Errno::kFault);
  };
  MM_TRY(copy(module.strings.args, join_arguments(parameters)));
  MM_TRY(copy(module.strings.version, info.first("version")));
  return copy(module.strings.source_version, info.first("srcversion"));
}

// `user` was linked against exports of `provider`, which has to stay as long as it does.
void Modules::use(Module& user, Module& provider) {
  user.uses.push_back(&provider);
  if (has_module_struct(*provider.linked))
    machine_.call(machine_.image().symbol("__module_get"), {provider.linked->this_module->raw()});
}

std::uint32_t Modules::tell_guest(const char* what, const Module& module) {
  if (!has_module_struct(*module.linked)) return 0;
  return machine_.call(machine_.image().symbol(what), {module.linked->this_module->raw()}).value;
}

void Modules::write_struct_field(const Module& module, Bytes field, std::uint32_t value) {
  if (has_module_struct(*module.linked))
    write_region(*module.linked->this_module + field, std::as_bytes(std::span(&value, 1)));
}

Loaded<void> Modules::apply_parameters(Module& module, const std::vector<std::string>& parameters) {
  std::vector<std::string> own = parameters;
  std::erase_if(own, [&](const std::string& word) { return switch_debug_sites(module, word); });
  if (own.empty()) return {};
  ModuleResolver resolver(machine_, ImportRights{"GPL"}, nullptr);
  MachineParameters target(machine_);
  const auto set = set_parameters(*module.linked, module.name, join_arguments(own),
                                  standard_parameter_ops(resolver), target);
  if (set) return {};
  return load_error(fmt::format("{}: a parameter is not valid ({})", module.name,
                                errno_name(static_cast<int>(set.error()))),
                    set.error());
}

// "dyndbg=QUERY" is for pr_debug's sites, not for the module: true when `word` is one.
// Linux: ddebug_dyndbg_module_param_cb.
bool Modules::switch_debug_sites(const Module& module, std::string_view word) {
  constexpr std::uint32_t kSiteBytes = 32;  // struct _ddebug
  const std::size_t equals = std::min(word.find('='), word.size());
  if (word.substr(0, equals) != "dyndbg") return false;
  std::string query(equals == word.size() ? "+p" : word.substr(equals + 1));
  std::erase(query, '"');
  const LinkedSection* sites = module.linked->find_section("__dyndbg");
  if (sites == nullptr) return true;
  MachineParameters target(machine_);
  const auto copy = target.allocate(Bytes(query.size() + 1));
  if (!copy) return true;
  target.write(*copy, std::as_bytes(std::span(query.c_str(), query.size() + 1)));
  const auto count = static_cast<std::uint32_t>(sites->data.size()) / kSiteBytes;
  machine_.call(machine_.image().symbol("mm32_dyndbg"), {sites->address.raw(), count, copy->raw()});
  (void)machine_.mm().slab().kfree(*copy);
  return true;
}

// What was recorded about calls from this code is put in words while it can be.
void Modules::code_going(const Module& module, FormerCode::Part part) {
  constexpr std::size_t kRemembered = 64;
  const bool is_init = part == FormerCode::Part::kInit;
  const VirtAddr begin = is_init ? module.bases.init : module.bases.core;
  const VirtAddr end = begin + Bytes(is_init ? module.plan.init.size : module.plan.core.size);
  if (begin == VirtAddr()) return;
  if (machine_.allocations() != nullptr) machine_.allocations()->code_going(begin, end);
  if (former_code_.size() == kRemembered) former_code_.erase(former_code_.begin());
  former_code_.push_back({begin, end, part, module.name});
}

const FormerCode* Modules::former_code(VirtAddr address) const {
  for (auto it = former_code_.rbegin(); it != former_code_.rend(); ++it)
    if (address >= it->begin && address < it->end) return &*it;
  return nullptr;
}

// Frees the module and drops its names; `module` is gone afterwards.
void Modules::forget(Module& module) {
  tell_guest("mm32_module_going", module);
  for (const Module* provider : module.uses) tell_guest("module_put", *provider);
  code_going(module, FormerCode::Part::kInit);
  code_going(module, FormerCode::Part::kCore);
  free_module(module);
  machine_.symbols().remove(module.symbols);
  std::erase_if(modules_, [&](const auto& m) { return m.get() == &module; });
}

Result<VirtAddr> Modules::place(const RegionPlan& region) {
  return machine_.mm().vmalloc().module_alloc(Bytes(region.size), loader());
}

// Who the memory of modules is listed under: an address in the guest's function of that name.
VirtAddr Modules::loader() const { return machine_.image().symbol(kLoader) + Bytes(1); }

// Through the direct map, frame by frame: the area's own mapping may be read-only already.
void Modules::write_region(VirtAddr base, std::span<const std::byte> bytes) {
  while (!bytes.empty()) {
    const auto pa = machine_.mm().tables().translate(base);
    MM_CHECK(pa.has_value());
    const std::size_t n = std::min<std::size_t>(bytes.size(), kPageSize - page_offset_of(base));
    std::byte* host = machine_.ram().host(*pa, Bytes(n));
    MM_CHECK(host != nullptr);
    std::copy_n(bytes.begin(), n, host);
    bytes = bytes.subspan(n);
    base += Bytes(n);
  }
}

// Linux: module_enable_ro, _nx and _x, each by set_memory_*.
Result<void> Modules::protect(VirtAddr base, const RegionPlan& region, WhenProtected when) {
  SetMemory& memory = machine_.mm().set_memory();
  Result<void> done{};
  for (const ModulePart& part : region.parts) {
    if (part.size == 0 || !done) continue;
    const VirtAddr at = base + Bytes(part.offset);
    const Pages size = pages_for(Bytes(part.size));
    const bool writable =
        part.protection == Protection::kReadWrite ||
        (part.protection == Protection::kReadOnlyAfterInit && when == WhenProtected::kBeforeInit);
    if (!writable) done = memory.set_ro(at, size);
    if (done)
      done = part.protection == Protection::kReadExecute ? memory.set_x(at, size)
                                                         : memory.set_nx(at, size);
  }
  machine_.cpu().mmu().forget_code(base, pages_for(Bytes(region.size)));
  return done;
}

void Modules::release(VirtAddr base) {
  if (base != VirtAddr()) machine_.mm().vmalloc().vfree(base);
}

// insmod and rmmod are new processes each time: a kill of the last one does not concern them.
void Modules::begin_process() { machine_.mm().pages().state().oom_victim = 0; }

CallOutcome Modules::run_init(Module& module) {
  CallOutcome outcome;
  begin_process();
  if (module.linked->init_function)
    outcome = machine_.call(machine_.image().symbol("do_one_initcall"),
                            {module.linked->init_function->raw(), 0, 0});
  if (outcome.kind != CallOutcome::Kind::kReturned) return outcome;
  if (static_cast<std::int32_t>(outcome.value) < 0) {
    forget(module);
    return outcome;
  }
  module.state = Module::State::kLive;
  if (outcome.value != 0 && has_module_struct(*module.linked))
    machine_.call(machine_.image().symbol("mm32_init_returned"),
                  {module.linked->this_module->raw(), outcome.value, 0});
  tell_guest("mm32_module_live", module);
  (void)protect(module.bases.core, module.plan.core, WhenProtected::kAfterInit);
  if (module.bases.init != VirtAddr()) {
    code_going(module, FormerCode::Part::kInit);
    machine_.symbols().drop_range(module.symbols, module.bases.init,
                                  module.bases.init + Bytes(module.plan.init.size));
    release(module.bases.init);
    module.bases.init = VirtAddr();
    for (std::uint32_t at = 0; at < 6; ++at)
      write_struct_field(module, kModuleInitLayout + Bytes(4 * at), 0);
  }
  return outcome;
}

std::uint32_t Modules::stop(Module& module) { return tell_guest("mm32_module_stop", module); }

CallOutcome Modules::unload(Module& module) {
  CallOutcome outcome;
  begin_process();
  module.state = Module::State::kGoing;
  if (module.linked->exit_function)
    outcome = machine_.call(machine_.image().symbol("run_module_exit"),
                            {module.linked->exit_function->raw(), 0, 0});
  if (outcome.kind != CallOutcome::Kind::kReturned) return outcome;
  last_unloaded_ = module.name + (module.taints.empty() ? "" : "(" + module.taints + ")");
  forget(module);
  return outcome;
}

void Modules::free_module(Module& module) {
  release(module.bases.init);
  release(module.bases.core);
  release(module.bases.percpu);
  for (const VirtAddr text :
       {module.strings.args, module.strings.version, module.strings.source_version})
    if (text != VirtAddr()) (void)machine_.mm().slab().kfree(text);
  module.stand_ins.release(machine_);
}

StandIns::StandIn* Modules::stand_in_at(VirtAddr address) {
  for (const auto& module : modules_)
    if (StandIns::StandIn* symbol = module->stand_ins.find(address)) return symbol;
  return nullptr;
}

VirtAddr Modules::return_zero() const { return machine_.image().symbol("mm32_return_zero"); }

template <class T, class F>
std::optional<T> Modules::search_sections(std::string_view section, F&& f) const {
  if (const auto table = machine_.image().section(section))
    if (auto found = f(*table)) return found;
  for (const auto& module : modules_)
    if (const LinkedSection* table = module->linked->find_section(section))
      if (auto found = f(ImageSection{table->address, Bytes(table->data.size())})) return found;
  return std::nullopt;
}

std::optional<BugEntry> Modules::bug_entry(VirtAddr address) const {
  // i386 has absolute entries.
  struct RawEntry {
    std::uint32_t address, file;
    std::uint16_t line, flags;
  };
  const GuestMemory memory = machine_.cpu().memory();
  const auto search = [&](const ImageSection& table) -> std::optional<BugEntry> {
    for (std::size_t at = 0; at + sizeof(RawEntry) <= table.size.raw(); at += sizeof(RawEntry)) {
      const auto raw = memory.load<RawEntry>(table.address + Bytes(at));
      if (!raw || raw->address != address.raw()) continue;
      const auto file = memory.load_string(VirtAddr(raw->file), kPageSize);
      return BugEntry{file.value_or("?"), raw->line, raw->flags};
    }
    return std::nullopt;
  };
  return search_sections<BugEntry>("__bug_table", search);
}

std::optional<ExceptionFixup> Modules::exception_fixup(VirtAddr address) const {
  struct RawEntry {
    std::uint32_t instruction, fixup;  // relative to the field's own address
    std::uint32_t data;
  };
  const GuestMemory memory = machine_.cpu().memory();
  const auto search = [&](const ImageSection& table) -> std::optional<ExceptionFixup> {
    for (std::size_t at = 0; at + sizeof(RawEntry) <= table.size.raw(); at += sizeof(RawEntry)) {
      const std::uint32_t entry = table.address.raw() + static_cast<std::uint32_t>(at);
      const auto raw = memory.load<RawEntry>(VirtAddr(entry));
      if (raw && entry + raw->instruction == address.raw())
        return ExceptionFixup{VirtAddr(entry + 4 + raw->fixup), raw->data};
    }
    return std::nullopt;
  };
  return search_sections<ExceptionFixup>("__ex_table", search);
}

std::optional<ModuleExport> Modules::exported(std::string_view name) const {
  for (const auto& module : modules_)
    for (const ExportedSymbol& symbol : module->linked->exports)
      if (symbol.name == name) return ModuleExport{module.get(), &symbol};
  return std::nullopt;
}

std::optional<VirtAddr> Modules::find_export(std::string_view name) const {
  if (const auto found = machine_.image().offered().find(name)) return found;
  const auto found = exported(name);
  return found ? std::optional(found->symbol->address) : std::nullopt;
}

std::string Modules::linked_in() const {
  std::string text;
  for (auto it = modules_.rbegin(); it != modules_.rend(); ++it) {
    const Module& m = **it;
    const char* sign = m.state == Module::State::kComing  ? "+"
                       : m.state == Module::State::kGoing ? "-"
                                                          : "";
    text += (text.empty() ? "" : " ") + m.name;
    if (!m.taints.empty() || *sign != '\0') text += fmt::format("({}{})", m.taints, sign);
  }
  if (!last_unloaded_.empty())
    text += fmt::format("{}[last unloaded: {}]", text.empty() ? "" : " ", last_unloaded_);
  return text;
}

const LineTable* Modules::lines_of(VirtAddr address) const {
  const auto symbol = machine_.symbols().find(address);
  if (!symbol) return nullptr;
  if (symbol->module.empty()) return &machine_.image().lines();
  for (const auto& module : modules_)
    if (module->name == symbol->module) return module->lines.get();
  return nullptr;
}

std::optional<SourceLine> Modules::line_of(VirtAddr address) const {
  const LineTable* lines = lines_of(address);
  return lines == nullptr ? std::nullopt : lines->find(address);
}

std::vector<SourceFrame> Modules::source_frames(VirtAddr address) const {
  const LineTable* lines = lines_of(address);
  return lines == nullptr ? std::vector<SourceFrame>{} : lines->frames(address);
}

}  // namespace mm32::emu
