#include "emu/loader/compiler.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <thread>

#include "emu/loader/dependency_file.hpp"
#include "emu/loader/imports.hpp"
#include "emu/loader/line_table.hpp"
#include "emu/loader/process.hpp"
#include "emu/loader/source_kind.hpp"
#include "emu/loader/symbol_table.hpp"
#include "tests/unit/emu/loader_fixture.hpp"

namespace mm32::emu {
namespace {

using std::filesystem::path;
using testing::ElementsAre;
using testing::HasSubstr;

constexpr const char* kModuleHeader = R"(#pragma once
struct module { char pad[12]; char name[56]; int (*init)(void); void (*exit)(void); };
#define module_init(f) int init_module(void) __attribute__((alias(#f)));
#define module_exit(f) void cleanup_module(void) __attribute__((alias(#f)));
#define MODULE_INFO(t, v) static const char info_##t[] \
  __attribute__((used, section(".modinfo"), aligned(1))) = #t "=" v
#define __init __attribute__((section(".init.text")))
extern struct module __this_module;
extern int _printk(const char *, ...) __attribute__((format(printf, 1, 2)));
)";

constexpr const char* kHello = R"(#include <linux/module.h>
MODULE_INFO(license, "GPL");
static int __init hello_init(void) { return _printk("hello from " KBUILD_MODNAME "\n"); }
static void hello_exit(void) { _printk("bye\n"); }
module_init(hello_init)
module_exit(hello_exit)
)";

class CompilerTest : public testing::Test {
 protected:
  CompilerTest() : folder_(TemporaryFolder::create().value()) {
    std::filesystem::create_directories(root() / "include/linux");
    write("include/linux/module.h", kModuleHeader);
    options_.include_folders = {root() / "include"};
    options_.cache_folder = root() / "cache";
  }

  const path& root() const { return folder_.path(); }
  path write(const std::string& name, const std::string& text) const {
    EXPECT_TRUE(write_text_file(root() / name, text));
    return root() / name;
  }
  Loaded<CompiledModule> compile(const path& source) const {
    return Compiler(options_).compile(module_of(source));
  }
  static ElfObject parse(const CompiledModule& module) {
    return ElfObject::parse("m.ko", module.object).value();
  }

  TemporaryFolder folder_;
  CompilerOptions options_;
};

TEST_F(CompilerTest, MakesALoadableModule) {
  const auto compiled = compile(write("my-hello.c", kHello));
  ASSERT_TRUE(compiled.has_value()) << testing::PrintToString(compiled.error().lines);
  EXPECT_EQ(compiled->messages, "");
  const ElfObject object = parse(*compiled);
  EXPECT_EQ(object.module_name(), "my_hello");
  EXPECT_EQ(object.modinfo().first("license"), "GPL");
  EXPECT_EQ(object.modinfo().vermagic(), options_.vermagic);
  FakeKernel kernel;
  const ModulePlan plan = plan_module(object);
  const auto linked =
      link_module(object, plan, {VirtAddr(0xE0840000), VirtAddr(0xE0847000), VirtAddr()}, kernel);
  ASSERT_TRUE(linked.has_value());
  ASSERT_TRUE(linked->init_function && linked->exit_function && linked->this_module);
  const LinkedSection* self = linked->find_section(".gnu.linkonce.this_module");
  EXPECT_STREQ(reinterpret_cast<const char*>(self->data.data()) + 12, "my_hello");
}

TEST_F(CompilerTest, LinksSeveralSources) {
  ModuleSources sources{"both",
                        {write("a.c",
                               "#include <linux/module.h>\nint twice(int);\n"
                               "static int __init a(void) { return twice(0); }\nmodule_init(a)\n"),
                         write("b.c", "int twice(int x) { return FACTOR * x; }\n")},
                        {"-DFACTOR=2"}};
  const auto compiled = Compiler(options_).compile(sources);
  ASSERT_TRUE(compiled.has_value()) << testing::PrintToString(compiled.error().lines);
  const ElfObject object = parse(*compiled);
  EXPECT_EQ(object.module_name(), "both");
  EXPECT_NE(object.find_defined_symbol("twice"), nullptr);
  FakeKernel kernel;
  kernel.unknown["cleanup_module"] = 1;
  kernel.unknown["init_module"] = 1;
  const auto linked = link_module(object, plan_module(object), {}, kernel);
  ASSERT_TRUE(linked.has_value());
  EXPECT_TRUE(linked->init_function.has_value());
  EXPECT_FALSE(linked->exit_function.has_value());
}

