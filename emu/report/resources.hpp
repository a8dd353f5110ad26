// /proc/iomem and /proc/ioports, in their exact format: who claims which addresses.
//
// Read from the guest's resource trees, which a guest may have damaged: a link that leads out of
// RAM or a tree without end stops the report. Linux 6.1 kernel/resource.c (r_show).
#pragma once

#include <string>

#include "mm/base/ram.hpp"
#include "mm/config.hpp"

namespace mm32::emu {

/// The tree below the struct resource at `root`, its children by address.
std::string resource_report(const Ram& ram, PagingMode mode, VirtAddr root);

}  // namespace mm32::emu
