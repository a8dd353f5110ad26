// What `info` knows.
#include <fmt/format.h>

#include <array>

#include "emu/debug/drawings.hpp"
#include "emu/debug/look.hpp"
#include "emu/debug/tasks.hpp"
#include "emu/leaks/leak_report.hpp"
#include "emu/machine/modules.hpp"
#include "emu/report/reports.hpp"
#include "emu/trace/trace_event.hpp"
#include "emu/view/user_area.hpp"

namespace mm32::emu {
namespace {

constexpr std::size_t kShownAllocations = 200;

Expected<std::string> info_registers(LookScene& scene, std::string_view) {
  const Registers r = scene.machine().cpu().registers();
  return fmt::format(
      "eax {:08x}  ebx {:08x}  ecx {:08x}  edx {:08x}\n"
      "esi {:08x}  edi {:08x}  ebp {:08x}  esp {:08x}\n"
      "eip {:08x}  eflags {:08x}  ring {}\n"
      "cs {:04x}  ss {:04x}  ds {:04x}  es {:04x}  fs {:04x}  gs {:04x}\n"
      "cr0 {:08x}  cr2 {:08x}  cr3 {:08x}  cr4 {:08x}\n",
      r.eax, r.ebx, r.ecx, r.edx, r.esi, r.edi, r.ebp, r.esp, r.eip, r.eflags, r.cpl(), r.cs, r.ss,
      r.ds, r.es, r.fs, r.gs, r.cr0, r.cr2, r.cr3, r.cr4);
}

Expected<std::string> info_breakpoints(LookScene& scene, std::string_view) {
  std::string text;
  for (const Breakpoint& b : scene.debugger.breakpoints().all()) {
    text += fmt::format("{:3}  {}{}", b.number, b.text, b.is_enabled() ? "" : "  (disabled)");
    for (const VirtAddr at : b.addresses) text += fmt::format("  {:08x}", at.raw());
    if (b.kind == Breakpoint::Kind::kCode && b.addresses.empty()) text += "  (waits for a module)";
    if (b.hits != 0) text += fmt::format("  hit {} time{}", b.hits, b.hits == 1 ? "" : "s");
    if (b.ignore != 0) text += fmt::format("  ignores the next {}", b.ignore);
    text += '\n';
  }
  return text.empty() ? "no breakpoints\n" : text;
}

Expected<std::string> info_zones(LookScene& scene, std::string_view) {
  const PageAllocator& pages = scene.machine().mm().pages();
  std::string text;
  for (unsigned i = 0; i < kZones; ++i) {
    const Zone& z = pages.zone(ZoneIndex(static_cast<std::uint8_t>(i)));
    if (z.present_pages == 0) continue;
    text += fmt::format("{:<8} frames {:#x}-{:#x}  managed {}  free {}  min {} low {} high {}\n",
                        pages.zone_name(i), z.zone_start_pfn, z.end_pfn(), z.managed_pages,
                        z.stat(ZoneStat::kFreePages), z.wmark(Watermark::kMin),
                        z.wmark(Watermark::kLow), z.wmark(Watermark::kHigh));
  }
  return text;
}

Expected<std::string> info_free(LookScene& scene, std::string_view) {
  return draw_free_lists(scene.machine().mm().pages());
}

Expected<std::string> info_slabs(LookScene& scene, std::string_view cache) {
  const Slab& slab = scene.machine().mm().slab();
  if (cache.empty()) return list_caches(slab);
  std::string text = draw_slabs(slab, cache);
  if (text.empty())
    return failure(ExitStatus::kUsage,
                   fmt::format("there is no cache '{}' (info slabs lists them)", cache));
  return text;
}

Expected<std::string> info_vmap(LookScene& scene, std::string_view) {
  return make_report(scene.machine(), "vmallocinfo");
}

Expected<std::string> info_vmas(LookScene& scene, std::string_view) {
  const std::string text = maps_text(scene.machine());
  return text.empty() ? "the running task has no areas of user addresses\n" : text;
}

Expected<std::string> info_page_tables(LookScene& scene, std::string_view) {
  return make_report(scene.machine(), "page_tables");
}

Expected<std::string> info_maps(LookScene& scene, std::string_view) {
  if (!is_report("maps")) return "no user program is running\n";
  return make_report(scene.machine(), "maps");
}

Expected<std::string> info_tasks(LookScene& scene, std::string_view) {
  Machine& machine = scene.machine();
  std::string text;
  for (const Task& task : all_tasks(machine))
    text += fmt::format("{} {:5} {:<16} task {:08x} stack {:08x}\n",
                        task.address() == machine.current().address() ? "*" : " ", task.pid(),
                        task.comm(), task.address().raw(), task.stack().raw());
  return text;
}

Expected<std::string> info_tlb(LookScene& scene, std::string_view) {
  return scene.debugger.tlb().text();
}

Expected<std::string> info_allocations(LookScene& scene, std::string_view) {
  AllocationTracker* const tracker = scene.machine().allocations();
  if (tracker == nullptr) return failure(ExitStatus::kUsage, "allocations are not tracked");
  tracker->note_local_maps();
  const auto live = tracker->live();
  std::string text;
  for (std::size_t i = 0; i < std::min(live.size(), kShownAllocations); ++i) {
    const Allocation& a = live[i];
    text += fmt::format("{:08x} {:8} bytes  {}", a.begin(), a.bytes,
                        allocation_call(scene.machine(), a));
    const auto trace = tracker->stacks().frames(a.stack);
    if (!trace.empty()) text += fmt::format("  {}", trace.front().text);
    text += '\n';
  }
  if (live.size() > kShownAllocations)
    text += fmt::format("... {} more\n", live.size() - kShownAllocations);
  return text.empty() ? "no allocations are live\n" : text;
}

Expected<std::string> info_modules(LookScene& scene, std::string_view) {
  std::string text;
  for (const auto& module : scene.machine().modules().all())
    text += fmt::format("{:<20} core {:08x} {} bytes{}\n", module->name, module->bases.core.raw(),
                        module->plan.core.size,
                        module->bases.init == VirtAddr()
                            ? ""
                            : fmt::format(", init {:08x} {} bytes", module->bases.init.raw(),
                                          module->plan.init.size));
  return text.empty() ? "no modules are loaded\n" : text;
}

Expected<std::string> info_exports(LookScene& scene, std::string_view prefix) {
  std::string text;
  for (const auto& [name, address] : scene.machine().image().offered().sorted())
    if (name.starts_with(prefix)) text += fmt::format("{:08x} {}\n", address.raw(), name);
  return text.empty() ? fmt::format("no export begins with '{}'\n", prefix) : text;
}

Expected<std::string> info_events(LookScene&, std::string_view) {
  std::string text;
  for (const TraceEventName& name : trace_event_names())
    text += fmt::format("{}:{}\n", name.system, name.name);
  return text;
}

Expected<std::string> info_files(LookScene& scene, std::string_view) {
  std::string text;
  for (const auto& module : scene.machine().modules().all())
    for (const LinkedSection& section : module->linked->sections)
      text += fmt::format("{:08x} {:8} {} {}\n", section.address.raw(), section.data.size(),
                          module->name, section.name);
  return text.empty() ? "no modules are loaded\n" : text;
}

constexpr std::array kTopics = {LookCommand{"registers", "", "", &info_registers},
                                LookCommand{"breakpoints", "", "", &info_breakpoints},
                                LookCommand{"zones", "", "", &info_zones},
                                LookCommand{"free", "", "", &info_free},
                                LookCommand{"slabs", "[CACHE]", "", &info_slabs},
                                LookCommand{"vmap", "", "", &info_vmap},
                                LookCommand{"vmas", "", "", &info_vmas},
                                LookCommand{"maps", "", "", &info_maps},
                                LookCommand{"tlb", "", "", &info_tlb},
                                LookCommand{"tasks", "", "", &info_tasks},
                                LookCommand{"allocations", "", "", &info_allocations},
                                LookCommand{"modules", "", "", &info_modules},
                                LookCommand{"sections", "", "", &info_files},
                                LookCommand{"exports", "[PREFIX]", "", &info_exports},
                                LookCommand{"events", "", "", &info_events},
                                LookCommand{"page_tables", "", "", &info_page_tables}};

}  // namespace

std::span<const LookCommand> info_topics() { return kTopics; }

}  // namespace mm32::emu
