#include "mm/paging/direct_map.hpp"

namespace mm32 {
namespace {

constexpr PhysAddr kLocalApic{0xFEE00000};
constexpr PhysAddr kIoApic{0xFEC00000};
constexpr PhysAddr kLinux61ImageEnd{0x1EE6000};  // reference 686-*/iomem: end of "Kernel bss"

// Where the image ends. Layout linux-6.1 has the page sizes of the kernel that it stands for, whose
// image is larger than ours.
PhysAddr image_end(const MachineConfig& config) {
  const bool real = config.layout == LayoutName::kLinux61 &&
                    config.image_begin.raw() >= 16u << 20 && config.image_end > config.image_begin;
  return real && config.image_end < kLinux61ImageEnd ? kLinux61ImageEnd : config.image_end;
}

// The flags of the direct map as a function of the physical address.
class DirectMapFlags {
 public:
  DirectMapFlags(const MachineConfig& config) : mode_(config.paging), config_(config) {}

  PteFlags at(PhysAddr pa) const {
    if (pa < config_.image_begin || pa >= config_.image_rodata_end) return page_kernel(mode_);
    const bool text = config_.image_text_end <= config_.image_begin || pa < config_.image_text_end;
    // Text and rodata stay global in PAE too.
    if (text) return page_kernel_rox(mode_) | PteFlags::kGlobal;
    return page_kernel_ro(mode_) | PteFlags::kGlobal;
  }

  /// Whether one large page can map [pa, pa + size): the same flags everywhere, and not the end of
  /// the image, whose last pages hold the read-only interrupt descriptor table.
  bool uniform(PhysAddr pa, Bytes size) const {
    const PhysAddr end = pa + size;
    const auto inside = [&](PhysAddr edge) { return edge > pa && edge < end; };
    if (config_.image_end > config_.image_begin && inside(image_end(config_))) return false;
    for (const PhysAddr edge :
         {config_.image_begin, config_.image_text_end, config_.image_rodata_end})
      if (inside(edge) && at(edge) != at(edge - Bytes(kPageSize))) return false;
    return true;
  }

 private:
  PagingMode mode_;
  const MachineConfig& config_;
};

Result<void> map_small(PageTables& tables, const DirectMapFlags& flags, PhysAddr begin,
                       PhysAddr end) {
  for (PhysAddr pa = begin; pa < end; pa += Bytes(kPageSize))
    MM_TRY(tables.map(direct_map_va(pa), pa, Pages(1), flags.at(pa)));
  return {};
}

// Takes the user bit off the entry that links the table of `va`: the tables that Linux makes before
// its page tables proper, or when it splits a large page, have none.
void make_supervisor(const PageTables& tables, VirtAddr va) {
  const PagingState state = tables.state();
  const Walk w = walk(tables.ram(), state, va, Access::kRead, Ring::kSupervisor);
  for (unsigned i = 0; i < w.step_count; ++i) {
    const WalkStep& step = w.steps[i];
    if (step.level != 2) continue;
    const std::uint64_t entry = step.entry & ~raw(PteFlags::kUser);
    if (state.mode == PagingMode::kPae)
      write_entry<Pae>(tables.ram(), step.entry_pa, entry);
    else
      write_entry<TwoLevel>(tables.ram(), step.entry_pa, entry);
  }
}

Result<void> map_lowmem(PageTables& tables, const AddressSpace& space,
                        const MachineConfig& config) {
  const DirectMapFlags flags(config);
  const Bytes large = page_size_at(space.paging, 2);
  const PhysAddr end = phys_of(space.max_low_pfn);
  const bool only_small = debug_pagealloc(config);
  for (PhysAddr pa; pa < end; pa += large) {
    const PhysAddr next = pa + large;
    // The first megabytes stay small: fixed-range memory types must not mix in a large page.
    if (pa.raw() != 0 && next <= end && flags.uniform(pa, large) && !only_small)
      MM_TRY(tables.map_large(direct_map_va(pa), pa, flags.at(pa)));
    else
      MM_TRY(map_small(tables, flags, pa, next <= end ? next : end));
    if (next <= end) make_supervisor(tables, direct_map_va(pa));
  }
  return {};
}

// FIX_APIC_BASE and the first IO-APIC slot: the permanent device pages of the PC.
Result<void> map_apics(PageTables& tables) {
  const PteFlags flags = supported(PteFlags::kKernelNoCache | PteFlags::kNx, tables.mode());
  MM_TRY(tables.map(fix_to_virt(FixmapIndex::kIoApicBase0), kIoApic, Pages(1), flags));
  return tables.map(fix_to_virt(FixmapIndex::kApicBase), kLocalApic, Pages(1), flags);
}

Pages pages_between(VirtAddr begin, VirtAddr end) {
  return Pages(static_cast<std::uint32_t>((end - begin).raw() >> kPageShift));
}

}  // namespace

bool debug_pagealloc(const MachineConfig& config) {
  const auto found = config.params.find("debug_pagealloc");
  return found != config.params.end() && (found->second == "on" || found->second == "1");
}

Result<PhysAddr> create_root(TableSource& tables) {
  MM_TRY_ASSIGN(const Pfn root, tables.alloc_table());
  return phys_of(root);
}

Result<void> preallocate_user_tables(const PageTables& tables) {
  if (tables.mode() != PagingMode::kPae) return {};
  constexpr unsigned kTopLevel = Pae::kLevels;
  for (unsigned i = 0; i < kPageOffset >> Pae::shift(kTopLevel); ++i) {
    MM_TRY_ASSIGN(const Pfn table, tables.tables().alloc_table());
    write_entry<Pae>(tables.ram(), Pae::root(tables.root()) + Bytes(i * sizeof(Pae::Entry)),
                     phys_of(table).raw() | raw(Pae::table_flags(kTopLevel)));
  }
  return {};
}

Result<void> build_kernel_map(PageTables& tables, const AddressSpace& space,
                              const MachineConfig& config) {
  MM_TRY(map_lowmem(tables, space, config));
  MM_TRY(tables.allocate_tables(space.pkmap_base, Pages(space.last_pkmap)));
  if (space.cpu_entry_area_pages.raw() != 0)
    MM_TRY(
        tables.allocate_tables(space.cpu_entry_area_base,
                               pages_between(space.cpu_entry_area_base, space.fixaddr_tot_start)));
  MM_TRY(tables.allocate_tables(space.fixaddr_tot_start,
                                pages_between(space.fixaddr_tot_start, space.fixaddr_top)));
  MM_TRY(map_apics(tables));
  if (config.paging == PagingMode::kTwoLevel)
    make_supervisor(tables, fix_to_virt(FixmapIndex::kApicBase));
  return {};
}

}  // namespace mm32
