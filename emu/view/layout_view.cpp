#include "emu/view/layout_view.hpp"

#include <fmt/format.h>

#include <vector>

#include "emu/command/size.hpp"

namespace mm32::emu {
namespace {

struct Region {
  std::string name;
  std::uint64_t begin;
  std::uint64_t end;
};

constexpr std::uint64_t kTop = std::uint64_t{1} << 32;

std::vector<Region> regions(const AddressSpace& s) {
  const auto at = [](VirtAddr va) { return std::uint64_t{va.raw()}; };
  std::vector<Region> list;
  list.push_back(
      {"fixmap, with the kmap_atomic slots", at(s.fixaddr_start), at(s.fixaddr_top) + kPageSize});
  if (s.cpu_entry_area_pages.raw() != 0)
    list.push_back({"CPU entry area", at(s.cpu_entry_area_base),
                    at(s.cpu_entry_area_base) + bytes_of(s.cpu_entry_area_pages).raw()});
  if (s.ldt_pages.raw() != 0)
    list.push_back({"LDT remap", at(s.ldt_base), at(s.ldt_base) + bytes_of(s.ldt_pages).raw()});
  list.push_back({fmt::format("pkmap, {} slots", s.last_pkmap), at(s.pkmap_base),
                  at(s.pkmap_base) + bytes_of(Pages(s.last_pkmap)).raw()});
  list.push_back({"vmalloc, ioremap, modules", at(s.vmalloc_start), at(s.vmalloc_end)});
  list.push_back({"gap", at(s.high_memory), at(s.vmalloc_start)});
  list.push_back({"lowmem direct map", at(s.page_offset), at(s.high_memory)});
  list.push_back({"user space", 0, at(s.page_offset)});
  return list;
}

}  // namespace

std::string layout_text(const AddressSpace& space, Bytes ram) {
  const std::uint64_t lowmem = space.high_memory - space.page_offset == Bytes()
                                   ? 0
                                   : (space.high_memory - space.page_offset).raw();
  const std::uint64_t highmem = bytes_of(space.max_pfn - space.max_low_pfn).raw();
  std::string out = fmt::format("RAM {}: lowmem {}, highmem {}\n", format_size(ram),
                                format_size(Bytes(lowmem)), format_size(Bytes(highmem)));
  for (const Region& r : regions(space))
    out += fmt::format("0x{:08x} - 0x{:08x}  {:>9}  {}\n", r.begin, std::min(r.end, kTop) - 1,
                       format_size(Bytes(r.end - r.begin)), r.name);
  return out;
}

nlohmann::ordered_json layout_json(const AddressSpace& s) {
  const auto hex = [](VirtAddr va) { return fmt::format("0x{:08x}", va.raw()); };
  return {{"page_offset", hex(s.page_offset)},
          {"high_memory", hex(s.high_memory)},
          {"vmalloc_start", hex(s.vmalloc_start)},
          {"vmalloc_end", hex(s.vmalloc_end)},
          {"pkmap_base", hex(s.pkmap_base)},
          {"last_pkmap", s.last_pkmap},
          {"fixaddr_start", hex(s.fixaddr_start)},
          {"fixaddr_top", hex(s.fixaddr_top)},
          {"fix_kmap_begin_va", hex(s.fix_kmap_begin_va)},
          {"fix_kmap_end_va", hex(s.fix_kmap_end_va)},
          {"modules_vaddr", hex(s.modules_vaddr)},
          {"modules_end", hex(s.modules_end)},
          {"max_low_pfn", s.max_low_pfn.raw()},
          {"max_pfn", s.max_pfn.raw()}};
}

}  // namespace mm32::emu
