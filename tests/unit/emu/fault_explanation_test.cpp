#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/run_machine.hpp"

namespace mm32::emu {
namespace {

using test::RunMachine;
using testing::AllOf;
using testing::Contains;
using testing::HasSubstr;
using testing::StartsWith;

struct Case {
  const char* program;
  const char* parameter;  // kernel parameter to set; empty: none
  std::vector<const char*> says;
};

void PrintTo(const Case& c, std::ostream* out) { *out << c.program; }

class FaultExplanationTest : public testing::TestWithParam<Case> {};

TEST_P(FaultExplanationTest, NamesTheCheckTheNeighbourAndTheCause) {
  MachineOptions options = RunMachine::tracking();
  const std::string parameter = GetParam().parameter;
  if (const std::size_t equals = parameter.find('='); equals != std::string::npos)
    options.config.params[parameter.substr(0, equals)] = parameter.substr(equals + 1);
  RunMachine m(std::move(options));
  EXPECT_EQ(m.run({std::string(GetParam().program) + ".c"}), ExitStatus::kGuestMisbehaved);
  ASSERT_THAT(m.said, Contains(StartsWith("why: ")));
  for (const std::string& line : m.said) {
    if (!line.starts_with("why: ")) continue;
    for (const char* text : GetParam().says) EXPECT_THAT(line, HasSubstr(text));
  }
}

INSTANTIATE_TEST_SUITE_P(
    Programs, FaultExplanationTest,
    testing::Values(
        Case{"explain/null_member",
             "",
             {"the read of 0000000c in value_of", "null_member.c:19)", "was refused at the page-",
              "it is not present", "a pointer is NULL", "12 bytes behind it"}},
        Case{"explain/past_end",
             "",
             {"the write to", "17 bytes past the end of the 8192-byte area from vmalloc",
              "allocated at past_end.c:14"}},
        Case{"explain/after_vfree",
             "vmalloc_debug=1",
             {"40 bytes into the 102400-byte area from vmalloc, allocated at after_vfree.c:14, "
              "freed at after_vfree.c:17",
              "use after free"}},
        Case{"explain/error_pointer", "", {"the error code -12 (ENOMEM", "IS_ERR"}},
        Case{"explain/freed_page",
             "debug_pagealloc=1",
             {"5 bytes into the 4096-byte block of pages from alloc_pages, allocated at "
              "freed_page.c:14, freed at freed_page.c:17",
              "level 1"}},
        Case{"explain/poisoned", "slub_debug=P", {"0x6b", "freed"}},
        Case{"faults/jump_to_null", "", {"the jump to 00000000", "a function pointer is NULL"}},
        Case{"faults/constant_write", "", {"it is read-only", "constant data"}},
        Case{"faults/kfree_bogus", "", {"kfree was given a pointer that it cannot use"}}),
    [](const auto& test_case) {
      const std::string program = test_case.param.program;
      return program.substr(program.find('/') + 1);
    });

struct KindCase {
  int kind;
  const char* says;
};

void PrintTo(const KindCase& c, std::ostream* out) { *out << c.kind; }

class FaultKindTest : public testing::TestWithParam<KindCase> {};

TEST_P(FaultKindTest, HasItsParagraph) {
  RunMachine m(RunMachine::tracking(std::uint64_t{1} << 30));
  CompilerOptions compiler;
  compiler.include_folders = {GuestFiles::locate(PagingMode::kTwoLevel).value().include};
  RunSession session(*m.machine, compiler,
                     [&m](MessageOrigin, const std::string& line) { m.said.push_back(line); });
  session.start({{MM32_SOURCE_DIR "/tests/guest/explain/kinds.c",
                  {"kind=" + std::to_string(GetParam().kind)}}});
  session.finish();
  EXPECT_EQ(session.status(), ExitStatus::kGuestMisbehaved);
  EXPECT_THAT(m.said, Contains(AllOf(StartsWith("why: "), HasSubstr(GetParam().says))));
}

INSTANTIATE_TEST_SUITE_P(
    Kinds, FaultKindTest,
    testing::Values(
        KindCase{0, "a pointer is NULL, and what is 28 bytes behind it was used"},
        KindCase{1, "The address is in user space"},
        KindCase{2, "The pointer that was used is the error code -22 (EINVAL"},
        KindCase{3, "made of 0x6b"}, KindCase{4, "LIST_POISON"},
        KindCase{5,
                 "The address is the first byte past the end of the 8192-byte area from vmalloc"},
        KindCase{6, "The address is 1 byte before the 8192-byte area from vmalloc"},
        KindCase{7, "9 bytes into the 4096-byte mapping of a page from kmap_local_page, mapped at"},
        KindCase{8, "it is read-only. The address is table+0x8/"},
        KindCase{9, "a write to code or to constant data"},
        KindCase{10, "a function pointer is NULL"}, KindCase{11, "a function pointer is NULL"},
        KindCase{12, "which is no code of the kernel or of a module"},
        KindCase{13, "The address is in user space"},
        KindCase{14, "kfree was given a pointer that it cannot use"},
        KindCase{15, "behind the end of lowmem, in the gap before the vmalloc area"},
        KindCase{16, "was the result of an allocation checked?"},
        KindCase{19, "The address is in the fixmap"}),
    [](const auto& test_case) { return "kind_" + std::to_string(test_case.param.kind); });

TEST(FaultExplanationWithoutTrackingTest, TheRegionIsNamed) {
  RunMachine m({});
  m.run({"explain/past_end.c"});
  EXPECT_THAT(m.said, Contains(HasSubstr("The address is in the vmalloc area")));
}

}  // namespace
}  // namespace mm32::emu
