// What occupies the physical and the I/O address space of the PC at boot: RAM, the kernel image,
// firmware, the devices of the board and those that the user adds.
//
// The guest asks for these once (guest/kernel/resource.c) and keeps them in its resource trees;
// from then on the trees are the truth. A range that lies in another becomes its child, of two
// equal ones the one that comes first; one that overlaps another in part is left out.
// Linux: arch/x86/kernel/e820.c (e820__reserve_resources), setup.c (standard_io_resources), and
// what the drivers of a PC claim. Compared with the real machine's /proc/iomem and /proc/ioports.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "mm/boot/e820.hpp"

namespace mm32::emu {

/// Linux: IORESOURCE_*, IORES_DESC_*.
namespace resource_flag {
inline constexpr std::uint32_t kIo = 0x100;
inline constexpr std::uint32_t kMemory = 0x200;
inline constexpr std::uint32_t kWindow = 0x00200000;
inline constexpr std::uint32_t kSystemRam = 0x01000000;
inline constexpr std::uint32_t kBusy = 0x80000000;
}  // namespace resource_flag

struct BootResource {
  std::uint64_t begin;
  std::uint64_t end;  // exclusive
  std::string name;
  std::uint32_t flags;
  std::uint32_t description = 0;
};

std::vector<BootResource> boot_iomem(const E820Map& map, const MachineConfig& config);
std::vector<BootResource> boot_ioports();

/// One range of a tree: the numbers of the range around it and of the one before it there.
struct PlacedResource {
  BootResource range;
  std::optional<std::size_t> parent{};
  std::optional<std::size_t> sibling{};
};

/// The ranges as a tree, each behind the one around it.
std::vector<PlacedResource> resource_tree(std::vector<BootResource> ranges);

}  // namespace mm32::emu
