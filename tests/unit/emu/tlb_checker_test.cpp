// --check-tlb on a machine: what was changed and not flushed is reported with who changed it and
// who used it; what was flushed is not.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/run_machine.hpp"

namespace mm32::emu {
namespace {

using testing::ContainsRegex;
using testing::HasSubstr;

std::vector<std::string> report_between(const std::vector<std::string>& log,
                                        const std::string& begin, const std::string& end) {
  const auto from = std::ranges::find(log, begin);
  const auto to = std::find(from, log.end(), end);
  if (from == log.end()) return {};
  return {from + 1, to};
}

class TlbCheckerTest : public testing::TestWithParam<PagingMode> {
 protected:
  static test::RunMachine machine(const char* check) {
    MachineOptions options;
    options.config.paging = GetParam();
    options.config.params.emplace("check_tlb", check);
    return test::RunMachine(std::move(options));
  }
};

TEST_P(TlbCheckerTest, NamesWhoChangedAndWhoUsed) {
  test::RunMachine m = machine("1");
  EXPECT_EQ(m.run({"tlb/changes.c"}), ExitStatus::kGuestMisbehaved);
  const auto freed = report_between(m.log, "use after vfree", "write-protected");
  ASSERT_EQ(freed.size(), 3u);
  EXPECT_THAT(freed[0],
              ContainsRegex("BUG: stale TLB entry: read of [0-9a-f]+ by reader.*changes"));
  EXPECT_THAT(freed[1], HasSubstr("is now 0x0, and was not flushed"));
  EXPECT_THAT(freed[2], ContainsRegex("changed by vfree, called from changes_init"));
  const auto written = report_between(m.log, "write-protected", "write-protected and flushed");
  ASSERT_EQ(written.size(), 3u);
  EXPECT_THAT(written[0], ContainsRegex("write to [0-9a-f]+ by writer"));
  EXPECT_THAT(written[2], ContainsRegex("changed by change.*changes.c:7"));
  const auto remapped = report_between(m.log, "remapped", "done");
  ASSERT_EQ(remapped.size(), 3u);
  EXPECT_THAT(remapped[0], ContainsRegex("read of [0-9a-f]+ by reader"));
}

TEST_P(TlbCheckerTest, FlushedChangesAreFine) {
  test::RunMachine m = machine("1");
  m.run({"tlb/changes.c"});
  EXPECT_TRUE(report_between(m.log, "write-protected and flushed", "remapped").empty());
}

TEST_P(TlbCheckerTest, SaysNothingWhenOff) {
  test::RunMachine m = machine("0");
  EXPECT_EQ(m.run({"tlb/changes.c"}), ExitStatus::kSuccess);
}

TEST_P(TlbCheckerTest, SeesFetchesThroughStaleTranslations) {
  test::RunMachine m = machine("1");
  EXPECT_EQ(m.run({"tlb/fetches.c"}), ExitStatus::kGuestMisbehaved);
  const auto freed = report_between(m.log, "code after vfree", "not executable");
  ASSERT_EQ(freed.size(), 3u);
  EXPECT_THAT(freed[0], HasSubstr("BUG: stale TLB entry: execution of "));
  EXPECT_THAT(freed[2], ContainsRegex("changed by vfree, called from fetches_init"));
  const auto no_execute = report_between(m.log, "not executable", "reloaded CR3");
  if (GetParam() == PagingMode::kTwoLevel) {
    EXPECT_THAT(no_execute, testing::IsEmpty());
    return;
  }
  ASSERT_EQ(no_execute.size(), 3u);
  EXPECT_THAT(no_execute[2], ContainsRegex("changed by change"));
}

// Only global pages stay in the TLB when CR3 is loaded, and there are none of the kernel's with
// PAE.
TEST_P(TlbCheckerTest, KnowsWhatInstructionsFlush) {
  test::RunMachine m = machine("1");
  m.run({"tlb/fetches.c"});
  const auto reloaded = report_between(m.log, "reloaded CR3", "toggled CR4.PGE");
  if (GetParam() == PagingMode::kTwoLevel) {
    ASSERT_EQ(reloaded.size(), 3u);
    EXPECT_THAT(reloaded[0], ContainsRegex("write to [0-9a-f]+ by writer"));
  } else {
    EXPECT_THAT(reloaded, testing::IsEmpty());
  }
  EXPECT_THAT(report_between(m.log, "toggled CR4.PGE", "executed INVLPG"), testing::IsEmpty());
  EXPECT_THAT(report_between(m.log, "executed INVLPG", "done"), testing::IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(Modes, TlbCheckerTest,
                         testing::Values(PagingMode::kTwoLevel, PagingMode::kPae),
                         [](const auto& mode) {
                           return mode.param == PagingMode::kPae ? "Pae" : "TwoLevel";
                         });

}  // namespace
}  // namespace mm32::emu
