#include "emu/machine/prepared_image.hpp"

#include <gtest/gtest.h>

#include <cstring>
#include <filesystem>
#include <fstream>
#include <random>

#include "emu/export/registry.hpp"
#include "emu/machine/guest_files.hpp"
#include "emu/machine/image_preparer.hpp"
#include "emu/machine/machine.hpp"
#include "tests/support/scratch_folder.hpp"

namespace mm32::emu {
namespace {

namespace fs = std::filesystem;

constexpr PreparedImage::Place kPlace{.core = VirtAddr(0xc1004000), .stubs = VirtAddr(0xc1000000)};

fs::path prepared_file(PagingMode mode = PagingMode::kTwoLevel) {
  return fs::path(GuestFiles::locate(mode)->image).replace_extension(".img");
}

std::vector<std::byte> bytes_of(const fs::path& file) {
  std::vector<std::byte> bytes(fs::file_size(file));
  std::ifstream(file, std::ios::binary)
      .read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
  return bytes;
}

void write_to(const fs::path& file, std::span<const std::byte> bytes) {
  std::ofstream(file, std::ios::binary)
      .write(reinterpret_cast<const char*>(bytes.data()),
             static_cast<std::streamsize>(bytes.size()));
}

// A folder with the guest's files but without what was prepared.
class ObjectsOnly {
 public:
  ObjectsOnly() {
    for (const PagingMode mode : {PagingMode::kTwoLevel, PagingMode::kPae}) {
      const GuestFiles files = *GuestFiles::locate(mode);
      fs::create_symlink(files.image, folder_.path() / files.image.filename());
      std::error_code exists;
      fs::create_directory_symlink(files.include, folder_.path() / "include", exists);
    }
  }
  const fs::path& path() const { return folder_.path(); }

