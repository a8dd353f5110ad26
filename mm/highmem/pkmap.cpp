// Persistent mappings: kmap and kunmap.
#include "mm/highmem/highmem.hpp"

namespace mm32 {
namespace {

constexpr unsigned kLocksHeld = 1;  // kmap_lock

}  // namespace

Result<Highmem> Highmem::create(const HighmemParts& parts, ObjectSource& objects) {
  MM_TRY_ASSIGN(const VirtAddr at, objects.alloc_object(Bytes(sizeof(HighmemState)), Gfp::kKernel));
  Highmem made(parts, at);
  for (ListHead& head : made.state_.hash) list_init(head);
  return made;
}

Highmem::Highmem(const HighmemParts& parts, VirtAddr state)
    : parts_(parts), state_(parts.context.ram.at<HighmemState>(state)) {}

bool Highmem::first_time(std::uint32_t warning) {
  const bool first = (state_.warned & warning) == 0;
  state_.warned |= warning;
  return first;
}

std::optional<unsigned> Highmem::slot_of(VirtAddr va) const {
  if (!parts_.space.in_pkmap(va)) return std::nullopt;
  return static_cast<unsigned>((va - parts_.space.pkmap_base).raw() >> kPageShift);
}

// Writes a slot's entry; flushing is the caller's business (H2, H3).
void Highmem::set_slot(VirtAddr va, std::uint64_t entry) {
  FlushBatch batch(parts_.context.tlb);
  MM_CHECK(parts_.kernel.set_pte(va, entry, batch));
  batch.hand_over();
}

void Highmem::flush_all_zero_pkmaps() {
  bool flush = false;
  for (unsigned nr = 0; nr < slots(); ++nr) {
    if (state_.pkmap_count[nr] != 1) continue;
    state_.pkmap_count[nr] = 0;
    set_slot(slot_address(nr), 0);
    forget_page_address(nr);
    parts_.context.events.emit(event::KmapClear{slot_address(nr)});
    flush = true;
  }
  if (!flush) return;
  FlushBatch batch(parts_.context.tlb);
  batch.note(parts_.space.pkmap_base, Pages(slots()));
  batch.commit();
}

void Highmem::kmap_flush_unused() { flush_all_zero_pkmaps(); }

// A free slot after the last one used; at the wrap-around the unused ones are flushed first.
Outcome<VirtAddr> Highmem::map_new_virtual(GuestPtr<Page> page) {
  unsigned nr = state_.last_pkmap_nr & (slots() - 1);
  for (unsigned left = slots();;) {
    nr = (nr + 1) & (slots() - 1);
    if (nr == 0) {
      flush_all_zero_pkmaps();
      left = slots();
    }
    if (state_.pkmap_count[nr] == 0) break;
    if (--left == 0) return stop(WouldBlock{"kmap"});
  }
  state_.last_pkmap_nr = nr;
  const Pfn pfn = parts_.pages.pfn_of_page(page);
  set_slot(slot_address(nr), phys_of(pfn).raw() | raw(page_kernel(parts_.kernel.mode())));
  state_.pkmap_count[nr] = 1;
  set_page_address(page, nr);
  parts_.context.events.emit(event::KmapSet{slot_address(nr), pfn});
  return slot_address(nr);
}

Outcome<VirtAddr> Highmem::kmap(GuestPtr<Page> page) {
  VirtAddr va = page_address(page);
  if (!is_highmem(page)) return va;
  if (va.raw() == 0) {
    MM_TRY_ASSIGN(va, map_new_virtual(page));
  }
  const auto nr = slot_of(va);
  MM_CHECK(nr.has_value());
  if (++state_.pkmap_count[*nr] < 2) return bug("mm/highmem.c", 309, "kmap_high", kLocksHeld);
  if (parts_.context.events.active()) [[unlikely]]
    parts_.context.events.emit(event::Kmap{va, parts_.pages.pfn_of_page(page)});
  return va;
}

Outcome<unsigned> Highmem::kunmap(GuestPtr<Page> page) {
  if (!is_highmem(page)) return 0u;
  const VirtAddr va = page_address(page);
  if (va.raw() == 0) return bug("mm/highmem.c", 358, "kunmap_high", kLocksHeld);
  const auto nr = slot_of(va);
  MM_CHECK(nr.has_value());
  if (--state_.pkmap_count[*nr] == 0) return bug("mm/highmem.c", 368, "kunmap_high", kLocksHeld);
  if (parts_.context.events.active()) [[unlikely]]
    parts_.context.events.emit(event::Kunmap{va, parts_.pages.pfn_of_page(page)});
  return static_cast<unsigned>(state_.pkmap_count[*nr]);
}

std::vector<Highmem::MappedSlot> Highmem::kmaps_in_use() const {
  std::vector<MappedSlot> used;
  for (unsigned nr = 0; nr < slots(); ++nr)
    if (state_.pkmap_count[nr] > 1)
      used.push_back({slot_address(nr), parts_.pages.pfn_of_page(state_.maps[nr].page),
                      static_cast<unsigned>(state_.pkmap_count[nr] - 1)});
  return used;
}

std::string Highmem::verify() const {
  for (unsigned nr = 0; nr < slots(); ++nr) {
    const bool mapped = parts_.kernel.lookup(slot_address(nr)).present();
    const GuestPtr<Page> page = state_.maps[nr].page;
    const bool hashed = page && find(page) == &state_.maps[nr];
    if (mapped != (state_.pkmap_count[nr] > 0) || hashed != mapped)
      return "H1: slot " + std::to_string(nr);
  }
  return {};
}

}  // namespace mm32
