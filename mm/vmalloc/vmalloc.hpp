// Virtually contiguous kernel memory: vmalloc, vmap and the areas that ioremap builds on.
//
// State: VmapState, VmapArea and VmStruct objects and the page tables, all in guest RAM; this
// object holds references only. Lengths are bytes as the guest gives them, areas are whole pages.
// M1  A busy area has page-table entries for at most its usable size; the guard page has none.
// M2  vfree clears the entries at once and leaves the TLB alone (unless eager_flush): the range is
//     reused only after a purge, which flushes first. So a stale access right after vfree may
//     still hit, as on the chip.
// M3  Pages come one by one, highmem first, and are adjacent only by chance.
// Misuse is reported in the kernel's words and leaves everything as it was.
// Source: Linux 6.1 mm/vmalloc.c (__vmalloc_node_range, __vmalloc_area_node, __vunmap,
// __get_vm_area_node, vmap, vmalloc_to_page).
#pragma once

#include "mm/context.hpp"
#include "mm/layout/address_space.hpp"
#include "mm/page_alloc/page_source.hpp"
#include "mm/paging/page_tables.hpp"
#include "mm/vmalloc/vm_struct.hpp"
#include "mm/vmalloc/vmap_area.hpp"

namespace mm32 {

/// Which once-only warnings have been given: bits of VmapState::warned.
namespace vmalloc_warning {
inline constexpr std::uint32_t kZeroSize = 1;
inline constexpr std::uint32_t kIoremapRam = 2;
inline constexpr std::uint32_t kIoremapBeyond = 4;
inline constexpr std::uint32_t kMemremapMixed = 8;
inline constexpr std::uint32_t kMemremapRam = 16;
inline constexpr std::uint32_t kCpaUnaligned = 32;
}  // namespace vmalloc_warning

/// What a call waits for that the purge notifiers may bring.
inline constexpr std::string_view kWaitForSpace = "vmap space";

enum class FlushPolicy : std::uint8_t {
  kLazy,   // as Linux does
  kEager,  // --vmalloc-debug: a freed range leaves the TLB at once
};

struct VmallocParts {
  const MmContext& context;
  const AddressSpace& space;
  PageTables& kernel;
  PageSource& pages;
  ObjectSource& objects;
  KernelFacts& facts;
};

/// What to allocate. Linux: the arguments of __vmalloc_node_range.
struct VmallocRequest {
  Bytes size{};
  Bytes align{kPageSize};
  VirtAddr begin{};
  VirtAddr end{};
  Gfp gfp = Gfp::kKernel;
  PteFlags prot = PteFlags::kKernel;
  std::uint32_t vm_flags = 0;
  VirtAddr caller{};
};

/// Whether Linux takes the entry for a page's: a page without rights has bit 8 and is not present
/// to the CPU. Linux: pte_present.
constexpr bool leads_to_frame(std::uint64_t entry) {
  return (entry & (raw(PteFlags::kPresent) | raw(PteFlags::kGlobal))) != 0;
}

class Vmalloc {
 public:
  /// Allocates the state and frees the whole area. Errors: kNoMem.
  static Result<Vmalloc> create(const VmallocParts& parts, FlushPolicy policy);
  /// Uses the state at `state` of a machine that exists already.
  Vmalloc(const VmallocParts& parts, FlushPolicy policy, VirtAddr state);

  /// Where the state lies, for attaching to it again.
  VirtAddr state_address() const { return guest_ptr(areas_.state()).va(); }

  /// Pages that vmalloc holds now. Linux: vmalloc_nr_pages (VmallocUsed).
  Pages used_pages() const { return Pages(areas_.state().nr_vmalloc_pages); }

  // Allocation: the address, or kNoMem / kInval after the kernel's own message.
  Result<VirtAddr> vmalloc(Bytes size);
  Result<VirtAddr> vzalloc(Bytes size);
  Result<VirtAddr> vmalloc_user(Bytes size);
  Result<VirtAddr> vmalloc_32(Bytes size);
  Result<VirtAddr> vmalloc_32_user(Bytes size);
  Result<VirtAddr> vmalloc_gfp(Bytes size, Gfp gfp);  // Linux: __vmalloc
  /// Memory for a module's sections, writable until protected. `caller` is who vmallocinfo names.
  /// Linux: module_alloc.
  Result<VirtAddr> module_alloc(Bytes size, VirtAddr caller);
  Result<VirtAddr> alloc(const VmallocRequest& request);

  void vfree(VirtAddr addr);
  /// `pages` is a guest array of struct page pointers. Linux: vmap.
  Result<VirtAddr> vmap(VirtAddr pages, Pages count, std::uint32_t flags, PteFlags prot);
  void vunmap(VirtAddr addr);

