// Static keys in modules: the places that test a key are instructions, a jump or a nop, which are
// rewritten when the key changes. Linux 6.1: arch/x86/kernel/jump_label.c, kernel/jump_label.c.
//
// struct jump_entry { s32 code, target; long key; }, each relative to itself; key: bit 0 says that
// the source called the branch likely. A site has the length that the assembler gave its jump: five
// bytes, or two where the target is near.
#include <array>
#include <cstring>
#include <optional>

#include "emu/machine/machine.hpp"
#include "emu/machine/modules.hpp"

namespace mm32::emu {
namespace {

constexpr std::uint32_t kEntryBytes = 12;
constexpr std::uint8_t kNearJump = 0xe9;
constexpr std::uint8_t kShortJump = 0xeb;
// The nops of an i386 kernel.
constexpr std::array<std::uint8_t, 5> kNop5 = {0x3e, 0x8d, 0x74, 0x26, 0x00};
constexpr std::array<std::uint8_t, 2> kNop2 = {0x66, 0x90};
// The nop of other builds of the headers.
constexpr std::array<std::uint8_t, 5> kNopl = {0x0f, 0x1f, 0x44, 0x00, 0x00};

struct Site {
  std::uint32_t bytes;  // 2 or 5
  bool jumps;
};

// nullopt: there is no site, or something has changed it.
std::optional<Site> decode(std::span<const std::uint8_t, 5> code) {
  const auto starts_with = [&](std::span<const std::uint8_t> nop) {
    return std::equal(nop.begin(), nop.end(), code.begin());
  };
  if (code[0] == kNearJump) return Site{5, true};
  if (code[0] == kShortJump) return Site{2, true};
  if (starts_with(kNop2)) return Site{2, false};
  if (starts_with(kNop5) || starts_with(kNopl)) return Site{5, false};
  return std::nullopt;
}

bool inside(VirtAddr base, const RegionPlan& region, VirtAddr site, std::uint32_t bytes) {
  const std::uint32_t offset = site.raw() - base.raw();
  return base != VirtAddr() && offset < region.size && region.size - offset >= bytes;
}

}  // namespace

void Modules::update_jump_site(const Module& module, VirtAddr entry, std::optional<VirtAddr> only) {
  const GuestMemory memory = machine_.cpu().memory();
  std::array<std::uint32_t, 3> word{};
  if (!memory.read(entry, std::as_writable_bytes(std::span(word)))) return;
  const VirtAddr address(entry.raw() + word[0]);
  const std::uint32_t tagged_key = entry.raw() + 8 + word[2];
  const VirtAddr key(tagged_key & ~3u);
  if (only && *only != key) return;
  std::array<std::uint8_t, 5> code{};
  // At the end of a page only two bytes may be there.
  const auto whole = std::as_writable_bytes(std::span(code));
  if (!memory.read(address, whole) && !memory.read(address, whole.first(2))) return;
  const auto site = decode(code);
  if (!site || (!inside(module.bases.core, module.plan.core, address, site->bytes) &&
                !inside(module.bases.init, module.plan.init, address, site->bytes)))
    return;
  const bool enabled = memory.load<std::int32_t>(key).value_or(0) > 0;
  const bool jumps = enabled != ((tagged_key & 1u) != 0);
  if (site->jumps == jumps) return;
  const std::uint32_t distance = entry.raw() + 4 + word[1] - (address.raw() + site->bytes);
  if (site->bytes == 2) {
    std::copy(kNop2.begin(), kNop2.end(), code.begin());
    if (jumps) code = {kShortJump, static_cast<std::uint8_t>(distance)};
  } else {
    code = kNop5;
    if (jumps) {
      code[0] = kNearJump;
      std::memcpy(&code[1], &distance, sizeof distance);
    }
  }
  write_region(address, std::as_bytes(std::span(code)).first(site->bytes));
  machine_.cpu().mmu().forget_code(page_floor(address), Pages(2));
}

void Modules::update_jump_table(const Module& module, std::optional<VirtAddr> only) {
  const LinkedSection* table = module.linked->find_section("__jump_table");
  if (table == nullptr) return;
  for (std::uint32_t at = 0; at + kEntryBytes <= table->data.size(); at += kEntryBytes)
    update_jump_site(module, table->address + Bytes(at), only);
}

void Modules::update_jump_sites(VirtAddr key) {
  for (const auto& module : modules_) update_jump_table(*module, key);
}

}  // namespace mm32::emu
