// The kernel's files about page frames, in their exact format: /proc/zoneinfo, buddyinfo,
// pagetypeinfo, vmstat.
//
// Each function reads the zones in guest RAM and changes nothing. Linux 6.1 mm/vmstat.c.
#pragma once

#include <string>

#include "mm/page_alloc/page_allocator.hpp"

namespace mm32 {

std::string zoneinfo_report(const PageAllocator& pages);
std::string buddyinfo_report(const PageAllocator& pages);
std::string pagetypeinfo_report(const PageAllocator& pages);
std::string vmstat_report(const PageAllocator& pages);

}  // namespace mm32
