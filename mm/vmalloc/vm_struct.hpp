// struct vm_struct: what a busy range of the vmalloc area is used for.
//
// 32 bytes in guest lowmem; 36 with PAE, where phys_addr has 64 bits and pushes `caller` down
// (shared reference: sizeof and offsetof(vm_struct, …)).
#pragma once

#include <cstddef>

#include "mm/abi/page.hpp"
#include "mm/config.hpp"

namespace mm32 {

/// Linux: VM_* of include/linux/vmalloc.h.
namespace vm_flag {
inline constexpr std::uint32_t kIoremap = 0x1;
inline constexpr std::uint32_t kAlloc = 0x2;
inline constexpr std::uint32_t kMap = 0x4;
inline constexpr std::uint32_t kUserMap = 0x8;
inline constexpr std::uint32_t kDmaCoherent = 0x10;
inline constexpr std::uint32_t kUninitialized = 0x20;
inline constexpr std::uint32_t kNoGuard = 0x40;
inline constexpr std::uint32_t kFlushResetPerms = 0x100;
inline constexpr std::uint32_t kMapPutPages = 0x200;
}  // namespace vm_flag

struct VmStruct {
  GuestPtr<VmStruct> next;
  std::uint32_t addr;
  std::uint32_t size;  // with the guard page
  std::uint32_t flags;
  std::uint32_t pages;  // GuestPtr<Page>[nr_pages], in lowmem or vmalloc memory
  std::uint32_t nr_pages;
  std::uint32_t phys_addr_low;
  std::uint32_t word7;  // caller; with PAE the high half of phys_addr
  // With PAE one more word follows: caller.

  /// Bytes of the structure in the given mode.
  static constexpr Bytes bytes(PagingMode mode) {
    return Bytes(mode == PagingMode::kPae ? 36 : 32);
  }
  PhysAddr phys_addr(PagingMode mode) const {
    const std::uint64_t high = mode == PagingMode::kPae ? word7 : 0;
    return PhysAddr(high << 32 | phys_addr_low);
  }
  void set_phys_addr(PagingMode mode, PhysAddr pa) {
    phys_addr_low = static_cast<std::uint32_t>(pa.raw());
    if (mode == PagingMode::kPae) word7 = static_cast<std::uint32_t>(pa.raw() >> 32);
  }
  VirtAddr caller(PagingMode mode) const {
    return VirtAddr(mode == PagingMode::kPae ? (&word7)[1] : word7);
  }
  void set_caller(PagingMode mode, VirtAddr va) {
    (mode == PagingMode::kPae ? (&word7)[1] : word7) = va.raw();
  }
  /// Usable bytes, without the guard page. Linux: get_vm_area_size.
  Bytes usable() const { return Bytes((flags & vm_flag::kNoGuard) != 0 ? size : size - kPageSize); }
};
static_assert(sizeof(VmStruct) == 32);  // consts: sizeof(struct vm_struct)
static_assert(offsetof(VmStruct, addr) == 4);
static_assert(offsetof(VmStruct, size) == 8);
static_assert(offsetof(VmStruct, flags) == 12);
static_assert(offsetof(VmStruct, pages) == 16);
static_assert(offsetof(VmStruct, nr_pages) == 20);
static_assert(offsetof(VmStruct, phys_addr_low) == 24);
static_assert(offsetof(VmStruct, word7) == 28);

}  // namespace mm32
