// Where each section of a module will lie: the core part, which stays, and the init part, which is
// freed after init has returned.
//
//   core:  | text | rodata | ro after init | data, bss, symbols of the core |
//   init:  | text | rodata |               | data, symbols of all, strings  |
//
// Each column starts on a page boundary, so that it can have its own protection (text R-X, rodata
// and ro-after-init R--, data RW-). Offsets are the ones that the real kernel computes, its own
// kallsyms copies at the ends included (their room is kept and filled with zeros), so a module's
// addresses and sizes can be compared with /sys/module/NAME/sections one by one.
// P1  Sections do not overlap; each is aligned as the file asks, relative to a page-aligned base.
// P2  Parts are whole pages and cover their region without gaps.
// .modinfo and __versions are not loaded; the per-CPU section is placed by its allocator instead.
// Linux 6.1: kernel/module/main.c layout_sections, kernel/module/kallsyms.c layout_symtab.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "emu/loader/elf_object.hpp"
#include "mm/base/types.hpp"

namespace mm32::emu {

enum class Protection : std::uint8_t { kReadExecute, kReadOnly, kReadOnlyAfterInit, kReadWrite };
enum class ModuleRegion : std::uint8_t { kCore, kInit };

/// A column of the sketch above: [offset, offset + size) of its region, whole pages, maybe empty.
struct ModulePart {
  Protection protection = Protection::kReadWrite;
  std::uint32_t offset = 0;
  std::uint32_t size = 0;
};

struct RegionPlan {
  std::uint32_t size = 0;             // whole pages; 0: the region is not needed
  std::array<ModulePart, 4> parts{};  // in the order of Protection
};

struct SectionPlace {
  ModuleRegion region = ModuleRegion::kCore;
  std::uint32_t offset = 0;
};

/// The module's static per-CPU variables: wants memory from the per-CPU allocator.
struct PerCpuNeed {
  std::uint32_t section = 0;
  std::uint32_t size = 0;
  std::uint32_t alignment = 1;
};

struct ModulePlan {
  RegionPlan core{};
  RegionPlan init{};
  std::vector<std::optional<SectionPlace>> sections{};  // by section index; nullopt: not loaded
  std::optional<PerCpuNeed> percpu{};
};

/// Plans a module (object.kind() must be kModule). Cannot fail: see ElfObject E5.
ModulePlan plan_module(const ElfObject& object);

}  // namespace mm32::emu
