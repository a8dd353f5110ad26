// vm_map_ram: short-lived mappings of a few pages, cut from blocks so that the area allocator and
// the TLB flush are needed once a block only.
//
// A block is 64 pages (256 KB, aligned to its size). Its pages are handed out upwards and never
// twice: `free` counts those left, `dirty` those given back; when all are, the block goes to the
// purge. State: VmapBlock in guest RAM; a block's vmap area points to it.
// Source: Linux 6.1 mm/vmalloc.c (vb_alloc, vb_free, new_vmap_block, purge_fragmented_blocks), with
// VMAP_BBMAP_BITS and VMAP_MAX_ALLOC of Debian's i386 configuration.
#include <bit>

#include "mm/vmalloc/vmalloc.hpp"

namespace mm32 {

/// Linux: struct vmap_block.
struct VmapBlock {
  std::uint32_t lock;
  GuestPtr<VmapArea> va;
  std::uint32_t free;
  std::uint32_t dirty;
  std::uint32_t dirty_min;
  std::uint32_t dirty_max;
  ListHead free_list;
  std::uint32_t rcu_head[2];
  ListHead purge;
};
static_assert(sizeof(VmapBlock) == 48);

namespace {

constexpr std::uint32_t kBlockPages = 64;
constexpr std::uint32_t kMaxSmall = 32;
constexpr Bytes kBlockBytes{std::uint64_t{kBlockPages} * kPageSize};
constexpr const char* kFile = "mm/vmalloc.c";
constexpr const char* kUnmap = "vm_unmap_ram";

// Linux: 1 << get_order(size). Nothing still takes one page.
std::uint32_t rounded(Pages count) { return std::bit_ceil(std::max(count.raw(), 1u)); }

}  // namespace

Result<VmapBlock*> Vmalloc::new_block() {
  MM_TRY_ASSIGN(const VirtAddr object,
                parts_.objects.alloc_object(Bytes(sizeof(VmapBlock)), Gfp::kKernel));
  auto area = alloc_range(kBlockBytes, kBlockBytes, parts_.space.vmalloc_start,
                          parts_.space.vmalloc_end, Gfp::kKernel);
  if (!area) {
    parts_.objects.free_object(object, Bytes(sizeof(VmapBlock)));
    return fail(area.error());
  }
  VmapBlock& block = parts_.context.ram.at<VmapBlock>(object);
  block.va = guest_ptr(**area);
  block.free = kBlockPages;
  block.dirty_min = kBlockPages;
  (*area)->vm = object.raw() + 1;
  list_push_back(parts_.context.ram, areas_.state().free_blocks, block.free_list);
  return &block;
}

Result<VirtAddr> Vmalloc::block_alloc(Pages count) {
  const std::uint32_t wanted = rounded(count);
  const Ram& ram = parts_.context.ram;
  ListHead& blocks = areas_.state().free_blocks;
  VmapBlock* block = nullptr;
  // A damaged list could be a circle: no more blocks than the area holds.
  std::uint32_t left = 1u << 14;
  for (auto node = blocks.next; node != guest_ptr(blocks) && left != 0; --left) {
    VmapBlock& here = list_entry<VmapBlock>(ram, node, offsetof(VmapBlock, free_list));
    if (here.free >= wanted && here.free <= kBlockPages) {
      block = &here;
      break;
    }
    node = here.free_list.next;
  }
  if (block == nullptr) {
    MM_TRY_ASSIGN(block, new_block());
  }
  const VirtAddr va(ram.at(block->va).va_start + (kBlockPages - block->free) * kPageSize);
  block->free -= wanted;
  if (block->free == 0) MM_CHECK(list_remove(ram, block->free_list));
  return va;
}

void Vmalloc::free_block(VmapBlock& block) {
  const Ram& ram = parts_.context.ram;
  if (block.free != 0) MM_CHECK(list_remove(ram, block.free_list));
  VmapArea& area = ram.at(block.va);
  area.vm = 0;
  retire(area);
  parts_.objects.free_object(guest_ptr(block).va(), Bytes(sizeof(VmapBlock)));
}

Outcome<void> Vmalloc::block_free(VirtAddr addr, Pages count) {
  const VmapArea* const area = areas_.find(addr);
  if (area == nullptr || !area->block())  // the kernel locks a block that it did not find
    return stop(Oops{.kind = Oops::Kind::kPageFault, .function = "_raw_spin_lock+0x1b/0x40"});
  VmapBlock& block = parts_.context.ram.at(area->block());
  unmap_range(addr, count);
  block.dirty += rounded(count);
  if (block.dirty < kBlockPages) return {};
  if (block.free != 0) return bug(kFile, 2083, "vb_free");
  free_block(block);
  return {};
}

// Gives up blocks of which everything handed out has come back: their rest would never be used.
void Vmalloc::purge_fragmented_blocks() {
  const Ram& ram = parts_.context.ram;
  ListHead& blocks = areas_.state().free_blocks;
  std::uint32_t left = 1u << 14;
  for (auto node = blocks.next; node != guest_ptr(blocks) && left != 0; --left) {
    VmapBlock& block = list_entry<VmapBlock>(ram, node, offsetof(VmapBlock, free_list));
    node = block.free_list.next;
    if (block.dirty != 0 && block.free + block.dirty == kBlockPages) free_block(block);
  }
}

Result<VirtAddr> Vmalloc::vm_map_ram(VirtAddr pages, Pages count) {
  VirtAddr va;
  if (count.raw() <= kMaxSmall) {
    MM_TRY_ASSIGN(va, block_alloc(count));
  } else {
    if (count > parts_.facts.total_ram_pages()) return fail(Errno::kNoMem);
    MM_TRY_ASSIGN(const VmapArea* const area,
                  alloc_range(bytes_of(count), Bytes(kPageSize), parts_.space.vmalloc_start,
                              parts_.space.vmalloc_end, Gfp::kKernel));
    va = VirtAddr(area->va_start);
  }
  if (const auto mapped = map_pages(va, pages, count, page_kernel_prot()); !mapped) {
    MM_CHECK(vm_unmap_ram(va, count));
    return fail(mapped.error());
  }
  parts_.context.events.emit(event::VmMapRam{va, bytes_of(count)});
  return va;
}

Outcome<void> Vmalloc::vm_unmap_ram(VirtAddr addr, Pages count) {
  if (addr.raw() == 0) return bug(kFile, 2224, kUnmap);
  if (addr < parts_.space.vmalloc_start) return bug(kFile, 2225, kUnmap);
  if (addr > parts_.space.vmalloc_end) return bug(kFile, 2226, kUnmap);
  if (page_offset_of(addr) != 0) return bug(kFile, 2227, kUnmap);
  if (count.raw() <= kMaxSmall) {
    MM_TRY(block_free(addr, count));
  } else {
    VmapArea* const area = areas_.find(addr);
    if (area == nullptr) return bug(kFile, 2238, kUnmap);
    free_unmap(*area);
  }
  parts_.context.events.emit(event::VmUnmapRam{addr, bytes_of(count)});
  return {};
}

}  // namespace mm32
