#include "emu/machine/missing_symbols.hpp"

#include <algorithm>

#include "emu/machine/machine.hpp"

namespace mm32::emu {
namespace {

enum class Presence : std::uint8_t { kAbsent, kPresent };

Result<void> set_presence(Machine& machine, VirtAddr page, Presence presence) {
  PageTables& tables = machine.mm().tables();
  const EntryRef entry = tables.lookup(page);
  if (entry.level != 1) return mm32::fail(Errno::kFault);
  const auto bit = static_cast<std::uint64_t>(PteFlags::kPresent);
  FlushBatch batch(machine.cpu().mmu());
  const Result<void> done = tables.set_pte(
      page, presence == Presence::kPresent ? entry.entry | bit : entry.entry & ~bit, batch);
  batch.commit();
  return done;
}

}  // namespace

Result<VirtAddr> StandIns::add(Machine& machine, std::string_view name) {
  if (const auto known = std::ranges::find(symbols_, name, &StandIn::name); known != symbols_.end())
    return known->page;
  MM_TRY_ASSIGN(const VirtAddr page,
                machine.mm().vmalloc().module_alloc(Bytes(kPageSize), VirtAddr()));
  if (const auto pa = machine.mm().tables().translate(page))
    std::fill_n(machine.ram().host(*pa, Bytes(kPageSize)), kPageSize, std::byte{0});
  MM_TRY(set_presence(machine, page, Presence::kAbsent));
  symbols_.push_back({std::string(name), page});
  return page;
}

StandIns::StandIn* StandIns::find(VirtAddr address) {
  const auto found = std::ranges::find(symbols_, page_floor(address), &StandIn::page);
  return found == symbols_.end() ? nullptr : &*found;
}

Result<void> StandIns::show_zeros(Machine& machine, const StandIn& symbol) {
  return set_presence(machine, symbol.page, Presence::kPresent);
}

void StandIns::release(Machine& machine) {
  for (const StandIn& symbol : symbols_) {
    if (set_presence(machine, symbol.page, Presence::kPresent))
      machine.mm().vmalloc().vfree(symbol.page);
  }
  symbols_.clear();
}

}  // namespace mm32::emu
