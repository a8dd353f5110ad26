// `mm32 walk`: what it shows of an address, as a committed text for each kind of mapping.
//
// MM32_UPDATE_LOGS=1 writes the committed texts anew.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <regex>

#include "tests/support/command.hpp"
#include "tests/support/log_form.hpp"

namespace mm32::test {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using testing::HasSubstr;

const std::string kSeed = "guest/modules/three_allocators.c";

struct WalkCase {
  const char* name;
  std::vector<std::string> words;
};

void PrintTo(const WalkCase& c, std::ostream* stream) { *stream << c.name; }

// Frames and tables lie where the boot put them; flags, levels and indices do not change.
std::string mask_walk(const std::string& text) {
  static const std::pair<std::regex, const char*> kMasks[] = {
      {std::regex(R"(CR3( +)0x[0-9a-f]+)"), "CR3$1H"},
      {std::regex(R"(at 0x[0-9a-f]+ \(virtual 0x[0-9a-f]+\) = 0x[0-9a-f]*([0-9a-f]{3})\b)"),
       "at H (virtual H) = ..$1"},
      {std::regex(R"(frame( +)0x[0-9a-f]+)"), "frame$1H"},
      {std::regex(R"(physical address 0x[0-9a-f]+)"), "physical address H"},
      {std::regex(R"(struct page 0x[0-9a-f]+)"), "struct page H"},
      {std::regex(R"(frames 0x[0-9a-f]+-0x[0-9a-f]+)"), "frames H-H"},
      {std::regex(R"((also +mapped at) .*)"), "$1 H"},
      {std::regex(R"(\+0x[0-9a-f]+/0x[0-9a-f]+)"), "+N/N"},
  };
  std::string masked = text;
  for (const auto& [pattern, with] : kMasks) masked = std::regex_replace(masked, pattern, with);
  return masked;
}

class WalkTest : public testing::TestWithParam<WalkCase> {};

TEST_P(WalkTest, IsAsCommitted) {
  std::vector<std::string> words = {"walk"};
  words.insert(words.end(), GetParam().words.begin(), GetParam().words.end());
  const CommandResult result = mm32(words);
  ASSERT_EQ(result.status, 0) << result.err;
  const fs::path committed =
      fs::path(MM32_SOURCE_DIR) / "tests/command/walks" / (std::string(GetParam().name) + ".txt");
  if (std::getenv("MM32_UPDATE_LOGS") != nullptr) write_file(committed, mask_walk(result.out));
  EXPECT_EQ(mask_walk(result.out), read_file(committed));
}

INSTANTIATE_TEST_SUITE_P(
    Kinds, WalkTest,
    testing::Values(WalkCase{"first_page", {"c0000000"}}, WalkCase{"null", {"0"}},
                    WalkCase{"last_byte", {"0xffffffff"}},
                    WalkCase{"large_page", {"c4000123", "--mem", "1G", "--layout", "linux-6.1"}},
                    WalkCase{"large_page_pae",
                             {"c4000123", "--mem", "1G", "--layout", "linux-6.1", "--pae"}},
                    WalkCase{"small_page_pae", {"c0000fff", "--pae"}},
                    WalkCase{"unmapped_pae", {"0", "--pae"}}, WalkCase{"pkmap", {"ff400000"}},
                    WalkCase{"range_of_three", {"c0000800-c0002001"}},
                    WalkCase{"two_addresses", {"c0000000", "ca7fffff"}}),
    [](const auto& test) { return std::string(test.param.name); });

// The program says where it has one of each kind; where that is depends on the compiler.
class WalkKindsTest : public testing::TestWithParam<WalkCase> {};

TEST_P(WalkKindsTest, OwnersAreAsCommitted) {
  const std::string program = "tests/guest/walk/kinds.c";
  std::vector<std::string> run = {"run", program};
  run.insert(run.end(), GetParam().words.begin(), GetParam().words.end());
  std::istringstream log(mm32(run).out);
  std::vector<std::string> words = {"walk", "--run", program};
  words.insert(words.end(), GetParam().words.begin(), GetParam().words.end());
  std::vector<std::string> kinds;
  for (std::string line; std::getline(log, line);) {
    std::smatch found;
    if (!std::regex_search(line, found, std::regex(R"(\] (\w+) ([0-9a-f]{8})$)"))) continue;
    kinds.push_back(found[1]);
    words.push_back(found[2]);
  }
  ASSERT_EQ(kinds.size(), 16u);
  const CommandResult result = mm32(words);
  // Its init returns with a kmap_atomic mapping, for which Linux warns.
  EXPECT_EQ(result.status, 1) << result.err;
  std::istringstream text(result.out);
  std::string shown;
  std::size_t next = 0;
  for (std::string line; std::getline(text, line);) {
    if (line.starts_with("[") || line.find("page table[") != std::string::npos) continue;
    if (line.starts_with("0x") && next < kinds.size()) shown += "== " + kinds[next++] + "\n";
    line = std::regex_replace(mask_walk(line), std::regex("0x[0-9a-f]{4,}|\\[[0-9]+\\]"), "H");
    // The line numbers of the resident kernel's own functions are no concern of this test.
    if (line.find('[') == std::string::npos)
      line = std::regex_replace(line, std::regex(R"((\(\w+\.c):\d+\)$)"), "$1:L)");
    if (line.find("(module") != std::string::npos) line = line.substr(0, line.find(", page"));
    shown += line + "\n";
  }
  const fs::path committed =
      fs::path(MM32_SOURCE_DIR) / "tests/command/walks" / (std::string(GetParam().name) + ".txt");
  if (std::getenv("MM32_UPDATE_LOGS") != nullptr) write_file(committed, shown);
  EXPECT_EQ(shown, read_file(committed));
}

INSTANTIATE_TEST_SUITE_P(Modes, WalkKindsTest,
                         testing::Values(WalkCase{"kinds", {"--mem", "1G"}},
                                         WalkCase{"kinds_pae", {"--mem", "1G", "--pae"}}),
                         [](const auto& test) { return std::string(test.param.name); });

TEST(WalkStepTest, OneStepForEachLineOfInput) {
  const CommandResult all = shell("yes '' | head -9 | $MM32 walk c0000123 --step");
  EXPECT_EQ(all.status, 0);
  EXPECT_THAT(all.out, HasSubstr("CR3 says 0x9fff000; + 768 * 4 = 0x9fffc00"));
  EXPECT_THAT(all.out, HasSubstr("the page table entry says 0x0; + offset 0x123 = 0x123"));
  EXPECT_EQ(all.err, "");
  const CommandResult two = shell("printf '\\n\\n' | $MM32 walk c0000123 --step");
  EXPECT_EQ(two.status, 0);
  EXPECT_THAT(two.out, HasSubstr("level 2 page directory"));
  EXPECT_THAT(two.out, testing::Not(HasSubstr("level 1")));
  EXPECT_THAT(two.err, HasSubstr("mm32: the input ended before the walk did"));
  EXPECT_EQ(shell("echo q | $MM32 walk c0000123 --step").out, "");
}

TEST(WalkPidTest, TheTasksThatExist) {
  const std::string mine = mm32({"walk", "c0000000"}).out;
  for (const char* pid : {"0", "1", "83"})
    EXPECT_EQ(mm32({"walk", "c0000000", "--pid", pid}).out, mine) << pid;
  for (const char* pid : {"7", "-1", "x", "99999999999", ""}) {
    const CommandResult result = mm32({"walk", "c0000000", "--pid", pid});
    EXPECT_EQ(result.status, *pid == 0 ? 0 : 2) << pid;
    EXPECT_EQ(result.out.empty(), *pid != 0) << pid;
  }
}

TEST(WalkPidTest, KernelThreadsUseTheKernelsTables) {
  const std::string program = "tests/guest/debug/sleeper.c";
  const CommandResult result = mm32({"walk", "c0000000", "--pid", "84", "--run", program});
  EXPECT_EQ(result.status, 0) << result.err;
  EXPECT_THAT(result.out, HasSubstr("CR3     0x09fff000"));
  EXPECT_THAT(mm32({"walk", "c0000000", "--pid", "85", "--run", program}).err,
              HasSubstr("there are 0 (swapper), 1 (init), 83 (insmod), 84 (sleeper)"));
}

TEST(WalkRunTest, WhatTheModuleKeepsIsNoLeakHere) {
  const CommandResult result = mm32({"walk", "c0000000", "--run", "tests/guest/leaks/leaky.c"});
  EXPECT_EQ(result.status, 0) << result.err;
}

TEST(WalkAddressTest, SymbolAndOffset) {
  const json both = json::parse(mm32({"walk", "printk", "printk+0x10", "--json"}).out);
  ASSERT_EQ(both.size(), 2u);
  const auto value = [&](std::size_t i) {
    return std::stoul(both[i]["address"].get<std::string>(), nullptr, 16);
  };
  EXPECT_EQ(value(1) - value(0), 0x10u);
  EXPECT_GE(value(0), 0xc1000000u);
}

TEST(WalkAddressTest, SymbolWinsOverAHexadecimalNumberWithoutPrefix) {
  // The guest's library has no function of such a name by chance: a module brings one.
  const CommandResult result =
      mm32({"walk", "fade", "0xfade", "--json", "--run", "tests/guest/walk/hexadecimal_name.c"});
  const json both = json::parse(result.out);
  EXPECT_THAT(both[0]["address"].get<std::string>(), testing::StartsWith("0xca"));
  EXPECT_EQ(both[1]["address"], "0x0000fade");
}

TEST(WalkRunTest, ModuleStaysLoadedWhileItIsWalked) {
  const CommandResult result =
      mm32({"walk", "three_allocators_exit", "vmallocmem", "--run", kSeed});
  ASSERT_EQ(result.status, 0) << result.err;
  const std::size_t log = result.out.find("] vmalloc(100000) = ca");
  const std::size_t walk = result.out.find("\n0xca");
  EXPECT_NE(log, std::string::npos);
  EXPECT_NE(walk, std::string::npos);
  EXPECT_LT(log, walk) << "the log comes first";
  EXPECT_THAT(result.out, HasSubstr("level 1 page table"));
}

TEST(WalkRunTest, JsonKeepsStandardOutputForJson) {
  const CommandResult result = mm32({"walk", "c0000000", "--run", kSeed, "--json"});
  EXPECT_TRUE(json::accept(result.out));
  EXPECT_THAT(result.err, HasSubstr("] vmalloc(100000) = ca"));
}

TEST(WalkRunTest, SeedProgramsGuardPageIsNotMapped) {
  const CommandResult first = mm32({"run", kSeed});
  const std::size_t at = first.out.find("vmalloc(100000) = ");
  ASSERT_NE(at, std::string::npos);
  const std::uint64_t area = std::stoul(first.out.substr(at + 18, 8), nullptr, 16);
  const auto hex = [](std::uint64_t value) {
    std::ostringstream text;
    text << std::hex << value;
    return text.str();
  };
  const json pages = json::parse(
      mm32({"walk", hex(area) + "-" + hex(area + 26 * 4096), "--run", kSeed, "--json"}).out);
  ASSERT_EQ(pages.size(), 26u);
  for (std::size_t i = 0; i < 26; ++i)
    EXPECT_EQ(pages[i]["steps"].back()["flags"].dump().find("present") != std::string::npos ||
                  pages[i].contains("physical_address"),
              i < 25)
        << i << " " << pages[i].dump();
}

}  // namespace
}  // namespace mm32::test
