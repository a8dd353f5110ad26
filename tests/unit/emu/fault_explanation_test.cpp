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

TEST(FaultExplanationWithoutTrackingTest, TheRegionIsNamed) {
  RunMachine m({});
  m.run({"explain/past_end.c"});
  EXPECT_THAT(m.said, Contains(HasSubstr("The address is in the vmalloc area")));
}

}  // namespace
}  // namespace mm32::emu
