// The page-table dump, in the form of the kernel's /sys/kernel/debug/page_tables/kernel.
//
// Neighbouring entries with the same flags and level are one line; headings mark the regions.
// Source: Linux 6.1 arch/x86/mm/dump_pagetables.c (note_page, printk_prot), shared reference
// */kernel_page_tables.
#pragma once

#include <string>

#include "mm/layout/address_space.hpp"
#include "mm/paging/visit.hpp"

namespace mm32::emu {

/// The whole address space below state.cr3, one line a range, each ending in a newline.
std::string page_tables_report(const Ram& ram, const PagingState& state, const AddressSpace& space);

}  // namespace mm32::emu
