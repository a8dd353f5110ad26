// Exports that tell how memory is used: totals, counters of zones, of the node and of events (Linux
// 6.1 mm/page_alloc.c, mm/vmstat.c).
#include <algorithm>
#include <array>

#include "emu/export/guest_page.hpp"
#include "emu/export/registry.hpp"
#include "emu/report/memory_totals.hpp"
#include "mm/kernel.hpp"

namespace mm32::emu {
namespace {

PageAllocator& pages_of(KernelContext& k) { return k.mm().pages(); }

// Linux: struct sysinfo (include/uapi/linux/sysinfo.h); the swap fields are another function's.
Outcome<void> si_meminfo(KernelContext& k, VirtAddr info) {
  const PageAllocState& s = pages_of(k).state();
  std::uint32_t free = 0;
  for (const Zone& zone : s.node.node_zones)
    free += static_cast<std::uint32_t>(zone.stat(ZoneStat::kFreePages));
  const Zone& high = s.node.node_zones[raw(ZoneIndex::kHighmem)];
  const std::uint32_t shared =
      static_cast<std::uint32_t>(s.node.vm_stat[static_cast<unsigned>(NodeStat::kShmem)]);
  const std::array<std::uint32_t, 4> ram = {s.totalram_pages, free, shared, 0};
  const std::array<std::uint32_t, 3> rest = {
      s.totalhigh_pages, static_cast<std::uint32_t>(high.stat(ZoneStat::kFreePages)), kPageSize};
  MM_TRY(k.write(info + Bytes(16), std::as_bytes(std::span(ram))));
  return k.write(info + Bytes(44), std::as_bytes(std::span(rest)));
}

std::int32_t page_is_ram(KernelContext& k, std::uint32_t pfn) {
  return k.mm().e820().overlaps_ram(phys_of(Pfn(pfn)), Bytes(kPageSize)) ? 1 : 0;
}

// What can be allocated without swapping. Nothing here is reclaimable but what counters say.
std::int32_t si_mem_available(KernelContext& k) {
  return static_cast<std::int32_t>(memory_totals(pages_of(k)).available);
}

Outcome<void> adjust_managed_page_count(KernelContext& k, GuestPtr<Page> page, std::int32_t count) {
  MM_TRY_ASSIGN(const Pfn pfn, frame_of(k, page, "adjust_managed_page_count"));
  PageAllocState& s = pages_of(k).state();
  const auto n = static_cast<std::uint32_t>(count);
  Zone& zone = pages_of(k).lists().zone_of(pages_of(k).page(pfn));
  zone.managed_pages += n;
  s.totalram_pages += n;
  if (pages_of(k).lists().index_of(zone) == ZoneIndex::kHighmem) s.totalhigh_pages += n;
  return {};
}

// A counter of a zone or of the node that a guest names; others are left alone.
void add_zone_stat(KernelContext& k, GuestPtr<Zone> zone, std::uint32_t item, std::int32_t n) {
  PageAllocState& s = pages_of(k).state();
  for (Zone& z : s.node.node_zones)
    if (guest_ptr(z) == zone && item < kZoneStats)
      pages_of(k).lists().add_zone_stat(z, ZoneStat(static_cast<std::uint8_t>(item)), n);
}
void mod_zone_page_state(KernelContext& k, GuestPtr<Zone> zone, std::uint32_t item,
                         std::int32_t n) {
  add_zone_stat(k, zone, item, n);
}
template <int N>
Outcome<void> step_zone_page_state(KernelContext& k, GuestPtr<Page> page, std::uint32_t item) {
  MM_TRY_ASSIGN(const Pfn pfn, frame_of(k, page, "inc_zone_page_state"));
  PageAllocator& pages = pages_of(k);
  add_zone_stat(k, guest_ptr(pages.lists().zone_of(pages.page(pfn))), item, N);
  return {};
}
void mod_node_page_state(KernelContext& k, VirtAddr /*node*/, std::uint32_t item, std::int32_t n) {
  if (item < kNodeStats) pages_of(k).state().node.vm_stat[item] += n;
}
template <int N>
void step_node_page_state(KernelContext& k, VirtAddr /*page*/, std::uint32_t item) {
  mod_node_page_state(k, VirtAddr(), item, N);
}

Outcome<void> all_vm_events(KernelContext& k, VirtAddr to) {
  return k.write(to, std::as_bytes(std::span(pages_of(k).state().vm_events)));
}

std::uint32_t nr_free_buffer_pages(KernelContext& k) {
  return pages_of(k).watermarks().nr_free_zone_pages(ZoneIndex::kNormal);
}

constexpr std::array kExports = {
    make_export<&si_meminfo>("si_meminfo"),
    make_export<&si_mem_available>("si_mem_available"),
    make_export<&page_is_ram>("page_is_ram"),
    make_export<&adjust_managed_page_count>("adjust_managed_page_count"),
    make_export<&mod_zone_page_state>("mod_zone_page_state"),
    make_export<&mod_zone_page_state>("__mod_zone_page_state"),
    make_export<&step_zone_page_state<1>>("inc_zone_page_state"),
    make_export<&step_zone_page_state<1>>("__inc_zone_page_state"),
    make_export<&step_zone_page_state<-1>>("dec_zone_page_state"),
    make_export<&step_zone_page_state<-1>>("__dec_zone_page_state"),
    make_export<&mod_node_page_state>("mod_node_page_state"),
    make_export<&mod_node_page_state>("__mod_node_page_state"),
    make_export<&step_node_page_state<1>>("inc_node_page_state"),
    make_export<&step_node_page_state<1>>("__inc_node_page_state"),
    make_export<&step_node_page_state<-1>>("dec_node_page_state"),
    make_export<&step_node_page_state<-1>>("__dec_node_page_state"),
    make_export<&all_vm_events>("all_vm_events"),
    make_export<&nr_free_buffer_pages>("nr_free_buffer_pages"),
};

}  // namespace

std::span<const KernelExport> memory_counter_exports() { return kExports; }

}  // namespace mm32::emu
