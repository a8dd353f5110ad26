// /proc/iomem: see meminfo.hpp.
#include <fmt/format.h>

#include <algorithm>

#include "emu/report/meminfo.hpp"

namespace mm32 {
namespace {

struct Resource {
  std::uint64_t begin;
  std::uint64_t end;  // exclusive
  std::string name;
  unsigned depth = 0;
};

constexpr std::uint64_t kDevices = 0xfec00000;
constexpr std::uint64_t kFourGib = std::uint64_t{1} << 32;

void add(std::vector<Resource>& out, std::uint64_t begin, std::uint64_t end, std::string name,
         unsigned depth = 0) {
  if (begin < end) out.push_back({begin, end, std::move(name), depth});
}

void add_image(std::vector<Resource>& out, const MachineConfig& config) {
  const std::uint64_t begin = config.image_begin.raw();
  const std::uint64_t rodata_end = config.image_rodata_end.raw();
  const std::uint64_t text_end =
      std::clamp(config.image_text_end.raw(), begin, std::max(begin, rodata_end));
  add(out, begin, text_end, "Kernel code", 1);
  add(out, text_end, rodata_end, "Kernel rodata", 1);
  add(out, rodata_end, config.image_end.raw(), "Kernel data", 1);
}

void add_devices(std::vector<Resource>& out, const E820Map& map, bool pae) {
  add(out, 0xa0000, 0xc0000, "PCI Bus 0000:00");
  add(out, 0xa0000, 0xc0000, "Video RAM area", 1);
  add(out, 0xc0000, 0xc0600, "Video ROM");
  add(out, 0xf0000, 0x100000, "System ROM", 1);
  add(out, map.low_ram_top().raw(), kDevices, "PCI Bus 0000:00");
  add(out, kDevices, kDevices + 0x400, "IOAPIC 0");
  add(out, 0xfed00000, 0xfed00400, "HPET 0");
  add(out, 0xfed00000, 0xfed00400, "PNP0103:00", 1);
  add(out, 0xfee00000, 0xfee01000, "Local APIC");
  // The window of 64-bit devices: 2 GiB from the next GiB behind all RAM.
  const std::uint64_t window = align_up(std::max(kFourGib, map.span().raw()), 1 << 30);
  if (pae) add(out, window, window + (std::uint64_t{2} << 30), "PCI Bus 0000:00");
}

}  // namespace

std::string iomem_report(const E820Map& map, const MachineConfig& config) {
  std::vector<Resource> all;
  for (const E820Entry& e : map.entries())
    add(all, e.begin.raw(), e.end().raw(), e.type == E820Type::kRam ? "System RAM" : "Reserved");
  add_image(all, config);
  add_devices(all, map, config.paging == PagingMode::kPae);
  std::stable_sort(all.begin(), all.end(), [](const Resource& a, const Resource& b) {
    return a.begin != b.begin ? a.begin < b.begin : a.depth < b.depth;
  });
  std::string text;
  for (const Resource& r : all)
    text += fmt::format("{:{}}{:08x}-{:08x} : {}\n", "", r.depth * 2, r.begin, r.end - 1, r.name);
  return text;
}

}  // namespace mm32
