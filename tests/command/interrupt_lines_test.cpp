// Interrupt lines that a module raises with an int instruction: who is called, where, in which
// order.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/command.hpp"
#include "tests/support/log_form.hpp"

namespace mm32::test {
namespace {

using testing::ElementsAre;

TEST(InterruptLinesTest, HandlersThenSoftirqsThenThreadsAndWhatCameMeanwhileAfterwards) {
  const CommandResult result =
      mm32({"run", "raised_line.c"}, MM32_SOURCE_DIR "/tests/guest/devices");
  EXPECT_EQ(result.status, 0) << result.err;
  std::vector<std::string> lines;
  for (const std::string& line : lines_of(result.out)) lines.push_back(without_time(line));
  EXPECT_THAT(
      lines,
      ElementsAre("requests: 0 0", "line 11 of first: hardirq 1, off 1",
                  "line 11 of second: hardirq 1, off 1", "tasklet: softirq 1",
                  "thread irq/11-second: hardirq 0", "off", "line 11 of first: hardirq 1, off 1",
                  "line 11 of second: hardirq 1, off 1", "tasklet: softirq 1",
                  "thread irq/11-second: hardirq 0", "others: 0 0",
                  "line 11 of first: hardirq 1, off 1", "line 5 raises 11: 0, none -22",
                  "tasklet: softirq 1",
                  "IRQ 6 device careless returned IRQ_WAKE_THREAD but no thread function "
                  "available."));
}

}  // namespace
}  // namespace mm32::test
