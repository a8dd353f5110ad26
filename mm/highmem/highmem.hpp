// Highmem: pages outside the direct map, seen through slots of kernel addresses.
//
//   persistent (kmap)            pkmap slots, counted, kept mapped until the slots wrap around
//   temporary (kmap_local, _atomic)  fixmap slots, a stack per task, unmapped at once
//
// State: HighmemState, the task's KmapCtrl and the page tables, all in guest RAM. For lowmem pages
// every call gives the direct-map address and needs no slot.
// H1  A slot with pkmap_count >= 1 has a present entry and its page is in the hash.
// H2  A slot is reused only after a flush of the whole pkmap (at the wrap-around).
// H3  Temporary mappings of a task are undone in reverse order; the entry is cleared at once, and
//     the caller executes INVLPG for the address that unmap returns (a host-side flush of one page
//     would drop the whole TLB).
// Source: Linux 6.1 mm/highmem.c. preempt_count and pagefault_disable are the caller's, in guest
// code. Misuse gives the kernel's BUG and WARN.
#pragma once

#include <optional>
#include <vector>

#include "mm/context.hpp"
#include "mm/highmem/highmem_state.hpp"
#include "mm/layout/address_space.hpp"
#include "mm/page_alloc/page_source.hpp"
#include "mm/paging/page_tables.hpp"
#include "mm/vmalloc/environment.hpp"

namespace mm32 {

struct HighmemParts {
  const MmContext& context;
  const AddressSpace& space;
  PageTables& kernel;
  PageSource& pages;
};

class Highmem {
 public:
  /// Allocates the state. Errors: kNoMem.
  static Result<Highmem> create(const HighmemParts& parts, ObjectSource& objects);
  /// Uses the state at `state` of a machine that exists already.
  Highmem(const HighmemParts& parts, VirtAddr state);
  VirtAddr state_address() const { return guest_ptr(state_).va(); }

  bool is_highmem(GuestPtr<Page> page) const;
  /// The page's kernel address, 0 when it has none. Linux: page_address.
  VirtAddr page_address(GuestPtr<Page> page) const;

  /// Linux: kmap. Blocks (WouldBlock "kmap") while every slot is in use.
  Outcome<VirtAddr> kmap(GuestPtr<Page> page);
  /// Gives what is left of the slot's count: 1 when nobody uses it, 0 for lowmem. A page that is
  /// not mapped is a BUG. Linux: kunmap.
  Outcome<unsigned> kunmap(GuestPtr<Page> page);
  /// Unmaps every slot without users. Linux: kmap_flush_unused.
  void kmap_flush_unused();

  /// Linux: kmap_local_page (and, in guest code, kmap_atomic). `ctrl` is the task's kmap_ctrl.
  Outcome<VirtAddr> kmap_local_page(VirtAddr ctrl, GuestPtr<Page> page, PteFlags prot);
  /// Linux: kmap_local_pfn: any frame, with a slot whatever it is.
  Outcome<VirtAddr> kmap_local_pfn(VirtAddr ctrl, Pfn pfn, PteFlags prot);
  /// Undoes the last temporary mapping. Gives the page that INVLPG must be executed for; nothing
  /// when `va` is no temporary mapping. Linux: kunmap_local_indexed.
  Outcome<std::optional<VirtAddr>> kunmap_local(VirtAddr ctrl, VirtAddr va);

  /// Undoes all temporary mappings of a task that died. Flushes.
  void forget_local_mappings(VirtAddr ctrl);

  /// The page that a mapped address belongs to. Linux: kmap_to_page.
  GuestPtr<Page> kmap_to_page(VirtAddr ctrl, VirtAddr va);

  struct MappedSlot {
    VirtAddr address;
    Pfn pfn;
    unsigned users;
  };
  /// Persistent mappings that somebody still uses: what a leak report lists.
  std::vector<MappedSlot> kmaps_in_use() const;
  /// Checks H1; the first slot that breaks it, or empty. For tests.
  std::string verify() const;

 private:
  VirtAddr slot_address(unsigned nr) const { return parts_.space.pkmap_base + bytes_of(Pages(nr)); }
  unsigned slots() const { return parts_.space.last_pkmap; }
  std::optional<unsigned> slot_of(VirtAddr va) const;
  Outcome<VirtAddr> map_new_virtual(GuestPtr<Page> page);
  void flush_all_zero_pkmaps();
  void set_page_address(GuestPtr<Page> page, unsigned nr);
  void forget_page_address(unsigned nr);
  ListHead& hash_slot(GuestPtr<Page> page) const;
  const PageAddressMap* find(GuestPtr<Page> page) const;
  void set_slot(VirtAddr va, std::uint64_t entry);
  std::uint64_t exchange_slot(VirtAddr va, std::uint64_t entry);
  bool first_time(std::uint32_t warning);
  KmapCtrl& ctrl_at(VirtAddr ctrl) const { return parts_.context.ram.at<KmapCtrl>(ctrl); }

  HighmemParts parts_;
  HighmemState& state_;
  std::byte* kmap_table_ = nullptr;  // the table of the temporary slots, once it was looked up
};

}  // namespace mm32
