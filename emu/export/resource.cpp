// What the guest's resource trees ask of the host at boot (guest/kernel/resource.c), and the
// firmware's map of memory.
#include <algorithm>
#include <array>
#include <cstring>
#include <vector>

#include "emu/device/boot_resources.hpp"
#include "emu/export/registry.hpp"
#include "mm/kernel.hpp"

namespace mm32::emu {
namespace {

// guest/kernel/resource.c: struct boot_range
struct BootRange {
  std::uint64_t start;
  std::uint64_t end;
  std::uint32_t flags;
  std::uint32_t description;
  std::int32_t parent;
  std::int32_t sibling;
  char name[24];
};
static_assert(sizeof(BootRange) == 56);

BootRange boot_range(const PlacedResource& placed) {
  const auto number = [](std::optional<std::size_t> of) {
    return of ? static_cast<std::int32_t>(*of) : -1;
  };
  const BootResource& r = placed.range;
  BootRange range{
      r.begin, r.end - 1, r.flags, r.description, number(placed.parent), number(placed.sibling),
      {}};
  r.name.copy(range.name, sizeof range.name - 1);
  return range;
}

/// Describes the ranges of a kind of addresses, at most `room`; returns how many there are.
Outcome<std::uint32_t> boot_resources(KernelContext& k, std::uint32_t kind, VirtAddr out,
                                      std::uint32_t room) {
  const auto tree = resource_tree(kind == resource_flag::kIo
                                      ? boot_ioports()
                                      : boot_iomem(k.mm().e820(), k.mm().context().config));
  std::vector<BootRange> ranges;
  for (const PlacedResource& placed : tree)
    if (ranges.size() < room) ranges.push_back(boot_range(placed));
  MM_TRY(k.write(out, std::as_bytes(std::span(ranges))));
  return static_cast<std::uint32_t>(ranges.size());
}

enum class Table : std::uint8_t { kUpdated, kFirmware };

// The firmware calls the first page RAM; the kernel reserves it.
std::uint32_t type_of(const E820Entry& entry, Table table) {
  constexpr std::uint32_t kRam = 1;  // Linux: enum e820_type
  constexpr std::uint32_t kReserved = 2;
  const bool first_page = entry.begin == PhysAddr();
  if (table == Table::kFirmware && first_page) return kRam;
  return entry.type == E820Type::kRam ? kRam : kReserved;
}

/// Whether an entry of that type (0: any) and [start, end) have a byte in common.
/// Linux: e820__mapped_any, e820__mapped_raw_any.
template <Table kTable>
std::uint32_t e820_mapped_any(KernelContext& k, std::uint64_t start, std::uint64_t end,
                              std::uint32_t type) {
  const auto& entries = k.mm().e820().entries();
  return std::any_of(entries.begin(), entries.end(),
                     [&](const E820Entry& e) {
                       return (type == 0 || type == type_of(e, kTable)) && e.begin.raw() < end &&
                              e.end().raw() > start;
                     })
             ? 1u
             : 0u;
}

constexpr std::array kExports = {
    make_export<&e820_mapped_any<Table::kUpdated>>("e820__mapped_any"),
    make_export<&e820_mapped_any<Table::kFirmware>>("e820__mapped_raw_any"),
    make_export<&boot_resources>("mm32_boot_resources"),
};

}  // namespace

std::span<const KernelExport> resource_exports() { return kExports; }

}  // namespace mm32::emu
