#include "emu/loader/module_plan.hpp"

#include <gtest/gtest.h>

#include "tests/unit/emu/loader_fixture.hpp"

namespace mm32::emu {
namespace {

struct Expected {
  const char* section;
  ModuleRegion region;
  std::uint32_t offset;
};

void expect_places(const ElfObject& object, const ModulePlan& plan,
                   std::initializer_list<Expected> expected) {
  for (const Expected& row : expected) {
    const ElfSection* section = object.find_section(row.section);
    ASSERT_NE(section, nullptr) << row.section;
    const auto& place = plan.sections[section->index];
    ASSERT_TRUE(place.has_value()) << row.section;
    EXPECT_EQ(place->region, row.region) << row.section;
    EXPECT_EQ(place->offset, row.offset) << row.section;
  }
}

// The figures are those of /sys/module/rich/sections on the real kernel: core at e0840000, init at
// e0847000.
TEST(ModulePlanTest, PlacesSectionsWhereTheRealKernelDoes) {
  const ElfObject object = data_object("rich.ko");
  const ModulePlan plan = plan_module(object);
  constexpr auto kCore = ModuleRegion::kCore;
  constexpr auto kInit = ModuleRegion::kInit;
  expect_places(object, plan,
                {{".text", kCore, 0x0000},
                 {".text.unlikely", kCore, 0x0020},
                 {".altinstr_replacement", kCore, 0x0049},
                 {".exit.text", kCore, 0x004c},
                 {".note.gnu.build-id", kCore, 0x1000},
                 {".note.Linux", kCore, 0x1024},
                 {"__ksymtab", kCore, 0x1060},
                 {"__ksymtab_gpl", kCore, 0x1078},
                 {"__kcrctab", kCore, 0x1084},
                 {"__kcrctab_gpl", kCore, 0x108c},
                 {".altinstructions", kCore, 0x1090},
                 {"__ksymtab_strings", kCore, 0x109c},
                 {"__mcount_loc", kCore, 0x10c4},
                 {".rodata.str1.1", kCore, 0x10d4},
                 {".rodata.str1.4", kCore, 0x113c},
                 {"__param", kCore, 0x11a4},
                 {".rodata", kCore, 0x12f8},
                 {"__jump_table", kCore, 0x2000},
                 {".data..ro_after_init", kCore, 0x200c},
                 {".data", kCore, 0x3000},
                 {".exit.data", kCore, 0x302c},
                 {".gnu.linkonce.this_module", kCore, 0x3040},
                 {".bss", kCore, 0x3280},
                 {".init.text", kInit, 0x0000},
                 {".init.data", kInit, 0x1000},
                 {".symtab", kInit, 0x2000},
                 {".strtab", kInit, 0x2a60}});
  EXPECT_EQ(plan.core.size, 24576u);  // /sys/module/rich/coresize
}

TEST(ModulePlanTest, LeavesOutWhatTheKernelDoesNotKeep) {
  const ElfObject object = data_object("rich.ko");
  const ModulePlan plan = plan_module(object);
  for (const char* name : {".modinfo", "__versions", ".data..percpu", ".comment"})
    EXPECT_FALSE(plan.sections[object.find_section(name)->index].has_value()) << name;
  ASSERT_TRUE(plan.percpu.has_value());
  EXPECT_EQ(plan.percpu->size, 4u);
  EXPECT_EQ(plan.percpu->alignment, 4u);
  EXPECT_FALSE(plan_module(data_object("hello.ko")).percpu.has_value());
}

TEST(ModulePlanTest, PartsAreWholePagesWithoutGapsAndHoldTheirSections) {
  for (const char* name : {"hello.ko", "rich.ko"}) {
    const ElfObject object = data_object(name);
    const ModulePlan plan = plan_module(object);
    for (const RegionPlan* region : {&plan.core, &plan.init}) {
      std::uint32_t end = 0;
      for (const ModulePart& part : region->parts) {
        EXPECT_EQ(part.offset, end);
        EXPECT_EQ(part.size % kPageSize, 0u);
        end += part.size;
      }
      EXPECT_EQ(end, region->size);
    }
    for (const ElfSection& section : object.sections()) {
      const auto& place = plan.sections[section.index];
      if (!place || section.size == 0) continue;
      const RegionPlan& region = place->region == ModuleRegion::kCore ? plan.core : plan.init;
      const ModulePart& text = region.parts[0];
      const bool in_text = place->offset < text.size;
      EXPECT_EQ(in_text, section.is_exec()) << section.name;
      EXPECT_LE(place->offset + section.size, region.size) << section.name;
      EXPECT_EQ(place->offset % section.alignment, 0u) << section.name;
    }
  }
}

}  // namespace
}  // namespace mm32::emu
