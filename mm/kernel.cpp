#include "mm/kernel.hpp"

#include <algorithm>

#include "mm/page_alloc/alloc_report.hpp"
#include "mm/slab/unreclaimable_slab.hpp"

namespace mm32 {
namespace {

// The real-mode area and the BIOS data: never given to the allocator. Linux reserves page 0
// because firmware and NULL pointers share it.
constexpr Bytes kFirstPage{kPageSize};
// All that lies below 1 MB is left to the firmware by the real kernel. Linux: reserve_real_mode.
constexpr Bytes kFirstMegabyte{std::uint64_t{1} << 20};

Bytes left_to_firmware(const MachineConfig& config) {
  const bool real =
      config.layout == LayoutName::kLinux61 && config.image_begin >= PhysAddr() + kFirstMegabyte;
  return real && !config.reserved.contains("DMA") ? kFirstMegabyte : kFirstPage;
}

bool vmalloc_debug(const MachineConfig& config) {
  const auto found = config.params.find("vmalloc_debug");
  return found != config.params.end() && found->second != "0";
}

// Memory for vmalloc's own structures.
class SlabObjects final : public ObjectSource {
 public:
  explicit SlabObjects(Slab& slab) : slab_(slab) {}

  Result<VirtAddr> alloc_object(Bytes size, Gfp gfp) override {
    const auto object = slab_.kmalloc(size, (gfp & ~Gfp::kHighmem) | Gfp::kZero);
    if (!object || *object == VirtAddr()) return fail(Errno::kNoMem);
    return *object;
  }
  // An object that a guest has damaged is leaked: its owner is the kernel, not the caller.
  void free_object(VirtAddr object, Bytes) override { (void)slab_.kfree(object); }

 private:
  Slab& slab_;
};

}  // namespace

Result<Pfn> BootTableSource::alloc_table() {
  if (later_) return later_->alloc_table();
  MM_TRY_ASSIGN(const PhysAddr pa, memblock_.allocate(Bytes(kPageSize)));
  const std::span<std::byte> frame = ram_.frame(pfn_of(pa));
  std::fill(frame.begin(), frame.end(), std::byte{0});
  return pfn_of(pa);
}

void BootTableSource::free_table(Pfn pfn) {
  if (later_) later_->free_table(pfn);
}

MmKernel::MmKernel(const MmContext& context, const E820Map& map, Caller& calls)
    : context_(context),
      calls_(calls),
      map_(map),
      space_(AddressSpace::compute(context.config, map.end_pfn())),
      memblock_(map_, space_.max_low_pfn, space_.max_pfn),
      table_source_(context.ram, memblock_) {}

Result<std::unique_ptr<MmKernel>> MmKernel::boot(const MmContext& context, const E820Map& map,
                                                 Caller& calls) {
  std::unique_ptr<MmKernel> kernel(new MmKernel(context, map, calls));
  MM_TRY(kernel->build_tables());
  MM_TRY(kernel->start_allocators());
  return kernel;
}

Result<void> MmKernel::build_tables() {
  const MachineConfig& config = context_.config;
  memblock_.reserve(PhysAddr(0), left_to_firmware(config));
  memblock_.reserve(config.image_begin, config.image_end - config.image_begin);
  MM_TRY_ASSIGN(const PhysAddr root, create_root(table_source_));
  tables_.emplace(context_.ram, config.paging, root, table_source_, context_.events);
  return build_kernel_map(*tables_, space_, config);
}

Result<void> MmKernel::start_allocators() {
  MM_TRY_ASSIGN(PageAllocator pages, PageAllocator::create(context_, memblock_));
  pages_.emplace(std::move(pages));
  table_source_.use_pages(*pages_);
  MM_TRY_ASSIGN(slab_, Slab::create(context_, *pages_, calls_));
  objects_ = std::make_unique<SlabObjects>(*slab_);
  slab_census_ = std::make_unique<UnreclaimableSlab>(*slab_);
  pages_->set_slab_census(slab_census_.get());
  return start_kernel_mappings();
}

Result<void> MmKernel::start_kernel_mappings() {
  const bool eager = debug_pagealloc(context_.config) || vmalloc_debug(context_.config);
  MM_TRY_ASSIGN(Vmalloc vmalloc,
                Vmalloc::create({context_, space_, *tables_, *pages_, *objects_, *this},
                                eager ? FlushPolicy::kEager : FlushPolicy::kLazy));
  vmalloc_.emplace(std::move(vmalloc));
  ioremap_.emplace(*vmalloc_);
  set_memory_.emplace(*vmalloc_, [this] {
    if (highmem_) highmem_->kmap_flush_unused();
  });
  MM_TRY_ASSIGN(Highmem highmem, Highmem::create({context_, space_, *tables_, *pages_}, *objects_));
  highmem_.emplace(std::move(highmem));
  MM_TRY_ASSIGN(Fixmap fixmap, Fixmap::create(context_, *tables_, *objects_));
  fixmap_.emplace(std::move(fixmap));
  if (debug_pagealloc(context_.config))
    debug_pagealloc_ =
        std::make_unique<DebugPagealloc>(*set_memory_, *pages_, space_, context_.events);
  return {};
}

Pages MmKernel::total_ram_pages() const { return Pages(pages_->state().totalram_pages); }

bool MmKernel::is_ram(Pfn pfn) const { return map_.overlaps_ram(phys_of(pfn), Bytes(kPageSize)); }

void MmKernel::warn_alloc(Gfp gfp, std::string_view message) {
  AllocReport(*pages_).warn_alloc(gfp, std::string(message));
}

}  // namespace mm32
