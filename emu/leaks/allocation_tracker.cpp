#include "emu/leaks/allocation_tracker.hpp"

#include <algorithm>

#include "mm/abi/zone.hpp"

namespace mm32::emu {

AllocationTracker::AllocationTracker(GuestCall& call, std::vector<HandsOut> roles,
                                     CallStacks::Describe describe)
    : call_(call), roles_(std::move(roles)), stacks_(std::move(describe)) {
  freed_.reserve(kRemembered);
}

void AllocationTracker::on_event(const Event& event) {
  std::visit([this](const auto& e) { on(e); }, event);
}

HandsOut AllocationTracker::role() const {
  const std::uint32_t index = call_.export_index();
  return index == 0 || index > roles_.size() ? HandsOut::kNothing : roles_[index - 1];
}

Allocation AllocationTracker::made(AllocationKind kind, std::uint32_t key, Bytes bytes,
                                   Bytes allocated) {
  Allocation a;
  a.key = key;
  a.kind = kind;
  a.export_index = static_cast<std::uint16_t>(call_.export_index());
  a.bytes = static_cast<std::uint32_t>(bytes.raw());
  a.allocated = static_cast<std::uint32_t>(allocated.raw());
  a.stack = stack();
  a.sequence = ++sequence_;
  return a;
}

void AllocationTracker::record(AddressTable<Allocation>& table, const Allocation& allocation) {
  if (table.size() >= kMaxLive || allocation.key == 0) {
    overflowed_ = true;
    return;
  }
  table.insert(allocation);
}

void AllocationTracker::remember(const Allocation& allocation, StackId by) {
  if (freed_.size() < kRemembered)
    freed_.push_back({allocation, by});
  else
    freed_[next_freed_] = {allocation, by};
  next_freed_ = (next_freed_ + 1) % kRemembered;
}

void AllocationTracker::forget(AddressTable<Allocation>& table, Allocation* found, StackId by) {
  remember(*found, by);
  table.erase(found);
}

void AllocationTracker::freed(VirtAddr address) {
  if (Allocation* found = by_address_.find(address.raw())) forget(by_address_, found, stack());
}

void AllocationTracker::on(const event::Kmalloc& e) {
  if (role() != HandsOut::kObjects) return;
  record(by_address_, made(AllocationKind::kObject, e.ptr.raw(), e.requested, e.allocated));
}

void AllocationTracker::on(const event::CacheAlloc& e) {
  if (role() != HandsOut::kObjects) return;
  Allocation a = made(AllocationKind::kCacheObject, e.ptr.raw(), e.requested, e.allocated);
  a.cache = e.cache.raw();
  record(by_address_, a);
}

// Pages ----------------------------------------------------------------------------------------

void AllocationTracker::on(const event::PageAlloc& e) {
  if (role() != HandsOut::kPages) return;
  Allocation a = made(AllocationKind::kPages, e.pfn.raw(), e.order.bytes(), e.order.bytes());
  a.order = static_cast<std::uint8_t>(e.order.raw());
  if (a.order != 0) ++blocks_;
  record(pages_, a);
}

void AllocationTracker::on(const event::PageFree& e) {
  if (pages_.size() == 0 && by_address_.size() == 0) return;
  // A highmem frame has no such address; another kind of allocation may.
  Allocation* large = by_address_.find(direct_map_va(phys_of(e.pfn)).raw());
  if (large != nullptr && large->kind == AllocationKind::kObject)
    forget(by_address_, large, stack());
  if (Allocation* found = pages_.find(e.pfn.raw()); found && found->order <= e.order.raw())
    return forget(pages_, found, stack());
  if (blocks_ == 0) return;
  for (unsigned order = e.order.raw() + 1; order <= kMaxOrder; ++order) {
    Allocation* block = pages_.find(e.pfn.raw() & ~((1u << order) - 1));
    if (block == nullptr || block->order < order) continue;
    const Allocation whole = *block;
    pages_.erase(block);
    return free_part(whole, e.pfn, e.order, stack());
  }
}

// Halves the block until the freed part is left; the other halves stay (T2).
void AllocationTracker::free_part(Allocation block, Pfn pfn, Order order, StackId by) {
  while (block.order > order.raw()) {
    --block.order;
    block.bytes = block.allocated = static_cast<std::uint32_t>(Order(block.order).bytes().raw());
    Allocation other = block;
    const std::uint32_t upper = block.key + (1u << block.order);
    if (pfn.raw() < upper)
      other.key = upper;
    else
      block.key = upper;
    record(pages_, other);
  }
  remember(block, by);
}

// Areas ----------------------------------------------------------------------------------------

// Within one call the first area is the caller's; a second one holds the first one's page array.
void AllocationTracker::on(const event::VmapAlloc& e) {
  if (role() != HandsOut::kAreas || area_call_ == call_.serial()) return;
  area_call_ = call_.serial();
  area_ = e.address.raw();
  // The last page is the guard page, which is never mapped.
  const Bytes usable = e.size.raw() > kPageSize ? e.size - Bytes(kPageSize) : e.size;
  record(by_address_, made(AllocationKind::kArea, area_, usable, e.size));
}

// The area behind it is the kernel's: it holds other mappings as well.
void AllocationTracker::on(const event::VmMapRam& e) {
  if (role() != HandsOut::kAreas) return;
  if (area_call_ == call_.serial())
    if (Allocation* area = by_address_.find(area_)) by_address_.erase(area);
  record(by_address_, made(AllocationKind::kRamMap, e.address.raw(), e.size, e.size));
}

// Counted --------------------------------------------------------------------------------------

void AllocationTracker::on(const event::CacheCreate& e) {
  if (role() != HandsOut::kObjects) return;
  Allocation a = made(AllocationKind::kCache, e.cache.raw(), Bytes(), Bytes());
  a.cache = a.key;
  counted_.push_back(a);
}

void AllocationTracker::note_local_maps() {
  const auto site = [this](VirtAddr address) { return stacks_.intern(std::span(&address, 1)); };
  std::size_t level = 0;
  for (const LocalMap& map : call_.local_maps()) {
    if (noted_.size() <= level) noted_.resize(level + 1);
    LocalMap& noted = noted_[level++];
    Allocation* known = by_address_.find(map.address.raw());
    const bool changed = map.mapped_by != noted.mapped_by || map.unmapped_by != noted.unmapped_by;
    if (map.mapped_by == VirtAddr() || (map.live == noted.live && !changed)) continue;
    noted = map;
    Allocation a;
    a.key = map.address.raw();
    a.kind = AllocationKind::kKmapLocal;
    a.bytes = a.allocated = kPageSize;
    a.stack = site(map.mapped_by);
    a.sequence = ++sequence_;
    if (known != nullptr) by_address_.erase(known);
    if (map.live)
      record(by_address_, a);
    else if (map.unmapped_by != VirtAddr())
      remember(a, site(map.unmapped_by));
  }
}

void AllocationTracker::code_going(VirtAddr begin, VirtAddr end) {
  note_local_maps();
  stacks_.code_going(begin, end);
}

void AllocationTracker::on(const event::Kmap& e) {
  if (role() != HandsOut::kKmaps) return;
  counted_.push_back(
      made(AllocationKind::kKmap, e.address.raw(), Bytes(kPageSize), Bytes(kPageSize)));
}

void AllocationTracker::uncount(AllocationKind kind, VirtAddr address) {
  const auto found = std::find_if(counted_.rbegin(), counted_.rend(), [&](const Allocation& a) {
    return a.kind == kind && a.key == address.raw();
  });
  if (found == counted_.rend()) return;
  remember(*found, stack());
  counted_.erase(std::next(found).base());
}

std::vector<Allocation> AllocationTracker::live() const {
  std::vector<Allocation> all(counted_);
  all.reserve(all.size() + by_address_.size() + pages_.size());
  const auto add = [&](const Allocation& a) { all.push_back(a); };
  by_address_.for_each(add);
  pages_.for_each(add);
  std::ranges::sort(all, [](const Allocation& a, const Allocation& b) {
    return a.sequence != b.sequence ? a.sequence < b.sequence : a.key < b.key;
  });
  return all;
}

std::vector<FreedAllocation> AllocationTracker::recently_freed() const {
  std::vector<FreedAllocation> result;
  for (std::size_t i = 1; i <= freed_.size(); ++i)
    result.push_back(freed_[(next_freed_ + freed_.size() - i) % freed_.size()]);
  return result;
}

}  // namespace mm32::emu