TEST_F(CompilerTest, ReportsTheCompilersOwnMessages) {
  const path source = write("bad.c", "#include <linux/module.h>\nint f(void) { return nosuch; }\n");
  const auto compiled = compile(source);
  ASSERT_FALSE(compiled.has_value());
  EXPECT_THAT(compiled.error().lines, ElementsAre(source.string() + ": does not compile"));
  EXPECT_THAT(compiled.error().compiler_messages, HasSubstr(source.string() + ":2:"));
  EXPECT_THAT(compiled.error().compiler_messages, HasSubstr("undeclared (first use"));
}

TEST_F(CompilerTest, RepeatsWarningsFromTheCache) {
  const path source =
      write("warns.c", std::string(kHello) + "void f(void) { _printk(\"%s\\n\", 1); }\n");
  const auto first = compile(source);
  ASSERT_TRUE(first.has_value());
  EXPECT_EQ(first->origin, CompileOrigin::kCompiled);
  EXPECT_THAT(first->messages, HasSubstr("warning: format"));
  const auto second = compile(source);
  ASSERT_TRUE(second.has_value());
  EXPECT_EQ(second->origin, CompileOrigin::kCache);
  EXPECT_EQ(second->messages, first->messages);
  EXPECT_EQ(second->object, first->object);
}

TEST_F(CompilerTest, ACacheHitNeedsEqualSourcesHeadersAndFlags) {
  const path source = write("hello.c", kHello);
  const auto origin = [&] { return compile(source).value().origin; };
  EXPECT_EQ(origin(), CompileOrigin::kCompiled);
  EXPECT_EQ(origin(), CompileOrigin::kCache);
  write("include/linux/module.h", std::string(kModuleHeader) + "#define SOMETHING 1\n");
  EXPECT_EQ(origin(), CompileOrigin::kCompiled);
  EXPECT_EQ(origin(), CompileOrigin::kCache);
  write("hello.c", std::string(kHello) + "int more;\n");
  EXPECT_EQ(origin(), CompileOrigin::kCompiled);
  options_.flags = {"-DX=1"};
  EXPECT_EQ(origin(), CompileOrigin::kCompiled);
  options_.flags = {};
  EXPECT_EQ(origin(), CompileOrigin::kCache);
}

TEST_F(CompilerTest, DamagedCacheFilesAreNotUsed) {
  const path source = write("hello.c", kHello);
  const auto good = compile(source).value();
  for (const auto& file : std::filesystem::directory_iterator(options_.cache_folder))
    write_text_file(file.path(), read_text_file(file.path())->substr(0, 100));
  const auto again = compile(source).value();
  EXPECT_EQ(again.origin, CompileOrigin::kCompiled);
  EXPECT_EQ(again.object, good.object);
}

TEST_F(CompilerTest, AnUnusableCacheFolderIsNoError) {
  const path source = write("hello.c", kHello);
  for (const char* folder : {"", "/proc/nowhere", "/dev/null/x"}) {
    options_.cache_folder = folder;
    EXPECT_EQ(compile(source).value().origin, CompileOrigin::kCompiled) << folder;
  }
}

TEST_F(CompilerTest, ConcurrentRunsShareTheCache) {
  const path source = write("hello.c", kHello);
  std::vector<std::thread> threads;
  std::vector<std::size_t> sizes(4);
  for (std::size_t index = 0; index < sizes.size(); ++index)
    threads.emplace_back([&, index] { sizes[index] = compile(source).value().object.size(); });
  for (std::thread& thread : threads) thread.join();
  EXPECT_THAT(sizes, testing::Each(sizes[0]));
  for (const auto& file : std::filesystem::directory_iterator(options_.cache_folder))
    EXPECT_THAT(file.path().extension().string(), testing::AnyOf(".ko", ".json"));
}

TEST_F(CompilerTest, NamesWhatItCannotCompile) {
  EXPECT_EQ(compile("/nonexistent/x.c").error().lines[0],
            "/nonexistent/x.c: cannot be read: No such file or directory");
  const path user = write("user.c", "#include <stdio.h>\nint main(void) { return 0; }\n");
  EXPECT_EQ(compile(user).error().lines[0],
            user.string() + ": is a user program (it has main() and no module_init), not a module");
}

TEST_F(CompilerTest, SaysWhatToInstallWithoutACompiler) {
  const path source = write("hello.c", kHello);
  const std::string before = std::getenv("PATH");
  setenv("PATH", (root() / "include").c_str(), 1);
  const auto compiled = compile(source);
  setenv("PATH", before.c_str(), 1);
  ASSERT_FALSE(compiled.has_value());
  EXPECT_EQ(compiled.error().lines[0],
            "no C compiler for i386 was found: install gcc, or gcc-i686-linux-gnu, or clang");
}

