// A driver of the test device sees its registers and its frame buffer, in both paging modes.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/run_machine.hpp"

namespace mm32::emu {
namespace {

class TestDeviceTest : public testing::TestWithParam<PagingMode> {};

TEST_P(TestDeviceTest, ADriverWorks) {
  MachineOptions options;
  options.config.paging = GetParam();
  options.config.params.emplace("test_device", "1");
  test::RunMachine m(std::move(options));
  EXPECT_EQ(m.run({"devices/test_device.c"}), ExitStatus::kSuccess);
  EXPECT_THAT(
      m.log, testing::IsSupersetOf({"claimed twice: 0", "id 32334d4d version 1 512x512 at e0100000",
                                    "bytes 78 12 words 5678 1234", "scratch abcdff78",
                                    "counter 0 1", "scratch 44332211 11223344", "nothing there: 0",
                                    "read back 11111111 22222222 33333333 44444444",
                                    "checksum agrees", "words 11111111 44444444 44444444",
                                    "incremented 12121212", "cleared 00000000"}));
}

INSTANTIATE_TEST_SUITE_P(Modes, TestDeviceTest,
                         testing::Values(PagingMode::kTwoLevel, PagingMode::kPae),
                         [](const auto& mode) {
                           return mode.param == PagingMode::kPae ? "Pae" : "TwoLevel";
                         });

}  // namespace
}  // namespace mm32::emu
