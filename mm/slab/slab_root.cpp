#include "mm/slab/slab_root.hpp"

namespace mm32 {
namespace {

// Chains [begin, page end) as free slots.
void add_slots(const GuestView& view, SlabRoot& root, VirtAddr begin) {
  constexpr auto kSlot = static_cast<std::uint32_t>(sizeof(KmemCacheCpu));
  for (std::uint32_t at = page_floor(begin).raw() + kPageSize - kSlot; at >= begin.raw();
       at -= kSlot)
    return_cpu_slot(view, root, GuestPtr<KmemCacheCpu>(at));
}

Result<VirtAddr> zeroed_page(const GuestView& view) {
  MM_TRY_ASSIGN(const Pfn pfn, view.pages().alloc_pages(Gfp::kNowait | Gfp::kZero, Order(0)));
  const VirtAddr va = direct_map_va(phys_of(pfn));
  std::memset(view.bytes(va), 0, kPageSize);
  return va;
}

}  // namespace

Result<GuestPtr<KmemCacheCpu>> take_cpu_slot(const GuestView& view, SlabRoot& root) {
  KmemCacheCpu* slot = view.object(root.free_slots);
  if (slot == nullptr) {
    MM_TRY_ASSIGN(const VirtAddr page, zeroed_page(view));
    root.free_slots = {};
    add_slots(view, root, page);
    slot = view.object(root.free_slots);
  }
  root.free_slots = GuestPtr<KmemCacheCpu>(slot->freelist);
  *slot = {};
  return guest_ptr(*slot);
}

void return_cpu_slot(const GuestView& view, SlabRoot& root, GuestPtr<KmemCacheCpu> slot) {
  KmemCacheCpu* free = view.object(slot);
  if (free == nullptr) return;
  *free = {};
  free->freelist = root.free_slots.raw;
  root.free_slots = slot;
}

Result<GuestPtr<SlabRoot>> create_slab_root(const GuestView& view, std::uint64_t seed) {
  MM_TRY_ASSIGN(const VirtAddr page, zeroed_page(view));
  auto& root = view.ram().at<SlabRoot>(page);
  root.magic = kSlabRootMagic;
  list_init(root.slab_caches);
  root.kmalloc_caches =
      page.raw() + static_cast<std::uint32_t>(offsetof(SlabRoot, boot_kmalloc_caches));
  const std::uint64_t state = (seed + 1) * 0x9e3779b97f4a7c15ull | 1;
  root.random_state[0] = static_cast<std::uint32_t>(state);
  root.random_state[1] = static_cast<std::uint32_t>(state >> 32);
  add_slots(view, root,
            VirtAddr(static_cast<std::uint32_t>(
                align_up(page.raw() + sizeof(SlabRoot), sizeof(KmemCacheCpu)))));
  return guest_ptr(root);
}

}  // namespace mm32
