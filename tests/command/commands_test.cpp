// What run, walk, layout and report print, in text and as JSON.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/support/command.hpp"

namespace mm32::test {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

const fs::path kData = MM32_SOURCE_DIR "/tests/data";
const std::string kSeed = "guest/modules/three_allocators.c";

std::uint32_t logged_address(const std::string& log, const std::string& label) {
  const std::size_t at = log.find(label + " = ");
  if (at == std::string::npos) return 0;
  return static_cast<std::uint32_t>(std::stoul(log.substr(at + label.size() + 3), nullptr, 16));
}

TEST(RunTest, SeedProgramPrintsAddressesOfTheRightRegions) {
  const CommandResult result = mm32({"run", kSeed});
  ASSERT_EQ(result.status, 0) << result.err;
  EXPECT_EQ(result.err, "mm32: no leaks\n");
  for (const char* label : {"get_free_page(0)", "__get_free_page(GFP_KERNEL)", "kmalloc(100, 0)"}) {
    const std::uint32_t address = logged_address(result.out, label);
    EXPECT_GE(address, 0xc0000000u) << label;
    EXPECT_LT(address, 0xca000000u) << label;
  }
  const std::uint32_t area = logged_address(result.out, "vmalloc(100000)");
  EXPECT_GE(area, 0xca800000u);
  EXPECT_EQ(area % 4096, 0u);
}

TEST(RunTest, JsonHoldsLogDiagnosticsAndStatus) {
  const CommandResult good = mm32({"run", kSeed, "--json"});
  const json parsed = json::parse(good.out);
  ASSERT_EQ(parsed["log"].size(), 4u);
  EXPECT_EQ(parsed["log"][0]["level"], 1);
  EXPECT_THAT(parsed["log"][0]["text"].get<std::string>(), StartsWith("get_free_page(0) = c"));
  EXPECT_EQ(parsed["diagnostics"], json::array({"no leaks"}));
  EXPECT_EQ(parsed["exit_status"], 0);
  const CommandResult bad = mm32({"run", "tests/guest/wrong/init_fails.c", "--json"});
  EXPECT_EQ(bad.status, 1);
  const json failed = json::parse(bad.out);
  EXPECT_EQ(failed["exit_status"], 1);
  EXPECT_THAT(failed["diagnostics"][0].get<std::string>(), HasSubstr("init returned -12"));
}

TEST(LayoutTest, ClassicMachineOf160M) {
  const CommandResult result = mm32({"layout", "--mem", "160M"});
  EXPECT_EQ(result.status, 0);
  EXPECT_THAT(result.out, StartsWith("virtual kernel memory layout:\n"));
  EXPECT_THAT(result.out, HasSubstr("    lowmem   : 0xc0000000 - 0xca000000   ( 160 MB)\n"));
  EXPECT_THAT(result.out, HasSubstr("    vmalloc  : 0xca800000 - "));
  const json parsed = json::parse(mm32({"layout", "--mem", "160M", "--json"}).out);
  EXPECT_EQ(parsed["layout"], "classic");
  EXPECT_EQ(parsed["vmalloc_start"], "0xca800000");
}

TEST(LayoutTest, Linux61OfOneGigabyte) {
  const json parsed =
      json::parse(mm32({"layout", "--mem", "1G", "--layout", "linux-6.1", "--json"}).out);
  EXPECT_EQ(parsed["layout"], "linux-6.1");
  EXPECT_EQ(parsed["pkmap_base"], "0xfec00000");
  EXPECT_EQ(parsed["vmalloc_start"], "0xf73fe000");
}

TEST(ReportTest, EveryReportHasTheFormOfProc) {
  const std::pair<const char*, const char*> first_lines[] = {
      {"buddyinfo", "Node 0, zone      DMA "},
      {"zoneinfo", "Node 0, zone      DMA\n"},
      {"pagetypeinfo", "Page block order: 10\n"},
      {"slabinfo", "slabinfo - version: 2.1\n"},
      {"slab_attributes", ""},
      {"vmallocinfo", ""},
      {"meminfo", "MemTotal:  "},
      {"iomem", "00000000-00000fff : "},
      {"vmstat", "nr_free_pages "},
      {"page_tables", "---["}};
  for (const auto& [name, first] : first_lines) {
    const CommandResult result = mm32({"report", name});
    EXPECT_EQ(result.status, 0) << name;
    EXPECT_THAT(result.out, StartsWith(first)) << name;
    EXPECT_EQ(result.err, "") << name;
  }
}

TEST(ReportTest, JsonHasOneTextAReport) {
  const json parsed = json::parse(mm32({"report", "buddyinfo", "meminfo", "--json"}).out);
  EXPECT_EQ(parsed.size(), 2u);
  EXPECT_EQ(parsed["buddyinfo"].get<std::string>(), mm32({"report", "buddyinfo"}).out);
}

TEST(ReportTest, KernelLogDoesNotMixWithAReport) {
  const CommandResult result = mm32({"report", "vmallocinfo", "--run", kSeed});
  EXPECT_EQ(result.status, 0);
  EXPECT_THAT(result.out, StartsWith("0x"));
  EXPECT_THAT(result.out, HasSubstr("three_allocators_init+0x"));
  EXPECT_THAT(result.err, HasSubstr("vmalloc(100000) = "));
}

// Only a machine of layout linux-6.1 says what its kernel says of foreign modules.
TEST(AutomaticLayoutTest, ModuleOfADebianKernelSelectsItsLayout) {
  for (const char* file : {"hello.ko", "hello-pae.ko"}) {
    const CommandResult result = mm32({"run", file}, kData);
    EXPECT_EQ(result.status, 0) << result.err;
    EXPECT_THAT(result.out, HasSubstr("hello: loading out-of-tree module taints kernel.\n"));
    EXPECT_THAT(result.out, HasSubstr("hello PAGE_OFFSET=c0000000\n"));
    EXPECT_THAT(result.out, EndsWith("bye\n"));
  }
  const CommandResult own = mm32({"run", "hello.ko", "--layout", "classic"}, kData);
  EXPECT_EQ(own.status, 0);
  EXPECT_THAT(own.out, Not(HasSubstr("taints kernel")));
}

TEST(AutomaticLayoutTest, PaeModuleGetsAPaeMachine) {
  const CommandResult walk =
      mm32({"walk", "c0000000", "--run", "three_allocators-pae.ko", "--json"}, kData);
  EXPECT_EQ(walk.status, 0) << walk.err;
  EXPECT_EQ(json::parse(walk.out)[0]["mode"], "pae");
  const CommandResult plain =
      mm32({"walk", "c0000000", "--run", "three_allocators.ko", "--json"}, kData);
  EXPECT_EQ(json::parse(plain.out)[0]["mode"], "two-level");
}

TEST(AutomaticLayoutTest, SeedBuiltForTheRealKernelRuns) {
  for (const char* file : {"three_allocators.ko", "three_allocators-pae.ko"}) {
    const CommandResult result = mm32({"run", file}, kData);
    EXPECT_EQ(result.status, 0) << result.err;
    EXPECT_GE(logged_address(result.out, "vmalloc(100000)"), 0xca7e0000u);
  }
}

TEST(AutomaticLayoutTest, ModulesThatExcludeEachOtherAreRefused) {
  const CommandResult both = mm32({"run", "hello.ko", "three_allocators-pae.ko"}, kData);
  EXPECT_EQ(both.status, 2);
  EXPECT_EQ(both.err,
            "mm32: hello.ko is built for 6.1.0-50-686, three_allocators-pae.ko for "
            "6.1.0-50-686-pae: one machine cannot run both\n");
  const CommandResult pae = mm32({"run", "--pae", "hello.ko"}, kData);
  EXPECT_EQ(pae.status, 2);
  EXPECT_EQ(pae.err,
            "mm32: hello.ko is built for 6.1.0-50-686, a kernel without PAE: run it without "
            "--pae\n");
}

TEST(LargeMemoryTest, PaeMachineOf64GRunsAModule) {
  const CommandResult result = mm32({"run", kSeed, "--mem", "64G", "--pae"});
  EXPECT_EQ(result.status, 0) << result.out << result.err;
}

// Host addresses and the environment must not show.
TEST(DeterminismTest, SameCommandPrintsTheSameBytes) {
  for (const char* line : {"run guest/modules/three_allocators.c",
                           "walk printk --run guest/modules/three_allocators.c",
                           "walk ca800000 c0000000-c0010000 --json",
                           "report slabinfo vmallocinfo buddyinfo page_tables",
                           "run tests/guest/faults/null_read.c", "layout --json"}) {
    const CommandResult first = shell(std::string("exec \"$MM32\" ") + line);
    const CommandResult second =
        shell(std::string("A=$(head -c 3000 /dev/zero | tr '\\0' x); export A; TZ=Asia/Tokyo; "
                          "export TZ; exec \"$MM32\" ") +
              line);
    const CommandResult fixed =
        shell(std::string("if setarch -R true 2>/dev/null; then exec setarch -R \"$MM32\" ") +
              line + "; else exec \"$MM32\" " + line + "; fi");
    EXPECT_EQ(first.out, second.out) << line;
    EXPECT_EQ(first.err, second.err) << line;
    EXPECT_EQ(first.out, fixed.out) << line;
  }
}

TEST(DeterminismTest, SeedChangesOnlyWhatIsRandom) {
  for (const char* line :
       {"layout", "report iomem meminfo zoneinfo", "run tests/guest/wrong/parameter.c"})
    EXPECT_EQ(shell(std::string("\"$MM32\" ") + line + " --seed 1").out,
              shell(std::string("\"$MM32\" ") + line + " --seed 2").out)
        << line;
}

}  // namespace
}  // namespace mm32::test
