// /proc/vmallocinfo: every area of the vmalloc space, in address order, then what waits for a
// purge.
//
// Linux 6.1 mm/vmalloc.c s_show, show_purge_info; shared reference */vmallocinfo.
#pragma once

#include <functional>
#include <string>

#include "mm/vmalloc/vmalloc.hpp"

namespace mm32::emu {

/// Turns a code address into symbol+0xoffset/0xsize. Linux: %pS.
using Symbolize = std::function<std::string(VirtAddr)>;

std::string vmallocinfo_report(const Vmalloc& vmalloc, const Symbolize& symbolize);

}  // namespace mm32::emu
