#include "emu/loader/module_linker.hpp"

#include <elf.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstring>

#include "emu/loader/imports.hpp"
#include "tests/unit/emu/loader_fixture.hpp"

namespace mm32::emu {
namespace {

const ModuleBases kBases{VirtAddr(0xE0840000), VirtAddr(0xE0847000), VirtAddr(0x400)};

std::uint32_t word_at(std::span<const std::byte> bytes, std::size_t offset) {
  std::uint32_t value = 0;
  std::memcpy(&value, bytes.data() + offset, sizeof(value));
  return value;
}

Loaded<LinkedModule> link(const ElfObject& object, SymbolResolver& kernel) {
  return link_module(object, plan_module(object), kBases, kernel);
}

TEST(ModuleLinkerTest, RelocatesCodeAndData) {
  const ElfObject object = data_object("hello.ko");
  FakeKernel kernel;
  const LinkedModule module = link(object, kernel).value();
  const LinkedSection* text = module.find_section(".init.text");
  ASSERT_NE(text, nullptr);
  EXPECT_EQ(text->address, VirtAddr(0xE0847000));
  // call __fentry__ at +0: the operand at +1 is relative to its end.
  EXPECT_EQ(word_at(text->data, 1) + text->address.raw() + 5,
            kernel.symbols.at("__fentry__").raw());
  EXPECT_EQ(word_at(text->data, 0x13) + text->address.raw() + 0x17,
            kernel.symbols.at("_printk").raw());
  // push $string at +0xd.
  const LinkedSection* strings = module.find_section(".rodata.str1.1");
  const std::uint32_t offset = word_at(text->data, 0xe) - strings->address.raw();
  EXPECT_STREQ(reinterpret_cast<const char*>(strings->data.data()) + offset,
               "\001"
               "6hello PAGE_OFFSET=%lx\n");
}

TEST(ModuleLinkerTest, FindsTheEntryPointsAndTheModuleStructure) {
  const ElfObject object = data_object("hello.ko");
  FakeKernel kernel;
  const LinkedModule module = link(object, kernel).value();
  EXPECT_EQ(module.init_function, VirtAddr(0xE0847000));
  ASSERT_TRUE(module.exit_function && module.this_module);
  const LinkedSection* self = module.find_section(".gnu.linkonce.this_module");
  EXPECT_EQ(word_at(self->data, 0xcc), module.init_function->raw());
  EXPECT_EQ(word_at(self->data, 0x20c), module.exit_function->raw());
  EXPECT_EQ(module.this_module, self->address);
}

TEST(ModuleLinkerTest, ReadsExportsWithLicenceAndNamespace) {
  const ElfObject object = data_object("rich.ko");
  FakeKernel kernel;
  const LinkedModule module = link(object, kernel).value();
  ASSERT_EQ(module.exports.size(), 3u);
  EXPECT_EQ(module.exports[0].name, "rich_data");
  EXPECT_EQ(module.exports[0].name_space, "RICH");
  EXPECT_EQ(module.exports[0].address, module.find_symbol("rich_data"));
  EXPECT_EQ(module.exports[1].name, "rich_exported");
  EXPECT_EQ(module.exports[1].address, VirtAddr(0xE0840000));
  EXPECT_EQ(module.exports[1].licence, ExportLicence::kAny);
  EXPECT_EQ(module.exports[2].name, "rich_gpl");
  EXPECT_EQ(module.exports[2].address, VirtAddr(0xE0840010));
  EXPECT_EQ(module.exports[2].licence, ExportLicence::kGplOnly);
}

TEST(ModuleLinkerTest, WeakUndefinedSymbolsAreZero) {
  const ElfObject object = data_object("rich.ko");
  FakeKernel kernel;
  kernel.unknown["weak_thing"] = 1;
  EXPECT_TRUE(link(object, kernel).has_value());
}

TEST(ModuleLinkerTest, PerCpuVariablesAreRelativeToTheirArea) {
  const ElfObject object = data_object("rich.ko");
  FakeKernel kernel;
  const LinkedModule module = link(object, kernel).value();
  ASSERT_EQ(module.percpu.size(), 4u);
  EXPECT_EQ(word_at(module.percpu, 0), 7u);
  // `this_cpu_inc(pc)` is the only place of init that names an address below one page.
  const LinkedSection* text = module.find_section(".init.text");
  bool seen = false;
  for (std::size_t at = 0; at + 4 <= text->data.size(); ++at)
    seen |= word_at(text->data, at) == kBases.percpu.raw();
  EXPECT_TRUE(seen);
}

TEST(ModuleLinkerTest, ListsEveryUnknownSymbolWithItsPlaces) {
  const ElfObject object = data_object("hello.ko");
  FakeKernel kernel;
  kernel.unknown = {{"__fentry__", 1}, {"_printk", 1}};
  const auto result = link(object, kernel);
  ASSERT_FALSE(result.has_value());
  EXPECT_EQ(result.error().code, Errno::kNoEnt);
  const std::string file = data_file("hello.ko").string();
  EXPECT_THAT(
      result.error().lines,
      testing::ElementsAre(file + ": unknown symbol __fentry__, needed at h_init+0x1",
                           file + ": unknown symbol _printk, needed at h_init+0x13, h_exit+0x9"));
}

TEST(ModuleLinkerTest, RefusesUnknownRelocationsAndCommonSymbols) {
  std::vector<std::byte> bytes = data_bytes("hello.ko");
  const ElfObject object = data_object("hello.ko");
  const ElfSection* relocations = object.find_section(".rel.init.text");
  bytes[relocations->file_offset + 4] = std::byte{R_386_GOTPC};
  FakeKernel kernel;
  EXPECT_EQ(link(ElfObject::parse("x.ko", bytes).value(), kernel).error().lines[0],
            "x.ko: unknown relocation type 10 at h_init+0x1");

  bytes = data_bytes("hello.ko");
  const ElfSection* symbols = object.find_section(".symtab");
  for (std::uint32_t index = 1; index < object.symbols().size(); ++index) {
    if (object.symbols()[index].name != "_printk") continue;
    const std::uint16_t common = SHN_COMMON;
    std::memcpy(bytes.data() + symbols->file_offset + index * sizeof(Elf32_Sym) +
                    offsetof(Elf32_Sym, st_shndx),
                &common, sizeof(common));
  }
  EXPECT_EQ(link(ElfObject::parse("x.ko", bytes).value(), kernel).error().lines[0],
            "x.ko: has the common symbol _printk: please compile with -fno-common");
}

TEST(ImportsTest, ShortensLongListsOfPlaces) {
  Import import{"foo"};
  for (unsigned index = 0; index < 10; ++index)
    import.places.push_back({"bar", index, index == 0 ? "x.c" : "", 31});
  EXPECT_EQ(describe_import(import),
            "foo, needed at bar+0x0 (x.c:31), bar+0x1, bar+0x2, bar+0x3, bar+0x4, bar+0x5, "
            "bar+0x6, bar+0x7 and 2 more");
}

}  // namespace
}  // namespace mm32::emu
