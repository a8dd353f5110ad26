// Builds the kernel's half of the address space at boot: the direct map of lowmem and the tables of
// the regions at the top, which exist from the start and are never freed.
//
// 4 MB pages (PAE: 2 MB) where aligned and uniform, 4 KB pages elsewhere; the first large page's
// worth is always 4 KB pages. The image's text and rodata [image_begin, image_rodata_end) are
// read-only. With NX, everything but the text is no-execute; with PAE only text and rodata are
// global, as Linux has it when page tables are isolated.
// Source: Linux 6.1 arch/x86/mm/init.c (split_mem_range), init_32.c (kernel_physical_mapping_init,
// permanent_kmaps_init, mark_rodata_ro); reference */kernel_page_tables.
#pragma once

#include "mm/layout/address_space.hpp"
#include "mm/paging/page_tables.hpp"

namespace mm32 {

/// Whether debug_pagealloc=on: freed lowmem pages leave the direct map, which has 4 KB pages only.
bool debug_pagealloc(const MachineConfig& config);

/// The top-level table of a new tree, zeroed. Errors: kNoMem.
Result<PhysAddr> create_root(TableSource& tables);

/// With PAE, gives each GB of user addresses its directory, as no entry of the top-level table may
/// change while the CPU uses it. Linux: preallocate_pmds. Errors: kNoMem.
Result<void> preallocate_user_tables(const PageTables& tables);

/// Fills the empty tree `tables`: the direct map, the level-1 tables of pkmap, fixmap (early slots
/// included) and CPU entry area, and the local APIC's fixmap page. Errors: kNoMem; the tree is then
/// unusable.
Result<void> build_kernel_map(PageTables& tables, const AddressSpace& space,
                              const MachineConfig& config);

}  // namespace mm32
