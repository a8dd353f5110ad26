// How the slab allocator looks into guest memory without trusting it.
//
// Every pointer that is followed comes from guest memory and may be damaged. object() and page()
// return nullptr for what is not mapped and aligned, so that the caller turns it into the page
// fault that the real kernel would take; load32/store32 work at any alignment.
// V1  A non-null result of object<T>(p) lies in the direct map as a whole and is 4-byte aligned.
// V2  A non-null result of page(p) is an entry of mem_map.
// lowmem_end and mem_map do not change after boot, so they are kept here as configuration.
#pragma once

#include <cstring>

#include "mm/abi/kmem_cache.hpp"
#include "mm/page_alloc/page_source.hpp"

namespace mm32 {

class GuestView {
 public:
  GuestView(const Ram& ram, PageSource& pages)
      : ram_(ram),
        pages_(pages),
        lowmem_bytes_(std::uint64_t{pages.lowmem_end().raw()} << kPageShift),
        mem_map_(guest_ptr(pages.page(Pfn(0))).va()) {}

  const Ram& ram() const { return ram_; }
  PageSource& pages() const { return pages_; }

  /// Whether [va, va + length) is in the direct map.
  bool mapped(VirtAddr va, std::uint64_t length) const {
    return std::uint64_t{va.raw() - kPageOffset} + length <= lowmem_bytes_;
  }
  /// The first byte behind the direct map.
  VirtAddr lowmem_end() const {
    return VirtAddr(static_cast<std::uint32_t>(lowmem_bytes_) + kPageOffset);
  }

  std::byte* bytes(VirtAddr va) const {
    return ram_.base() + static_cast<std::uint32_t>(va.raw() - kPageOffset);
  }
  std::uint32_t load32(VirtAddr va) const {
    std::uint32_t value = 0;
    std::memcpy(&value, bytes(va), sizeof value);
    return value;
  }
  void store32(VirtAddr va, std::uint32_t value) const {
    std::memcpy(bytes(va), &value, sizeof value);
  }

  template <class T>
  T* object(GuestPtr<T> p) const {
    return (p.raw & 3) == 0 && mapped(p.va(), sizeof(T)) ? &ram_.at(p) : nullptr;
  }

  /// The struct page that a guest pointer names; nullptr when it names none.
  Page* page(GuestPtr<Page> p) const {
    if ((p.raw & 3) != 0 || !mapped(p.va(), sizeof(Page))) return nullptr;
    const std::uint32_t offset = p.raw - mem_map_.raw();
    const Pfn pfn(offset / kPageStruct);
    if (offset % kPageStruct != 0) return nullptr;
    if (std::uint64_t{pfn.raw()} << kPageShift < lowmem_bytes_ && is_slab(pfn)) return &entry(pfn);
    return pages_.pfn_valid(pfn) ? &pages_.page(pfn) : nullptr;
  }

  /// The head page of the block that holds an address, taken for one of the direct map: an address
  /// behind it gives the struct page of a highmem frame. nullptr when there is no struct page for
  /// it. Linux: virt_to_head_page.
  Page* head_page(VirtAddr va) const {
    const Pfn pfn(static_cast<std::uint32_t>(va.raw() - kPageOffset) >> kPageShift);
    if (mapped(va, 1)) [[likely]] {
      if (is_slab(pfn)) return &entry(pfn);
    } else if (!pages_.pfn_valid(pfn)) {
      return nullptr;
    }
    Page& found = pages_.page(pfn);  // every lowmem frame has one
    return (found.compound_head & 1) == 0 ? &found : page(GuestPtr<Page>(found.compound_head - 1));
  }

  /// Direct-map address of a frame. Linux: page_address of a lowmem page.
  VirtAddr address_of(const Page& page) const {
    return direct_map_va(phys_of(Pfn((guest_ptr(page).raw - mem_map_.raw()) / kPageStruct)));
  }

  /// Order of the block that starts at `head`. Linux: folio_order.
  Order order_of(const Page& head) const {
    if (!head.test(PageFlag::kHead)) return Order(0);
    const Page* tail = page(GuestPtr<Page>(guest_ptr(head).raw + sizeof(Page)));
    return tail != nullptr && tail->compound_order <= kMaxPageOrder ? Order(tail->compound_order)
                                                                    : Order(0);
  }

 private:
  static constexpr auto kPageStruct = static_cast<std::uint32_t>(sizeof(Page));

  Page& entry(Pfn pfn) const {
    return ram_.at(GuestPtr<Page>(mem_map_.raw() + pfn.raw() * kPageStruct));
  }
  // Only an initialised struct page says so, so that the page allocator need not be asked.
  bool is_slab(Pfn pfn) const {
    const Page& page = entry(pfn);
    return page.test(PageFlag::kSlab) && (page.compound_head & 1) == 0;
  }

  const Ram& ram_;
  PageSource& pages_;
  std::uint64_t lowmem_bytes_;
  VirtAddr mem_map_;
};

/// Linux: a fault of kernel function `function` on `address`.
inline tl::unexpected<Stop> page_fault(VirtAddr address, std::string function) {
  return stop(Oops{Oops::Kind::kPageFault, {}, 0, address, false, std::move(function)});
}
inline tl::unexpected<Stop> write_fault(VirtAddr address, std::string function) {
  return stop(Oops{Oops::Kind::kPageFault, {}, 0, address, true, std::move(function)});
}

}  // namespace mm32
