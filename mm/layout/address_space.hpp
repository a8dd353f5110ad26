// Where everything lies between PAGE_OFFSET and 4 GB: computed once at boot from the machine's
// options and the end of its RAM, constant afterwards.
//
//   PAGE_OFFSET  lowmem  high_memory  (8 MB gap)  vmalloc  (8 KB)  pkmap  [LDT, CPU entry]  fixmap
//
// A1  PAGE_OFFSET < high_memory <= vmalloc_start < vmalloc_end < pkmap_base < fixaddr_start.
// A2  high_memory == PAGE_OFFSET + max_low_pfn pages; frames from max_low_pfn to max_pfn are
//     highmem.
//
// Source: Linux 6.1 arch/x86/mm/init_32.c (find_low_pfn_range, parse_vmalloc, parse_highmem),
// asm/pgtable_32_areas.h. Layout `classic` differs where DESIGN §3 says so: 896 MB of lowmem to the
// byte, VMALLOC_START aligned down to 8 MB, no LDT remap and no CPU entry area. Deviation: a
// vmalloc= that leaves less than 32 MB of lowmem is cut there (Linux would not boot).
#pragma once

#include <string>
#include <vector>

#include "mm/base/types.hpp"
#include "mm/config.hpp"
#include "mm/layout/fixmap_index.hpp"

namespace mm32 {

struct AddressSpace {
  LayoutName layout = LayoutName::kClassic;
  PagingMode paging = PagingMode::kTwoLevel;

  VirtAddr page_offset{kPageOffset};
  VirtAddr high_memory{};  // first address after the direct map
  VirtAddr vmalloc_start{};
  VirtAddr vmalloc_end{};
  VirtAddr modules_vaddr{};  // i386: modules live in the vmalloc area
  VirtAddr modules_end{};
  VirtAddr pkmap_base{};
  unsigned last_pkmap = 0;  // number of pkmap slots
  VirtAddr ldt_base{};      // linux-6.1 only; ldt_pages is 0 in classic
  Pages ldt_pages{};
  VirtAddr cpu_entry_area_base{};  // linux-6.1 only; cpu_entry_area_pages is 0 in classic
  Pages cpu_entry_area_pages{};
  VirtAddr fixaddr_tot_start{};  // with the early ioremap slots
  VirtAddr fixaddr_start{};
  VirtAddr fixaddr_top{kFixaddrTop};
  VirtAddr fix_kmap_begin_va{};  // page of slot FIX_KMAP_BEGIN, the highest kmap slot
  VirtAddr fix_kmap_end_va{};

  Pfn max_low_pfn{};  // first frame outside the direct map
  Pfn max_pfn{};      // first frame that is not used at all
  /// What Linux says at boot about vmalloc= and highmem=, one line each.
  std::vector<std::string> notices{};

  /// `end_of_ram_pfn` is the first frame after the last RAM of the e820 map.
  static AddressSpace compute(const MachineConfig& config, Pfn end_of_ram_pfn);

  bool in_vmalloc(VirtAddr va) const { return va >= vmalloc_start && va < vmalloc_end; }
  bool in_lowmem(VirtAddr va) const { return va >= page_offset && va < high_memory; }
  bool in_pkmap(VirtAddr va) const {
    return va >= pkmap_base && va - pkmap_base < bytes_of(Pages(last_pkmap));
  }
  bool in_fixmap(VirtAddr va) const { return va >= fixaddr_start; }
};

}  // namespace mm32
