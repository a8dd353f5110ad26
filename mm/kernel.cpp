#include "mm/kernel.hpp"

#include <algorithm>

namespace mm32 {
namespace {

// The real-mode area and the BIOS data: never given to the allocator. Linux reserves page 0
// because firmware and NULL pointers share it.
constexpr Bytes kFirstPage{kPageSize};

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

MmKernel::MmKernel(const MmContext& context, const E820Map& map)
    : context_(context),
      map_(map),
      space_(AddressSpace::compute(context.config, map.end_pfn())),
      memblock_(map_, space_.max_low_pfn),
      table_source_(context.ram, memblock_) {}

Result<std::unique_ptr<MmKernel>> MmKernel::boot(const MmContext& context, const E820Map& map) {
  std::unique_ptr<MmKernel> kernel(new MmKernel(context, map));
  MM_TRY(kernel->build_tables());
  MM_TRY(kernel->start_allocators());
  return kernel;
}

Result<void> MmKernel::build_tables() {
  const MachineConfig& config = context_.config;
  memblock_.reserve(PhysAddr(0), kFirstPage);
  memblock_.reserve(config.image_begin, config.image_end - config.image_begin);
  MM_TRY_ASSIGN(const PhysAddr root, create_root(table_source_));
  tables_.emplace(context_.ram, config.paging, root, table_source_, context_.events);
  return build_kernel_map(*tables_, space_, config);
}

Result<void> MmKernel::start_allocators() {
  MM_TRY_ASSIGN(PageAllocator pages, PageAllocator::create(context_, memblock_));
  pages_.emplace(std::move(pages));
  table_source_.use_pages(*pages_);
  return {};
}

}  // namespace mm32
