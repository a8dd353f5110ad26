#include "emu/machine/static_call.hpp"

#include <algorithm>
#include <array>
#include <cstring>

#include "emu/machine/modules.hpp"
#include "mm/kernel.hpp"

namespace mm32::emu {
namespace {

using Code = std::array<std::uint8_t, 5>;

Code jump_to(VirtAddr from, VirtAddr function) {
  constexpr std::uint8_t kNearJump = 0xe9;
  constexpr std::uint8_t kReturn = 0xc3;
  constexpr std::uint8_t kTrap = 0xcc;
  if (function == VirtAddr()) return {kReturn, kTrap, kTrap, kTrap, kTrap};
  Code code{kNearJump};
  const std::uint32_t distance = function.raw() - (from.raw() + std::uint32_t{code.size()});
  std::memcpy(&code[1], &distance, sizeof distance);
  return code;
}

bool in_text(const Module& module, VirtAddr at, std::uint32_t bytes) {
  const std::uint32_t text = module.plan.core.parts[0].size;
  const std::uint32_t offset = at.raw() - module.bases.core.raw();
  return offset < text && text - offset >= bytes;
}

}  // namespace

void transform_trampoline(KernelContext& kernel, VirtAddr trampoline, VirtAddr function) {
  const Code code = jump_to(trampoline, function);
  const auto has_it = [&](const auto& m) { return in_text(*m, trampoline, code.size()); };
  if (std::ranges::none_of(kernel.modules().all(), has_it)) return;
  for (std::uint32_t i = 0; i < code.size(); ++i) {
    const auto pa = kernel.mm().tables().translate(trampoline + Bytes(i));
    if (!pa) return;
    if (std::byte* host = kernel.cpu().ram().host(*pa, Bytes(1))) *host = std::byte{code[i]};
  }
  kernel.cpu().mmu().forget_code(page_floor(trampoline), Pages(2));
}

}  // namespace mm32::emu
