#include "emu/device/boot_resources.hpp"

#include <algorithm>

#include "emu/device/ports.hpp"
#include "emu/device/test_device.hpp"

namespace mm32::emu {
namespace {

constexpr std::uint32_t kDescriptionReserved = 7;  // Linux: IORES_DESC_RESERVED
constexpr std::uint32_t kRam =
    resource_flag::kMemory | resource_flag::kSystemRam | resource_flag::kBusy;
constexpr std::uint32_t kClaimed = resource_flag::kMemory | resource_flag::kBusy;

// What the firmware keeps is taken below 1 MB only. Linux: do_mark_busy.
constexpr std::uint32_t reserved_flags(PhysAddr begin) {
  return begin.raw() < (1u << 20) ? kClaimed : resource_flag::kMemory;
}
constexpr std::uint32_t kBus = resource_flag::kMemory | resource_flag::kWindow;
constexpr std::uint64_t kDevices = 0xfec00000;
constexpr std::uint64_t kFourGib = std::uint64_t{1} << 32;

class Ranges {
 public:
  void add(std::uint64_t begin, std::uint64_t end, std::string name, std::uint32_t flags,
           std::uint32_t description = 0) {
    if (begin < end) all_.push_back({begin, end, std::move(name), flags, description});
  }
  std::vector<BootResource> take() { return std::move(all_); }

 private:
  std::vector<BootResource> all_;
};

void add_image(Ranges& out, const MachineConfig& config) {
  const std::uint64_t begin = config.image_begin.raw();
  const std::uint64_t rodata_end = config.image_rodata_end.raw();
  const std::uint64_t text_end =
      std::clamp(config.image_text_end.raw(), begin, std::max(begin, rodata_end));
  out.add(begin, text_end, "Kernel code", kRam);
  out.add(text_end, rodata_end, "Kernel rodata", kRam);
  out.add(rodata_end, config.image_end.raw(), "Kernel data", kRam);
}

void add_board(Ranges& out, const E820Map& map, bool pae) {
  out.add(0xa0000, 0xc0000, "Video RAM area", kClaimed);
  out.add(0xa0000, 0xc0000, "PCI Bus 0000:00", kBus);
  out.add(0xc0000, 0xc0600, "Video ROM", kClaimed);
  out.add(0xf0000, 0x100000, "System ROM", kClaimed);
  out.add(map.low_ram_top().raw(), kDevices, "PCI Bus 0000:00", kBus);
  out.add(kDevices, kDevices + 0x400, "IOAPIC 0", kClaimed);
  out.add(0xfed00000, 0xfed00400, "PNP0103:00", resource_flag::kMemory);
  out.add(0xfed00000, 0xfed00400, "HPET 0", kClaimed);
  out.add(0xfee00000, 0xfee01000, "Local APIC", kClaimed);
  // The window of 64-bit devices: 2 GiB from the next GiB behind all RAM.
  const std::uint64_t window = align_up(std::max(kFourGib, map.span().raw()), 1 << 30);
  if (pae) out.add(window, window + (std::uint64_t{2} << 30), "PCI Bus 0000:00", kBus);
}

}  // namespace

std::vector<BootResource> boot_iomem(const E820Map& map, const MachineConfig& config) {
  Ranges out;
  add_board(out, map, config.paging == PagingMode::kPae);
  for (const E820Entry& e : map.entries()) {
    const bool ram = e.type == E820Type::kRam;
    out.add(e.begin.raw(), e.end().raw(), ram ? "System RAM" : "Reserved",
            ram ? kRam : reserved_flags(e.begin), ram ? 0 : kDescriptionReserved);
  }
  add_image(out, config);
  if (has_test_device(config)) {
    out.add(TestDevice::kRegisters.raw(),
            (TestDevice::kRegisters + TestDevice::kRegisterBytes).raw(), "mm32 test registers",
            resource_flag::kMemory);
    out.add(TestDevice::kFrameBuffer.raw(),
            (TestDevice::kFrameBuffer + TestDevice::kFrameBufferBytes).raw(), "mm32 frame buffer",
            resource_flag::kMemory);
  }
  return out.take();
}

std::vector<BootResource> boot_ioports() {
  constexpr std::uint32_t kPort = resource_flag::kIo | resource_flag::kBusy;
  constexpr std::uint32_t kPortBus = resource_flag::kIo | resource_flag::kWindow;
  Ranges out;
  out.add(0x0000, 0x0cf8, "PCI Bus 0000:00", kPortBus);
  for (const BoardPorts& p : board_ports()) out.add(p.begin, p.end, std::string(p.name), kPort);
  out.add(0x0d00, 0x10000, "PCI Bus 0000:00", kPortBus);
  return out.take();
}

std::vector<PlacedResource> resource_tree(std::vector<BootResource> ranges) {
  std::ranges::reverse(ranges);
  std::ranges::stable_sort(ranges, [](const BootResource& a, const BootResource& b) {
    return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
  });
  std::vector<PlacedResource> tree;
  std::vector<std::size_t> around;  // from the outermost to the last that was placed
  for (BootResource& range : ranges) {
    std::optional<std::size_t> left;
    while (!around.empty() && tree[around.back()].range.end <= range.begin) {
      left = around.back();
      around.pop_back();
    }
    if (!around.empty() && tree[around.back()].range.end < range.end) {
      if (left) around.push_back(*left);
      continue;
    }
    PlacedResource placed{std::move(range)};
    if (!around.empty()) placed.parent = around.back();
    placed.sibling = left;
    around.push_back(tree.size());
    tree.push_back(std::move(placed));
  }
  return tree;
}

}  // namespace mm32::emu
