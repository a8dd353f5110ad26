#include "emu/leaks/leak_report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "emu/machine/modules.hpp"

namespace mm32::emu {
namespace {

constexpr std::size_t kAddressesShown = 8;
constexpr std::size_t kNameBytes = 64;

std::string cache_name(Machine& machine, std::uint32_t cache) {
  const GuestMemory memory = machine.cpu().memory();
  const auto name = memory.load<std::uint32_t>(VirtAddr(cache) + Bytes(offsetof(KmemCache, name)));
  if (!name) return "?";
  return memory.load_string(VirtAddr(*name), kNameBytes).value_or("?");
}

bool is_loaded(Machine& machine, const std::string& name) {
  return std::ranges::any_of(machine.modules().all(),
                             [&](const auto& module) { return module->name == name; });
}

std::string place(const Allocation& a, VirtAddr lowmem_end) {
  return a.kind == AllocationKind::kPages && a.begin() >= lowmem_end.raw()
             ? fmt::format("page frame {:#x}", a.key)
             : fmt::format("{:08x}", a.begin());
}

std::string group_line(const LeakGroup& group) {
  const Allocation& a = group.first;
  std::string line = group.what + ": ";
  if (group.places.size() > 1) line += fmt::format("{} × ", group.places.size());
  if (a.kind != AllocationKind::kCache) line += fmt::format("{} bytes ", a.bytes);
  if (a.kind == AllocationKind::kPages) line += fmt::format("(order {}) ", a.order);
  line += "at ";
  for (std::size_t i = 0; i < std::min(group.places.size(), kAddressesShown); ++i)
    line += (i == 0 ? "" : ", ") + group.places[i];
  if (group.places.size() > kAddressesShown)
    line += fmt::format(" … and {} more", group.places.size() - kAddressesShown);
  return line;
}

// What a trace says about who allocated.
struct Origin {
  std::string module;
  std::vector<FrameText> frames;
  std::string lines;  // of all frames: the same for calls that a compiler has unrolled
};

// Collects allocations in groups, each found by what its members agree in.
class Collector {
 public:
  explicit Collector(Machine& machine) : machine_(machine) {}

  void add(const Allocation& a) {
    const Origin& origin = origin_of(a.stack);
    if (origin.module.empty() || is_loaded(machine_, origin.module)) return;
    auto leaks = std::ranges::find(result_, origin.module, &ModuleLeaks::module);
    if (leaks == result_.end()) leaks = result_.insert(leaks, ModuleLeaks{origin.module});
    const auto [found, is_new] = groups_.try_emplace(
        Agreed(a.kind, a.bytes, a.cache, a.export_index, origin.lines), leaks->groups.size());
    if (is_new) leaks->groups.push_back({a, {}, allocation_call(machine_, a), origin.frames});
    leaks->groups[found->second].places.push_back(place(a, machine_.mm().space().high_memory));
    ++leaks->count;
    leaks->bytes += a.bytes;
  }
  std::vector<ModuleLeaks> take() { return std::move(result_); }

 private:
  using Agreed =
      std::tuple<AllocationKind, std::uint32_t, std::uint32_t, std::uint16_t, std::string>;

  const Origin& origin_of(StackId stack) {
    const auto [known, is_new] = origins_.try_emplace(stack);
    Origin& origin = known->second;
    if (!is_new) return origin;
    origin.module = machine_.allocations()->stacks().module(stack);
    origin.frames = machine_.allocations()->stacks().frames(stack);
    for (const FrameText& frame : origin.frames)
      origin.lines += frame.module + ' ' + (frame.line.empty() ? frame.text : frame.line) + '\n';
    return origin;
  }

  Machine& machine_;
  std::map<StackId, Origin> origins_;
  std::map<Agreed, std::size_t> groups_;  // by its lines a group belongs to one module
  std::vector<ModuleLeaks> result_;
};

}  // namespace

std::string allocation_call(Machine& machine, const Allocation& a) {
  switch (a.kind) {
    case AllocationKind::kObject:
      return "kmalloc";
    case AllocationKind::kCacheObject:
      return fmt::format("kmem_cache_alloc ({})", cache_name(machine, a.cache));
    case AllocationKind::kCache:
      return fmt::format("kmem_cache_create ({})", cache_name(machine, a.cache));
    case AllocationKind::kPages:
      return "alloc_pages";
    case AllocationKind::kRamMap:
      return "vm_map_ram";
    case AllocationKind::kKmap:
      return "kmap";
    case AllocationKind::kKmapLocal:
      return "kmap_local_page";
    case AllocationKind::kArea:
      break;
  }
  constexpr std::string_view kInternal = "mm32_";
  const auto& exports = machine.executor().exports();
  if (a.export_index == 0 || a.export_index > exports.size()) return "vmalloc";
  std::string_view name = exports[a.export_index - 1].name;
  if (name.starts_with(kInternal)) name.remove_prefix(kInternal.size());
  return std::string(name);
}

std::vector<ModuleLeaks> find_leaks(Machine& machine) {
  Collector collector(machine);
  machine.allocations()->note_local_maps();
  for (const Allocation& a : machine.allocations()->live()) collector.add(a);
  return collector.take();
}

std::vector<std::string> leak_lines(const std::vector<ModuleLeaks>& leaks) {
  std::vector<std::string> lines;
  for (const ModuleLeaks& module : leaks) {
    lines.push_back(fmt::format("leak: {} did not free {} allocation{}, {} bytes", module.module,
                                module.count, module.count == 1 ? "" : "s", module.bytes));
    for (const LeakGroup& group : module.groups) {
      lines.push_back("  " + group_line(group));
      for (const FrameText& frame : group.trace) lines.push_back("    " + frame.text);
    }
  }
  return lines;
}

}  // namespace mm32::emu
