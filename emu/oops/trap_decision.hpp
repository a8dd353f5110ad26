// What happens after an exception in guest code: resume, or report and kill.
//
// Called by the guest's exception handler with the registers it saved. A WARN of a module (ud2 with
// an entry in its bug table) prints its report and resumes; a BUG and everything unhandled prints
// an Oops and kills the task. Linux 6.1: arch/x86/mm/fault.c, arch/x86/kernel/traps.c, lib/bug.c.
#pragma once

#include "emu/export/context.hpp"

namespace mm32::emu {

/// Values of enum trap_action in guest/kernel/host.h.
inline constexpr std::uint32_t kTrapResume = 0;
inline constexpr std::uint32_t kTrapKill = 1;

/// `regs` points to the guest's struct pt_regs. May change the saved EIP when it resumes.
Outcome<std::uint32_t> decide_trap(KernelContext& k, VirtAddr regs, std::uint32_t vector,
                                   VirtAddr address);

}  // namespace mm32::emu
