// The physical memory map that the firmware of a PC hands over: which addresses are RAM.
//
// A PC has RAM at 0-640K (the last KB is the firmware's), a hole with video memory and ROMs up to
// 1M, RAM from 1M to the top of low RAM, devices below 4 GiB and, where RAM does not fit below
// them, more RAM from 4 GiB on. Page 0 counts as reserved, as Linux does it.
//
// E1  entries are sorted, disjoint and not empty.
// Layout linux-6.1 is the machine of the reference (QEMU's "pc"): the firmware keeps the topmost
// 128 KB of low RAM, and RAM of 3.5 GiB and more is split at 3 GiB. Layout classic keeps nothing
// back. Without PAE what lies above 4 GiB does not exist; classic then lets RAM reach up to the
// interrupt controllers. Linux: arch/x86/kernel/e820.c.
#pragma once

#include <cstdint>
#include <vector>

#include "mm/base/types.hpp"
#include "mm/config.hpp"

namespace mm32 {

enum class E820Type : std::uint8_t { kRam, kReserved };

struct E820Entry {
  PhysAddr begin;
  Bytes size;
  E820Type type;
  PhysAddr end() const { return begin + size; }
};

class E820Map {
 public:
  /// The map of the machine that `config` describes.
  static E820Map of(const MachineConfig& config);

  const std::vector<E820Entry>& entries() const { return entries_; }
  /// The first frame after the last RAM. Linux: max_pfn.
  Pfn end_pfn() const;
  /// Where RAM below 4 GiB ends, what the firmware keeps included: devices begin here.
  PhysAddr low_ram_top() const { return low_ram_top_; }
  /// Bytes of physical address space that hold all RAM: the size to give Ram::create.
  Bytes span() const;
  /// Whether any byte of [begin, begin + size) is RAM.
  bool overlaps_ram(PhysAddr begin, Bytes size) const;

 private:
  void add(std::uint64_t begin, std::uint64_t end, E820Type type);

  std::vector<E820Entry> entries_;
  PhysAddr low_ram_top_{};
};

}  // namespace mm32
