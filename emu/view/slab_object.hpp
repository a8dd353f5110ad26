// The object of a slab that a lowmem address lies in.
//
// Read from guest memory only: PG_slab and the words of struct page, struct kmem_cache, and the
// free lists of the slab. Damaged structures give no answer or a wrong one, never a crash: a free
// list is followed for as many links as the slab has objects.
#pragma once

#include <optional>
#include <string>

#include "mm/slab/slab.hpp"

namespace mm32::emu {

struct SlabObject {
  enum class State : std::uint8_t {
    kAllocated,
    kFree,
    kOutside,  // behind the last object, or in the red zone before the first one
  };
  std::string cache;
  VirtAddr cache_address{};
  VirtAddr slab{};  // the first byte of the slab
  Order order{};
  std::uint32_t objects = 0;
  std::uint32_t object_bytes = 0;  // without metadata
  std::uint32_t stride = 0;        // from one object to the next
  // Of the object around the address, unless it is outside:
  std::uint32_t index = 0;
  VirtAddr begin{};
  std::uint32_t offset = 0;  // of the address in it; from object_bytes on it is metadata or padding
  State state = State::kOutside;
};

/// Nothing when `address` is not in a slab.
std::optional<SlabObject> slab_object_at(const Slab& slab, VirtAddr address);

}  // namespace mm32::emu
