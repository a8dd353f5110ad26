#include "emu/view/frame_facts.hpp"

#include <fmt/format.h>

#include <array>

#include "emu/view/slab_object.hpp"

namespace mm32::emu {
namespace {

constexpr std::array<std::string_view, 24> kPageFlagNames = {
    "locked",     "referenced", "uptodate",    "dirty",     "lru",          "active",
    "workingset", "waiters",    "error",       "slab",      "owner_priv_1", "arch_1",
    "reserved",   "private",    "private_2",   "writeback", "head",         "mappedtodisk",
    "reclaim",    "swapbacked", "unevictable", "mlocked",   "uncached",     "hwpoison"};
constexpr std::array<std::string_view, 6> kMigrateTypeNames = {
    "Unmovable", "Movable", "Reclaimable", "HighAtomic", "Isolate", "CMA"};

std::string hex(std::uint64_t value) { return fmt::format("0x{:x}", value); }

std::string address_text(VirtAddr va) { return fmt::format("0x{:08x}", va.raw()); }

std::string_view type_name(MigrateType type) { return kMigrateTypeNames[raw(type)]; }

// page_type in a word; empty for the mapcount that shares its place.
std::string_view page_type_name(const Page& page) {
  if ((page.page_type & 0xf0000000u) != 0xf0000000u || page.test(PageFlag::kSlab)) return {};
  if ((page.page_type & kPageTypeBuddy) == 0) return "buddy";
  if ((page.page_type & kPageTypeTable) == 0) return "table";
  if ((page.page_type & kPageTypeGuard) == 0) return "guard";
  return {};
}

std::int32_t map_count(const Page& page) {
  return page.test(PageFlag::kSlab) || !page_type_name(page).empty() ? 0 : page.mapcount + 1;
}

struct Block {
  Pfn begin;
  Order order;
};

std::optional<Block> free_block_around(PageAllocator& pages, Pfn pfn) {
  for (unsigned order = 0; order <= kMaxOrder; ++order) {
    const Pfn begin(pfn.raw() & ~((1u << order) - 1));
    const Page& head = pages.page(begin);
    if (head.is_buddy() && head.private_ >= order && head.private_ <= kMaxOrder)
      return Block{begin, Order(head.private_)};
  }
  return std::nullopt;
}

// Whether a block of `order` that begins at frame `begin` hangs on `list`.
bool on_list(PageAllocator& pages, const ListHead& list, Pfn begin) {
  std::uint32_t left = pages.state().max_mapnr;  // a damaged list may be circular
  for (GuestPtr<ListHead> at = list.next; at != guest_ptr(list) && left != 0; --left) {
    const GuestPtr<Page> page(at.raw - static_cast<std::uint32_t>(offsetof(Page, lru)));
    const Pfn pfn = pages.pfn_of_page(page);
    if (!pages.pfn_valid(pfn) || pages.page_ptr(pfn) != page) return false;
    if (pfn == begin) return true;
    at = pages.page(pfn).lru.next;
  }
  return false;
}

std::optional<Fact> per_cpu_fact(PageAllocator& pages, Pfn pfn) {
  const unsigned zone_index = pages.page(pfn).zone_index();
  const PerCpuPages& pcp = pages.state().pcp[zone_index];
  for (unsigned i = 0; i < kPcpLists; ++i) {
    const Order order = pages.per_cpu().order_of(i);
    if (order.raw() > kMaxOrder) continue;
    const Pfn begin(pfn.raw() & ~(order.pages().raw() - 1));
    if (pages.page(begin).refcount != 0 || !on_list(pages, pcp.lists[i], begin)) continue;
    const std::string_view type =
        type_name(MigrateType(static_cast<std::uint8_t>(i < kPcpLists - 2    ? i % kPcpTypes
                                                        : i == kPcpLists - 1 ? 1
                                                                             : 0)));
    return Fact{"owner",
                fmt::format("free, on the per-CPU list of zone {} for order {}, {}",
                            pages.zone_name(zone_index), order.raw(), type),
                {{"kind", "per-cpu list"},
                 {"zone", std::string(pages.zone_name(zone_index))},
                 {"order", order.raw()},
                 {"migrate_type", std::string(type)}}};
  }
  return std::nullopt;
}

std::optional<Fact> free_fact(PageAllocator& pages, Pfn pfn) {
  const auto block = free_block_around(pages, pfn);
  if (!block) return per_cpu_fact(pages, pfn);
  const std::string_view type = type_name(pages.lists().block_type(block->begin));
  const std::uint32_t count = block->order.pages().raw();
  return Fact{"owner",
              fmt::format("free block of order {}, {}: frames {:#x}-{:#x}, this is {} of {}",
                          block->order.raw(), type, block->begin.raw(),
                          block->begin.raw() + count - 1, (pfn - block->begin).raw() + 1, count),
              {{"kind", "free block"},
               {"order", block->order.raw()},
               {"migrate_type", std::string(type)},
               {"first_frame", hex(block->begin.raw())},
               {"frames", count}}};
}

Fact simple_owner(std::string_view kind, std::string text) {
  return Fact{"owner", std::move(text), {{"kind", std::string(kind)}}};
}

std::optional<Fact> image_fact(const MachineConfig& config, PhysAddr pa) {
  if (pa < config.image_begin || pa >= config.image_end) return std::nullopt;
  const std::string_view part = pa < config.image_text_end     ? "code"
                                : pa < config.image_rodata_end ? "code and constant data"
                                                               : "data";
  return Fact{"owner",
              fmt::format("the kernel image ({})", part),
              {{"kind", "kernel image"}, {"part", std::string(part)}}};
}

std::optional<Fact> mem_map_fact(Machine& machine, Pfn pfn) {
  PageAllocator& pages = machine.mm().pages();
  const std::uint64_t begin = direct_map_pa(pages.page_ptr(Pfn(0)).va()).raw();
  const std::uint64_t pa = phys_of(pfn).raw();
  const std::uint64_t bytes = std::uint64_t{pages.lists().map().capacity()} * sizeof(Page);
  if (pa < begin || pa >= begin + bytes) return std::nullopt;
  const std::uint64_t first = (pa - begin) / sizeof(Page);
  const std::uint64_t last = (pa - begin + kPageSize - 1) / sizeof(Page);
  return Fact{"owner",
              fmt::format("mem_map: the struct pages of frames {:#x}-{:#x}", first, last),
              {{"kind", "mem_map"}, {"first_frame", hex(first)}, {"last_frame", hex(last)}}};
}

// A table of the kernel, found from its directory.
std::optional<Fact> table_fact(Machine& machine, Pfn pfn) {
  const PagingState paging = machine.mm().tables().state();
  const auto top = with_policy(paging.mode, []<PagingPolicy P>() { return P::kLevels; });
  const PhysAddr wanted = phys_of(pfn);
  if (PhysAddr(paging.cr3.raw() & ~std::uint64_t{kPageSize - 1}) == wanted)
    return simple_owner("page table", "the top level of the kernel's page tables (swapper_pg_dir)");
  constexpr std::uint64_t kSpan = std::uint64_t{2} << 20;  // what one table covers, at least
  for (std::uint64_t va = 0; va < std::uint64_t{1} << 32; va += kSpan) {
    const Walk w = walk(machine.ram(), paging, VirtAddr(static_cast<std::uint32_t>(va)),
                        Access::kRead, Ring::kSupervisor);
    for (unsigned i = 1; i < w.step_count; ++i) {
      if (PhysAddr(w.steps[i].entry_pa.raw() & ~std::uint64_t{kPageSize - 1}) != wanted) continue;
      return Fact{"owner",
                  fmt::format("a table of level {} of {}, for addresses from {:#010x}",
                              w.steps[i].level, top, va),
                  {{"kind", "page table"}, {"level", w.steps[i].level}, {"begin", hex(va)}}};
    }
  }
  return std::nullopt;
}

std::optional<Fact> reserved_fact(Machine& machine, Pfn pfn) {
  const PhysAddr pa = phys_of(pfn);
  if (!machine.mm().e820().overlaps_ram(pa, Bytes(kPageSize)))
    return simple_owner("no ram", "no RAM: firmware, devices or nothing (e820)");
  if (auto fact = image_fact(machine.config(), pa)) return fact;
  if (auto fact = mem_map_fact(machine, pfn)) return fact;
  if (auto fact = table_fact(machine, pfn)) return fact;
  return simple_owner("reserved", "reserved at boot for the kernel's own structures");
}

std::optional<Fact> task_fact(Machine& machine, Pfn pfn) {
  const Task task = machine.current();
  const VirtAddr at = direct_map_va(phys_of(pfn));
  const std::string who = fmt::format("{} (pid {})", task.comm(), task.pid());
  const StackBounds stack = machine.current_stack();
  if (machine.cpu().mmu().is_guard_frame(phys_of(pfn)))
    return simple_owner("guard page",
                        "the guard page below a kernel stack: ring 0 is refused it all the same");
  if (at >= page_floor(stack.bottom) && at < stack.top)
    return simple_owner("kernel stack", "the kernel stack of " + who);
  const std::uint32_t distance = at.raw() - page_floor(task.address()).raw();
  // A task takes a block of two pages.
  if (distance < 2 * kPageSize) return simple_owner("task", "the task_struct of " + who);
  return std::nullopt;
}

std::optional<Fact> block_fact(PageAllocator& pages, Pfn pfn) {
  const Page& page = pages.page(pfn);
  Pfn head = pfn;
  if ((page.compound_head & 1) != 0 && !page.test(PageFlag::kHead))
    head = pages.pfn_of_page(GuestPtr<Page>(page.compound_head - 1));
  if (!pages.pfn_valid(head) || !pages.page(head).test(PageFlag::kHead)) return std::nullopt;
  const unsigned order = pages.page(head + Pages(1)).compound_order;
  return Fact{"owner",
              fmt::format("a compound page of order {} from frame {:#x}, this is {} of {}", order,
                          head.raw(), (pfn - head).raw() + 1, 1u << (order & 31)),
              {{"kind", "compound page"}, {"order", order}, {"first_frame", hex(head.raw())}}};
}

std::string object_text(const SlabObject& o) {
  if (o.state == SlabObject::State::kOutside)
    return "in no object: before the first or behind the last";
  const std::string where =
      o.offset >= o.object_bytes
          ? fmt::format("{} bytes behind its {}", o.offset - o.object_bytes, o.object_bytes)
          : fmt::format("byte {} of {}", o.offset, o.object_bytes);
  return fmt::format("{} {} of {} at {}, {}: {}", "object", o.index, o.objects,
                     address_text(o.begin),
                     o.state == SlabObject::State::kFree ? "free" : "allocated", where);
}

std::optional<Fact> slab_fact(Machine& machine, Pfn pfn) {
  if (pfn >= machine.mm().space().max_low_pfn) return std::nullopt;
  const auto o = slab_object_at(machine.mm().slab(), direct_map_va(phys_of(pfn)));
  if (!o) return std::nullopt;
  return Fact{
      "owner",
      fmt::format("a slab of {}: {} objects of {} bytes, {} apart, order {} at {}", o->cache,
                  o->objects, o->object_bytes, o->stride, o->order.raw(), address_text(o->slab)),
      {{"kind", "slab"},
       {"cache", o->cache},
       {"cache_address", address_text(o->cache_address)},
       {"slab", address_text(o->slab)},
       {"order", o->order.raw()},
       {"objects", o->objects},
       {"object_size", o->object_bytes}}};
}

}  // namespace

std::vector<std::string> page_flag_names(std::uint32_t flags) {
  std::vector<std::string> names;
  for (std::size_t bit = 0; bit < kPageFlagNames.size(); ++bit)
    if ((flags >> bit) & 1u) names.emplace_back(kPageFlagNames[bit]);
  return names;
}

Fact page_fact(Machine& machine, Pfn pfn) {
  PageAllocator& pages = machine.mm().pages();
  const Page& page = pages.page(pfn);
  const std::string_view zone = pages.zone_name(page.zone_index());
  const std::string_view type = page_type_name(page);
  const std::vector<std::string> flags = page_flag_names(page.flags);
  const std::string at = address_text(pages.page_ptr(pfn).va());
  return Fact{"page",
              fmt::format("struct page {}: zone {}, refcount {}, mapcount {}{}, flags 0x{:08x}{}",
                          at, zone, page.refcount, map_count(page),
                          type.empty() ? "" : fmt::format(", type {}", type), page.flags,
                          flags.empty() ? "" : fmt::format(" ({})", fmt::join(flags, " "))),
              {{"address", at},
               {"zone", std::string(zone)},
               {"flags", hex(page.flags)},
               {"flag_names", flags},
               {"refcount", page.refcount},
               {"mapcount", map_count(page)},
               {"type", type.empty() ? nlohmann::ordered_json() : nlohmann::ordered_json(type)}}};
}

std::optional<Fact> owner_fact(Machine& machine, Pfn pfn) {
  PageAllocator& pages = machine.mm().pages();
  const Page& page = pages.page(pfn);
  if (page.test(PageFlag::kReserved)) return reserved_fact(machine, pfn);
  if (auto fact = slab_fact(machine, pfn)) return fact;
  if (auto fact = task_fact(machine, pfn)) return fact;
  if (page_type_name(page) == "table") {
    if (auto fact = table_fact(machine, pfn)) return fact;
    return simple_owner("page table", "a page table");
  }
  if (page.refcount == 0)
    if (auto fact = free_fact(pages, pfn)) return fact;
  return block_fact(pages, pfn);
}

std::optional<Fact> object_fact(Machine& machine, PhysAddr pa) {
  if (pfn_of(pa) >= machine.mm().space().max_low_pfn) return std::nullopt;
  const auto o = slab_object_at(machine.mm().slab(), direct_map_va(pa));
  if (!o) return std::nullopt;
  nlohmann::ordered_json data = {{"state", o->state == SlabObject::State::kFree ? "free"
                                           : o->state == SlabObject::State::kAllocated
                                               ? "allocated"
                                               : "outside"}};
  if (o->state != SlabObject::State::kOutside) {
    data["index"] = o->index;
    data["address"] = address_text(o->begin);
    data["offset"] = o->offset;
  }
  return Fact{"object", object_text(*o), std::move(data)};
}

std::vector<VirtAddr> mappings_of(Machine& machine, const PagingState& paging, Pfn pfn,
                                  std::size_t limit) {
  std::vector<VirtAddr> found;
  const PhysAddr wanted = phys_of(pfn);
  const std::uint64_t table_span = paging.mode == PagingMode::kPae ? 2u << 20 : 4u << 20;
  std::uint64_t va = machine.mm().space().vmalloc_start.raw();
  while (va < std::uint64_t{1} << 32 && found.size() < limit) {
    const VirtAddr at(static_cast<std::uint32_t>(va));
    const Walk w = walk(machine.ram(), paging, at, Access::kRead, Ring::kSupervisor);
    if (w.has_leaf() && w.page_pa() == wanted) found.push_back(at);
    const bool whole_table = !w.has_leaf() && w.steps[w.step_count - 1].level > 1;
    va = whole_table ? (va | (table_span - 1)) + 1 : va + kPageSize;
  }
  return found;
}

}  // namespace mm32::emu
