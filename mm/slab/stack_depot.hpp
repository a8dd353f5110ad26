// Stack traces of SLUB's user tracking, each kept once.
//
// State: pages in guest memory. The first one, SlabRoot::depot, has a hash table; records are laid
// out one after the other in further pages:
//
//   record: | next | hash | count | count return addresses |      handle = its guest address
//
// Nothing is ever freed. A handle from a damaged track is checked before it is followed.
// Linux 6.1 lib/stackdepot.c (there a handle is an index).
#pragma once

#include <span>
#include <vector>

#include "mm/slab/slab_context.hpp"

namespace mm32 {

class StackDepot {
 public:
  explicit StackDepot(const SlabContext& ctx) : ctx_(ctx) {}

  /// The handle of the trace (its first 16 addresses); 0 when it is empty or there is no memory.
  std::uint32_t save(std::span<const VirtAddr> trace);
  /// The trace of a handle; empty when it is none.
  std::vector<VirtAddr> fetch(std::uint32_t handle) const;

 private:
  struct Header;
  struct Record;

  Header* header();
  Record* record(std::uint32_t at) const;
  std::uint32_t add(Header& table, std::uint32_t bucket, std::uint32_t hash,
                    std::span<const VirtAddr> trace);

  const SlabContext& ctx_;
};

}  // namespace mm32
