#include "mm/page_alloc/zone_boot.hpp"

#include <algorithm>
#include <bit>
#include <charconv>
#include <cstring>

#include "mm/page_alloc/watermarks.hpp"

namespace mm32 {
namespace {

constexpr std::array<const char*, kZones> kZoneNames = {"DMA", "Normal", "HighMem", "Movable"};

// Debian's kernel returns its initial sections and the reference's initramfs to the zones only
// after it has computed the watermarks. With the reserved pages of a real machine given, these
// frames are managed, but the watermarks do not know them.
constexpr std::uint32_t kLateFreed = 510;
constexpr std::uint32_t kLateFreedPae = 514;

std::uint32_t number(const MachineConfig& config, const char* name, std::uint32_t otherwise) {
  const auto it = config.params.find(name);
  if (it == config.params.end()) return otherwise;
  std::uint32_t value = otherwise;
  std::from_chars(it->second.data(), it->second.data() + it->second.size(), value);
  return value;
}

// "256 32 0 0", separated by anything that is not a digit; missing ones stay.
void parse_ratios(const std::string& text, std::uint32_t (&ratios)[kZones]) {
  const char* at = text.data();
  const char* const end = at + text.size();
  for (std::uint32_t& ratio : ratios) {
    while (at != end && (*at < '0' || *at > '9')) ++at;
    at = std::from_chars(at, end, ratio).ptr;
  }
}

class ZoneBoot {
 public:
  ZoneBoot(const MmContext& context, Memblock& memblock)
      : context_(context),
        memblock_(memblock),
        spans_(zone_spans(memblock, pages_for(context.config.movablecore))),
        block_order_(context.config.paging == PagingMode::kPae ? 9 : kMaxOrder) {}

  Result<FreeLists> run();

 private:
  Result<void> allocate_block_flags(unsigned z);
  void init_zone(unsigned z);
  void init_node();
  void init_knobs();
  Result<void> reserve_extra(unsigned z);
  Result<void> release_spare(PfnRange span, std::uint32_t pages);
  void build_zonelist();
  void mark_movable_blocks(FreeLists& lists);
  void free_memory(FreeLists& lists);
  void count_totals();
  void open_section(FreeLists& lists, Pfn section);
  void free_range(FreeLists& lists, Zone& zone, PfnRange range);
  ZoneIndex zone_at(Pfn pfn) const;
  std::optional<ZoneIndex> sole_zone(PfnRange section) const;
  bool wholly_free(PfnRange section) const;
  void set_watermarks();
  Result<void> allocate_cma();
  void free_cma(FreeLists& lists);

