// Exports of the page allocator: alloc_pages and its family (Linux 6.1 mm/page_alloc.c).
//
// A struct page that is not one of mem_map faults where the kernel function would touch it.
#include <algorithm>
#include <array>

#include "emu/export/guest_page.hpp"
#include "emu/export/registry.hpp"
#include "mm/kernel.hpp"
#include "mm/page_alloc/contig_range.hpp"
#include "mm/page_alloc/knobs.hpp"

namespace mm32::emu {
namespace {

PageAllocator& pages_of(KernelContext& k) { return k.mm().pages(); }

// The frame of a direct-map address; the struct page of any other one lies outside of mem_map.
Outcome<Pfn> frame_at(KernelContext& k, VirtAddr address, const char* function) {
  const Pfn pfn = pfn_of(direct_map_pa(address));
  if (address.raw() < kPageOffset || pfn >= pages_of(k).lowmem_end())
    return fault_at(pages_of(k).page_ptr(pfn).va(), function);
  return pfn;
}

Outcome<GuestPtr<Page>> alloc_pages(KernelContext& k, Gfp gfp, Order order) {
  const Page* const page = pages_of(k).alloc_block(gfp, order);
  return page != nullptr ? guest_ptr(*page) : GuestPtr<Page>();
}

Outcome<VirtAddr> get_free_pages(KernelContext& k, Gfp gfp, Order order) {
  MM_TRY_ASSIGN(const GuestPtr<Page> page, alloc_pages(k, gfp & ~Gfp::kHighmem, order));
  return page ? direct_map_va(phys_of(pages_of(k).pfn_of_page(page))) : VirtAddr();
}

Outcome<VirtAddr> get_zeroed_page(KernelContext& k, Gfp gfp) {
  return get_free_pages(k, gfp | Gfp::kZero, Order(0));
}

Outcome<GuestPtr<Page>> folio_alloc(KernelContext& k, Gfp gfp, Order order) {
  return alloc_pages(k, gfp | Gfp::kComp, order);
}

// The places of a bulk request in guest memory: an array of pointers, or the head of a list, that
// may lie anywhere, also in a module. Remembers the first fault; from then on all places are
// filled.
class GuestPlaces final : public PageAllocator::BulkPlaces {
 public:
  GuestPlaces(KernelContext& k, VirtAddr list, VirtAddr array)
      : k_(k), list_(list), array_(array) {}

  bool is_filled(std::uint32_t place) override {
    if (!done_) return true;
    if (array_ == VirtAddr()) return false;
    const auto there = k_.load<std::uint32_t>(slot(place));
    if (!there) done_ = tl::make_unexpected(there.error());
    return !there || *there != 0;
  }
  void fill(std::uint32_t place, Page& page) override {
    const GuestPtr<Page> address = guest_ptr(page);
    if (done_) done_ = array_ != VirtAddr() ? store(slot(place), address.raw) : add_to_list(page);
  }
  const Outcome<void>& done() const { return done_; }

 private:
  VirtAddr slot(std::uint32_t place) const { return array_ + Bytes(std::uint64_t{place} * 4); }
  Outcome<void> store(VirtAddr to, std::uint32_t word) {
    return k_.write(to, std::as_bytes(std::span(&word, 1)));
  }
  // Linux: list_add.
  Outcome<void> add_to_list(Page& page) {
    const std::uint32_t node = guest_ptr(page.lru).raw;
    MM_TRY_ASSIGN(const std::uint32_t next, k_.load<std::uint32_t>(list_));
    MM_TRY(store(VirtAddr(next) + Bytes(4), node));
    page.lru = {GuestPtr<ListHead>(next), GuestPtr<ListHead>(list_.raw())};
    return store(list_, node);
  }

