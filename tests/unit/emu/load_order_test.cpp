#include "emu/loader/load_order.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "emu/loader/module_files.hpp"
#include "emu/loader/process.hpp"
#include "tests/unit/emu/loader_fixture.hpp"

namespace mm32::emu {
namespace {

using std::filesystem::path;
using testing::ElementsAre;

std::vector<std::string> names_of(const std::vector<ElfObject>& modules) {
  std::vector<std::string> names;
  for (const ElfObject& module : modules) names.push_back(module.module_name());
  return names;
}

std::vector<ElfObject> objects(std::initializer_list<const char*> files) {
  std::vector<ElfObject> result;
  for (const char* file : files) result.push_back(data_object(file));
  return result;
}

TEST(LoadOrderTest, FindsTheExportsOfAFile) {
  EXPECT_THAT(collect_exports(data_object("rich.ko")),
              ElementsAre("rich_data", "rich_exported", "rich_gpl"));
  EXPECT_TRUE(collect_exports(data_object("hello.ko")).empty());
}

TEST(LoadOrderTest, PutsAModuleBehindWhatItNeeds) {
  EXPECT_THAT(names_of(order_modules(objects({"user.ko", "hello.ko", "rich.ko"})).value()),
              ElementsAre("rich", "user", "hello"));
  EXPECT_THAT(names_of(order_modules(objects({"rich.ko", "hello.ko", "user.ko"})).value()),
              ElementsAre("rich", "hello", "user"));
}

TEST(LoadOrderTest, RefusesTwoOwnersOfOneSymbol) {
  EXPECT_EQ(order_modules(objects({"rich.ko", "rich.ko"})).error().lines[0],
            data_file("rich.ko").string() + ": exports duplicate symbol rich_data (owned by rich)");
}

TEST(LoadOrderTest, FindsDependenciesInTheSameFolder) {
  EXPECT_THAT(dependency_files(data_object("user.ko")), ElementsAre(data_file("rich.ko")));
  EXPECT_TRUE(dependency_files(data_object("rich.ko")).empty());
  EXPECT_TRUE(dependency_files(ElfObject::parse("/nowhere/user.ko", data_bytes("user.ko")).value())
                  .empty());
}

class ModuleFilesTest : public testing::Test {
 protected:
  ModuleFilesTest() : folder_(TemporaryFolder::create().value()) {
    std::filesystem::create_directories(root() / "include/linux");
    write("include/linux/module.h", R"(
struct module { char pad[12]; char name[56]; int (*init)(void); void (*exit)(void); };
#define EXPORT_SYMBOL(sym) \
  asm(".pushsection \"__ksymtab_strings\",\"aMS\",@progbits,1\n" \
      "__kstrtab_" #sym ": .asciz \"" #sym "\"\n__kstrtabns_" #sym ": .asciz \"\"\n.popsection\n" \
      ".pushsection \"___ksymtab+" #sym "\",\"a\"\n" \
      ".long " #sym " - ., __kstrtab_" #sym " - ., __kstrtabns_" #sym " - .\n.popsection\n"))");
    options_.include_folders = {root() / "include"};
    options_.cache_folder = "";
  }
  const path& root() const { return folder_.path(); }
  path write(const std::string& name, const std::string& text) const {
    std::filesystem::create_directories((root() / name).parent_path());
    EXPECT_TRUE(write_text_file(root() / name, text));
    return root() / name;
  }
  Loaded<ModuleFiles> open(const std::vector<path>& files) const {
    return open_modules(files, Compiler(options_));
  }

  TemporaryFolder folder_;
  CompilerOptions options_;
};

constexpr const char* kProvider =
    "#include <linux/module.h>\nint give(void) { return 1; }\nEXPORT_SYMBOL(give);\n";
constexpr const char* kUser = "int give(void);\nint take(void) { return give(); }\n";

TEST_F(ModuleFilesTest, OrdersSourcesFoldersAndObjects) {
  const path user = write("user.c", kUser);
  write("lib/provider.c", kProvider);
  write("lib/Kbuild", "obj-m := provider.o\n");
  const auto files = open({data_file("user.ko"), user, root() / "lib"});
  ASSERT_TRUE(files.has_value()) << files.error().lines[0];
  // tests/data/user.ko brings rich.ko along.
  EXPECT_THAT(names_of(files->modules), ElementsAre("rich", "user", "provider", "user"));
}

TEST_F(ModuleFilesTest, NamesACircle) {
  const path a = write("a.c",
                       "#include <linux/module.h>\nint b(void);\nint a(void) { return b(); }\n"
                       "EXPORT_SYMBOL(a);\n");
  const path b = write("b.c",
                       "#include <linux/module.h>\nint a(void);\nint b(void) { return a(); }\n"
                       "EXPORT_SYMBOL(b);\n");
  EXPECT_EQ(open({a, b}).error().lines[0],
            (root() / "a.ko").string() + ": modules need each other in a circle: a -> b -> a");
}

TEST_F(ModuleFilesTest, PassesErrorsOn) {
  EXPECT_EQ(open({"/nonexistent.ko"}).error().lines[0],
            "/nonexistent.ko: cannot be read: No such file or directory");
  EXPECT_EQ(open({root() / "include"}).error().lines[0],
            (root() / "include").string() + ": has neither a Kbuild file nor a Makefile");
}

}  // namespace
}  // namespace mm32::emu
