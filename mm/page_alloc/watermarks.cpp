#include "mm/page_alloc/watermarks.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

namespace mm32 {
namespace {

constexpr std::uint32_t kKbPerPage = kPageSize >> 10;
constexpr std::uint32_t kSwapClusterMax = 32;
constexpr std::uint32_t kThpMinPages = 512u << (20 - kPageShift);

std::uint32_t int_sqrt(std::uint64_t x) {
  auto r = static_cast<std::uint64_t>(std::sqrt(static_cast<double>(x)));
  while (r * r > x) --r;
  while ((r + 1) * (r + 1) <= x) ++r;
  return static_cast<std::uint32_t>(r);
}

std::uint32_t share(std::uint64_t value, std::uint64_t part, std::uint64_t whole) {
  return whole == 0 ? 0 : static_cast<std::uint32_t>(value * part / whole);
}

// Linux: zone_batchsize.
std::uint32_t batch_of(std::uint32_t managed) {
  const std::uint32_t batch = std::max(1u, std::min(managed >> 10, 256u) / 4);
  return std::max(1u, std::bit_floor(batch + batch / 2) - 1);
}

// Linux: calculate_normal_threshold, one CPU.
std::uint32_t stat_threshold_of(std::uint32_t managed) {
  const auto fls = static_cast<std::uint32_t>(std::bit_width(managed >> (27 - kPageShift)));
  return std::min(125u, 2 * (1 + fls));
}

}  // namespace

bool Watermarks::is_highmem(unsigned z) const {
  return z == raw(ZoneIndex::kHighmem) ||
         (z == raw(ZoneIndex::kMovable) && state_->movable_zone == raw(ZoneIndex::kHighmem));
}

std::uint32_t Watermarks::lowmem_pages() const {
  std::uint32_t n = 0;
  for (unsigned z = 0; z < kZones; ++z)
    if (!is_highmem(z)) n += zone(z).managed_pages;
  return n;
}

std::uint32_t Watermarks::nr_free_zone_pages(ZoneIndex highest) const {
  std::uint32_t sum = 0;
  for (unsigned z = 0; z <= raw(highest); ++z) {
    const std::uint32_t high = zone(z).wmark(Watermark::kHigh);
    if (zone(z).managed_pages > high) sum += zone(z).managed_pages - high;
  }
  return sum;
}

void Watermarks::calculate_min_free() {
  const std::uint64_t lowmem_kb =
      std::uint64_t{nr_free_zone_pages(ZoneIndex::kNormal)} * kKbPerPage;
  const std::uint32_t wanted = int_sqrt(lowmem_kb * 16);
  state_->min_free_kbytes = wanted > state_->user_min_free_kbytes
                                ? std::clamp(wanted, 128u, 262144u)
                                : state_->user_min_free_kbytes;
  setup_watermarks();
}

void Watermarks::initialise(Khugepaged khugepaged) {
  calculate_min_free();
  setup_lowmem_reserve();
  if (state_->totalram_pages < kThpMinPages) return;
  if (khugepaged == Khugepaged::kRuns) raise_for_huge_pages();
  if (khugepaged == Khugepaged::kTurnedOff) calculate_min_free();
}

void Watermarks::raise_for_huge_pages() {
  std::uint32_t populated = 0;
  for (unsigned z = 0; z <= raw(ZoneIndex::kNormal); ++z)
    if (zone(z).present_pages != 0) ++populated;
  const std::uint32_t block = 1u << block_order_;
  const std::uint32_t wanted = block * populated * (2 + kPcpTypes * kPcpTypes);
  const std::uint32_t most = nr_free_zone_pages(ZoneIndex::kNormal) / 20;
  const std::uint32_t kbytes = std::min(wanted, most) * kKbPerPage;
  if (kbytes <= state_->min_free_kbytes) return;
  state_->min_free_kbytes = kbytes;
  setup_watermarks();
}

void Watermarks::setup_zone(unsigned z, std::uint32_t pages_min, std::uint32_t lowmem) {
  Zone& zn = zone(z);
  const std::uint32_t part = share(pages_min, zn.managed_pages, lowmem);
  const std::uint32_t min =
      is_highmem(z) ? std::clamp(zn.managed_pages / 1024, kSwapClusterMax, 128u) : part;
  const std::uint32_t gap =
      std::max(part >> 2, share(zn.managed_pages, state_->watermark_scale_factor, 10000));
  zn.watermark_boost = 0;
  for (unsigned w = 0; w < 4; ++w) zn.watermark[w] = min + w * gap;
}

void Watermarks::setup_watermarks() {
  const std::uint32_t pages_min = state_->min_free_kbytes >> (kPageShift - 10);
  const std::uint32_t lowmem = lowmem_pages();
  for (unsigned z = 0; z < kZones; ++z) setup_zone(z, pages_min, lowmem);
  for (unsigned z = 0; z < kZones; ++z)
    state_->zonestat[z].stat_threshold =
        static_cast<std::int8_t>(stat_threshold_of(zone(z).managed_pages));
  setup_pagesets();
  calculate_totalreserve();
}

void Watermarks::setup_lowmem_reserve() {
  for (unsigned z = 0; z + 1 < kZones; ++z) {
    const std::uint32_t ratio = state_->lowmem_reserve_ratio[z];
    const bool clear = ratio == 0 || zone(z).managed_pages == 0;
    std::uint32_t above = 0;
    for (unsigned upper = z + 1; upper < kZones; ++upper) {
      above += zone(upper).managed_pages;
      zone(z).lowmem_reserve[upper] = clear ? 0 : above / ratio;
    }
  }
  calculate_totalreserve();
}

void Watermarks::setup_pagesets() {
  for (unsigned z = 0; z < kZones; ++z) {
    Zone& zn = zone(z);
    const auto batch = static_cast<std::int32_t>(batch_of(zn.managed_pages));
    const auto low = static_cast<std::int32_t>(zn.watermark[1]);
    zn.pageset_batch = state_->pcp[z].batch = batch;
    zn.pageset_high = state_->pcp[z].high = std::max(low, batch << 2);
  }
}

void Watermarks::calculate_totalreserve() {
  std::uint32_t reserve = 0;
  for (unsigned z = 0; z < kZones; ++z) {
    const Zone& zn = zone(z);
    const auto* first = zn.lowmem_reserve + z;
    const std::uint32_t most = *std::max_element(first, zn.lowmem_reserve + kZones);
    reserve += std::min(most + zn.wmark(Watermark::kHigh), zn.managed_pages);
  }
  state_->node.totalreserve_pages = reserve;
}

}  // namespace mm32
