// The resident kernel's own calls to the host (guest/kernel/host.h, guest/kernel/lib/host.h).
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstring>

#include "emu/export/registry.hpp"
#include "emu/loader/symbol_table.hpp"
#include "emu/machine/kernel_log.hpp"
#include "emu/machine/modules.hpp"
#include "emu/machine/static_call.hpp"
#include "emu/oops/reporter.hpp"
#include "emu/oops/trap_decision.hpp"
#include "mm/kernel.hpp"

namespace mm32::emu {
namespace {

constexpr std::uint32_t kLogMax = 64 << 10;
// guest/kernel/lib/host.h
constexpr std::uint32_t kLogNewline = 1;
constexpr std::uint32_t kLogContinue = 2;
constexpr std::uint32_t kLogRoomShift = 8;
constexpr std::int32_t kSymbolNoOffset = 1;
constexpr std::int32_t kSymbolBacktrace = 2;

Outcome<void> log_text(KernelContext& k, std::int32_t level, VirtAddr text, std::uint32_t length,
                       std::uint32_t flags) {
  std::string copy(std::min(length, kLogMax), '\0');
  MM_TRY(k.read(text, std::as_writable_bytes(std::span(copy))));
  k.log().record(static_cast<LogLevel>(std::clamp(level, 0, 7)), copy,
                 {.continues = (flags & kLogContinue) != 0,
                  .ends = (flags & kLogNewline) != 0,
                  .room = flags >> kLogRoomShift});
  return {};
}

Outcome<std::int32_t> symbol_name(KernelContext& k, VirtAddr address, VirtAddr buffer,
                                  std::int32_t size, std::int32_t flags) {
  const auto& symbols = k.symbols();
  if (!symbols.find(address)) return -1;
  std::string text = (flags & kSymbolBacktrace) != 0  ? symbols.format_return_address(address)
                     : (flags & kSymbolNoOffset) != 0 ? symbols.format_name(address)
                                                      : symbols.format(address);
  if (size <= 0) return 0;
  text.resize(std::min<std::size_t>(text.size(), static_cast<std::size_t>(size) - 1));
  const auto length = static_cast<std::int32_t>(text.size());
  MM_TRY(k.write(buffer, std::as_bytes(std::span(text.c_str(), text.size() + 1))));
  return length;
}

Outcome<std::uint32_t> trap(KernelContext& k, VirtAddr regs, std::uint32_t vector,
                            VirtAddr address) {
  return decide_trap(k, regs, vector, address);
}

// Guest code keeps the areas of user addresses; the host only tells who follows events.
Bytes vma_size(VirtAddr begin, VirtAddr end) {
  return end > begin ? Bytes((end - begin).raw()) : Bytes();
}
void vma_stored(KernelContext& k, VirtAddr begin, VirtAddr end) {
  k.mm().context().events.emit(event::VmaStore{begin, vma_size(begin, end)});
}
void vma_erased(KernelContext& k, VirtAddr begin, VirtAddr end) {
  k.mm().context().events.emit(event::VmaErase{begin, vma_size(begin, end)});
}

void trace_print(KernelContext& k, VirtAddr ip, VirtAddr text, std::uint32_t length) {
  k.mm().context().events.emit(event::TracePrint{ip, text, Bytes(length)});
}

void task_exit(KernelContext& k, std::int32_t code) { k.exit_task(code); }

// Linux: add_taint, whose flags are the bits of Taint.
void add_taint(KernelContext& k, std::uint32_t flag, std::int32_t /*lockdep_ok*/) {
  constexpr std::uint32_t kTaintFlags = 19;
  if (flag < kTaintFlags) k.reporter().taint(static_cast<Taint>(flag));
}

Outcome<VirtAddr> exported_symbol(KernelContext& k, VirtAddr name) {
  constexpr std::size_t kLongestName = 512;  // Linux: KSYM_NAME_LEN
  MM_TRY_ASSIGN(const std::string text, k.read_string(name, kLongestName));
  return k.modules().find_export(text).value_or(VirtAddr());
}

Outcome<std::uint32_t> is_gpl_export(KernelContext& k, VirtAddr name) {
  constexpr std::size_t kLongestName = 512;  // Linux: KSYM_NAME_LEN
  MM_TRY_ASSIGN(const std::string text, k.read_string(name, kLongestName));
  return k.modules().is_gpl_export(text) ? 1 : 0;
}

void update_jump_sites(KernelContext& k, VirtAddr key) { k.modules().update_jump_sites(key); }

// i386 has trampolines only, so `site` is nobody's.
void static_call_transform(KernelContext& k, VirtAddr /*site*/, VirtAddr trampoline,
                           VirtAddr function, std::uint32_t /*tail*/) {
  transform_trampoline(k, trampoline, function);
}

std::uint32_t random_u32(KernelContext& k) { return k.random().next(); }

std::uint64_t time_ns(KernelContext& k) { return k.clock().now_ns(); }

void print_modules(KernelContext& k) { k.reporter().print_modules(); }

void dump_stack(KernelContext& k) { k.reporter().dump_stack(LogLevel::kWarning); }

Outcome<void> block(KernelContext& k, VirtAddr what) {
  MM_TRY_ASSIGN(const std::string text, k.read_string(what, 128));
  return stop(WouldBlock{text});
}

void sleep_ns(KernelContext& k, std::uint64_t ns) { k.clock().advance(ns); }

constexpr std::array kExports = {
    make_export<&block>("mm32_block"),
    make_export<&sleep_ns>("mm32_sleep_ns"),
    make_export<&dump_stack>("dump_stack"),
    make_export<&print_modules>("mm32_print_modules"),
    make_export<&log_text>("mm32_log"),
    make_export<&symbol_name>("mm32_symbol"),
    make_export<&trap>("mm32_trap"),
    make_export<&vma_stored>("mm32_vma_stored"),
    make_export<&vma_erased>("mm32_vma_erased"),
    make_export<&trace_print>("mm32_trace_print"),
    make_export<&task_exit>("mm32_task_exit"),
    make_export<&add_taint>("add_taint"),
    make_export<&exported_symbol>("mm32_exported_symbol"),
    make_export<&is_gpl_export>("mm32_is_gpl_export"),
    make_export<&update_jump_sites>("mm32_update_jump_sites"),
    make_export<&static_call_transform>("arch_static_call_transform"),
    make_export<&random_u32>("mm32_random_u32"),
    make_export<&time_ns>("mm32_time_ns"),
};

}  // namespace

std::span<const KernelExport> internal_exports() { return kExports; }

}  // namespace mm32::emu
