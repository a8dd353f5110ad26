#include "mm/boot/memblock.hpp"

#include <algorithm>

namespace mm32 {
namespace {

// Inserts a range into a sorted list and joins it with what it overlaps or touches (M1).
void insert_joined(std::vector<PfnRange>& ranges, PfnRange add) {
  if (add.empty()) return;
  auto first = std::find_if(ranges.begin(), ranges.end(),
                            [&](const PfnRange& r) { return r.end >= add.begin; });
  auto last = first;
  for (; last != ranges.end() && last->begin <= add.end; ++last) {
    add.begin = std::min(add.begin, last->begin);
    add.end = std::max(add.end, last->end);
  }
  ranges.insert(ranges.erase(first, last), add);
}

}  // namespace

PfnRange intersection(PfnRange a, PfnRange b) {
  return {std::max(a.begin, b.begin), std::max(std::max(a.begin, b.begin), std::min(a.end, b.end))};
}

Memblock::Memblock(const E820Map& map, Pfn lowmem_end, Pfn end)
    : lowmem_end_(std::min(lowmem_end, std::min(map.end_pfn(), end))),
      end_(std::min(map.end_pfn(), end)) {
  for (const E820Entry& e : map.entries()) {
    if (e.type != E820Type::kRam) continue;
    const Pfn begin = pfn_of(e.begin + Bytes(kPageSize - 1));
    insert_joined(memory_, {begin, std::min(pfn_of(e.end()), end_)});
  }
}

void Memblock::reserve(PhysAddr begin, Bytes size) {
  if (size.raw() == 0) return;
  insert_joined(reserved_, {pfn_of(begin), pfn_of(begin + size + Bytes(kPageSize - 1))});
}

void Memblock::release(PfnRange range) {
  std::vector<PfnRange> kept;
  for (const PfnRange& r : reserved_) {
    const PfnRange below{r.begin, std::min(r.end, range.begin)};
    const PfnRange above{std::max(r.begin, range.end), r.end};
    if (below.begin < below.end) kept.push_back(below);
    if (above.begin < above.end) kept.push_back(above);
  }
  reserved_ = std::move(kept);
}

Result<PhysAddr> Memblock::allocate(Bytes size, Bytes alignment) {
  const std::uint32_t step =
      std::max(1u, static_cast<std::uint32_t>(alignment.raw() >> kPageShift));
  const std::vector<PfnRange> holes = free_ranges();
  for (auto hole = holes.rbegin(); hole != holes.rend(); ++hole) {
    const std::uint32_t end = std::min(hole->end, lowmem_end_).raw();
    const std::uint32_t need = pages_for(size).raw();
    if (end < need) continue;
    const auto begin = static_cast<std::uint32_t>(align_down(end - need, step));
    if (begin < hole->begin.raw() || begin + need > end) continue;
    reserve(phys_of(Pfn(begin)), bytes_of(Pages(need)));
    return phys_of(Pfn(begin));
  }
  return fail(Errno::kNoMem);
}

std::vector<PfnRange> Memblock::free_ranges() const {
  std::vector<PfnRange> free;
  for (const PfnRange& m : memory_) {
    Pfn at = m.begin;
    for (const PfnRange& r : reserved_) {
      if (r.end <= at) continue;
      if (r.begin >= m.end) break;
      if (at < r.begin) free.push_back({at, r.begin});
      at = std::max(at, r.end);
    }
    if (at < m.end) free.push_back({at, m.end});
  }
  return free;
}

}  // namespace mm32
