#include "emu/loader/elf_object.hpp"

#include <elf.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstring>
#include <functional>
#include <random>

#include "emu/loader/imports.hpp"
#include "emu/loader/module_linker.hpp"
#include "tests/unit/emu/loader_fixture.hpp"

namespace mm32::emu {
namespace {

using testing::HasSubstr;

std::string error_of(std::vector<std::byte> bytes) {
  const auto result = ElfObject::parse("x.ko", std::move(bytes));
  if (result) return "";
  EXPECT_EQ(result.error().lines.size(), 1u);
  EXPECT_EQ(result.error().lines[0].find('\n'), std::string::npos);
  EXPECT_TRUE(result.error().lines[0].starts_with("x.ko: ")) << result.error().lines[0];
  return result.error().lines[0];
}

std::string error_after(const std::function<void(Elf32_Ehdr&)>& change) {
  std::vector<std::byte> bytes = data_bytes("hello.ko");
  Elf32_Ehdr header;
  std::memcpy(&header, bytes.data(), sizeof(header));
  change(header);
  std::memcpy(bytes.data(), &header, sizeof(header));
  return error_of(std::move(bytes));
}

TEST(ElfObjectTest, ReadsAModuleOfTheRealKernelsHeaders) {
  const ElfObject object = data_object("hello.ko");
  EXPECT_EQ(object.kind(), ElfObject::Kind::kModule);
  EXPECT_EQ(object.module_name(), "hello");
  EXPECT_EQ(object.modinfo().vermagic(), "6.1.0-50-686 SMP preempt mod_unload modversions GEODE ");
  EXPECT_EQ(object.sections().size(), 26u);
  EXPECT_EQ(object.symbols().size(), 36u);
  const ElfSection* text = object.find_section(".init.text");
  ASSERT_NE(text, nullptr);
  EXPECT_TRUE(text->is_exec() && text->is_alloc() && !text->is_write());
  EXPECT_EQ(text->size, 0x1bu);
  ASSERT_EQ(text->relocations.size(), 3u);
  EXPECT_EQ(text->relocations[2].type, static_cast<std::uint32_t>(R_386_PC32));
  EXPECT_EQ(object.symbols()[text->relocations[2].symbol].name, "_printk");
  const ElfSymbol* init = object.find_defined_symbol("init_module");
  ASSERT_NE(init, nullptr);
  EXPECT_EQ(object.sections()[init->section].name, ".init.text");
  EXPECT_EQ(object.find_defined_symbol("_printk"), nullptr);
}

TEST(ElfObjectTest, NamesAModuleWithoutModinfoAfterItsFile) {
  std::vector<std::byte> bytes = data_bytes("hello.ko");
  const std::string_view key = "name=hello";
  auto* text = reinterpret_cast<char*>(bytes.data());
  const std::size_t at = std::string_view(text, bytes.size()).find(key);
  ASSERT_NE(at, std::string_view::npos);
  text[at] = 'X';
  EXPECT_EQ(ElfObject::parse("/a/b/my-module.ko", std::move(bytes)).value().module_name(),
            "my_module");
}

TEST(ElfObjectTest, NamesWhatIsWrongWithTheFile) {
  EXPECT_EQ(error_of({}), "x.ko: is empty");
  EXPECT_EQ(error_of(std::vector<std::byte>(100, std::byte{'a'})), "x.ko: is not an ELF file");
  EXPECT_EQ(error_after([](Elf32_Ehdr& h) { h.e_ident[EI_CLASS] = ELFCLASS64; }),
            "x.ko: is a 64-bit ELF file; mm32 runs i386 code");
  EXPECT_EQ(error_after([](Elf32_Ehdr& h) { h.e_ident[EI_DATA] = ELFDATA2MSB; }),
            "x.ko: is a big-endian ELF file; mm32 runs i386 code");
  EXPECT_EQ(error_after([](Elf32_Ehdr& h) { h.e_machine = EM_ARM; }),
            "x.ko: is for another machine (ARM); mm32 runs i386 code");
  EXPECT_EQ(error_after([](Elf32_Ehdr& h) { h.e_type = ET_DYN; }),
            "x.ko: is neither a kernel module nor a kernel image (ELF type 3)");
  EXPECT_EQ(error_after([](Elf32_Ehdr& h) { h.e_shoff = 0; }), "x.ko: has no section table");
  EXPECT_THAT(error_after([](Elf32_Ehdr& h) { h.e_shoff = 0xfffffff0; }),
              HasSubstr("is truncated: its section table ends at byte"));
  EXPECT_THAT(error_after([](Elf32_Ehdr& h) { h.e_shstrndx = 900; }),
              HasSubstr("corrupted section table"));
}

TEST(ElfObjectTest, RefusesUnreadableFiles) {
  EXPECT_EQ(ElfObject::open("/nonexistent/x.ko").error().lines[0],
            "/nonexistent/x.ko: cannot be read: No such file or directory");
  EXPECT_EQ(ElfObject::open("/tmp").error().lines[0], "/tmp: is a folder, not a file");
}

TEST(ElfObjectTest, EveryPrefixOfAModuleIsRefusedInOneLine) {
  const std::vector<std::byte> whole = data_bytes("hello.ko");
  for (std::size_t length = 0; length < whole.size(); ++length) {
    const std::vector<std::byte> prefix(whole.begin(),
                                        whole.begin() + static_cast<std::ptrdiff_t>(length));
    EXPECT_NE(error_of(prefix), "") << length;
  }
}

// Whatever a file says, the whole way to a linked module neither crashes nor reads outside.
void exercise(std::vector<std::byte> bytes) {
  const auto object = ElfObject::parse("x.ko", std::move(bytes));
  if (!object) {
    EXPECT_EQ(object.error().lines.size(), 1u);
    return;
  }
  if (object->kind() != ElfObject::Kind::kModule) return;
  const ModulePlan plan = plan_module(*object);
  if (plan.core.size + plan.init.size > 1u << 20) return;  // only slow
  FakeKernel kernel;
  const ModuleBases bases{VirtAddr(0xE0840000), VirtAddr(0xE0847000), VirtAddr(0x100)};
  const auto linked = link_module(*object, plan, bases, kernel);
  EXPECT_TRUE(linked.has_value() || !linked.error().lines.empty());
}

TEST(ElfObjectTest, RandomDamageNeverCrashes) {
  std::mt19937 random(1);
  for (const char* name : {"hello.ko", "rich.ko"}) {
    const std::vector<std::byte> whole = data_bytes(name);
    for (int round = 0; round < 3000; ++round) {
      std::vector<std::byte> bytes = whole;
      const unsigned flips = 1 + random() % 8;
      for (unsigned flip = 0; flip < flips; ++flip)
        bytes[random() % bytes.size()] ^= static_cast<std::byte>(1u << (random() % 8));
      exercise(std::move(bytes));
    }
  }
}

TEST(ElfObjectTest, RefusesRelocationsOfASectionWithoutBytes) {
  std::vector<std::byte> bytes = data_bytes("hello.ko");
  const ElfObject object = data_object("hello.ko");
  Elf32_Ehdr header;
  std::memcpy(&header, bytes.data(), sizeof(header));
  const std::uint32_t index = object.find_section(".init.text")->index;
  for (const unsigned type : {0u + SHT_NULL, 0u + SHT_NOBITS}) {
    std::memcpy(
        bytes.data() + header.e_shoff + index * sizeof(Elf32_Shdr) + offsetof(Elf32_Shdr, sh_type),
        &type, sizeof(type));
    EXPECT_THAT(error_of(bytes), HasSubstr("corrupted relocation table")) << type;
  }
}

TEST(ElfObjectTest, DamagedSectionTablesNeverCrash) {
  std::mt19937 random(2);
  const std::vector<std::byte> whole = data_bytes("hello.ko");
  Elf32_Ehdr header;
  std::memcpy(&header, whole.data(), sizeof(header));
  for (int round = 0; round < 6000; ++round) {
    std::vector<std::byte> bytes = whole;
    const std::size_t word = random() % ((bytes.size() - header.e_shoff) / 4);
    const std::uint32_t values[] = {
        0,          1,          2,          0x7fffffff,
        0x80000000, 0xffffffff, 0xfffffff0, static_cast<std::uint32_t>(random())};
    const std::uint32_t value = values[random() % std::size(values)];
    std::memcpy(bytes.data() + header.e_shoff + 4 * word, &value, sizeof(value));
    exercise(std::move(bytes));
  }
}

}  // namespace
}  // namespace mm32::emu