  /// Short-lived mappings: up to 32 pages come from blocks of 64, more have an area of their own.
  /// Errors: kNoMem, kInval (a bad page). Linux: vm_map_ram.
  Result<VirtAddr> vm_map_ram(VirtAddr pages, Pages count);
  /// `count` must be what was mapped. Bad addresses are BUGs.
  Outcome<void> vm_unmap_ram(VirtAddr addr, Pages count);

  /// Reserves addresses without mapping them. Linux: get_vm_area_caller.
  Result<VmStruct*> get_vm_area(Bytes size, std::uint32_t flags, Gfp gfp);
  /// Linux: free_vm_area.
  void free_vm_area(VmStruct& area);
  /// Clears the area's entries and gives its addresses to the purge; `area` itself stays.
  /// Linux: remove_vm_area. False when there is no area at `addr`.
  bool remove_vm_area(VirtAddr addr);

  VmStruct* find_vm_area(VirtAddr addr) const;
  bool is_vmalloc_addr(VirtAddr va) const { return parts_.space.in_vmalloc(va); }
  /// The frame behind a kernel address, through the page tables. Linux: vmalloc_to_pfn.
  std::optional<Pfn> vmalloc_to_pfn(VirtAddr va) const;

  /// Flushes the TLB and makes every freed range usable again. Linux: purge_vmap_area_lazy.
  void purge();
  /// As purge, with a flush even when nothing waits. Linux: vm_unmap_aliases.
  void unmap_aliases();

  /// The page pointer at `index` of a guest array, wherever that array lies; 0 when unreadable.
  GuestPtr<Page> page_at(VirtAddr array, std::uint32_t index) const;

  VmapAreas& areas() { return areas_; }
  const VmapAreas& areas() const { return areas_; }
  const VmallocParts& parts() const { return parts_; }
  PagingMode mode() const { return parts_.kernel.mode(); }
  PteFlags page_kernel_prot() const { return page_kernel(mode()); }
  /// Whether a once-only warning is due now; marks it as given. Linux: WARN_ON_ONCE.
  bool first_time(std::uint32_t warning);
  /// A range of addresses; says so when there is none left. Linux: alloc_vmap_area.
  Result<VmapArea*> alloc_range(Bytes size, Bytes align, VirtAddr begin, VirtAddr end, Gfp gfp);
  /// Purge notifiers run in the guest: an allocation that finds no range waits for "vmap space"
  /// (Diagnostics::wait_for) while there are any, which calls them and repeats the whole call.
  void set_purge_notifiers(std::uint32_t any);
  void purge_notified(std::uint32_t freed);
  /// Clears the entries of a busy area and gives it to the purge. Linux: free_unmap_vmap_area.
  void free_unmap(VmapArea& area);
  /// As free_unmap, and leaves the purge to the caller even when it is due.
  void retire(VmapArea& area);
  /// Clears the entries of a range without freeing it; flushes only under kEager.
  void unmap_range(VirtAddr va, Pages pages);

 private:
  bool ask_for_space();
  Result<VirtAddr> simple(Bytes size, Gfp gfp, std::uint32_t flags);
  Result<VmStruct*> new_vm_area(Bytes size, Bytes align, std::uint32_t flags, VirtAddr begin,
                                VirtAddr end, Gfp gfp, VirtAddr caller);
  Result<void> fill(VmStruct& area, Pages pages, const VmallocRequest& request);
  Result<VirtAddr> alloc_page_array(Pages pages, const VmallocRequest& request);
  void set_page_at(VirtAddr array, std::uint32_t index, GuestPtr<Page> page);
  std::uint32_t* array_slot(VirtAddr array, std::uint32_t index) const;
  Pages alloc_pages_into(VmStruct& area, Pages pages, Gfp gfp);
  void free_page_array(VirtAddr array, std::uint32_t count);
  void free_struct(VmStruct& area);
  std::optional<Pfn> frame_at(VirtAddr array, std::uint32_t index) const;
  void free_backing(VmStruct& area);
  void reset_direct_map(const VmStruct& area);
  Result<void> map_pages(VirtAddr va, VirtAddr pages, Pages count, PteFlags prot);
  void invert_frames(VirtAddr va, Pages count);
  Result<VirtAddr> block_alloc(Pages count);
  Result<VmapBlock*> new_block();
  Outcome<void> block_free(VirtAddr addr, Pages count);
  void free_block(VmapBlock& block);
  void purge_fragmented_blocks();
  enum class Backing : std::uint8_t { kKeep, kFree };
  void vunmap_checked(VirtAddr addr, Backing backing);

  VmallocParts parts_;
  FlushPolicy policy_;
  VmapAreas areas_;
};

}  // namespace mm32
