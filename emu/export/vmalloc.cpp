// Exports of vmalloc and what builds on it (Linux 6.1 mm/vmalloc.c, mm/util.c).
#include <array>

#include "emu/export/registry.hpp"
#include "mm/kernel.hpp"

namespace mm32::emu {
namespace {

Result<VirtAddr> vmalloc_node(KernelContext& k, Bytes size, std::int32_t) {
  return k.mm().vmalloc().vmalloc(size);
}
Result<VirtAddr> vzalloc_node(KernelContext& k, Bytes size, std::int32_t) {
  return k.mm().vmalloc().vzalloc(size);
}
Result<VirtAddr> vmalloc_node_gfp(KernelContext& k, Bytes size, Bytes, Gfp gfp, std::int32_t) {
  return k.mm().vmalloc().vmalloc_gfp(size, gfp);
}

// n objects of `size` bytes; NULL without a message when the product does not fit.
Result<VirtAddr> vmalloc_array_gfp(KernelContext& k, std::uint32_t n, std::uint32_t size, Gfp gfp) {
  const std::uint64_t bytes = std::uint64_t{n} * size;
  if (bytes > ~0u) return fail(Errno::kNoMem);
  return k.mm().vmalloc().vmalloc_gfp(Bytes(bytes), gfp);
}
Result<VirtAddr> vmalloc_array(KernelContext& k, std::uint32_t n, std::uint32_t size) {
  return vmalloc_array_gfp(k, n, size, Gfp::kKernel);
}
Result<VirtAddr> vcalloc_gfp(KernelContext& k, std::uint32_t n, std::uint32_t size, Gfp gfp) {
  return vmalloc_array_gfp(k, n, size, gfp | Gfp::kZero);
}
Result<VirtAddr> vcalloc(KernelContext& k, std::uint32_t n, std::uint32_t size) {
  return vcalloc_gfp(k, n, size, Gfp::kKernel);
}

// pgprot_t is as wide as an entry of the machine's paging mode.
Result<VirtAddr> vmap(KernelContext& k, VirtAddr pages, Pages count, std::uint32_t flags,
                      std::uint32_t prot) {
  return k.mm().vmalloc().vmap(pages, count, flags, PteFlags(prot));
}

Result<VirtAddr> vm_map_ram(KernelContext& k, VirtAddr pages, Pages count, std::int32_t) {
  return k.mm().vmalloc().vm_map_ram(pages, count);
}

/// By arithmetic: the frames of a device get an address behind mem_map, as on Linux.
GuestPtr<Page> vmalloc_to_page(KernelContext& k, VirtAddr va) {
  const auto pfn = k.mm().vmalloc().vmalloc_to_pfn(va);
  if (!pfn) return GuestPtr<Page>();
  const VirtAddr first = k.mm().pages().page_ptr(Pfn(0)).va();
  return GuestPtr<Page>(first + Bytes(std::uint64_t{pfn->raw()} * sizeof(Page)));
}
Pfn vmalloc_to_pfn(KernelContext& k, VirtAddr va) {
  return k.mm().vmalloc().vmalloc_to_pfn(va).value_or(Pfn());
}

GuestPtr<VmStruct> find_vm_area(KernelContext& k, VirtAddr va) {
  const VmStruct* const area = k.mm().vmalloc().find_vm_area(va);
  return area != nullptr ? guest_ptr(*area) : GuestPtr<VmStruct>();
}
GuestPtr<VmStruct> get_vm_area(KernelContext& k, Bytes size, std::uint32_t flags) {
  const auto area = k.mm().vmalloc().get_vm_area(size, flags, Gfp::kKernel);
  return area ? guest_ptr(**area) : GuestPtr<VmStruct>();
}
GuestPtr<VmStruct> remove_vm_area(KernelContext& k, VirtAddr va) {
  const GuestPtr<VmStruct> area = find_vm_area(k, va);
  return k.mm().vmalloc().remove_vm_area(va) ? area : GuestPtr<VmStruct>();
}
Outcome<void> free_vm_area(KernelContext& k, GuestPtr<VmStruct> area) {
  const VirtAddr va(k.ram().at(area).addr);
  if (find_vm_area(k, va) != area) return bug("mm/vmalloc.c", 3856, "free_vm_area");
  k.mm().vmalloc().free_vm_area(k.ram().at(area));
  return {};
}

constexpr std::array kExports = {
    make_export<&Vmalloc::set_purge_notifiers>("mm32_vmap_notifiers"),
    make_export<&Vmalloc::purge_notified>("mm32_vmap_notified"),
    make_export<&Vmalloc::vmalloc>("vmalloc"),
    make_export<&Vmalloc::vzalloc>("vzalloc"),
    make_export<&Vmalloc::vmalloc_user>("vmalloc_user"),
    make_export<&Vmalloc::vmalloc_32>("vmalloc_32"),
    make_export<&Vmalloc::vmalloc_32_user>("vmalloc_32_user"),
    make_export<&Vmalloc::vmalloc_gfp>("__vmalloc"),
    make_export<&Vmalloc::vmalloc_gfp>("vmalloc_huge"),
    make_export<&vmalloc_node>("vmalloc_node"),
    make_export<&vzalloc_node>("vzalloc_node"),
    make_export<&vmalloc_node_gfp>("__vmalloc_node"),
    make_export<&vmalloc_array_gfp>("__vmalloc_array"),
    make_export<&vmalloc_array>("vmalloc_array"),
    make_export<&vcalloc_gfp>("__vcalloc"),
    make_export<&vcalloc>("vcalloc"),
    make_export<&Vmalloc::vfree>("vfree"),
    make_export<&Vmalloc::vfree>("vfree_atomic"),
    make_export<&vmap>("vmap"),
    make_export<&Vmalloc::vunmap>("mm32_vunmap"),
    make_export<&vm_map_ram>("vm_map_ram"),
    make_export<&Vmalloc::vm_unmap_ram>("vm_unmap_ram"),
    make_export<&Vmalloc::unmap_aliases>("vm_unmap_aliases"),
    make_export<&vmalloc_to_page>("vmalloc_to_page"),
    make_export<&vmalloc_to_pfn>("vmalloc_to_pfn"),
    make_export<&Vmalloc::is_vmalloc_addr>("is_vmalloc_addr"),
    make_export<&Vmalloc::is_vmalloc_addr>("is_vmalloc_or_module_addr"),
    make_export<&find_vm_area>("find_vm_area"),
    make_export<&get_vm_area>("get_vm_area"),
    make_export<&remove_vm_area>("remove_vm_area"),
    make_export<&free_vm_area>("free_vm_area"),
};

}  // namespace

std::span<const KernelExport> vmalloc_exports() { return kExports; }

}  // namespace mm32::emu
