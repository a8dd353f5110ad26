#include "mm/boot/zone_span.hpp"

#include <algorithm>

namespace mm32 {
namespace {

// Where MOVABLE begins: so many frames from the bottom stay for the kernel, those below the movable
// zone's start count first. Returns the end of RAM when nothing is left for MOVABLE.
Pfn movable_begin(const Memblock& memblock, Pages movablecore, Pfn usable_begin) {
  const Pfn end = memblock.end();
  std::uint32_t total = 0;
  for (const PfnRange& r : memblock.memory()) total += r.size().raw();
  const auto wanted = static_cast<std::uint32_t>(
      std::min<std::uint64_t>(align_up(movablecore.raw(), 1u << kMaxOrder), total));
  std::uint32_t kernel = total - wanted;
  if (wanted == 0 || kernel == 0) return end;
  Pfn begin = end;
  for (const PfnRange& r : memblock.memory()) {
    Pfn at = r.begin;
    if (at < usable_begin) {
      kernel -= std::min(kernel, (std::min(r.end, usable_begin) - at).raw());
      begin = std::min(r.end, usable_begin);
      at = usable_begin;
    }
    if (r.end <= usable_begin) continue;
    const std::uint32_t take = std::min((r.end - at).raw(), kernel);
    begin = at + Pages(take);
    kernel -= take;
    if (kernel == 0) break;
  }
  return std::min(end, Pfn(static_cast<std::uint32_t>(align_up(begin.raw(), 1u << kMaxOrder))));
}

}  // namespace

Pages present_pages(const Memblock& memblock, PfnRange range) {
  Pages n;
  for (const PfnRange& r : memblock.memory()) n += intersection(r, range).size();
  return n;
}

ZoneSpans zone_spans(const Memblock& memblock, Pages movablecore) {
  ZoneSpans spans{};
  const Pfn end = memblock.end();
  const Pfn low_end = memblock.lowmem_end();
  const Pfn first = memblock.memory().empty() ? Pfn(0) : memblock.memory().front().begin;
  const Pfn dma_end = std::min(kDmaEnd, low_end);
  spans.zones = {PfnRange{first, dma_end}, {dma_end, low_end}, {low_end, end}, {end, end}};
  spans.movable_zone = ZoneIndex::kDma;
  for (const ZoneIndex z : {ZoneIndex::kNormal, ZoneIndex::kHighmem})
    if (!spans.zones[raw(z)].empty()) spans.movable_zone = z;
  PfnRange& host = spans.zones[raw(spans.movable_zone)];
  const Pfn split =
      movablecore == Pages(0) ? end : movable_begin(memblock, movablecore, host.begin);
  if (split > host.begin && split < host.end) {
    spans.zones[raw(ZoneIndex::kMovable)] = {split, host.end};
    host.end = split;
  } else if (split <= host.begin) {
    spans.zones[raw(ZoneIndex::kMovable)] = host;
    host.end = host.begin;
  }
  for (PfnRange& z : spans.zones)
    if (z.empty()) z = {Pfn(0), Pfn(0)};
  return spans;
}

}  // namespace mm32
