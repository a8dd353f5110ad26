// What every part of memory management is given: the guest's RAM, the machine's options and the
// three ways to the outside. References only; all of them outlive the parts.
#pragma once

#include "mm/base/diagnostics.hpp"
#include "mm/base/events.hpp"
#include "mm/base/ram.hpp"
#include "mm/base/tlb.hpp"
#include "mm/config.hpp"

namespace mm32 {

struct MmContext {
  const Ram& ram;
  const MachineConfig& config;
  EventStream& events;
  Diagnostics& diagnostics;
  Tlb& tlb;
};

}  // namespace mm32
