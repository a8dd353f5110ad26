// The call trace of a kernel stack, as Linux's frame-pointer unwinder prints it.
//
// Every word of the stack from ESP up to its top that is an address in kernel text is an entry; it
// is reliable when the chain of frame pointers says that it is a return address, else it is shown
// with a "?". Nothing on the stack is trusted: the chain must grow and stay inside the stack.
// Linux 6.1: arch/x86/kernel/dumpstack.c show_trace_log_lvl, unwind_frame.c.
#pragma once

#include <vector>

#include "emu/cpu/guest_memory.hpp"
#include "emu/cpu/registers.hpp"
#include "emu/loader/symbol_table.hpp"

namespace mm32::emu {

struct TraceEntry {
  VirtAddr address;
  bool reliable;
};

/// [bottom, top) of the stack that the trace may read.
struct StackBounds {
  VirtAddr bottom;
  VirtAddr top;
};

enum class TopFrame : std::uint8_t {
  kInterrupted,  // ESP is where the code was interrupted
  kCalled,       // ESP points to a return address: the function has no frame of its own
};

std::vector<TraceEntry> backtrace(const GuestMemory& memory, const SymbolTable& symbols,
                                  const Registers& registers, const StackBounds& stack,
                                  TopFrame top);

}  // namespace mm32::emu
