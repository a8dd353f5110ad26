#include "emu/report/vmallocinfo.hpp"

#include <fmt/format.h>

#include <iterator>

namespace mm32::emu {
namespace {

struct FlagWord {
  std::uint32_t flag;
  std::string_view word;
};
constexpr FlagWord kWords[] = {{vm_flag::kIoremap, " ioremap"},
                               {vm_flag::kAlloc, " vmalloc"},
                               {vm_flag::kMap, " vmap"},
                               {vm_flag::kUserMap, " user"},
                               {vm_flag::kDmaCoherent, " dma-coherent"}};

std::string extent(std::uint32_t begin, std::uint32_t size) {
  return fmt::format("0x{:08x}-0x{:08x} {:>7}", begin, begin + size, size);
}

std::string describe(const Vmalloc& vmalloc, const VmStruct& area, const Symbolize& symbolize) {
  const PagingMode mode = vmalloc.mode();
  std::string text = extent(area.addr, area.size);
  if (area.caller(mode).raw() != 0) text += fmt::format(" {}", symbolize(area.caller(mode)));
  if (area.nr_pages != 0) text += fmt::format(" pages={}", area.nr_pages);
  if (const PhysAddr pa = area.phys_addr(mode); pa.raw() != 0)
    text += mode == PagingMode::kPae ? fmt::format(" phys=0x{:016x}", pa.raw())
                                     : fmt::format(" phys=0x{:08x}", pa.raw());
  for (const FlagWord& w : kWords)
    if ((area.flags & w.flag) != 0) text += w.word;
  if (vmalloc.is_vmalloc_addr(VirtAddr(area.pages))) text += " vpages";
  return text;
}

}  // namespace

std::string vmallocinfo_report(const Vmalloc& vmalloc, const Symbolize& symbolize) {
  std::string text;
  vmalloc.areas().for_each_busy([&](const VmapArea& busy) {
    if (!busy.has_vm_struct())
      text += extent(busy.va_start, busy.size()) + " vm_map_ram\n";
    else
      text += fmt::format(
          "{}\n", describe(vmalloc, vmalloc.parts().context.ram.at(busy.vm_struct()), symbolize));
  });
  vmalloc.areas().for_each_purge([&](const VmapArea& waiting) {
    text += extent(waiting.va_start, waiting.size()) + " unpurged vm_area\n";
  });
  return text;
}

}  // namespace mm32::emu
