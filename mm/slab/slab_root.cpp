#include "mm/slab/slab_root.hpp"

#include <bit>
#include <optional>

namespace mm32 {
namespace {

constexpr auto kSlot = static_cast<std::uint32_t>(sizeof(KmemCacheCpu));
constexpr std::uint32_t kMaxSlotPages = 1u << 16;

// All slots of the page from `begin` are free.
void init_slots(SlotPage& slots, VirtAddr begin) {
  slots.magic = kSlotPageMagic;
  for (std::uint32_t n = static_cast<std::uint32_t>(align_up(page_offset_of(begin), kSlot)) / kSlot;
       n < kPageSize / kSlot; ++n)
    slots.free[n / 32] |= 1u << n % 32;
}

// Clears the bit of the lowest free slot and gives its number; nothing when none is free.
std::optional<std::uint32_t> take_bit(SlotPage& slots) {
  for (std::uint32_t word = 0; word < std::size(slots.free); ++word) {
    if (slots.free[word] == 0) continue;
    const auto bit = static_cast<std::uint32_t>(std::countr_zero(slots.free[word]));
    slots.free[word] &= slots.free[word] - 1;
    return 32 * word + bit;
  }
  return std::nullopt;
}

GuestPtr<SlotPage> first_slot_page(SlabRoot& root) { return guest_ptr(root.slots); }

Result<VirtAddr> zeroed_page(const GuestView& view) {
  MM_TRY_ASSIGN(const Pfn pfn, view.pages().alloc_pages(Gfp::kNowait | Gfp::kZero, Order(0)));
  const VirtAddr va = direct_map_va(phys_of(pfn));
  std::memset(view.bytes(va), 0, kPageSize);
  return va;
}

}  // namespace

Result<GuestPtr<KmemCacheCpu>> take_cpu_slot(const GuestView& view, SlabRoot& root) {
  GuestPtr<SlotPage> at = first_slot_page(root);
  SlotPage* page = view.object(at);
  for (std::uint32_t step = 0; step < kMaxSlotPages && page != nullptr; ++step) {
    if (const auto n = take_bit(*page)) {
      const GuestPtr<KmemCacheCpu> slot((at.raw & ~(kPageSize - 1)) + *n * kSlot);
      view.ram().at(slot) = {};
      return slot;
    }
    if (SlotPage* next = view.object(page->next);
        next != nullptr && next->magic == kSlotPageMagic) {
      at = page->next;
      page = next;
      continue;
    }
    MM_TRY_ASSIGN(const VirtAddr fresh, zeroed_page(view));
    init_slots(view.ram().at<SlotPage>(fresh), fresh + Bytes(sizeof(SlotPage)));
    page->next = GuestPtr<SlotPage>(fresh);
  }
  return fail(Errno::kNoMem);
}

void return_cpu_slot(const GuestView& view, SlabRoot& root, GuestPtr<KmemCacheCpu> slot) {
  KmemCacheCpu* free = view.object(slot);
  if (free == nullptr || slot.raw % kSlot != 0) return;
  const std::uint32_t base = slot.raw & ~(kPageSize - 1);
  const bool in_root = base == (first_slot_page(root).raw & ~(kPageSize - 1));
  SlotPage* page = in_root ? &root.slots : view.object(GuestPtr<SlotPage>(base));
  if (page == nullptr || page->magic != kSlotPageMagic) return;
  *free = {};
  const std::uint32_t n = (slot.raw - base) / kSlot;
  page->free[n / 32] |= 1u << n % 32;
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
  init_slots(root.slots, page + Bytes(sizeof(SlabRoot)));
  return guest_ptr(root);
}

}  // namespace mm32
