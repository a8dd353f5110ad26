#include "emu/leaks/guest_call.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "emu/machine/machine.hpp"
#include "emu/machine/modules.hpp"

namespace mm32::emu {

std::uint32_t MachineCall::export_index() const { return machine_.executor().serving(); }
std::uint64_t MachineCall::serial() const { return machine_.executor().export_calls(); }

// Stacks are in lowmem, where a word is read without a walk.
std::span<const VirtAddr> MachineCall::return_addresses() {
  const Ram& ram = machine_.ram();
  const StackBounds stack = machine_.current_stack();
  const std::uint32_t top = stack.top.raw();
  const auto word = [&](std::uint32_t at) { return ram.at<std::uint32_t>(VirtAddr(at)); };
  const auto inside = [&](std::uint32_t at, std::uint32_t bytes) {
    return at >= stack.bottom.raw() && at % 4 == 0 && top >= bytes && at <= top - bytes;
  };
  if (stack.bottom.raw() < kPageOffset || stack.top > machine_.mm().space().high_memory) return {};
  std::uint32_t above = machine_.context().mailbox().esp;
  if (!inside(above, 4)) return {};
  std::size_t count = 0;
  frames_[count++] = VirtAddr(word(above));
  std::uint32_t frame = machine_.cpu().frame_pointer();
  while (count < frames_.size() && inside(frame, 8) && frame >= above) {
    frames_[count++] = VirtAddr(word(frame + 4));
    above = frame + 8;
    frame = word(frame);
  }
  return std::span(frames_).first(count);
}

// guest/kernel/mm/kmap_local.c: struct kmap_site, one a level.
std::vector<LocalMap> MachineCall::local_maps() {
  const VirtAddr sites = machine_.image().symbol("__mm32_kmap_sites");
  const Ram& ram = machine_.ram();
  const auto& ctrl = ram.at<KmapCtrl>(machine_.current().kmap_ctrl());
  std::vector<LocalMap> maps;
  for (unsigned level = 0; level < KmapCtrl::kMax; ++level) {
    const VirtAddr site = sites + Bytes(8 * level);
    maps.push_back({fix_to_virt(FixmapIndex(raw(FixmapIndex::kKmapBegin) + level)),
                    VirtAddr(ram.at<std::uint32_t>(site)),
                    VirtAddr(ram.at<std::uint32_t>(site + Bytes(4))),
                    static_cast<int>(level) < ctrl.idx});
  }
  return maps;
}

namespace {

// Where the call was written: inline functions of headers are the API that was called.
std::string written_at(Machine& machine, VirtAddr call) {
  const std::vector<SourceFrame> frames = machine.modules().source_frames(call);
  if (frames.empty()) return machine.source_line(call);
  const auto own = std::ranges::find_if(
      frames, [](const SourceFrame& f) { return f.place.file.extension() != ".h"; });
  const SourceLine& place = own == frames.end() ? frames.back().place : own->place;
  return fmt::format("{}:{}", place.file.filename().string(), place.line);
}

}  // namespace

FrameText describe_return_address(Machine& machine, VirtAddr address) {
  const VirtAddr call(address.raw() - 1);
  FrameText frame{.text = machine.symbols().format_return_address(address)};
  if (const auto symbol = machine.symbols().find(call)) frame.module = symbol->module;
  frame.line = written_at(machine, call);
  if (!frame.line.empty()) frame.text += " (" + frame.line + ")";
  return frame;
}

}  // namespace mm32::emu
