// A device on the memory bus: what answers when the CPU reads or writes certain physical addresses.
//
// A device occupies one range; a machine has any number, in disjoint ranges outside RAM. Its
// registers are not guest RAM: nothing of them is seen by walking memory, each access is a call.
// D1  read and write answer at once, touch neither guest memory nor the CPU, and never throw.
// Accesses are 1, 2 or 4 bytes at a multiple of their size; the engine splits all others.
#pragma once

#include <cstdint>

#include "mm/base/types.hpp"

namespace mm32::emu {

class Device {
 public:
  virtual ~Device() = default;
  virtual PhysAddr base() const = 0;
  virtual Bytes size() const = 0;  // whole pages
  virtual std::uint32_t read(std::uint32_t offset, unsigned bytes) = 0;
  virtual void write(std::uint32_t offset, unsigned bytes, std::uint32_t value) = 0;
};

}  // namespace mm32::emu