  const MmContext& context_;
  Memblock& memblock_;
  ZoneSpans spans_;
  unsigned block_order_;
  MemMap map_;
  GuestPtr<PageAllocState> state_ptr_{};
  PageAllocState* state_ = nullptr;
  std::vector<PfnRange> free_;
};

Result<FreeLists> ZoneBoot::run() {
  MM_TRY_ASSIGN(map_, MemMap::create(context_.ram, memblock_));
  MM_TRY_ASSIGN(state_ptr_, memblock_.allocate_array<PageAllocState>(1));
  state_ = &context_.ram.at(state_ptr_);
  for (unsigned z = 0; z < kZones; ++z) MM_TRY(allocate_block_flags(z));
  MM_TRY(allocate_cma());
  for (unsigned z = 0; z < kZones; ++z) MM_TRY(reserve_extra(z));
  free_ = memblock_.free_ranges();
  for (unsigned z = 0; z < kZones; ++z) init_zone(z);
  init_node();
  init_knobs();
  FreeLists lists(context_, *state_, map_, block_order_);
  mark_movable_blocks(lists);
  free_memory(lists);
  free_cma(lists);
  count_totals();
  build_zonelist();
  set_watermarks();
  return lists;
}

Result<void> ZoneBoot::allocate_block_flags(unsigned z) {
  const PfnRange span = spans_.zones[z];
  if (span.empty()) return {};
  const std::uint32_t block = 1u << block_order_;
  const std::uint64_t frames =
      align_up(span.end.raw(), block) - align_down(span.begin.raw(), block);
  const auto words = static_cast<std::uint32_t>(align_up(frames / block, 8) / 8);
  MM_TRY_ASSIGN(const GuestPtr<std::uint32_t> flags,
                memblock_.allocate_array<std::uint32_t>(words));
  state_->node.node_zones[z].pageblock_flags = flags;
  return {};
}

Result<void> ZoneBoot::reserve_extra(unsigned z) {
  const auto it = context_.config.reserved.find(kZoneNames[z]);
  if (it == context_.config.reserved.end()) return {};
  const PfnRange span = spans_.zones[z];
  const std::uint32_t present = present_pages(memblock_, span).raw();
  std::uint32_t free = 0;
  const std::vector<PfnRange> ranges = memblock_.free_ranges();
  for (const PfnRange& r : ranges) free += intersection(r, span).size().raw();
  if (it->second > present) return fail(Errno::kInval);
  if (present - it->second > free) return release_spare(span, present - it->second - free);
  std::uint32_t take = free - (present - it->second);
  for (const PfnRange& r : ranges) {
    const PfnRange part = intersection(r, span);
    const std::uint32_t n = std::min(take, part.size().raw());
    memblock_.reserve(phys_of(part.begin), bytes_of(Pages(n)));
    take -= n;
  }
  return {};
}

// From the end of the image's unused part, as a kernel gives back its initial sections.
Result<void> ZoneBoot::release_spare(PfnRange span, std::uint32_t pages) {
  const MachineConfig& config = context_.config;
  const PfnRange spare = intersection({pfn_of(config.image_spare), pfn_of(config.image_end)}, span);
  if (config.image_spare == PhysAddr() || spare.size().raw() < pages) return fail(Errno::kInval);
  memblock_.release({spare.end - Pages(pages), spare.end});
  return {};
}

void ZoneBoot::init_zone(unsigned z) {
  Zone& zone = state_->node.node_zones[z];
  const PfnRange span = spans_.zones[z];
  std::strncpy(state_->zone_names[z], kZoneNames[z], sizeof(state_->zone_names[z]) - 1);
  zone.name = GuestPtr<char>(guest_ptr(state_->zone_names[z]).raw);
  zone.zone_pgdat = guest_ptr(state_->node);
  zone.per_cpu_pageset = guest_ptr(state_->pcp[z]);
  zone.per_cpu_zonestats = guest_ptr(state_->zonestat[z]);
  zone.zone_start_pfn = span.begin.raw();
  zone.spanned_pages = span.size().raw();
  zone.present_pages = present_pages(memblock_, span).raw();
  zone.initialized = zone.spanned_pages != 0;
  // Holes are smaller than a pageblock on a PC.
  zone.contiguous = zone.spanned_pages != 0;
  for (unsigned o = 0; o < kOrders; ++o) {
    for (ListHead& head : zone.free_area[o].free_list) list_init(head);
    list_init(state_->side[z].cma_free_list[o]);
  }
  for (ListHead& head : state_->pcp[z].lists) list_init(head);
}

void ZoneBoot::init_node() {
  PglistData& node = state_->node;
  for (unsigned z = 0; z < kZones; ++z) {
    const Zone& zone = node.node_zones[z];
    if (zone.spanned_pages != 0) node.nr_zones = static_cast<std::int32_t>(z) + 1;
    node.node_present_pages += zone.present_pages;
  }
  node.node_start_pfn = spans_.zones[0].begin.raw();
  node.node_mem_map = map_.ptr(Pfn(node.node_start_pfn));
  node.node_spanned_pages = memblock_.end().raw() - node.node_start_pfn;
  state_->mem_map = map_.first();
  state_->section_states = map_.states();
  state_->max_mapnr = memblock_.end().raw();
  state_->max_low_pfn = memblock_.lowmem_end().raw();
  state_->movable_zone = raw(spans_.movable_zone);
}

void ZoneBoot::init_knobs() {
  state_->user_min_free_kbytes = number(context_.config, "min_free_kbytes", 0);
  state_->watermark_scale_factor = number(context_.config, "watermark_scale_factor", 10);
  state_->watermark_boost_factor = number(context_.config, "watermark_boost_factor", 15000);
  state_->lowmem_reserve_ratio[raw(ZoneIndex::kDma)] = 256;
  state_->lowmem_reserve_ratio[raw(ZoneIndex::kNormal)] = 32;
  if (const auto it = context_.config.params.find("lowmem_reserve_ratio");
      it != context_.config.params.end())
    parse_ratios(it->second, state_->lowmem_reserve_ratio);
  state_->page_poison = number(context_.config, "page_poison", 0) != 0;
  const bool by_default = context_.config.layout == LayoutName::kLinux61;
  state_->init_on_alloc =
      state_->page_poison == 0 && number(context_.config, "init_on_alloc", by_default ? 1 : 0) != 0;
}

// Linux: build_zonerefs_node.
void ZoneBoot::build_zonelist() {
  Zoneref* ref = state_->node.node_zonelists.zonerefs;
  for (unsigned z = kZones; z-- > 0;)
    if (state_->node.node_zones[z].managed_pages != 0)
      *ref++ = {guest_ptr(state_->node.node_zones[z]), static_cast<std::int32_t>(z)};
  *ref = {};
  // Too little memory to keep kinds apart. Linux: page_group_by_mobility_disabled.
  state_->mobility_disabled =
      state_->totalram_pages < (1u << block_order_) * static_cast<std::uint32_t>(kMigrateTypes);
}

ZoneIndex ZoneBoot::zone_at(Pfn pfn) const {
  ZoneIndex found = ZoneIndex::kDma;
  for (unsigned z = 0; z < kZones; ++z)
    if (!spans_.zones[z].empty() && spans_.zones[z].begin <= pfn)
      found = ZoneIndex(static_cast<std::uint8_t>(z));
  return found;
}

std::optional<ZoneIndex> ZoneBoot::sole_zone(PfnRange section) const {
  const ZoneIndex z = zone_at(section.begin);
  const PfnRange span = spans_.zones[raw(z)];
  if (section.begin < span.begin || section.end > span.end) return std::nullopt;
  return z;
}

bool ZoneBoot::wholly_free(PfnRange section) const {
  return std::any_of(free_.begin(), free_.end(), [&](const PfnRange& r) {
    return r.begin <= section.begin && section.end <= r.end;
  });
}

// A pageblock is movable if its first frame is RAM of the zone; the others stay unmovable, as the
// first one of a PC does. Linux: memmap_init_range.
void ZoneBoot::mark_movable_blocks(FreeLists& lists) {
  const std::uint32_t block = lists.block_pages();
  for (unsigned z = 0; z < kZones; ++z)
    for (const PfnRange& r : memblock_.memory()) {
      const PfnRange part = intersection(r, spans_.zones[z]);
      for (std::uint64_t at = align_up(part.begin.raw(), block); at < part.end.raw(); at += block)
        lists.set_block_type(state_->node.node_zones[z], Pfn(static_cast<std::uint32_t>(at)),
                             MigrateType::kMovable);
    }
}

void ZoneBoot::free_memory(FreeLists& lists) {
  for (Pfn at(0); at.raw() < map_.capacity(); at += Pages(kSectionPages)) {
    const PfnRange section{at, at + Pages(kSectionPages)};
    const std::optional<ZoneIndex> z = sole_zone(section);
    if (z && wholly_free(section)) {
      lists.defer(lists.zone(*z), section);
      lists.zone(*z).managed_pages += kSectionPages;
    } else if (z && present_pages(memblock_, section) == Pages(0)) {
      lists.map().set_state(at, SectionState::kHole);
    } else {
      open_section(lists, at);
    }
  }
  for (Zone& zone : state_->node.node_zones) lists.refill(zone);
}

void ZoneBoot::count_totals() {
  for (unsigned z = 0; z < kZones; ++z) {
    Zone& zone = state_->node.node_zones[z];
    state_->totalram_pages += zone.managed_pages;
    if (z == raw(ZoneIndex::kHighmem)) state_->totalhigh_pages = zone.managed_pages;
    zone.compact_init_migrate_pfn = zone.zone_start_pfn;
  }
  if (state_->movable_zone == raw(ZoneIndex::kHighmem))
    state_->totalhigh_pages += state_->node.node_zones[raw(ZoneIndex::kMovable)].managed_pages;
}

// The CMA area: whole sections of lowmem whose pageblocks get the type kCma. Linux:
// cma_declare_contiguous, cma_init_reserved_areas.
Result<void> ZoneBoot::allocate_cma() {
  const Bytes section = Order(kMaxOrder).bytes();
  const Bytes size(align_up(context_.config.cma.raw(), section.raw()));
  if (size == Bytes(0)) return {};
  MM_TRY_ASSIGN(const PhysAddr begin, memblock_.allocate(size, section));
  state_->cma_begin_pfn = pfn_of(begin).raw();
  state_->cma_end_pfn = pfn_of(begin + size).raw();
  state_->cma_area = guest_ptr(state_->cma_begin_pfn).raw;
  return {};
}

void ZoneBoot::free_cma(FreeLists& lists) {
  for (Pfn at(state_->cma_begin_pfn); at < Pfn(state_->cma_end_pfn); at += Pages(kSectionPages)) {
    Zone& zone = state_->node.node_zones[raw(zone_at(at))];
    map_.init({at, at + Pages(kSectionPages)}, lists.index_of(zone), PageInit::kFree);
    for (std::uint32_t i = 0; i < kSectionPages; i += lists.block_pages())
      lists.set_block_type(zone, at + Pages(i), MigrateType::kCma);
    lists.free_block(zone, at, Order(kMaxOrder), MigrateType::kCma, FreeTo::kTail);
    zone.managed_pages += kSectionPages;
  }
}

// A section that is not of one piece: its entries are written now, its free parts are freed.
void ZoneBoot::open_section(FreeLists& lists, Pfn section) {
  const PfnRange whole{section, section + Pages(kSectionPages)};
  for (Pfn at = section; at < whole.end;) {
    const ZoneIndex z = zone_at(at);
    const Pfn zone_end = spans_.zones[raw(z)].end;
    const Pfn end = zone_end > at ? std::min(whole.end, zone_end) : whole.end;
    map_.init({at, end}, z, PageInit::kReserved);
    at = end;
  }
  for (const PfnRange& r : free_)
    for (unsigned z = 0; z < kZones; ++z) {
      const PfnRange part = intersection(intersection(r, whole), spans_.zones[z]);
      if (!part.empty()) free_range(lists, state_->node.node_zones[z], part);
    }
}

void ZoneBoot::free_range(FreeLists& lists, Zone& zone, PfnRange range) {
  map_.init(range, lists.index_of(zone), PageInit::kFree);
  zone.managed_pages += range.size().raw();
  const bool lowmem = range.begin < memblock_.lowmem_end();
  while (!range.empty()) {
    const auto align = static_cast<unsigned>(std::countr_zero(range.begin.raw()));
    const auto fit = static_cast<unsigned>(std::bit_width(range.size().raw())) - 1;
    const Order order(std::min({align, fit, kMaxOrder}));
    lists.free_block(zone, range.begin, order, lists.block_type(zone, range.begin),
                     lowmem ? FreeTo::kTail : FreeTo::kHead);
    range.begin += order.pages();
  }
}

void ZoneBoot::set_watermarks() {
  const MachineConfig& config = context_.config;
  Zone& normal = state_->node.node_zones[raw(ZoneIndex::kNormal)];
  std::uint32_t late = 0;
  if (config.layout == LayoutName::kLinux61 && config.reserved.contains("Normal"))
    late = std::min(normal.managed_pages,
                    config.paging == PagingMode::kPae ? kLateFreedPae : kLateFreed);
  normal.managed_pages -= late;
  state_->totalram_pages -= late;
  using K = Watermarks::Khugepaged;
  const bool as_debian = config.layout == LayoutName::kLinux61;
  Watermarks(*state_, block_order_)
      .initialise(config.thp  ? K::kRuns
                  : as_debian ? K::kTurnedOff
                              : K::kAbsent);
  // The option is what a start-up script would write to the knob.
  if (state_->user_min_free_kbytes != 0) {
    state_->min_free_kbytes = state_->user_min_free_kbytes;
    Watermarks(*state_, block_order_).setup_watermarks();
  }
  normal.managed_pages += late;
  state_->totalram_pages += late;
}

}  // namespace

Result<FreeLists> boot_zones(const MmContext& context, Memblock& memblock) {
  return ZoneBoot(context, memblock).run();
}

}  // namespace mm32
