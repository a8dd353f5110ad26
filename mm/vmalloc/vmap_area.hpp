// Address ranges of the vmalloc area: who has which, and where the next one fits.
//
// Every range is a VmapArea in guest RAM, in one of three trees of VmapState (guest RAM as well):
//
//   free ──alloc──► busy ──free_lazy──► purge ──purge (after a TLB flush)──► free
//
// V1  The areas of a tree do not overlap; in free and purge no two touch (they are merged).
// V2  subtree_max_size of a free area is the largest free size in its subtree, so the lowest fit is
//     found in O(log n).
// V3  Ranges in purge have no page-table entries but may still be in the TLB: they are not reused
//     before the flush.
// Source: Linux 6.1 mm/vmalloc.c (alloc_vmap_area, find_vmap_lowest_match,
// adjust_va_to_fit_type, merge_or_add_vmap_area, __purge_vmap_area_lazy).
#pragma once

#include "mm/abi/list.hpp"
#include "mm/abi/rbtree.hpp"
#include "mm/vmalloc/environment.hpp"

namespace mm32 {

struct VmStruct;
struct VmapBlock;

/// Linux: struct vmap_area.
struct VmapArea {
  std::uint32_t va_start;
  std::uint32_t va_end;
  RbNode rb_node;
  ListHead list;
  union {
    std::uint32_t subtree_max_size;  // free tree
    std::uint32_t vm;                // busy tree: GuestPtr<VmStruct>, VmapBlock + 1, or 0
  };

  std::uint32_t size() const { return va_end - va_start; }
  /// What a busy area is used for: a VmStruct, or (vm_map_ram) a block of small mappings or none.
  bool has_vm_struct() const { return vm != 0 && (vm & 1) == 0; }
  GuestPtr<VmStruct> vm_struct() const { return GuestPtr<VmStruct>(vm); }
  GuestPtr<VmapBlock> block() const { return GuestPtr<VmapBlock>((vm & 1) != 0 ? vm - 1 : 0); }
};
static_assert(sizeof(VmapArea) == 32);  // consts: sizeof(struct vmap_area)
static_assert(offsetof(VmapArea, rb_node) == 8);
static_assert(offsetof(VmapArea, list) == 20);

/// Bits of VmapState::notify.
namespace vmap_notify {
inline constexpr std::uint32_t kRegistered = 1;  // somebody can be asked for address space
inline constexpr std::uint32_t kInVain = 2;      // they were asked, and freed nothing
}  // namespace vmap_notify

/// The roots, in guest RAM. Linux: the statics of mm/vmalloc.c.
struct VmapState {
  RbRoot busy;
  RbRoot free;
  RbRoot purge;
  ListHead busy_list;   // vmap_area_list
  ListHead free_list;   // free_vmap_area_list
  ListHead purge_list;  // purge_vmap_area_list
  std::uint32_t busy_count;
  std::uint32_t lazy_pages;        // vmap_lazy_nr
  std::uint32_t nr_vmalloc_pages;  // pages that vmalloc holds
  std::uint32_t warned;            // which once-only warnings have been given (vmalloc_warning)
  ListHead free_blocks;            // blocks of vm_map_ram with room, oldest first
  std::uint32_t notify;            // the purge notifiers: bits of vmap_notify
};

class VmapAreas {
 public:
  static constexpr std::uint32_t kLazyMaxPages = 8192;  // Linux: lazy_max_pages() with one CPU

  VmapAreas(const Ram& ram, ObjectSource& objects, VmapState& state)
      : ram_(ram), objects_(objects), state_(state) {}

  /// Fills an all-zero state: everything is free. Errors: kNoMem.
  Result<void> initialise();

  /// The lowest free range of `size` bytes at a multiple of `align` in [begin, end), made busy.
  /// Errors: kNoMem (no memory for the descriptor), kBusy (no such range). Sizes and limits are
  /// multiples of the page size.
  Result<VmapArea*> alloc(std::uint32_t size, std::uint32_t align, VirtAddr begin, VirtAddr end,
                          Gfp gfp);

  /// The busy area that contains `va`; nullptr when there is none. Linux: find_vmap_area.
  VmapArea* find(VirtAddr va) const;

  /// Takes a busy area out of use; its range waits for the purge (V3). `area` is gone afterwards.
  void free_lazy(VmapArea& area);
  bool wants_purge() const { return state_.lazy_pages > kLazyMaxPages; }

  struct Range {
    VirtAddr begin{};
    VirtAddr end{};
    bool empty() const { return begin >= end; }
  };
  /// The smallest range that holds all of purge: what must be flushed before release_purged.
  Range purge_range() const;
  /// Makes everything in purge free. The caller has flushed the TLB.
  void release_purged();

  VmapState& state() const { return state_; }
  const Ram& ram() const { return ram_; }
  VmapArea& area_of(GuestPtr<ListHead> node) const {
    return list_entry<VmapArea>(ram_, node, offsetof(VmapArea, list));
  }
  /// Calls f(area) for the busy areas in address order, at most as many as are counted.
  template <class F>
  void for_each_busy(F&& f) const {
    for_each(state_.busy_list, f);
  }
  template <class F>
  void for_each_purge(F&& f) const {
    for_each(state_.purge_list, f);
  }
  /// Checks V1 and V2 over all trees; the name of the first broken rule, or empty. For tests.
  std::string verify() const;

 private:
  struct Position {
    rb::Link parent;
    rb::Side side;
    GuestPtr<ListHead> before;  // list neighbour below the new area
  };

  VmapArea& area(rb::Link link) const {
    return ram_.at(GuestPtr<VmapArea>((link.raw & ~3u) - kNodeOffset));
  }
  static constexpr std::uint32_t kNodeOffset = 8;
  std::uint32_t max_size(rb::Link link) const { return link ? area(link).subtree_max_size : 0; }
  Position position(const RbRoot& root, const ListHead& list, const VmapArea& area) const;
  template <class Augment>
  void insert(RbRoot& root, ListHead& list, VmapArea& area);
  template <class Augment>
  void remove(RbRoot& root, VmapArea& area);
  template <class Augment>
  void merge_or_add(RbRoot& root, ListHead& list, VmapArea& area);
  VmapArea* lowest_match(std::uint32_t size, std::uint32_t align, std::uint32_t begin,
                         std::uint32_t length) const;
  Result<void> carve(VmapArea& from, std::uint32_t start, std::uint32_t size);
  Result<VmapArea*> new_area(Gfp gfp);
  void drop(VmapArea& area);
  template <class F>
  void for_each(const ListHead& head, F&& f) const {
    // A damaged list could be circular without its head: the address space bounds it.
    std::uint32_t left = 1u << 20;
    for (GuestPtr<ListHead> node = head.next; node != guest_ptr(head) && left != 0; --left) {
      VmapArea& current = area_of(node);
      node = current.list.next;
      f(current);
    }
  }

  const Ram& ram_;
  ObjectSource& objects_;
  VmapState& state_;
};

}  // namespace mm32
