// Uses memory management alone: the guest's RAM, without a machine around it.
#include <cstdio>

#include "mm/base/ram.hpp"

int main() {
  using namespace mm32::literals;
  const mm32::Ram ram = mm32::Ram::create(16_MiB).value();
  auto& word = ram.at<std::uint32_t>(mm32::VirtAddr(0xC0001000));
  word = 42;
  const bool seen = *reinterpret_cast<const std::uint32_t*>(
                        ram.host(mm32::PhysAddr(0x1000), mm32::Bytes(4))) == 42;
  std::puts(seen ? "mm32::mm works" : "mm32::mm is broken");
  return seen ? 0 : 1;
}
