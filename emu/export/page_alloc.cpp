// Exports of the page allocator: alloc_pages and its family (Linux 6.1 mm/page_alloc.c).
#include <array>

#include "emu/export/registry.hpp"
#include "mm/kernel.hpp"

namespace mm32::emu {
namespace {

std::uint32_t alloc_pages(KernelContext& k, Gfp gfp, Order order) {
  const auto pfn = k.mm().pages().alloc_pages(gfp, order);
  return pfn ? k.mm().pages().page_ptr(*pfn).raw : 0;
}

std::uint32_t get_free_pages(KernelContext& k, Gfp gfp, Order order) {
  const auto pfn = k.mm().pages().alloc_pages(gfp & ~Gfp::kHighmem, order);
  return pfn ? direct_map_va(phys_of(*pfn)).raw() : 0;
}

std::uint32_t get_zeroed_page(KernelContext& k, Gfp gfp) {
  return get_free_pages(k, gfp | Gfp::kZero, Order(0));
}

void free_pages(KernelContext& k, VirtAddr address, Order order) {
  if (address == VirtAddr()) return;
  k.mm().pages().free_pages(pfn_of(direct_map_pa(address)), order);
}

void free_page_struct(KernelContext& k, GuestPtr<Page> page, Order order) {
  k.mm().pages().free_pages(k.mm().pages().pfn_of_page(page), order);
}

constexpr std::array kExports = {
    make_export<&alloc_pages>("__alloc_pages"),
    make_export<&get_free_pages>("__get_free_pages"),
    make_export<&get_zeroed_page>("get_zeroed_page"),
    make_export<&free_pages>("free_pages"),
    make_export<&free_page_struct>("__free_pages"),
};

}  // namespace

std::span<const KernelExport> page_alloc_exports() { return kExports; }

}  // namespace mm32::emu
