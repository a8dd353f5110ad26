// What a guest was reported for, as facts: for tools that explain it (emu/explain).
//
// Given to Reporter's listener when the report in the log is complete, in the state of that moment.
#pragma once

#include <string>
#include <variant>

#include "emu/cpu/registers.hpp"
#include "emu/oops/backtrace.hpp"
#include "mm/base/diagnostics.hpp"
#include "mm/paging/walk.hpp"

namespace mm32::emu {

/// A page fault that was reported as an oops.
struct ReportedFault {
  VirtAddr address;
  VirtAddr instruction;  // of the faulting access; of an export for its accesses
  std::uint32_t error_code;
  Walk walk;
  Registers registers;
};

/// Another exception that nothing handles.
struct ReportedException {
  unsigned vector;
  std::uint32_t error_code;
  Registers registers;
};

/// BUG(), of guest code or of the kernel behind an export.
struct ReportedBug {
  std::string file;
  unsigned line;
  std::string function;  // the kernel's behind an export; empty for guest code
  std::string said;      // the line of the log in front of the report
  Registers registers;
};

/// The kernel stack grew into its guard page.
struct ReportedStackOverflow {
  VirtAddr address;
  StackBounds stack;
  Registers registers;
};

/// panic(): the machine stops.
struct ReportedPanic {
  std::string message;
  Registers registers;
  TopFrame top;  // kCalled: the registers are its caller's; kInterrupted: they are of panic itself
};

/// Memory is used up and the OOM killer is at work.
struct ReportedShortage {};

using Misbehaviour =
    std::variant<ReportedFault, ReportedException, ReportedBug, ReportedStackOverflow,
                 ReportedPanic, ReportedShortage, SlabDamage>;

}  // namespace mm32::emu
