#include "mm/vmalloc/vmap_area.hpp"

#include <algorithm>

namespace mm32 {
namespace {

constexpr Bytes kAreaBytes{sizeof(VmapArea)};

// Keeps V2: the largest size among a free area and its two subtrees.
struct LargestFree {
  static VmapArea& of(RbNode& node) {
    return *reinterpret_cast<VmapArea*>(reinterpret_cast<std::byte*>(&node) -
                                        offsetof(VmapArea, rb_node));
  }
  static std::uint32_t below(const Ram& ram, rb::Link link) {
    return link ? of(rb::at(ram, link)).subtree_max_size : 0;
  }
  static bool update(const Ram& ram, RbNode& node) {
    VmapArea& area = of(node);
    const std::uint32_t size =
        std::max({area.size(), below(ram, node.left), below(ram, node.right)});
    const bool changed = area.subtree_max_size != size;
    area.subtree_max_size = size;
    return changed;
  }
};

// Whether [start, start + size) with start aligned and not below `begin` lies in the area.
bool fits(const VmapArea& area, std::uint32_t size, std::uint32_t align, std::uint32_t begin) {
  const std::uint64_t low = std::max(area.va_start, begin);
  return align_up(low, align) + size <= area.va_end;
}

}  // namespace

Result<VmapArea*> VmapAreas::new_area(Gfp gfp) {
  MM_TRY_ASSIGN(const VirtAddr object, objects_.alloc_object(kAreaBytes, gfp));
  return &ram_.at<VmapArea>(object);
}

void VmapAreas::drop(VmapArea& area) { objects_.free_object(guest_ptr(area).va(), kAreaBytes); }

Result<void> VmapAreas::initialise() {
  for (ListHead* list :
       {&state_.busy_list, &state_.free_list, &state_.purge_list, &state_.free_blocks})
    list_init(*list);
  MM_TRY_ASSIGN(VmapArea* const all, new_area(Gfp::kKernel));
  all->va_start = 1;  // address 0 is never handed out
  all->va_end = ~0u;
  insert<LargestFree>(state_.free, state_.free_list, *all);
  return {};
}

VmapAreas::Position VmapAreas::position(const RbRoot& root, const ListHead& list,
                                        const VmapArea& wanted) const {
  Position at{rb::Link(), rb::Side::kLeft, guest_ptr(list)};
  rb::Link link = root.node;
  for (rb::Steps s; link; ++s) {
    VmapArea& here = area(link);
    at.parent = link;
    if (wanted.va_end <= here.va_start) {
      at.side = rb::Side::kLeft;
      link = here.rb_node.left;
    } else {
      MM_CHECK(wanted.va_start >= here.va_end);  // V1
      at.side = rb::Side::kRight;
      at.before = guest_ptr(here.list);
      link = here.rb_node.right;
    }
  }
  return at;
}

template <class Augment>
void VmapAreas::insert(RbRoot& root, ListHead& list, VmapArea& added) {
  const Position at = position(root, list, added);
  rb::insert<Augment>(ram_, root, added.rb_node, at.parent, at.side);
  list_insert(ram_, added.list, at.before, ram_.at(at.before).next);
}

template <class Augment>
void VmapAreas::remove(RbRoot& root, VmapArea& gone) {
  rb::erase<Augment>(ram_, root, gone.rb_node);
  MM_CHECK(list_remove(ram_, gone.list));
}

// Adds a range to a tree, joining it with the neighbours that it touches (V1).
template <class Augment>
void VmapAreas::merge_or_add(RbRoot& root, ListHead& list, VmapArea& added) {
  const Position at = position(root, list, added);
  const GuestPtr<ListHead> above = ram_.at(at.before).next;
  VmapArea* next = above != guest_ptr(list) ? &area_of(above) : nullptr;
  VmapArea* previous = at.before != guest_ptr(list) ? &area_of(at.before) : nullptr;
  const bool joins_next = next != nullptr && next->va_start == added.va_end;
  const bool joins_previous = previous != nullptr && previous->va_end == added.va_start;
  if (joins_previous) {
    previous->va_end = added.va_end;
    if (joins_next) {
      previous->va_end = next->va_end;
      remove<Augment>(root, *next);
      drop(*next);
    }
    rb::update_path<Augment>(ram_, guest_ptr(previous->rb_node));
    drop(added);
  } else if (joins_next) {
    next->va_start = added.va_start;
    rb::update_path<Augment>(ram_, guest_ptr(next->rb_node));
    drop(added);
  } else {
    rb::insert<Augment>(ram_, root, added.rb_node, at.parent, at.side);
    list_insert(ram_, added.list, at.before, above);
  }
}

// The lowest area that fits. As Linux, it looks for `length` (size plus the worst alignment loss)
// below and accepts an exact fit where it comes past one.
VmapArea* VmapAreas::lowest_match(std::uint32_t size, std::uint32_t align, std::uint32_t begin,
                                  std::uint32_t length) const {
  rb::Link link = state_.free.node;
  // Each turn goes one level down or climbs to a right subtree that has not been looked at; the
  // climbs of one search are bounded by the depth for each level (T2).
  std::uint32_t turns = 0;
  while (link) {
    MM_CHECK(++turns < rb::kMaxDepth * rb::kMaxDepth);
    VmapArea* here = &area(link);
    if (max_size(here->rb_node.left) >= length && begin < here->va_start) {
      link = here->rb_node.left;
      continue;
    }
    if (fits(*here, size, align, begin)) return here;
    if (max_size(here->rb_node.right) >= length) {
      link = here->rb_node.right;
      continue;
    }
    for (rb::Steps s;; ++s) {
      link = rb::parent_of(here->rb_node);
      if (!link) return nullptr;
      here = &area(link);
      if (fits(*here, size, align, begin)) return here;
      if (max_size(here->rb_node.right) >= length && begin <= here->va_start) {
        begin = here->va_start + 1;  // everything up to here has been looked at
        link = here->rb_node.right;
        break;
      }
    }
  }
  return nullptr;
}

// Cuts [start, start + size) out of a free area.
Result<void> VmapAreas::carve(VmapArea& from, std::uint32_t start, std::uint32_t size) {
  const std::uint32_t end = start + size;
  const bool at_begin = from.va_start == start;
  const bool at_end = from.va_end == end;
  if (at_begin && at_end) {
    remove<LargestFree>(state_.free, from);
    drop(from);
    return {};
  }
  if (!at_begin && !at_end) {
    MM_TRY_ASSIGN(VmapArea* const rest, new_area(Gfp::kNowait));
    rest->va_start = from.va_start;
    rest->va_end = start;
    from.va_start = end;
    rb::update_path<LargestFree>(ram_, guest_ptr(from.rb_node));
    insert<LargestFree>(state_.free, state_.free_list, *rest);
    return {};
  }
  if (at_begin)
    from.va_start = end;
  else
    from.va_end = start;
  rb::update_path<LargestFree>(ram_, guest_ptr(from.rb_node));
  return {};
}

Result<VmapArea*> VmapAreas::alloc(std::uint32_t size, std::uint32_t align, VirtAddr begin,
                                   VirtAddr end, Gfp gfp) {
  MM_TRY_ASSIGN(VmapArea* const taken, new_area(gfp));
  const bool exact = align <= kPageSize || end.raw() - begin.raw() == size;
  const std::uint64_t length = exact ? size : std::uint64_t{size} + align - 1;
  VmapArea* const from =
      length > ~0u ? nullptr
                   : lowest_match(size, align, begin.raw(), static_cast<std::uint32_t>(length));
  const std::uint64_t start =
      from == nullptr ? 0 : align_up(std::max(from->va_start, begin.raw()), align);
  if (from == nullptr || start + size > end.raw()) {
    drop(*taken);
    return fail(Errno::kBusy);
  }
  if (auto carved = carve(*from, static_cast<std::uint32_t>(start), size); !carved) {
    drop(*taken);
    return fail(carved.error());
  }
  taken->va_start = static_cast<std::uint32_t>(start);
  taken->va_end = static_cast<std::uint32_t>(start + size);
  taken->vm = 0;
  insert<NoAugment>(state_.busy, state_.busy_list, *taken);
  ++state_.busy_count;
  return taken;
}

VmapArea* VmapAreas::find(VirtAddr va) const {
  rb::Link link = state_.busy.node;
  for (rb::Steps s; link; ++s) {
    VmapArea& here = area(link);
    if (va.raw() < here.va_start)
      link = here.rb_node.left;
    else if (va.raw() >= here.va_end)
      link = here.rb_node.right;
    else
      return &here;
  }
  return nullptr;
}

void VmapAreas::free_lazy(VmapArea& gone) {
  remove<NoAugment>(state_.busy, gone);
  --state_.busy_count;
  state_.lazy_pages += gone.size() >> kPageShift;
  merge_or_add<NoAugment>(state_.purge, state_.purge_list, gone);
}

VmapAreas::Range VmapAreas::purge_range() const {
  if (list_empty(state_.purge_list)) return {};
  return {VirtAddr(area_of(state_.purge_list.next).va_start),
          VirtAddr(area_of(state_.purge_list.prev).va_end)};
}

void VmapAreas::release_purged() {
  for_each(state_.purge_list, [this](VmapArea& waiting) {
    merge_or_add<LargestFree>(state_.free, state_.free_list, waiting);
  });
  state_.purge = RbRoot{};
  list_init(state_.purge_list);
  state_.lazy_pages = 0;
}

std::string VmapAreas::verify() const {
  std::string broken;
  for (const ListHead* list : {&state_.busy_list, &state_.free_list, &state_.purge_list}) {
    std::uint32_t below = 0;
    for_each(*list, [&](VmapArea& a) {
      if (a.va_start < below || a.va_start >= a.va_end) broken = "V1: areas overlap";
      if (list != &state_.busy_list && below != 0 && a.va_start == below)
        broken = "V1: touching areas are not merged";
      below = a.va_end;
      if (list != &state_.free_list) return;
      const std::uint32_t largest =
          std::max({a.size(), max_size(a.rb_node.left), max_size(a.rb_node.right)});
      if (a.subtree_max_size != largest) broken = "V2: subtree maximum is wrong";
    });
  }
  return broken;
}

}  // namespace mm32
