// Static calls in modules: each goes through a trampoline, a jump, which is rewritten when the
// function changes. Linux 6.1: arch/x86/kernel/static_call.c.
#pragma once

#include "emu/export/context.hpp"

namespace mm32::emu {

/// Makes a trampoline in the text of a module jump to `function`, or return when that is 0. An
/// address that is in no module's text is left alone.
void transform_trampoline(KernelContext& kernel, VirtAddr trampoline, VirtAddr function);

}  // namespace mm32::emu