  KernelContext& k_;
  VirtAddr list_;
  VirtAddr array_;
  Outcome<void> done_{};
};

Outcome<std::uint32_t> alloc_pages_bulk(KernelContext& k, Gfp gfp, std::int32_t /*node*/,
                                        VirtAddr /*nodemask*/, std::int32_t count, VirtAddr list,
                                        VirtAddr array) {
  GuestPlaces places(k, list, array);
  const auto wanted = static_cast<std::uint32_t>(std::max(count, 0));
  const std::uint32_t filled = pages_of(k).alloc_pages_bulk(gfp, wanted, places);
  MM_TRY(places.done());
  return filled;
}

Outcome<VirtAddr> alloc_pages_exact(KernelContext& k, Bytes size, Gfp gfp) {
  const Result<Pfn> pfn = pages_of(k).alloc_pages_exact(size, gfp);
  return pfn ? direct_map_va(phys_of(*pfn)) : VirtAddr();
}

Outcome<void> free_pages_exact(KernelContext& k, VirtAddr address, Bytes size) {
  if (address == VirtAddr()) return {};
  MM_TRY_ASSIGN(const Pfn pfn, frame_at(k, address, "free_pages_exact"));
  pages_of(k).free_pages_exact(pfn, size);
  return {};
}

Outcome<void> free_pages(KernelContext& k, VirtAddr address, Order order) {
  if (address == VirtAddr()) return {};
  MM_TRY_ASSIGN(const Pfn pfn, frame_at(k, address, "__free_pages"));
  pages_of(k).free_pages(pfn, order);
  return {};
}

Outcome<void> free_page_struct(KernelContext& k, GuestPtr<Page> page, Order order) {
  MM_TRY_ASSIGN(const Pfn pfn, frame_of(k, page, "__free_pages"));
  pages_of(k).free_pages(pfn, order);
  return {};
}

// The last reference was just dropped by the caller.
Outcome<void> folio_put(KernelContext& k, GuestPtr<Page> page) {
  MM_TRY_ASSIGN(const Pfn pfn, frame_of(k, page, "__folio_put"));
  ++pages_of(k).page(pfn).refcount;
  pages_of(k).put_page(pfn);
  return {};
}

Outcome<void> split_page(KernelContext& k, GuestPtr<Page> page, Order order) {
  MM_TRY_ASSIGN(const Pfn pfn, frame_of(k, page, "split_page"));
  pages_of(k).split_page(pfn, order);
  return {};
}

Outcome<void> free_reserved_page(KernelContext& k, GuestPtr<Page> page) {
  MM_TRY_ASSIGN(const Pfn pfn, frame_of(k, page, "free_reserved_page"));
  pages_of(k).free_reserved_page(pfn);
  return {};
}

Result<void> alloc_contig_range(KernelContext& k, Pfn begin, Pfn end) {
  return ContigRange(pages_of(k)).allocate({begin, end});
}

void free_contig_range(KernelContext& k, Pfn begin, Pages count) {
  ContigRange(pages_of(k)).free({begin, begin + count});
}

// There is one area; its address says whether the caller means it.
Outcome<GuestPtr<Page>> cma_alloc(KernelContext& k, VirtAddr area, Pages count, Order alignment) {
  if (area == VirtAddr() || area.raw() != pages_of(k).state().cma_area) return GuestPtr<Page>();
  const Result<Pfn> pfn = ContigRange(pages_of(k)).cma_alloc(count, alignment);
  return pfn ? pages_of(k).page_ptr(*pfn) : GuestPtr<Page>();
}

Outcome<std::int32_t> cma_release(KernelContext& k, VirtAddr area, GuestPtr<Page> page,
                                  Pages count) {
  if (area == VirtAddr() || area.raw() != pages_of(k).state().cma_area) return 0;
  MM_TRY_ASSIGN(const Pfn pfn, frame_of(k, page, "cma_release"));
  return ContigRange(pages_of(k)).cma_release(pfn, count) ? 1 : 0;
}

Outcome<void> dump_page(KernelContext& k, GuestPtr<Page> page, VirtAddr reason) {
  MM_TRY_ASSIGN(const Pfn pfn, frame_of(k, page, "dump_page"));
  std::string text;
  if (reason != VirtAddr()) {
    MM_TRY_ASSIGN(text, k.read_string(reason));
  }
  pages_of(k).check().dump_page(pages_of(k).page(pfn), text);
  return {};
}

// Linux: arch/x86/mm/physaddr.c.
std::int32_t virt_addr_valid(KernelContext& k, VirtAddr address) {
  const AddressSpace& space = k.mm().space();
  if (address < space.page_offset || space.in_vmalloc(address) || space.in_fixmap(address))
    return 0;
  return pages_of(k).pfn_valid(pfn_of(direct_map_pa(address))) ? 1 : 0;
}

Outcome<std::int32_t> sysctl_write(KernelContext& k, VirtAddr name, VirtAddr text) {
  MM_TRY_ASSIGN(const std::string knob, k.read_string(name));
  MM_TRY_ASSIGN(const std::string value, k.read_string(text));
  const Result<void> done = set_knob(pages_of(k), knob, value);
  return done ? 0 : -static_cast<std::int32_t>(done.error());
}

constexpr std::array kExports = {
    make_export<&alloc_pages>("__alloc_pages"),
    make_export<&folio_alloc>("__folio_alloc"),
    make_export<&alloc_pages_bulk>("__alloc_pages_bulk"),
    make_export<&get_free_pages>("__get_free_pages"),
    make_export<&get_zeroed_page>("get_zeroed_page"),
    make_export<&alloc_pages_exact>("alloc_pages_exact"),
    make_export<&free_pages_exact>("free_pages_exact"),
    make_export<&free_pages>("free_pages"),
    make_export<&free_page_struct>("__free_pages"),
    make_export<&folio_put>("__folio_put"),
    make_export<&split_page>("split_page"),
    make_export<&free_reserved_page>("free_reserved_page"),
    make_export<&alloc_contig_range>("alloc_contig_range"),
    make_export<&free_contig_range>("free_contig_range"),
    make_export<&cma_alloc>("cma_alloc"),
    make_export<&cma_release>("cma_release"),
    make_export<&dump_page>("dump_page"),
    make_export<&virt_addr_valid>("__virt_addr_valid"),
    make_export<&sysctl_write>("mm32_sysctl_write"),
};

}  // namespace

std::span<const KernelExport> page_alloc_exports() { return kExports; }

}  // namespace mm32::emu
