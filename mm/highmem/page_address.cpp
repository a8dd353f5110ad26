// The hash from a highmem page to its persistent mapping.
#include "mm/highmem/highmem.hpp"

namespace mm32 {
namespace {

// Multiplicative hashing of a pointer. Linux: hash_ptr (include/linux/hash.h).
constexpr std::uint32_t kGoldenRatio = 0x61C88647;

}  // namespace

bool Highmem::is_highmem(GuestPtr<Page> page) const {
  return parts_.context.ram.at(page).zone_index() == 2;
}

ListHead& Highmem::hash_slot(GuestPtr<Page> page) const {
  return state_.hash[(page.raw * kGoldenRatio) >> (32 - kPageHashOrder)];
}

// Bounded by the number of slots, whatever a guest made of the list.
const PageAddressMap* Highmem::find(GuestPtr<Page> page) const {
  const ListHead& head = hash_slot(page);
  GuestPtr<ListHead> node = head.next;
  for (unsigned left = slots(); node != guest_ptr(head) && left != 0; --left) {
    const auto& map =
        list_entry<PageAddressMap>(parts_.context.ram, node, offsetof(PageAddressMap, list));
    if (map.page == page) return &map;
    node = map.list.next;
  }
  return nullptr;
}

VirtAddr Highmem::page_address(GuestPtr<Page> page) const {
  if (!is_highmem(page)) return direct_map_va(phys_of(parts_.pages.pfn_of_page(page)));
  const PageAddressMap* const map = find(page);
  return map != nullptr ? VirtAddr(map->virtual_) : VirtAddr();
}

void Highmem::set_page_address(GuestPtr<Page> page, unsigned nr) {
  PageAddressMap& map = state_.maps[nr];
  map.page = page;
  map.virtual_ = slot_address(nr).raw();
  list_push_back(parts_.context.ram, hash_slot(page), map.list);
}

void Highmem::forget_page_address(unsigned nr) {
  PageAddressMap& map = state_.maps[nr];
  MM_CHECK(list_remove(parts_.context.ram, map.list));
  map.page = GuestPtr<Page>();
}

}  // namespace mm32
