#include "emu/report/layout.hpp"

#include <fmt/format.h>

#include <iterator>

namespace mm32::emu {
namespace {

// One line; small regions in kB, large ones in MB, as the kernel prints them.
void line(std::string& text, std::string_view name, std::uint64_t begin, std::uint64_t end) {
  const std::uint64_t bytes = end - begin;
  const bool megabytes = bytes >= 4u << 20 && bytes % (1u << 20) == 0;
  fmt::format_to(std::back_inserter(text), "    {:<9}: 0x{:08x} - 0x{:08x}   ({:>4} {})\n", name,
                 begin, end, bytes >> (megabytes ? 20 : 10), megabytes ? "MB" : "kB");
}

std::string hex(VirtAddr va) { return fmt::format("0x{:08x}", va.raw()); }

}  // namespace

std::string layout_report(const AddressSpace& s) {
  std::string text = "virtual kernel memory layout:\n";
  line(text, "fixmap", s.fixaddr_start.raw(), s.fixaddr_top.raw());
  line(text, "kmap slot", s.fix_kmap_end_va.raw(), s.fix_kmap_begin_va.raw() + kPageSize);
  if (s.cpu_entry_area_pages.raw() != 0)
    line(text, "cpu_entry", s.cpu_entry_area_base.raw(),
         (s.cpu_entry_area_base + bytes_of(s.cpu_entry_area_pages)).raw());
  if (s.ldt_pages.raw() != 0)
    line(text, "ldt", s.ldt_base.raw(), (s.ldt_base + bytes_of(s.ldt_pages)).raw());
  line(text, "pkmap", s.pkmap_base.raw(), (s.pkmap_base + bytes_of(Pages(s.last_pkmap))).raw());
  line(text, "vmalloc", s.vmalloc_start.raw(), s.vmalloc_end.raw());
  line(text, "modules", s.modules_vaddr.raw(), s.modules_end.raw());
  line(text, "gap", s.high_memory.raw(), s.vmalloc_start.raw());
  line(text, "lowmem", s.page_offset.raw(), s.high_memory.raw());
  line(text, "user", 0, s.page_offset.raw());
  return text;
}

nlohmann::ordered_json layout_json(const AddressSpace& s) {
  nlohmann::ordered_json json;
  json["layout"] = s.layout == LayoutName::kClassic ? "classic" : "linux-6.1";
  json["page_offset"] = hex(s.page_offset);
  json["high_memory"] = hex(s.high_memory);
  json["vmalloc_start"] = hex(s.vmalloc_start);
  json["vmalloc_end"] = hex(s.vmalloc_end);
  json["modules_vaddr"] = hex(s.modules_vaddr);
  json["modules_end"] = hex(s.modules_end);
  json["pkmap_base"] = hex(s.pkmap_base);
  json["last_pkmap"] = s.last_pkmap;
  if (s.ldt_pages.raw() != 0) json["ldt_base_addr"] = hex(s.ldt_base);
  if (s.cpu_entry_area_pages.raw() != 0) json["cpu_entry_area_base"] = hex(s.cpu_entry_area_base);
  json["fixaddr_tot_start"] = hex(s.fixaddr_tot_start);
  json["fixaddr_start"] = hex(s.fixaddr_start);
  json["fixaddr_top"] = hex(s.fixaddr_top);
  json["fix_kmap_begin_va"] = hex(s.fix_kmap_begin_va);
  json["fix_kmap_end_va"] = hex(s.fix_kmap_end_va);
  json["max_low_pfn"] = s.max_low_pfn.raw();
  json["max_pfn"] = s.max_pfn.raw();
  return json;
}

}  // namespace mm32::emu
