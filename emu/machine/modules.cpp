#include "emu/machine/modules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstring>

#include "emu/command/errno_name.hpp"
#include "emu/leaks/allocation_tracker.hpp"
#include "emu/loader/module_parameters.hpp"
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

/// Parameters are set in guest memory; operations of the module's own run in the guest.
class MachineParameters final : public ParameterTarget {
 public:
  explicit MachineParameters(Machine& machine) : machine_(machine) {}

  bool read(VirtAddr from, std::span<std::byte> to) override {
    return machine_.cpu().memory().read(from, to).has_value();
  }
  bool write(VirtAddr to, std::span<const std::byte> from) override {
    return machine_.cpu().memory().write(to, from).has_value();
  }
  Result<VirtAddr> allocate(Bytes size) override {
    const auto object = machine_.mm().slab().kmalloc(size, Gfp::kKernel);
    if (!object || *object == VirtAddr()) return mm32::fail(Errno::kNoMem);
    return *object;
  }
  Result<void> set_in_guest(VirtAddr kernel_param, std::string_view value) override {
    const std::string text(value);
    MM_TRY_ASSIGN(const VirtAddr copy, allocate(Bytes(text.size() + 1)));
    if (!write(copy, std::as_bytes(std::span(text.c_str(), text.size() + 1))))
      return mm32::fail(Errno::kFault);
    const auto ops = machine_.cpu().memory().load<std::uint32_t>(kernel_param + kOpsOffset);
    const auto set = ops ? machine_.cpu().memory().load<std::uint32_t>(VirtAddr(*ops) + kSetOffset)
                         : tl::make_unexpected(ops.error());
    if (!set) return mm32::fail(Errno::kFault);
    const CallOutcome outcome = machine_.call(VirtAddr(*set), {copy.raw(), kernel_param.raw(), 0});
    (void)machine_.mm().slab().kfree(copy);
    if (outcome.kind != CallOutcome::Kind::kReturned) return mm32::fail(Errno::kFault);
    const auto result = static_cast<std::int32_t>(outcome.value);
    return result < 0 ? Result<void>(mm32::fail(static_cast<Errno>(-result))) : Result<void>();
  }
  void log(LogLevel level, std::string_view line) override { machine_.log().line(level, line); }

 private:
  // Linux: struct kernel_param { name, mod, ops, … }, struct kernel_param_ops { flags, set, … }.
  static constexpr Bytes kOpsOffset{8};
  static constexpr Bytes kSetOffset{4};

  Machine& machine_;
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
  if (const auto& percpu = module->plan.percpu) {
    // One CPU, whose per-CPU segment has base 0: the only copy lies at the link address.
    const auto area = machine_.mm().vmalloc().module_alloc(Bytes(percpu->size));
    if (!area) {
      free_module(*module);
      return tl::make_unexpected(out_of_memory(object.file_name()));
    }
    module->bases.percpu = *area;
  }
  ModuleResolver resolver(machine_.image(), *this);
  auto linked = link_module(object, module->plan, module->bases, resolver);
  if (!linked) {
    free_module(*module);
    return tl::make_unexpected(linked.error());
  }
  module->linked = std::move(*linked);
  write_region(module->bases.core, module->linked->core);
  write_region(module->bases.init, module->linked->init);
  write_region(module->bases.percpu, module->linked->percpu);
  if (!protect(module->bases.core, module->plan.core) ||
      !protect(module->bases.init, module->plan.init)) {
    free_module(*module);
    return tl::make_unexpected(out_of_memory(object.file_name()));
  }
  update_jump_table(*module, std::nullopt);
  note_taints(*module, object.modinfo());
  module->symbols = machine_.symbols().add(
      module_symbols(module->name, *module->linked, module->plan, module->bases));
  module->lines = std::make_unique<LineTable>(object, module->linked->section_addresses);
  modules_.push_back(std::move(module));
  Module& loaded = *modules_.back();
  if (auto set = apply_parameters(loaded, parameters); !set) {
    forget(loaded);
    return tl::make_unexpected(set.error());
  }
  return &loaded;
}

Loaded<void> Modules::apply_parameters(Module& module, const std::vector<std::string>& parameters) {
  if (parameters.empty()) return {};
  ModuleResolver resolver(machine_.image(), *this);
  MachineParameters target(machine_);
  const auto set = set_parameters(*module.linked, module.name, join_arguments(parameters),
                                  standard_parameter_ops(resolver), target);
  if (set) return {};
  return load_error(fmt::format("{}: a parameter is not valid ({})", module.name,
                                errno_name(static_cast<int>(set.error()))),
                    set.error());
}

// What was recorded about calls from this code is put in words while it can be.
void Modules::code_going(VirtAddr base, const RegionPlan& region) {
  if (machine_.allocations() != nullptr && base != VirtAddr())
    machine_.allocations()->stacks().code_going(base, base + Bytes(region.size));
}

