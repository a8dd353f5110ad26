// An event of memory management in one line, as a trace shows it:
//   "kmem:kmalloc: call_site=… ptr=… bytes_req=100 bytes_alloc=128 gfp_flags=GFP_KERNEL"
#pragma once

#include <string>

#include "emu/machine/machine.hpp"
#include "mm/base/events.hpp"

namespace mm32::emu {

std::string event_text(Machine& machine, const Event& event);

}  // namespace mm32::emu
