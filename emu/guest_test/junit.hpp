// Results of guest tests as JUnit XML, the form that CI systems read.
//
// One <testsuite>, a <testcase> for each test; what failed, the kernel log and mm32's messages are
// text. Bytes that XML cannot hold are shown as question marks.
#pragma once

#include <string>
#include <vector>

#include "emu/guest_test/guest_test.hpp"

namespace mm32::emu {

struct GuestTestResult {
  GuestTest test;
  GuestTestRun run;
  std::vector<std::string> failures;  // empty: passed
};

std::string junit_xml(const std::vector<GuestTestResult>& results);

}  // namespace mm32::emu
