#include "mm/vmalloc/vmalloc.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <tuple>

namespace mm32 {
namespace {

constexpr const char* kFile = "mm/vmalloc.c";
constexpr WarnSite kZeroSize{"mm/vmalloc.c", 3170, "__vmalloc_node_range+0x442/0x550"};
constexpr WarnSite kNullPage{"mm/vmalloc.c", 488, "vmap_small_pages_range_noflush+0x160/0x1a0"};
constexpr WarnSite kInvalidPage{"mm/vmalloc.c", 490, "vmap_small_pages_range_noflush+0x16d/0x1a0"};
constexpr Gfp kReclaimMask = Gfp::kReclaim | Gfp::kHigh | Gfp::kIo | Gfp::kFs | Gfp::kNoWarn |
                             Gfp::kRetryMayfail | Gfp::kNoFail | Gfp::kNoRetry | Gfp::kMemalloc |
                             Gfp::kNoMemalloc | Gfp::kAtomicFlag;

// The CPU must not speculate along entries that are not present: with PAE, where all address bits
// are there, their frame number is kept inverted. Linux: asm/pgtable-invert.h.
constexpr std::uint64_t invert_frame(std::uint64_t entry) {
  const bool inverted = entry != 0 && !has(entry, PteFlags::kPresent);
  return inverted ? entry ^ Pae::kAddressMask : entry;
}

constexpr Pages whole_pages(Bytes size) { return pages_for(size); }

}  // namespace

Result<Vmalloc> Vmalloc::create(const VmallocParts& parts, FlushPolicy policy) {
  MM_TRY_ASSIGN(const VirtAddr state,
                parts.objects.alloc_object(Bytes(sizeof(VmapState)), Gfp::kKernel));
  Vmalloc made(parts, policy, state);
  MM_TRY(made.areas_.initialise());
  return made;
}

Vmalloc::Vmalloc(const VmallocParts& parts, FlushPolicy policy, VirtAddr state)
    : parts_(parts),
      policy_(policy),
      areas_(parts.context.ram, parts.objects, parts.context.ram.at<VmapState>(state)) {}

// Whether a once-only warning is due now.
bool Vmalloc::first_time(std::uint32_t warning) {
  std::uint32_t& warned = areas_.state().warned;
  const bool first = (warned & warning) == 0;
  warned |= warning;
  return first;
}

Result<VmapArea*> Vmalloc::alloc_range(Bytes size, Bytes align, VirtAddr begin, VirtAddr end,
                                       Gfp gfp) {
  const auto bytes = static_cast<std::uint32_t>(size.raw());
  const auto alignment = static_cast<std::uint32_t>(align.raw());
  auto area = areas_.alloc(bytes, alignment, begin, end, gfp);
  if (!area && area.error() == Errno::kBusy) {
    purge();
    area = areas_.alloc(bytes, alignment, begin, end, gfp);
  }
  if (!area && area.error() == Errno::kBusy && ask_for_space()) return fail(Errno::kAgain);
  if (!area) {
    if (area.error() == Errno::kBusy && !has(gfp, Gfp::kNoWarn))
      parts_.context.diagnostics.print(
          LogLevel::kWarning,
          fmt::format("vmap allocation for size {} failed: use vmalloc=<size> to increase size",
                      bytes));
    return fail(Errno::kNoMem);
  }
  parts_.context.events.emit(event::VmapAlloc{VirtAddr((*area)->va_start), size});
  return *area;
}

void Vmalloc::set_purge_notifiers(std::uint32_t any) {
  areas_.state().notify = any != 0 ? vmap_notify::kRegistered : 0;
}

void Vmalloc::purge_notified(std::uint32_t freed) {
  if (freed == 0) areas_.state().notify |= vmap_notify::kInVain;
}

// Whether the whole call will be repeated after the purge notifiers have run.
bool Vmalloc::ask_for_space() {
  std::uint32_t& notify = areas_.state().notify;
  const bool ask = notify == vmap_notify::kRegistered;
  notify &= vmap_notify::kRegistered;
  if (ask) parts_.context.diagnostics.wait_for(kWaitForSpace);
  return ask;
}

Result<VmStruct*> Vmalloc::new_vm_area(Bytes size, Bytes align, std::uint32_t flags, VirtAddr begin,
                                       VirtAddr end, Gfp gfp, VirtAddr caller) {
  Bytes whole = bytes_of(whole_pages(size));
  if (whole.raw() == 0 || whole.raw() > ~0u - kPageSize) return fail(Errno::kInval);
  if ((flags & vm_flag::kIoremap) != 0) {
    // I/O areas are aligned to their size, at most to what one large page covers.
    const Bytes most = page_size_at(mode(), 2);
    align = Bytes(std::clamp<std::uint64_t>(std::bit_ceil(whole.raw()), kPageSize, most.raw()));
  }
  MM_TRY_ASSIGN(const VirtAddr object,
                parts_.objects.alloc_object(VmStruct::bytes(mode()), gfp & kReclaimMask));
  if ((flags & vm_flag::kNoGuard) == 0) whole += Bytes(kPageSize);
  const auto range = alloc_range(whole, align, begin, end, gfp);
  if (!range) {
    parts_.objects.free_object(object, VmStruct::bytes(mode()));
    return fail(range.error());
  }
  VmStruct& area = parts_.context.ram.at<VmStruct>(object);
  area.addr = (*range)->va_start;
  area.size = static_cast<std::uint32_t>(whole.raw());
  area.flags = flags;
  area.set_caller(mode(), caller);
  (*range)->vm = object.raw();
  return &area;
}

Result<VmStruct*> Vmalloc::get_vm_area(Bytes size, std::uint32_t flags, Gfp gfp) {
  return new_vm_area(size, Bytes(kPageSize), flags, parts_.space.vmalloc_start,
                     parts_.space.vmalloc_end, gfp, parts_.facts.caller());
}

void Vmalloc::free_struct(VmStruct& area) {
  parts_.objects.free_object(guest_ptr(area).va(), VmStruct::bytes(mode()));
}

// The host's view of a slot of a page array, which is in lowmem or itself vmalloc memory.
std::uint32_t* Vmalloc::array_slot(VirtAddr array, std::uint32_t index) const {
  const VirtAddr va = array + Bytes(std::uint64_t{index} * sizeof(std::uint32_t));
  PhysAddr pa = direct_map_pa(va);
  if (!parts_.space.in_lowmem(va)) {
    const auto found = parts_.kernel.translate(va);
    if (!found) return nullptr;
    pa = *found;
  }
  return reinterpret_cast<std::uint32_t*>(parts_.context.ram.host(pa, Bytes(4)));
}

GuestPtr<Page> Vmalloc::page_at(VirtAddr array, std::uint32_t index) const {
  const std::uint32_t* slot = array_slot(array, index);
  return GuestPtr<Page>(slot != nullptr ? *slot : 0);
}

void Vmalloc::set_page_at(VirtAddr array, std::uint32_t index, GuestPtr<Page> page) {
  if (std::uint32_t* slot = array_slot(array, index)) *slot = page.raw;
}

Result<VirtAddr> Vmalloc::alloc_page_array(Pages pages, const VmallocRequest& request) {
  const Bytes bytes(std::uint64_t{pages.raw()} * sizeof(std::uint32_t));
  const Gfp gfp = (request.gfp & kReclaimMask) | Gfp::kZero;
  if (bytes.raw() <= kPageSize) return parts_.objects.alloc_object(bytes, gfp);
  VmallocRequest nested;
  nested.size = bytes;
  nested.begin = parts_.space.vmalloc_start;
  nested.end = parts_.space.vmalloc_end;
  nested.gfp = gfp;
  nested.prot = page_kernel_prot();
  nested.caller = request.caller;
  return alloc(nested);
}

void Vmalloc::free_page_array(VirtAddr array, std::uint32_t count) {
  if (array.raw() == 0) return;
  if (parts_.space.in_lowmem(array))
    return parts_.objects.free_object(array, Bytes(std::uint64_t{count} * sizeof(std::uint32_t)));
  // An array that is vmalloc memory has its own array in lowmem; anything else is damage, and
  // following it could go on for ever.
  const VmStruct* const area = find_vm_area(array);
  if (area == nullptr || area->pages == 0 || parts_.space.in_lowmem(VirtAddr(area->pages)))
    vunmap_checked(array, Backing::kFree);
}

// Fills area.pages as far as memory goes; how many pages it got.
Pages Vmalloc::alloc_pages_into(VmStruct& area, Pages pages, Gfp gfp) {
  std::uint32_t done = 0;
  for (; done < pages.raw(); ++done) {
    const auto pfn = parts_.pages.alloc_pages(gfp, Order(0));
    if (!pfn) break;
    set_page_at(VirtAddr(area.pages), done, guest_ptr(parts_.pages.page(*pfn)));
  }
  area.nr_pages = done;
  areas_.state().nr_vmalloc_pages += done;
  return Pages(done);
}

// Gives the area its pages and maps them. On failure the caller frees the area, pages included.
Result<void> Vmalloc::fill(VmStruct& area, Pages pages, const VmallocRequest& request) {
  const auto array = alloc_page_array(pages, request);
  if (!array && array.error() == Errno::kAgain) return fail(Errno::kAgain);
  if (!array) {
    parts_.facts.warn_alloc(
        request.gfp, fmt::format("vmalloc error: size {}, failed to allocated page array size {}",
                                 bytes_of(pages).raw(), pages.raw() * sizeof(std::uint32_t)));
    return fail(Errno::kNoMem);
  }
  area.pages = array->raw();
  Gfp gfp = request.gfp | Gfp::kNoWarn;
  if (!has(gfp, Gfp::kDma | Gfp::kDma32)) gfp = gfp | Gfp::kHighmem;
  if (alloc_pages_into(area, pages, gfp) != pages) {
    parts_.facts.warn_alloc(
        request.gfp, fmt::format("vmalloc error: size {}, page order 0, failed to allocate pages",
                                 bytes_of(Pages(area.nr_pages)).raw()));
    // The array was made for all pages; the unused tail is remembered so that it is freed whole.
    return fail(Errno::kNoMem);
  }
  const auto mapped = parts_.kernel.map_each(
      VirtAddr(area.addr), pages, request.prot,
      [&](std::uint32_t i) { return parts_.pages.pfn_of_page(page_at(VirtAddr(area.pages), i)); });
  if (!mapped) {
    parts_.facts.warn_alloc(request.gfp, fmt::format("vmalloc error: size {}, failed to map pages",
                                                     bytes_of(pages).raw()));
    return fail(mapped.error());
  }
  return {};
}

Result<VirtAddr> Vmalloc::alloc(const VmallocRequest& request) {
  const Bytes size = request.size;
  if (size.raw() == 0) {
    if (first_time(vmalloc_warning::kZeroSize)) parts_.context.diagnostics.warning(kZeroSize, "");
    return fail(Errno::kInval);
  }
  if (size.raw() >> kPageShift > parts_.facts.total_ram_pages().raw()) {
    parts_.facts.warn_alloc(request.gfp,
                            fmt::format("vmalloc error: size {}, exceeds total pages", size.raw()));
    return fail(Errno::kNoMem);
  }
  const std::uint32_t flags = vm_flag::kAlloc | vm_flag::kUninitialized | request.vm_flags;
  const auto made = new_vm_area(size, request.align, flags, request.begin, request.end, request.gfp,
                                request.caller);
  if (!made && made.error() == Errno::kAgain) return fail(Errno::kAgain);
  if (!made) {
    parts_.facts.warn_alloc(
        request.gfp, fmt::format("vmalloc error: size {}, vm_struct allocation failed{}",
                                 size.raw(), has(request.gfp, Gfp::kNoFail) ? ". Retrying." : ""));
    if (!has(request.gfp, Gfp::kNoFail)) return fail(Errno::kNoMem);
    parts_.context.diagnostics.wait_for("address space (vmalloc)");
    return fail(Errno::kAgain);
  }
  VmStruct& area = **made;
  if (const auto filled = fill(area, whole_pages(size), request); !filled) {
    remove_vm_area(VirtAddr(area.addr));
    free_backing(area);
    free_struct(area);
    return fail(filled.error() == Errno::kAgain ? Errno::kAgain : Errno::kNoMem);
  }
  area.flags &= ~vm_flag::kUninitialized;
  return VirtAddr(area.addr);
}

Result<VirtAddr> Vmalloc::simple(Bytes size, Gfp gfp, std::uint32_t flags) {
  VmallocRequest request;
  request.size = size;
  request.begin = parts_.space.vmalloc_start;
  request.end = parts_.space.vmalloc_end;
  request.gfp = gfp;
  request.prot = page_kernel_prot();
  request.vm_flags = flags;
  request.caller = parts_.facts.caller();
  return alloc(request);
}

Result<VirtAddr> Vmalloc::vmalloc(Bytes size) { return simple(size, Gfp::kKernel, 0); }
Result<VirtAddr> Vmalloc::vzalloc(Bytes size) { return simple(size, Gfp::kKernel | Gfp::kZero, 0); }
Result<VirtAddr> Vmalloc::vmalloc_user(Bytes size) {
  return simple(size, Gfp::kKernel | Gfp::kZero, vm_flag::kUserMap);
}
Result<VirtAddr> Vmalloc::vmalloc_32(Bytes size) {
  return simple(size, Gfp::kKernel | Gfp::kDma32, 0);
}
Result<VirtAddr> Vmalloc::vmalloc_32_user(Bytes size) {
  return simple(size, Gfp::kKernel | Gfp::kDma32 | Gfp::kZero, vm_flag::kUserMap);
}
Result<VirtAddr> Vmalloc::vmalloc_gfp(Bytes size, Gfp gfp) { return simple(size, gfp, 0); }

Result<VirtAddr> Vmalloc::module_alloc(Bytes size, VirtAddr caller) {
  VmallocRequest request;
  request.size = size;
  request.begin = parts_.space.modules_vaddr;
  request.end = parts_.space.modules_end;
  request.prot = page_kernel_prot();
  request.vm_flags = vm_flag::kFlushResetPerms;
  request.caller = caller;
  return alloc(request);
}

Result<VirtAddr> Vmalloc::vmap(VirtAddr pages, Pages count, std::uint32_t flags, PteFlags prot) {
  parts_.facts.might_sleep(kFile, 2835);
  if (count > parts_.facts.total_ram_pages()) return fail(Errno::kNoMem);
  MM_TRY_ASSIGN(VmStruct* const area,
                get_vm_area(bytes_of(count), flags & ~vm_flag::kNoGuard, Gfp::kKernel));
  const PteFlags no_execute =
      mode() == PagingMode::kPae ? prot | PteFlags::kNx : prot & ~PteFlags::kNx;
  if (const auto mapped = map_pages(VirtAddr(area->addr), pages, count, no_execute); !mapped) {
    free_vm_area(*area);
    return fail(mapped.error());
  }
  if ((flags & vm_flag::kMapPutPages) != 0) {
    area->pages = pages.raw();
    area->nr_pages = count.raw();
  }
  return VirtAddr(area->addr);
}

// Maps the pages of a guest array one after the other. Stops with a warning at a bad pointer.
Result<void> Vmalloc::map_pages(VirtAddr va, VirtAddr pages, Pages count, PteFlags prot) {
  for (std::uint32_t i = 0; i < count.raw(); ++i) {
    const GuestPtr<Page> page = page_at(pages, i);
    if (page && parts_.pages.pfn_valid(parts_.pages.pfn_of_page(page))) continue;
    parts_.context.diagnostics.warning(page ? kInvalidPage : kNullPage, "");
    return fail(Errno::kInval);
  }
  MM_TRY(parts_.kernel.map_each(va, count, prot, [&](std::uint32_t i) {
    return parts_.pages.pfn_of_page(page_at(pages, i));
  }));
  if (mode() == PagingMode::kPae && !any(prot & PteFlags::kPresent)) invert_frames(va, count);
  return {};
}

// The tables exist and nothing was present: no memory is needed, and no flush.
void Vmalloc::invert_frames(VirtAddr va, Pages count) {
  FlushBatch batch(parts_.context.tlb);
  for (std::uint32_t i = 0; i < count.raw(); ++i) {
    const VirtAddr at = va + bytes_of(Pages(i));
    MM_CHECK(parts_.kernel.set_pte(at, invert_frame(parts_.kernel.lookup(at).entry), batch));
  }
  batch.commit();
}

VmStruct* Vmalloc::find_vm_area(VirtAddr addr) const {
  const VmapArea* const area = areas_.find(addr);
  if (area == nullptr || !area->has_vm_struct()) return nullptr;
  return &parts_.context.ram.at(area->vm_struct());
}

std::optional<Pfn> Vmalloc::vmalloc_to_pfn(VirtAddr va) const {
  const EntryRef ref = parts_.kernel.lookup(va);
  if (ref.present()) return pfn_of(ref.physical);
  if (ref.level != 1 || !leads_to_frame(ref.entry)) return std::nullopt;
  if (mode() != PagingMode::kPae) return pfn_of(ref.physical);
  return pfn_of(PhysAddr(invert_frame(ref.entry) & Pae::kAddressMask));
}

void Vmalloc::purge() {
  purge_fragmented_blocks();
  const VmapAreas::Range range = areas_.purge_range();
  if (range.empty()) return;
  FlushBatch batch(parts_.context.tlb);
  batch.note(range.begin,
             Pages(static_cast<std::uint32_t>((range.end - range.begin).raw() >> kPageShift)));
  batch.commit();
  areas_.release_purged();
}

void Vmalloc::unmap_aliases() {
  if (areas_.purge_range().empty())
    parts_.context.tlb.flush_all();
  else
    purge();
}

}  // namespace mm32