 private:
  test::ScratchFolder folder_;
};

std::unique_ptr<Machine> boot(MachineConfig config, const fs::path& share) {
  MachineOptions options;
  options.config = std::move(config);
  options.share = share;
  auto machine = Machine::boot(std::move(options));
  EXPECT_TRUE(machine.has_value());
  return machine ? std::move(*machine) : nullptr;
}

MachineConfig machine_of(std::uint64_t megabytes, PagingMode mode, LayoutName layout) {
  MachineConfig config;
  config.mem = Bytes(megabytes << 20);
  config.paging = mode;
  config.layout = layout;
  return config;
}

TEST(PreparedImageTest, TheFileBootsTheMachineOfTheObject) {
  const ObjectsOnly objects;
  for (const MachineConfig& config : {machine_of(16, PagingMode::kTwoLevel, LayoutName::kClassic),
                                      machine_of(160, PagingMode::kTwoLevel, LayoutName::kClassic),
                                      machine_of(160, PagingMode::kTwoLevel, LayoutName::kLinux61),
                                      machine_of(64, PagingMode::kPae, LayoutName::kClassic),
                                      machine_of(1024, PagingMode::kPae, LayoutName::kLinux61)}) {
    const auto fast = boot(config, {});
    const auto slow = boot(config, objects.path());
    ASSERT_TRUE(fast && slow);
    const PhysAddr begin = fast->config().image_begin;
    ASSERT_EQ(begin, slow->config().image_begin);
    ASSERT_EQ(fast->config().image_end, slow->config().image_end);
    const Bytes size(fast->config().image_end.raw() - begin.raw());
    EXPECT_EQ(std::memcmp(fast->ram().host(begin, size), slow->ram().host(begin, size), size.raw()),
              0);
    EXPECT_EQ(fast->image().offered().sorted(), slow->image().offered().sorted());
  }
}

TEST(PreparedImageTest, NamesAreThoseOfTheLinkedObject) {
  const auto machine = boot(machine_of(64, PagingMode::kTwoLevel, LayoutName::kClassic), {});
  ASSERT_TRUE(machine);
  const KernelImage& image = machine->image();
  ASSERT_GT(image.linked().symbols.size(), 1000u);
  for (const LinkedSymbol& symbol : image.linked().symbols)
    if (symbol.binding == SymbolBinding::kGlobal) {
      EXPECT_EQ(image.symbol(symbol.name), symbol.address) << symbol.name;
    }
  for (const LinkedSection& section : image.linked().sections) {
    if (section.name == ".symtab" || section.name == ".strtab") continue;  // for no CPU
    const auto found = image.section(section.name);
    ASSERT_TRUE(found.has_value()) << section.name;
    EXPECT_EQ(found->address, section.address);
    EXPECT_EQ(found->size.raw(), section.data.size());
  }
  EXPECT_FALSE(image.section(".no_such_section").has_value());
  EXPECT_FALSE(image.offered().contains("no_such_function"));
}

TEST(PreparedImageTest, AFileThatIsNotWholeOrOfOtherExportsIsNotUsed) {
  const test::ScratchFolder folder;
  const fs::path file = folder.path() / "kernel.img";
  const auto exports = all_exports();
  const std::uint64_t hash = exports_hash(exports);
  const std::vector<std::byte> whole = bytes_of(prepared_file());
  EXPECT_FALSE(PreparedImage::open(file, hash).has_value());
  write_to(file, whole);
  EXPECT_TRUE(PreparedImage::open(file, hash).has_value());
  EXPECT_FALSE(PreparedImage::open(file, hash + 1).has_value());
  auto fewer = exports;
  fewer.pop_back();
  EXPECT_NE(exports_hash(fewer), hash);
  for (const std::size_t kept :
       {std::size_t{0}, std::size_t{1}, sizeof(PreparedHeader), whole.size() - 1}) {
    write_to(file, std::span(whole).first(kept));
    EXPECT_FALSE(PreparedImage::open(file, hash).has_value()) << kept;
  }
  EXPECT_FALSE(PreparedImage::open(folder.path(), hash).has_value());
}

TEST(PreparedImageTest, ADamagedFileReadsNothingOutsideOfItself) {
  const std::vector<std::byte> whole = bytes_of(prepared_file());
  const auto ram = Ram::create(Bytes(std::uint64_t{32} << 20));
  ASSERT_TRUE(ram.has_value());
  std::mt19937 random(1);
  unsigned used = 0;
  for (int round = 0; round < 300; ++round) {
    std::vector<std::byte> bytes = whole;
    // The header and its tables, or anything.
    const std::size_t reach = round % 2 == 0 ? sizeof(PreparedHeader) : bytes.size();
    for (int flips = 0; flips < 8; ++flips)
      bytes[sizeof(std::uint64_t) * 2 + random() % (reach - sizeof(std::uint64_t) * 2)] ^=
          static_cast<std::byte>(1u << random() % 8);
    const auto image = PreparedImage::of(std::move(bytes));
    if (!image || image->header().core_size > 8u << 20) continue;
    ++used;
    image->install(*ram, kPlace, [](std::string_view) { return std::optional(VirtAddr(1)); });
    for (const char* name : {"kmalloc", "printk", "mm32_mailbox", "none"}) {
      (void)image->symbol(name, kPlace);
      (void)image->offer(name, kPlace);
    }
    for (const PreparedName& slot : image->offers()) (void)image->text(slot.name);
    for (const PreparedSection& section : image->sections()) (void)image->text(section.name);
  }
  EXPECT_GT(used, 50u);
}

TEST(PreparedImageTest, AVariableThatNobodyHasIsNamed) {
  const auto image = PreparedImage::of(bytes_of(prepared_file()));
  const auto ram = Ram::create(Bytes(std::uint64_t{32} << 20));
  ASSERT_TRUE(image && ram);
  const auto none = [](std::string_view) { return std::optional<VirtAddr>(); };
  const auto unknown = image->install(*ram, kPlace, none);
  EXPECT_NE(std::ranges::find(unknown, "vm_node_stat"), unknown.end());
}

TEST(PreparedImageTest, AnObjectThatIsNoKernelIsRefused) {
  const auto object = ElfObject::open(MM32_SOURCE_DIR "/tests/data/hello.ko");
  ASSERT_TRUE(object.has_value());
  const auto prepared = prepare_image(*object, all_exports());
  ASSERT_FALSE(prepared.has_value());
  EXPECT_NE(prepared.error().lines.front().find("is no resident kernel"), std::string::npos);
}

}  // namespace
}  // namespace mm32::emu
