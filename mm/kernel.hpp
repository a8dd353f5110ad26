// Memory management of one machine: boots its parts in order and owns them.
//
//   e820 ─► memblock ─► direct map ─► page allocator ─► slab, vmalloc, highmem
//
// A composition root: wires and forwards, holds no algorithm. All state that the guest can see is
// in guest RAM. Source of the order: Linux 6.1 arch/x86/kernel/setup.c setup_arch, init/main.c
// mm_init.
#pragma once

#include <memory>
#include <optional>

#include "mm/boot/e820.hpp"
#include "mm/boot/memblock.hpp"
#include "mm/context.hpp"
#include "mm/highmem/fixmap.hpp"
#include "mm/highmem/highmem.hpp"
#include "mm/layout/address_space.hpp"
#include "mm/page_alloc/page_allocator.hpp"
#include "mm/paging/direct_map.hpp"
#include "mm/paging/page_tables.hpp"
#include "mm/slab/slab.hpp"
#include "mm/vmalloc/debug_pagealloc.hpp"
#include "mm/vmalloc/ioremap.hpp"
#include "mm/vmalloc/set_memory.hpp"
#include "mm/vmalloc/vmalloc.hpp"

namespace mm32 {

/// Table frames from memblock while the machine boots, from the page allocator afterwards.
class BootTableSource final : public TableSource {
 public:
  BootTableSource(const Ram& ram, Memblock& memblock) : ram_(ram), memblock_(memblock) {}
  void use_pages(PageSource& pages) { later_.emplace(ram_, pages); }

  Result<Pfn> alloc_table() override;
  void free_table(Pfn pfn) override;

 private:
  const Ram& ram_;
  Memblock& memblock_;
  std::optional<PageTableSource> later_;
};

/// What memory management asks about the guest that is calling.
class Caller : public CallSite {
 public:
  /// The call may sleep: complains when the guest is in atomic context. Linux: might_sleep().
  virtual void might_sleep(std::string_view file, unsigned line) = 0;
};

class MmKernel final : private KernelFacts {
 public:
  /// Boots memory management. `context` and all it refers to outlive the kernel. Errors: kNoMem
  /// (too little RAM for the kernel's own structures), kInval (contradicting options).
  static Result<std::unique_ptr<MmKernel>> boot(const MmContext& context, const E820Map& map,
                                                Caller& calls);

  MmKernel(const MmKernel&) = delete;
  MmKernel& operator=(const MmKernel&) = delete;

  const MmContext& context() const { return context_; }
  const E820Map& e820() const { return map_; }
  const AddressSpace& space() const { return space_; }
  /// The kernel's own page tables. Linux: swapper_pg_dir.
  PageTables& tables() { return *tables_; }
  const PageTables& tables() const { return *tables_; }
  PageAllocator& pages() { return *pages_; }
  const PageAllocator& pages() const { return *pages_; }
  Slab& slab() { return *slab_; }
  Vmalloc& vmalloc() { return *vmalloc_; }
  Ioremap& ioremap() { return *ioremap_; }
  SetMemory& set_memory() { return *set_memory_; }
  Highmem& highmem() { return *highmem_; }
  Fixmap& fixmap() { return *fixmap_; }

 private:
  MmKernel(const MmContext& context, const E820Map& map, Caller& calls);
  Result<void> build_tables();
  Result<void> start_allocators();
  Result<void> start_kernel_mappings();

  Pages total_ram_pages() const override;
  bool is_ram(Pfn pfn) const override;
  VirtAddr caller() const override { return calls_.caller(); }
  void might_sleep(std::string_view file, unsigned line) override {
    calls_.might_sleep(file, line);
  }
  void warn_alloc(Gfp gfp, std::string_view message) override;

  MmContext context_;
  Caller& calls_;
  E820Map map_;
  AddressSpace space_;
  Memblock memblock_;
  BootTableSource table_source_;
  std::optional<PageTables> tables_;
  std::optional<PageAllocator> pages_;
  std::unique_ptr<Slab> slab_;
  std::unique_ptr<ObjectSource> objects_;
  std::unique_ptr<SlabCensus> slab_census_;
  std::optional<Vmalloc> vmalloc_;
  std::optional<Ioremap> ioremap_;
  std::optional<SetMemory> set_memory_;
  std::optional<Highmem> highmem_;
  std::optional<Fixmap> fixmap_;
  std::unique_ptr<DebugPagealloc> debug_pagealloc_;
};

}  // namespace mm32