TEST_F(CompilerTest, UnknownSymbolsAreNamedWithSourceLines) {
  const path source = write("needs.c",
                            "#include <linux/module.h>\n"
                            "int missing(int);\n"
                            "int caller(void) {\n"
                            "  return 1 + missing(3);\n"
                            "}\n");
  const auto compiled = compile(source);
  ASSERT_TRUE(compiled.has_value()) << testing::PrintToString(compiled.error().lines);
  const auto imports = collect_imports(parse(*compiled));
  const auto found = std::ranges::find(imports, "missing", &Import::name);
  ASSERT_NE(found, imports.end());
  ASSERT_EQ(found->places.size(), 1u);
  EXPECT_EQ(found->places[0].symbol, "caller");
  EXPECT_EQ(found->places[0].file, "needs.c");
  EXPECT_EQ(found->places[0].line, 4u);
}

TEST_F(CompilerTest, LinesAndInlinedFunctionsOfALinkedModule) {
  const path source = write("lines.c",
                            "#include <linux/module.h>\n"
                            "int counter(int);\n"
                            "static inline __attribute__((always_inline)) int inner(int x) {\n"
                            "  return counter(x) + 1;\n"
                            "}\n"
                            "int outer(int x) {\n"
                            "  return inner(x + 2) * 3;\n"
                            "}\n");
  const auto compiled = compile(source);
  ASSERT_TRUE(compiled.has_value()) << testing::PrintToString(compiled.error().lines);
  const ElfObject object = parse(*compiled);
  FakeKernel kernel;
  const auto linked = link_module(object, plan_module(object),
                                  {VirtAddr(0xE0840000), VirtAddr(0xE0847000), {}}, kernel);
  ASSERT_TRUE(linked.has_value());
  const LineTable lines(object, linked->section_addresses);
  const ElfSection* text = object.find_section(".text");
  const auto call = std::ranges::find_if(text->relocations, [&](const ElfRelocation& relocation) {
    return object.symbols()[relocation.symbol].name == "counter";
  });
  ASSERT_NE(call, text->relocations.end());
  const VirtAddr address = linked->section_addresses[text->index] + Bytes(call->offset);
  const auto line = lines.find(address);
  ASSERT_TRUE(line.has_value());
  EXPECT_EQ(line->file.filename(), "lines.c");
  EXPECT_EQ(line->line, 4u);
  const auto frames = lines.frames(address);
  ASSERT_EQ(frames.size(), 2u);
  EXPECT_EQ(frames[0].function, "inner");
  EXPECT_EQ(frames[0].place.line, 4u);
  EXPECT_EQ(frames[1].function, "outer");
  EXPECT_EQ(frames[1].place.file.filename(), "lines.c");
  EXPECT_EQ(frames[1].place.line, 7u);
  EXPECT_FALSE(lines.find(VirtAddr(0x1000)).has_value());
  EXPECT_TRUE(lines.frames(VirtAddr(0x1000)).empty());
}

TEST(LineTableTest, AFileWithoutDwarfKnowsNoLines) {
  const ElfObject object = data_object("hello.ko");
  const std::vector<VirtAddr> addresses(object.sections().size());
  EXPECT_FALSE(LineTable(object, addresses).find(VirtAddr(0)).has_value());
}

TEST(SourceKindTest, TellsProgramsFromModules) {
  EXPECT_EQ(classify_source("int main(void) { return 0; }"), SourceKind::kUserProgram);
  EXPECT_EQ(classify_source("int\nmain (int c, char **v) {}"), SourceKind::kUserProgram);
  EXPECT_EQ(classify_source("/* main() */ int f(void);"), SourceKind::kModule);
  EXPECT_EQ(classify_source("const char *s = \"main()\"; // main()"), SourceKind::kModule);
  EXPECT_EQ(classify_source("int domain(void) { return main_x(); }"), SourceKind::kModule);
  EXPECT_EQ(classify_source("int main(void){} module_init(main)"), SourceKind::kModule);
  EXPECT_EQ(classify_source(""), SourceKind::kModule);
  EXPECT_EQ(classify_source("\"unterminated main("), SourceKind::kModule);
}

TEST(DependencyFileTest, ReadsEscapesAndContinuations) {
  EXPECT_THAT(parse_dependencies("x.o: a.c b\\ c.h \\\n d$$e.h \\\n\n f.h:\n"),
              testing::ElementsAre(path("a.c"), path("b c.h"), path("d$e.h")));
  EXPECT_TRUE(parse_dependencies("").empty());
}

}  // namespace
}  // namespace mm32::emu
