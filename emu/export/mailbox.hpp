// How an export call's arguments and result travel: through 64 bytes of guest RAM.
//
// The guest's stub stores EAX, EDX, ECX and ESP here, reaches the hooked stub page, and when the
// host has returned, a common tail loads EAX and EDX from here and returns to the caller. That is
// twice as fast as going through the register interface of the engine. The mailbox also holds the
// machine's virtual time, because a RAM image must be the whole machine (design D1).
#pragma once

#include <cstddef>
#include <cstdint>

namespace mm32::emu {

struct Mailbox {
  std::uint32_t eax, edx, ecx;
  std::uint32_t esp;  // points to the return address; stack arguments follow
  std::uint32_t result_low, result_high;
  std::uint64_t clock_ns;
  std::uint32_t reserved[8];
};
static_assert(sizeof(Mailbox) == 64);  // guest/kernel/entry.S: mm32_mailbox
static_assert(offsetof(Mailbox, result_low) == 16);

}  // namespace mm32::emu
