#include "emu/report/reports.hpp"

#include <algorithm>
#include <array>

#include "emu/machine/machine.hpp"
#include "emu/machine/modules.hpp"
#include "emu/report/meminfo.hpp"
#include "emu/report/page_tables.hpp"
#include "emu/report/resources.hpp"
#include "emu/report/slabinfo.hpp"
#include "emu/report/vmallocinfo.hpp"
#include "emu/report/zone_reports.hpp"

namespace mm32::emu {
namespace {

// Counts what maps the direct map, from the tables themselves. Linux: direct_pages_count.
void count_direct_map(Machine& machine, MeminfoFacts& facts) {
  const AddressSpace& space = machine.mm().space();
  for (std::uint32_t va = kPageOffset; va < space.high_memory.raw();) {
    const EntryRef entry = machine.mm().tables().lookup(VirtAddr(va));
    const auto size = static_cast<std::uint32_t>(entry.page_size.raw());
    if (entry.present())
      (entry.level > 1 ? facts.direct_map_large : facts.direct_map_small) += entry.page_size;
    va = (va & ~(size - 1)) + size;
    if (size == 0 || va < kPageOffset) break;
  }
}

std::string meminfo(Machine& machine) {
  const AddressSpace& space = machine.mm().space();
  MeminfoFacts facts{};
  facts.vmalloc_total = space.vmalloc_end - space.vmalloc_start;
  facts.vmalloc_used = bytes_of(machine.mm().vmalloc().used_pages());
  count_direct_map(machine, facts);
  return meminfo_report(machine.mm().pages(), facts);
}

std::string vmallocinfo(Machine& machine) {
  return vmallocinfo_report(machine.mm().vmalloc(),
                            [&](VirtAddr va) { return machine.symbols().format(va); });
}

std::string page_tables(Machine& machine) {
  return page_tables_report(machine.ram(), machine.cpu().mmu().state(), machine.mm().space());
}

std::string resources(Machine& machine, std::string_view root) {
  return resource_report(machine.ram(), machine.config().paging, machine.image().symbol(root));
}

struct Named {
  std::string_view name;
  std::string (*make)(Machine&);
};

constexpr std::array kReports = {
    Named{"buddyinfo", [](Machine& m) { return buddyinfo_report(m.mm().pages()); }},
    Named{"zoneinfo", [](Machine& m) { return zoneinfo_report(m.mm().pages()); }},
    Named{"pagetypeinfo", [](Machine& m) { return pagetypeinfo_report(m.mm().pages()); }},
    Named{"slabinfo", [](Machine& m) { return slabinfo_report(m.mm().slab()); }},
    Named{"slab_attributes", [](Machine& m) { return slab_attributes_report(m.mm().slab()); }},
    Named{"vmallocinfo", vmallocinfo},
    Named{"meminfo", meminfo},
    Named{"iomem", [](Machine& m) { return resources(m, "iomem_resource"); }},
    Named{"ioports", [](Machine& m) { return resources(m, "ioport_resource"); }},
    Named{"vmstat", [](Machine& m) { return vmstat_report(m.mm().pages()); }},
    Named{"page_tables", page_tables},
};

}  // namespace

const std::vector<std::string_view>& report_names() {
  static const std::vector<std::string_view> names = [] {
    std::vector<std::string_view> list;
    list.reserve(kReports.size());
    for (const Named& report : kReports) list.push_back(report.name);
    return list;
  }();
  return names;
}

bool is_report(std::string_view name) {
  return std::ranges::find(report_names(), name) != report_names().end();
}

std::string make_report(Machine& machine, std::string_view name) {
  for (const Named& report : kReports)
    if (report.name == name) return report.make(machine);
  return {};
}

}  // namespace mm32::emu
