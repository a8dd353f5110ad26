#include "mm/highmem/fixmap.hpp"

#include <fmt/format.h>

namespace mm32 {
namespace {

constexpr const char* kFile = "mm/early_ioremap.c";

}  // namespace

Result<Fixmap> Fixmap::create(const MmContext& context, PageTables& kernel, ObjectSource& objects) {
  MM_TRY_ASSIGN(const VirtAddr at, objects.alloc_object(Bytes(sizeof(FixmapState)), Gfp::kKernel));
  return Fixmap(context, kernel, at);
}

// The table exists since boot, so no memory is needed.
void Fixmap::write(VirtAddr va, std::uint64_t entry) {
  FlushBatch batch(context_.tlb);
  MM_CHECK(kernel_.set_pte(va, entry, batch));
  batch.note(va, Pages(1));
  batch.commit();
}

Outcome<VirtAddr> Fixmap::set(FixmapIndex index, PhysAddr pa, PteFlags flags) {
  if (raw(index) >= raw(FixmapIndex::kEndOfAll))
    return bug("arch/x86/mm/pgtable.c", 693, "__native_set_fixmap");
  const VirtAddr va = fix_to_virt(index);
  const PteFlags allowed = supported(flags, kernel_.mode());
  write(va, any(flags) ? (pa.raw() & ~std::uint64_t{kPageSize - 1}) | raw(allowed) : 0);
  return va;
}

Outcome<void> Fixmap::clear(FixmapIndex index) {
  MM_TRY(set(index, PhysAddr(), PteFlags::kNone));
  return {};
}

Outcome<VirtAddr> Fixmap::to_virt(FixmapIndex index) {
  if (raw(index) >= raw(FixmapIndex::kEndOfAll))
    return bug("include/asm-generic/fixmap.h", 32, "fix_to_virt");
  return fix_to_virt(index);
}

Outcome<FixmapIndex> Fixmap::to_index(VirtAddr va) {
  const VirtAddr start(kFixaddrTop - (raw(FixmapIndex::kEndOfPermanent) << kPageShift));
  if (va.raw() >= kFixaddrTop || va < start)
    return bug("include/asm-generic/fixmap.h", 38, "virt_to_fix");
  return virt_to_fix(va);
}

Result<VirtAddr> Fixmap::early_ioremap(PhysAddr pa, Bytes size, PteFlags flags) {
  unsigned slot = 0;
  while (slot < kEarlySlots && state_.prev_map[slot] != 0) ++slot;
  if (slot == kEarlySlots) {
    context_.diagnostics.warning(
        {kFile, 111, "__early_ioremap"},
        fmt::format("__early_ioremap(0x{:08x}, {:08x}) not found slot", pa.raw(), size.raw()));
    return fail(Errno::kNoMem);
  }
  const PhysAddr last = pa + size - Bytes(1);
  if (size.raw() == 0 || last < pa) {
    context_.diagnostics.warning({kFile, 117, "__early_ioremap"}, "");
    return fail(Errno::kInval);
  }
  const PhysAddr begin(align_down(pa.raw(), kPageSize));
  const Pages pages = pages_for(last + Bytes(1) - begin);
  if (pages.raw() > kEarlySlotPages) {
    context_.diagnostics.warning({kFile, 132, "__early_ioremap"}, "");
    return fail(Errno::kInval);
  }
  const VirtAddr base = fix_to_virt(first_index(slot));
  for (std::uint32_t i = 0; i < pages.raw(); ++i)
    write(base + bytes_of(Pages(i)),
          (begin + bytes_of(Pages(i))).raw() | raw(supported(flags, kernel_.mode())));
  state_.prev_map[slot] = (base + (pa - begin)).raw();
  state_.prev_size[slot] = static_cast<std::uint32_t>(size.raw());
  return VirtAddr(state_.prev_map[slot]);
}

void Fixmap::early_iounmap(VirtAddr va, Bytes size) {
  unsigned slot = 0;
  while (slot < kEarlySlots && state_.prev_map[slot] != va.raw()) ++slot;
  if (va.raw() == 0 || slot == kEarlySlots)
    return context_.diagnostics.warning(
        {kFile, 177, "early_iounmap"},
        fmt::format("early_iounmap({:08x}, {:08x}) not found slot", va.raw(), size.raw()));
  if (state_.prev_size[slot] != size.raw())
    return context_.diagnostics.warning(
        {kFile, 182, "early_iounmap"},
        fmt::format("early_iounmap({:08x}, {:08x}) [{}] size not consistent {:08x}", va.raw(),
                    size.raw(), slot, state_.prev_size[slot]));
  const VirtAddr base = fix_to_virt(first_index(slot));
  const Pages pages = pages_for(Bytes(page_offset_of(va) + size.raw()));
  for (std::uint32_t i = 0; i < pages.raw(); ++i) write(base + bytes_of(Pages(i)), 0);
  state_.prev_map[slot] = 0;
}

}  // namespace mm32
