// Guest modules that fault: their whole log against a committed one, and the form of the report
// against the real kernel's report of the same fault.
//
// MM32_UPDATE_LOGS=1 writes the committed logs anew.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/support/command.hpp"
#include "tests/support/log_form.hpp"

namespace mm32::test {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

const fs::path kFaults = MM32_SOURCE_DIR "/tests/guest/faults";
const fs::path kOops = MM32_SOURCE_DIR "/tests/data/oops";

std::vector<std::string> fault_modules() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(kFaults))
    if (entry.path().extension() == ".c") names.push_back(entry.path().stem().string());
  std::ranges::sort(names);
  return names;
}

std::string outcome(const CommandResult& result) {
  return mask_log(result.out) + "standard error:\n" + without_lines(result.err, "mm32: why:") +
         "exit status: " + std::to_string(result.status) + "\n";
}

class FaultLogTest : public testing::TestWithParam<std::string> {};

TEST_P(FaultLogTest, IsAsCommitted) {
  const CommandResult result = mm32({"run", GetParam() + ".c"}, kFaults);
  const fs::path committed = kFaults / (GetParam() + ".log");
  if (std::getenv("MM32_UPDATE_LOGS") != nullptr) write_file(committed, outcome(result));
  EXPECT_EQ(outcome(result), read_file(committed));
}

INSTANTIATE_TEST_SUITE_P(Modules, FaultLogTest, testing::ValuesIn(fault_modules()),
                         [](const auto& test) { return test.param; });

struct FormCase {
  const char* module;
  const char* reference;
};

void PrintTo(const FormCase& c, std::ostream* stream) { *stream << c.module; }

class OopsFormTest : public testing::TestWithParam<FormCase> {};

// Layout linux-6.1 has the large pages of the real kernel.
TEST_P(OopsFormTest, IsThatOfTheRealKernel) {
  const std::string source = std::string(GetParam().module) + ".c";
  const CommandResult result = mm32({"run", source, "--layout", "linux-6.1"}, kFaults);
  std::vector<std::string> ours = report_form(result.out);
  std::vector<std::string> real = report_form(read_file(kOops / GetParam().reference));
  ASSERT_GT(real.size(), 8u);
  // The references end with the report; whether a page table is there depends on the boot.
  ours.resize(std::min(ours.size(), real.size()));
  const auto table_or_not = [](std::string line) {
    return line == "*pde = H *pte = H" ? std::string("*pde = H") : line;
  };
  std::ranges::transform(ours, ours.begin(), table_or_not);
  std::ranges::transform(real, real.begin(), table_or_not);
  EXPECT_EQ(ours, real) << result.out;
}

INSTANTIATE_TEST_SUITE_P(References, OopsFormTest,
                         testing::Values(FormCase{"null_read", "null_read.txt"},
                                         FormCase{"guard_read", "vm_guard.txt"},
                                         FormCase{"kernel_text_write", "rodata_write.txt"},
                                         FormCase{"kfree_bogus", "kfree_bogus.txt"},
                                         FormCase{"double_kfree", "double_kfree.txt"},
                                         FormCase{"vfree_unaligned", "vfree_unaligned.txt"}),
                         [](const auto& test) { return std::string(test.param.module); });

TEST(PaeFaultTest, DataIsNotExecutable) {
  const CommandResult result = mm32({"run", "jump_to_data.c", "--pae"}, kFaults);
  EXPECT_EQ(result.status, 1);
  EXPECT_THAT(result.out,
              HasSubstr("kernel tried to execute NX-protected page - exploit attempt?"));
  EXPECT_THAT(result.out, HasSubstr("#PF: supervisor instruction fetch in kernel mode\n"));
  EXPECT_THAT(result.out, HasSubstr("#PF: error_code(0x0011) - permissions violation\n"));
  EXPECT_THAT(result.out, HasSubstr("*pdpt = "));
  EXPECT_THAT(result.out, HasSubstr("EIP: code+0x0/"));
}

TEST(FaultTest, TheRestOfTheCommandGoesOn) {
  const CommandResult result =
      mm32({"walk", "c0000000", "--run", "tests/guest/faults/null_read.c"});
  EXPECT_EQ(result.status, 1);
  EXPECT_THAT(result.out, HasSubstr("BUG: kernel NULL pointer dereference"));
  EXPECT_THAT(result.out, HasSubstr("0xc0000000 (lowmem direct map)"));
}

}  // namespace
}  // namespace mm32::test
