// Sources in the style of each era of Linux compile for their version and do what they did.
//
// tests/guest/eras/vMAJOR_MINOR[_PATCH]_TOPIC.c is written as code of that version was; NAME.log
// has the lines that it prints. What belongs to devices and timers may be missing in the kernel.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <regex>

#include "tests/support/command.hpp"

namespace mm32::test {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

const fs::path kEras = MM32_SOURCE_DIR "/tests/guest/eras";

std::vector<std::string> era_names() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(kEras))
    if (entry.path().extension() == ".c") names.push_back(entry.path().stem().string());
  std::ranges::sort(names);
  return names;
}

std::string version_of(const std::string& name) {
  std::smatch part;
  const std::regex form("v([0-9]+)_([0-9]+)(_([0-9]+))?_.*");
  EXPECT_TRUE(std::regex_match(name, part, form)) << name;
  const std::string version = part[1].str() + "." + part[2].str();
  return part[4].matched ? version + "." + part[4].str() : version;
}

class EraTest : public testing::TestWithParam<std::string> {};

TEST_P(EraTest, PrintsItsLines) {
  const std::string& name = GetParam();
  const CommandResult result = mm32(
      {"run", name + ".c", "--kernel-version", version_of(name), "--run-missing", "zero"}, kEras);
  EXPECT_EQ(result.status, 0) << result.err;
  EXPECT_EQ(result.err, "mm32: no leaks\n");
  const std::string wanted = read_file(kEras / (name + ".log"));
  ASSERT_NE(wanted, "");
  std::size_t at = 0;
  for (std::size_t begin = 0; begin < wanted.size();) {
    const std::size_t end = wanted.find('\n', begin);
    const std::string line = "] " + wanted.substr(begin, end - begin) + "\n";
    at = result.out.find(line, at);
    ASSERT_NE(at, std::string::npos) << line << "is missing in\n" << result.out;
    begin = end + 1;
  }
}

INSTANTIATE_TEST_SUITE_P(Versions, EraTest, testing::ValuesIn(era_names()),
                         [](const auto& era) { return era.param; });

TEST(KernelVersionTest, ParametersOfTheOldFormReachTheModule) {
  EXPECT_THAT(mm32({"run", "v2_4_20_plain.c", "count=9", "label=abc", "lines=5,6",
                    "--kernel-version", "2.4.20"},
                   kEras)
                  .out,
              HasSubstr("two-four 9, label abc, line 6, sum 0\n"));
}

TEST(KernelVersionTest, SourcesSeeTheVersionAndTheRelease) {
  const ScratchFolder scratch;
  write_file(scratch.path() / "version.c",
             "#include <linux/module.h>\n#include <linux/version.h>\n"
             "#include <generated/utsrelease.h>\n"
             "static int __init version_init(void) {\n"
             "  printk(\"%06x %s\\n\", LINUX_VERSION_CODE, UTS_RELEASE);\n  return 0;\n}\n"
             "module_init(version_init);\nMODULE_LICENSE(\"GPL\");\n");
  const std::pair<const char*, const char*> versions[] = {{"2.6.32", "020620 2.6.32-mm32"},
                                                          {"3.2", "030200 3.2.0-mm32"},
                                                          {"4.19.255", "0413ff 4.19.255-mm32"},
                                                          {"6.1", "6.1.0-mm32"}};
  for (const auto& [version, line] : versions) {
    EXPECT_THAT(mm32({"run", "version.c", "--kernel-version", version}, scratch.path()).out,
                HasSubstr(line));
  }
}

TEST(KernelVersionTest, WhatIsNoVersionIsRefused) {
  for (const char* version : {"2", "2.2", "7.0", "6.1.", "6.1.256", "six", "6.1-rc1", "6.1.2.3"}) {
    const CommandResult result = mm32({"run", "v5_15_local.c", "--kernel-version", version}, kEras);
    EXPECT_EQ(result.status, 2);
    EXPECT_EQ(result.err, std::string("mm32: --kernel-version takes a version from 2.4 to 6.99 "
                                      "such as 2.6.32 or 5.10, not '") +
                              version + "'\n");
  }
}

}  // namespace
}  // namespace mm32::test
