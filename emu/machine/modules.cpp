#include "emu/machine/modules.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "emu/machine/machine.hpp"
#include "mm/base/check.hpp"

namespace mm32::emu {
namespace {

class ModuleResolver final : public SymbolResolver {
 public:
  ModuleResolver(const KernelImage& image, const Modules& modules)
      : image_(image), modules_(modules) {}
  std::optional<VirtAddr> resolve(std::string_view name) override {
    if (const auto found = image_.offered().find(name); found != image_.offered().end())
      return found->second;
    return modules_.exported(name);
  }

 private:
  const KernelImage& image_;
  const Modules& modules_;
};

LoadError out_of_memory(const std::string& name) {
  return {Errno::kNoMem, {name + ": the module area of the guest has no room for it"}};
}

bool is_gpl_compatible(std::string_view licence) {
  static constexpr std::string_view kGpl[] = {
      "GPL", "GPL v2", "GPL and additional rights", "Dual BSD/GPL", "Dual MIT/GPL", "Dual MPL/GPL"};
  return std::ranges::find(kGpl, licence) != std::end(kGpl);
}

}  // namespace

Loaded<Module*> Modules::load(ElfObject object, const std::vector<std::string>& parameters) {
  auto module = std::make_unique<Module>();
  module->name = object.module_name();
  module->plan = plan_module(object);
  const auto core = place(module->plan.core);
  if (!core) return tl::make_unexpected(out_of_memory(object.file_name()));
  module->bases.core = *core;
  if (module->plan.init.size != 0) {
    const auto init = place(module->plan.init);
    if (!init) {
      release(*core);
      return tl::make_unexpected(out_of_memory(object.file_name()));
    }
    module->bases.init = *init;
  }
  ModuleResolver resolver(machine_.image(), *this);
  auto linked = link_module(object, module->plan, module->bases, resolver);
  if (!linked) {
    free_module(*module);
    return tl::make_unexpected(linked.error());
  }
  module->linked = std::move(*linked);
  (void)parameters;
  write_region(module->bases.core, module->linked->core);
  write_region(module->bases.init, module->linked->init);
  if (!protect(module->bases.core, module->plan.core) ||
      !protect(module->bases.init, module->plan.init)) {
    free_module(*module);
    return tl::make_unexpected(out_of_memory(object.file_name()));
  }
  note_taints(*module, object.modinfo());
  module->symbols = machine_.symbols().add(
      module_symbols(module->name, *module->linked, module->plan, module->bases));
  module->lines = std::make_unique<LineTable>(object, module->linked->section_addresses);
  modules_.push_back(std::move(module));
  return modules_.back().get();
}

Result<VirtAddr> Modules::place(const RegionPlan& region) {
  return machine_.mm().vmalloc().module_alloc(Bytes(region.size));
}

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

Result<void> Modules::protect(VirtAddr base, const RegionPlan& region) {
  PageTables& tables = machine_.mm().tables();
  FlushBatch batch(machine_.cpu().mmu());
  Result<void> done{};
  for (const ModulePart& part : region.parts) {
    if (part.size == 0 || !done) continue;
    PteFlags set = PteFlags::kNone;
    PteFlags clear = PteFlags::kNone;
    if (part.protection != Protection::kReadWrite) clear = clear | PteFlags::kWrite;
    if (part.protection == Protection::kReadExecute)
      clear = clear | PteFlags::kNx;
    else
      set = supported(PteFlags::kNx, tables.mode());
    done =
        tables.protect(base + Bytes(part.offset), pages_for(Bytes(part.size)), set, clear, batch);
  }
  batch.commit();
  machine_.cpu().mmu().forget_code(base, pages_for(Bytes(region.size)));
  return done;
}

void Modules::release(VirtAddr base) {
  if (base != VirtAddr()) machine_.mm().vmalloc().vfree(base);
}

void Modules::note_taints(Module& module, const ModInfo& info) {
  Reporter& reporter = machine_.reporter();
  if (!is_gpl_compatible(info.first("license").value_or("unspecified"))) {
    module.taints += 'P';
    reporter.taint_letter('P');
  }
  if (!info.first("intree")) {
    module.taints += 'O';
    reporter.taint_letter('O');
  }
}

CallOutcome Modules::run_init(Module& module) {
  CallOutcome outcome;
  if (module.linked->init_function)
    outcome = machine_.call(machine_.image().symbol("do_one_initcall"),
                            {module.linked->init_function->raw(), 0, 0});
  if (outcome.kind != CallOutcome::Kind::kReturned) return outcome;
  if (static_cast<std::int32_t>(outcome.value) < 0) {
    module.state = Module::State::kFailed;
    free_module(module);
    std::erase_if(modules_, [&](const auto& m) { return m.get() == &module; });
    return outcome;
  }
  module.state = Module::State::kLive;
  if (module.bases.init != VirtAddr()) {
    machine_.symbols().drop_range(module.symbols, module.bases.init,
                                  module.bases.init + Bytes(module.plan.init.size));
    release(module.bases.init);
    module.bases.init = VirtAddr();
  }
  return outcome;
}

CallOutcome Modules::unload(Module& module) {
  CallOutcome outcome;
  module.state = Module::State::kGoing;
  if (module.linked->exit_function)
    outcome = machine_.call(machine_.image().symbol("run_module_exit"),
                            {module.linked->exit_function->raw(), 0, 0});
  if (outcome.kind != CallOutcome::Kind::kReturned) return outcome;
  free_module(module);
  machine_.symbols().remove(module.symbols);
  std::erase_if(modules_, [&](const auto& m) { return m.get() == &module; });
  return outcome;
}

void Modules::free_module(Module& module) {
  release(module.bases.init);
  release(module.bases.core);
}

template <class T, class F>
std::optional<T> Modules::search_sections(std::string_view section, F&& f) const {
  if (const LinkedSection* table = machine_.image().section(section))
    if (auto found = f(*table)) return found;
  for (const auto& module : modules_)
    if (const LinkedSection* table = module->linked->find_section(section))
      if (auto found = f(*table)) return found;
  return std::nullopt;
}

std::optional<BugEntry> Modules::bug_entry(VirtAddr address) const {
  // i386 has absolute entries.
  struct RawEntry {
    std::uint32_t address, file;
    std::uint16_t line, flags;
  };
  const GuestMemory memory = machine_.cpu().memory();
  const auto search = [&](const LinkedSection& table) -> std::optional<BugEntry> {
    for (std::size_t at = 0; at + sizeof(RawEntry) <= table.data.size(); at += sizeof(RawEntry)) {
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
  const auto search = [&](const LinkedSection& table) -> std::optional<ExceptionFixup> {
    for (std::size_t at = 0; at + sizeof(RawEntry) <= table.data.size(); at += sizeof(RawEntry)) {
      const std::uint32_t entry = table.address.raw() + static_cast<std::uint32_t>(at);
      const auto raw = memory.load<RawEntry>(VirtAddr(entry));
      if (raw && entry + raw->instruction == address.raw())
        return ExceptionFixup{VirtAddr(entry + 4 + raw->fixup), raw->data};
    }
    return std::nullopt;
  };
  return search_sections<ExceptionFixup>("__ex_table", search);
}

std::optional<VirtAddr> Modules::exported(std::string_view name) const {
  for (const auto& module : modules_)
    for (const ExportedSymbol& symbol : module->linked->exports)
      if (symbol.name == name) return symbol.address;
  return std::nullopt;
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
  return text;
}

std::optional<SourceLine> Modules::line_of(VirtAddr address) const {
  const auto symbol = machine_.symbols().find(address);
  if (!symbol) return std::nullopt;
  if (symbol->module.empty()) return machine_.image().lines().find(address);
  for (const auto& module : modules_)
    if (module->name == symbol->module) return module->lines->find(address);
  return std::nullopt;
}

}  // namespace mm32::emu
