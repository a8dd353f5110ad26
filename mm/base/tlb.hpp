// What page-table editing asks of the CPU: to forget translations.
//
// Removing, downgrading or changing an entry needs a flush before the old frame may be reused;
// making an absent entry present or a read-only one writable does not (Intel SDM vol. 3 §4.10).
#pragma once

#include "mm/base/types.hpp"

namespace mm32 {

class Tlb {
 public:
  virtual ~Tlb() = default;
  /// Forgets the translations of `pages` pages from `begin` (page-aligned).
  virtual void flush_range(VirtAddr begin, Pages pages) = 0;
  /// Forgets all translations, global ones too.
  virtual void flush_all() = 0;
};

}  // namespace mm32
