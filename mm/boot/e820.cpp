#include "mm/boot/e820.hpp"

#include <algorithm>

namespace mm32 {
namespace {

constexpr std::uint64_t kLowRamEnd = 0x9fc00;  // extended BIOS data area
constexpr std::uint64_t kBiosBegin = 0xf0000;
constexpr std::uint64_t kExtendedBegin = 0x100000;
constexpr std::uint64_t kSplitFrom = 0xe0000000;     // RAM of this size and more is split …
constexpr std::uint64_t kSplitAt = 0xc0000000;       // … here
constexpr std::uint64_t kDevicesBegin = 0xfec00000;  // interrupt controllers
constexpr std::uint64_t kRomBegin = 0xfffc0000;
constexpr std::uint64_t kFourGib = std::uint64_t{1} << 32;
constexpr std::uint64_t kAddressLimit = std::uint64_t{1} << 36;  // RAM moved behind it is lost
constexpr std::uint64_t kFirmwareTop = 128 << 10;

std::uint64_t top_of_low_ram(const MachineConfig& config) {
  const std::uint64_t mem = config.mem.raw();
  if (config.layout == LayoutName::kClassic && config.paging == PagingMode::kTwoLevel)
    return std::min(mem, kDevicesBegin);
  return mem >= kSplitFrom ? kSplitAt : mem;
}

}  // namespace

void E820Map::add(std::uint64_t begin, std::uint64_t end, E820Type type) {
  if (begin < end) entries_.push_back({PhysAddr(begin), Bytes(end - begin), type});
}

E820Map E820Map::of(const MachineConfig& config) {
  E820Map map;
  const std::uint64_t top = top_of_low_ram(config);
  const std::uint64_t kept = config.layout == LayoutName::kLinux61 ? kFirmwareTop : 0;
  map.low_ram_top_ = PhysAddr(top);
  map.add(0, kPageSize, E820Type::kReserved);
  map.add(kPageSize, kLowRamEnd, E820Type::kRam);
  map.add(kLowRamEnd, 0xa0000, E820Type::kReserved);
  map.add(kBiosBegin, kExtendedBegin, E820Type::kReserved);
  map.add(kExtendedBegin, top - std::min(top, kept), E820Type::kRam);
  map.add(top - std::min(top, kept), top, E820Type::kReserved);
  map.add(kRomBegin, kFourGib, E820Type::kReserved);
  if (config.paging == PagingMode::kPae && config.mem.raw() > top)
    map.add(kFourGib, std::min(kFourGib + config.mem.raw() - top, kAddressLimit), E820Type::kRam);
  return map;
}

Pfn E820Map::end_pfn() const {
  Pfn end;
  for (const E820Entry& e : entries_)
    if (e.type == E820Type::kRam) end = pfn_of(e.end());
  return end;
}

Bytes E820Map::span() const {
  std::uint64_t end = low_ram_top_.raw();
  for (const E820Entry& e : entries_)
    if (e.type == E820Type::kRam) end = std::max(end, e.end().raw());
  return Bytes(end);
}

bool E820Map::overlaps_ram(PhysAddr begin, Bytes size) const {
  return std::any_of(entries_.begin(), entries_.end(), [&](const E820Entry& e) {
    return e.type == E820Type::kRam && e.begin < begin + size && begin < e.end();
  });
}

}  // namespace mm32
