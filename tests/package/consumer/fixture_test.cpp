// Calls functions of a guest module from GoogleTest, with the fixture that mm32 installs.
#include "emu/gtest/machine_test.hpp"

namespace {

using RingTest = mm32::emu::MachineTest;

TEST_F(RingTest, AFullRingFreesTheOldest) {
  load({SOURCES "/ring.c"});
  EXPECT_EQ(log().back(), "ring: ready");
  for (int i = 0; i < 4; ++i) EXPECT_EQ(call("ring_put", 100), 0u);
  EXPECT_EQ(call("ring_put", 100), 1u);
}

TEST_F(RingTest, AForgottenObjectIsALeak) {
  expect_misbehaviour();
  load({SOURCES "/ring.c"});
  call("ring_put", 100);
  call("ring_forget");
  EXPECT_EQ(unload(), mm32::emu::ExitStatus::kGuestMisbehaved);
  ASSERT_FALSE(said().empty());
}

class PaeRingTest : public mm32::emu::MachineTest {
 protected:
  mm32::emu::MachineOptions options() const override {
    auto options = MachineTest::options();
    options.config.paging = mm32::PagingMode::kPae;
    return options;
  }
};

TEST_F(PaeRingTest, WorksThereToo) {
  load({SOURCES "/ring.c"});
  EXPECT_EQ(call("ring_put", 4096), 0u);
}

}  // namespace
