// What the guest's resource trees ask of the host at boot (guest/kernel/resource.c).
#include <array>
#include <cstring>

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
  char name[24];
};
static_assert(sizeof(BootRange) == 48);

/// Describes range `index` of a kind of addresses; false when there are no more.
Outcome<std::uint32_t> boot_resource(KernelContext& k, std::uint32_t kind, std::uint32_t index,
                                     VirtAddr out) {
  const auto all = kind == resource_flag::kIo ? boot_ioports()
                                              : boot_iomem(k.mm().e820(), k.mm().context().config);
  if (index >= all.size()) return 0u;
  const BootResource& r = all[index];
  BootRange range{r.begin, r.end - 1, r.flags, r.description, {}};
  r.name.copy(range.name, sizeof range.name - 1);
  MM_TRY(k.write(out, std::as_bytes(std::span(&range, 1))));
  return 1u;
}

constexpr std::array kExports = {
    make_export<&boot_resource>("mm32_boot_resource"),
};

}  // namespace

std::span<const KernelExport> resource_exports() { return kExports; }

}  // namespace mm32::emu