// Frees the module and drops its names; `module` is gone afterwards.
void Modules::forget(Module& module) {
  code_going(module.bases.init, module.plan.init);
  code_going(module.bases.core, module.plan.core);
  free_module(module);
  machine_.symbols().remove(module.symbols);
  std::erase_if(modules_, [&](const auto& m) { return m.get() == &module; });
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

// struct jump_entry { s32 code, target; long key; }, each relative to itself; key: bit 0 says that
// the source called the branch likely. A site is five bytes: jmp rel32, or the nop of an i386
// kernel.
void Modules::update_jump_site(const Module& module, VirtAddr entry, std::optional<VirtAddr> only) {
  constexpr std::array<std::uint8_t, 5> kNop = {0x3e, 0x8d, 0x74, 0x26, 0x00};
  constexpr std::uint8_t kJump = 0xe9;
  const GuestMemory memory = machine_.cpu().memory();
  std::array<std::uint32_t, 3> word{};
  if (!memory.read(entry, std::as_writable_bytes(std::span(word)))) return;
  const VirtAddr site(entry.raw() + word[0]);
  const std::uint32_t tagged_key = entry.raw() + 8 + word[2];
  const VirtAddr key(tagged_key & ~3u);
  if ((only && *only != key) || !holds_code(module, site)) return;
  const bool enabled = memory.load<std::int32_t>(key).value_or(0) > 0;
  const bool jumps = enabled != ((tagged_key & 1u) != 0);
  if ((memory.load<std::uint8_t>(site).value_or(0) == kJump) == jumps) return;
  std::array<std::uint8_t, 5> code = kNop;
  if (jumps) {
    const std::uint32_t distance = entry.raw() + 4 + word[1] - (site.raw() + 5);
    code[0] = kJump;
    std::memcpy(&code[1], &distance, sizeof distance);
  }
  write_region(site, std::as_bytes(std::span(code)));
  machine_.cpu().mmu().forget_code(VirtAddr(site.raw() & ~(kPageSize - 1)), Pages(2));
}

bool Modules::holds_code(const Module& module, VirtAddr site) {
  const auto inside = [&](VirtAddr base, const RegionPlan& region) {
    return base != VirtAddr() && site.raw() - base.raw() < region.size &&
           region.size - (site.raw() - base.raw()) >= 5;
  };
  return inside(module.bases.core, module.plan.core) || inside(module.bases.init, module.plan.init);
}

void Modules::update_jump_table(const Module& module, std::optional<VirtAddr> only) {
  constexpr std::uint32_t kEntryBytes = 12;
  const LinkedSection* table = module.linked->find_section("__jump_table");
  if (table == nullptr) return;
  for (std::uint32_t at = 0; at + kEntryBytes <= table->data.size(); at += kEntryBytes)
    update_jump_site(module, table->address + Bytes(at), only);
}

void Modules::update_jump_sites(VirtAddr key) {
  for (const auto& module : modules_) update_jump_table(*module, key);
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

// The lines are those of Debian's kernel; the classic machine is silent about what every module
// that a user brings would say.
void Modules::note_taints(Module& module, const ModInfo& info) {
  Reporter& reporter = machine_.reporter();
  const bool as_debian = machine_.config().layout == LayoutName::kLinux61;
  const auto taint = [&](char letter, LogLevel level, const std::string& line) {
    module.taints += letter;
    if (!reporter.is_tainted(letter) && !line.empty()) machine_.log().line(level, line);
    reporter.taint_letter(letter);
  };
  const std::string_view licence = info.first("license").value_or("unspecified");
  if (!is_gpl_compatible(licence)) {
    const bool first = !reporter.is_tainted('P');
    taint('P', LogLevel::kWarning,
          fmt::format("{}: module license '{}' taints kernel.", module.name, licence));
    if (first)
      machine_.log().line(LogLevel::kWarning, "Disabling lock debugging due to kernel taint");
  }
  if (!info.first("intree"))
    taint('O', LogLevel::kWarning,
          as_debian ? module.name + ": loading out-of-tree module taints kernel." : "");
  if (as_debian)
    taint('E', LogLevel::kNotice,
          module.name +
              ": module verification failed: signature and/or required key missing - "
              "tainting kernel");
}

CallOutcome Modules::run_init(Module& module) {
  CallOutcome outcome;
  if (module.linked->init_function)
    outcome = machine_.call(machine_.image().symbol("do_one_initcall"),
                            {module.linked->init_function->raw(), 0, 0});
  if (outcome.kind != CallOutcome::Kind::kReturned) return outcome;
  if (static_cast<std::int32_t>(outcome.value) < 0) {
    forget(module);
    return outcome;
  }
  module.state = Module::State::kLive;
  if (module.bases.init != VirtAddr()) {
    code_going(module.bases.init, module.plan.init);
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
  forget(module);
  return outcome;
}

void Modules::free_module(Module& module) {
  release(module.bases.init);
  release(module.bases.core);
  release(module.bases.percpu);
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
