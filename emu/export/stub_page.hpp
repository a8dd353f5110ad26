// The machine code through which guest code reaches the host.
//
//   entry i:   mov [mailbox],eax; mov [mailbox+4],edx; mov [mailbox+8],ecx; mov [mailbox+12],esp
//              jmp stub i
//   stub i:    jmp tail                  ◄── the only hooked instructions, 8 bytes apart
//   tail:      mov eax,[mailbox+16]; mov edx,[mailbox+20]; ret
//
// Entry i is the address of export i. Stub 0 is special: the host returns to it from calls into the
// guest, so reaching it means that the called guest function has returned.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "mm/base/types.hpp"

namespace mm32::emu {

class StubPage {
 public:
  /// Where in its entry an export jumps to the host: what reports show as its EIP.
  static constexpr Bytes kTrapOffset{23};

  /// Lays the code out for `exports` exports from page-aligned `base`.
  StubPage(VirtAddr base, std::uint32_t exports, VirtAddr mailbox);

  const std::vector<std::byte>& code() const { return code_; }
  static Pages pages(std::uint32_t exports);

  VirtAddr entry(std::uint32_t index) const;
  std::uint32_t entry_bytes() const;
  VirtAddr stubs() const { return base_; }
  std::uint32_t stub_count() const { return exports_ + 1; }
  /// Where the host makes guest functions return to.
  VirtAddr return_address() const { return base_; }

 private:
  VirtAddr base_;
  std::uint32_t exports_;
  std::vector<std::byte> code_;
};

}  // namespace mm32::emu
