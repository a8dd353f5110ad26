// The array of object addresses that a guest passes to the bulk calls. It lies anywhere in the
// guest's memory, so that reading or writing an entry may fault.
#pragma once

#include <cstdint>

#include "mm/base/result.hpp"

namespace mm32 {

class ObjectArray {
 public:
  virtual ~ObjectArray() = default;
  virtual std::uint32_t size() const = 0;
  virtual Outcome<VirtAddr> get(std::uint32_t index) = 0;
  virtual Outcome<void> set(std::uint32_t index, VirtAddr object) = 0;
};

}  // namespace mm32
