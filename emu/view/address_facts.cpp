#include "emu/view/address_facts.hpp"

#include <fmt/format.h>

#include "emu/machine/modules.hpp"
#include "emu/view/user_area.hpp"
#include "mm/highmem/highmem_state.hpp"

namespace mm32::emu {
namespace {

using Json = nlohmann::ordered_json;

std::string address_text(VirtAddr va) { return fmt::format("0x{:08x}", va.raw()); }

std::string extent_text(std::uint64_t begin, std::uint64_t end) {
  return fmt::format("0x{:08x}-0x{:08x}", begin, end);
}

std::optional<Fact> symbol_fact(Machine& machine, VirtAddr address) {
  if (!machine.symbols().find(address)) return std::nullopt;
  std::string text = machine.symbols().format(address);
  Json data = {{"name", text}};
  if (const std::string line = machine.source_line(address); !line.empty()) {
    text += " (" + line + ")";
    data["line"] = line;
  }
  return Fact{"symbol", std::move(text), std::move(data)};
}

// The part of a module that an area holds; empty when it is none.
std::string module_part(Machine& machine, VirtAddr area) {
  for (const auto& module : machine.modules().all()) {
    if (module->bases.core == area) return "module " + module->name;
    if (module->bases.init == area) return "init part of module " + module->name;
    if (module->bases.percpu == area) return "per-CPU variables of module " + module->name;
  }
  return {};
}

// Where in the area the address lies: a page that is mapped, or the guard page behind them.
std::string place_in(const VmStruct& vm, std::uint32_t distance) {
  const std::uint64_t usable = vm.usable().raw();
  if (distance >= usable) return fmt::format("in its guard page, {} bytes in", distance - usable);
  return fmt::format("page {} of {}, byte {} of {}", distance / kPageSize + 1, usable / kPageSize,
                     distance, usable);
}

Fact vm_struct_fact(Machine& machine, const VmapArea& area, const VmStruct& vm, VirtAddr address) {
  const PagingMode mode = machine.mm().vmalloc().mode();
  const std::vector<std::string> flags = vm_flag_names(vm.flags);
  const VirtAddr caller = vm.caller(mode);
  const std::string module = module_part(machine, VirtAddr(area.va_start));
  Json data = {{"kind", "busy"},
               {"begin", address_text(VirtAddr(area.va_start))},
               {"end", address_text(VirtAddr(area.va_end))},
               {"flags", flags},
               {"pages", vm.nr_pages},
               {"guard", address.raw() - area.va_start >= vm.usable().raw()}};
  std::string text = extent_text(area.va_start, area.va_end);
  if (!flags.empty()) text += fmt::format(" {}", fmt::join(flags, " "));
  if (!module.empty()) text += " (" + module + ")";
  if (module.empty() && machine.symbols().find(caller)) {
    data["caller"] = machine.symbols().format(caller);
    text += " by " + data["caller"].get<std::string>();
  }
  if (const PhysAddr pa = vm.phys_addr(mode); pa.raw() != 0) {
    data["physical"] = fmt::format("0x{:x}", pa.raw());
    text += fmt::format(", physical 0x{:x}", pa.raw());
  }
  return Fact{"area", text + ", " + place_in(vm, address.raw() - area.va_start), std::move(data)};
}

std::optional<Fact> area_fact(Machine& machine, VirtAddr address) {
  const VmapAreas& areas = machine.mm().vmalloc().areas();
  if (!machine.mm().space().in_vmalloc(address)) return std::nullopt;
  const auto simple = [](std::uint32_t begin, std::uint32_t end, const char* kind,
                         const char* text) {
    return Fact{"area",
                extent_text(begin, end) + text,
                {{"kind", kind},
                 {"begin", address_text(VirtAddr(begin))},
                 {"end", address_text(VirtAddr(end))}}};
  };
  if (const VmapArea* area = areas.find(address)) {
    if (area->has_vm_struct())
      return vm_struct_fact(machine, *area, machine.ram().at(area->vm_struct()), address);
    return simple(area->va_start, area->va_end, "vm_map_ram", " vm_map_ram");
  }
  std::optional<Fact> fact;
  areas.for_each_purge([&](const VmapArea& area) {
    if (address.raw() >= area.va_start && address.raw() < area.va_end)
      fact = simple(area.va_start, area.va_end, "purge",
                    " freed, waits for the purge: the TLB may still know it");
  });
  if (fact) return fact;
  return Fact{"area", "in no area: these addresses are free", {{"kind", "free"}}};
}

// The area of user addresses of the running task.
std::optional<Fact> vma_fact(Machine& machine, VirtAddr address) {
  const auto area = user_area_of(machine, address);
  if (!area) return std::nullopt;
  const auto pages = (area->end - area->begin).raw() / kPageSize;
  return Fact{"area",
              fmt::format("{} VMA {} anonymous, page {} of {}",
                          extent_text(area->begin.raw(), area->end.raw()), rights_of(*area),
                          (address - area->begin).raw() / kPageSize + 1, pages),
              {{"kind", "vma"},
               {"begin", address_text(area->begin)},
               {"end", address_text(area->end)},
               {"rights", rights_of(*area)},
               {"vm_flags", fmt::format("0x{:x}", area->flags)},
               {"vm_area_struct", address_text(area->structure)}}};
}

std::optional<Fact> pkmap_fact(Machine& machine, VirtAddr address) {
  const AddressSpace& space = machine.mm().space();
  if (!space.in_pkmap(address)) return std::nullopt;
  const auto slot =
      static_cast<std::uint32_t>((address - space.pkmap_base).raw() >> kPageShift) % kMaxPkmap;
  const HighmemState& state =
      machine.ram().at<HighmemState>(machine.mm().highmem().state_address());
  const std::int32_t count = state.pkmap_count[slot];
  const std::string use = count <= 0   ? "free"
                          : count == 1 ? "no users left, mapped until the slots wrap around"
                                       : fmt::format("{} user{}", count - 1, count == 2 ? "" : "s");
  return Fact{"slot",
              fmt::format("kmap slot {} of {}: {}", slot, space.last_pkmap, use),
              {{"kind", "kmap"}, {"slot", slot}, {"pkmap_count", count}}};
}

std::string fixmap_name(FixmapIndex index) {
  const std::uint32_t i = raw(index);
  const auto within = [&](FixmapIndex first, FixmapIndex last) {
    return i >= raw(first) && i <= raw(last);
  };
  if (index == FixmapIndex::kHole) return "FIX_HOLE";
  if (index == FixmapIndex::kDbgpBase) return "FIX_DBGP_BASE";
  if (index == FixmapIndex::kEarlyconMemBase) return "FIX_EARLYCON_MEM_BASE";
  if (index == FixmapIndex::kApicBase) return "FIX_APIC_BASE";
  if (within(FixmapIndex::kIoApicBase0, FixmapIndex::kIoApicBaseEnd))
    return fmt::format("FIX_IO_APIC_BASE_0+{}", i - raw(FixmapIndex::kIoApicBase0));
  if (within(FixmapIndex::kKmapBegin, FixmapIndex::kKmapEnd)) {
    const std::uint32_t slot = i - raw(FixmapIndex::kKmapBegin);
    return fmt::format("FIX_KMAP_BEGIN+{}: kmap_local and kmap_atomic, depth {} of CPU {}", slot,
                       slot % kKmapSlotsPerCpu, slot / kKmapSlotsPerCpu);
  }
  if (index == FixmapIndex::kPcieMcfg) return "FIX_PCIE_MCFG";
  if (within(FixmapIndex::kBtmapEnd, FixmapIndex::kBtmapBegin)) {
    const std::uint32_t slot = raw(FixmapIndex::kBtmapBegin) - i;
    return fmt::format("early ioremap slot {} of 8, page {} of 64", slot / 64, slot % 64);
  }
  if (index == FixmapIndex::kWpTest) return "FIX_WP_TEST";
  return "no slot of this number";
}

std::optional<Fact> fixmap_fact(Machine& machine, VirtAddr address) {
  if (address < machine.mm().space().fixaddr_tot_start) return std::nullopt;
  const FixmapIndex index = virt_to_fix(address);
  return Fact{"slot",
              fmt::format("fixmap slot {}, {}", raw(index), fixmap_name(index)),
              {{"kind", "fixmap"}, {"slot", raw(index)}, {"name", fixmap_name(index)}}};
}

}  // namespace

std::string region_name(const AddressSpace& space, VirtAddr va) {
  if (va < space.page_offset) return "user space";
  if (space.in_lowmem(va)) return "lowmem direct map";
  if (va < space.vmalloc_start) return "gap before vmalloc";
  if (space.in_vmalloc(va)) return "vmalloc, ioremap and modules";
  if (space.in_pkmap(va)) return "pkmap";
  if (space.in_fixmap(va)) return "fixmap";
  return "reserved";
}

std::vector<std::string> vm_flag_names(std::uint32_t flags) {
  struct Name {
    std::uint32_t bit;
    const char* name;
  };
  static constexpr Name kNames[] = {{vm_flag::kIoremap, "ioremap"},
                                    {vm_flag::kAlloc, "vmalloc"},
                                    {vm_flag::kMap, "vmap"},
                                    {vm_flag::kUserMap, "user"},
                                    {vm_flag::kDmaCoherent, "dma-coherent"}};
  std::vector<std::string> names;
  for (const Name& n : kNames)
    if ((flags & n.bit) != 0) names.emplace_back(n.name);
  return names;
}

std::vector<Fact> address_facts(Machine& machine, VirtAddr address) {
  std::vector<Fact> facts;
  for (const auto find : {&symbol_fact, &area_fact, &vma_fact, &pkmap_fact, &fixmap_fact})
    if (auto fact = find(machine, address)) facts.push_back(std::move(*fact));
  return facts;
}

}  // namespace mm32::emu
