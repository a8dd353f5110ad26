// The reports have the form of the real kernel's files to the byte, numbers apart.
#include "emu/report/zone_reports.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <regex>
#include <sstream>

#include "emu/report/meminfo.hpp"
#include "tests/unit/mm/page_alloc_fixture.hpp"

namespace mm32 {
namespace {

using namespace literals;

std::string data(const std::string& name) {
  std::ifstream in(MM32_SOURCE_DIR "/tests/data/proc/" + name);
  std::stringstream text;
  text << in.rdbuf();
  return text.str();
}

// Numbers become #, and the blanks in front of one become one: widths depend on the value.
std::string form(const std::string& text) {
  return std::regex_replace(std::regex_replace(text, std::regex(" *\\b[0-9]+\\b"), " #"),
                            std::regex("[ ]+\n"), "\n");
}

MachineConfig gigabyte() { return PageAllocMachine::linux61(1_GiB); }

TEST(ZoneReportsTest, FormsEqualTheRealKernels) {
  const PageAllocMachine m(gigabyte());
  EXPECT_EQ(form(zoneinfo_report(*m.pages)), form(data("zoneinfo")));
  EXPECT_EQ(form(buddyinfo_report(*m.pages)), form(data("buddyinfo")));
  EXPECT_EQ(form(pagetypeinfo_report(*m.pages)), form(data("pagetypeinfo")));
  EXPECT_EQ(form(meminfo_report(*m.pages, {})), form(data("meminfo")));
}

TEST(ZoneReportsTest, ColumnsAreAsWideAsTheRealKernels) {
  const PageAllocMachine m(gigabyte());
  const auto first_line = [](const std::string& text, std::string_view start) {
    const std::size_t at = text.find(start);
    return text.substr(at, text.find('\n', at) - at).size();
  };
  EXPECT_EQ(first_line(buddyinfo_report(*m.pages), "Node 0, zone      DMA"),
            first_line(data("buddyinfo"), "Node 0, zone      DMA"));
  for (const char* line : {"Free pages count", "Node    0, zone      DMA, type", "Number of blocks",
                           "Node 0, zone   Normal"})
    EXPECT_EQ(first_line(pagetypeinfo_report(*m.pages), line),
              first_line(data("pagetypeinfo"), line))
        << line;
  EXPECT_EQ(first_line(meminfo_report(*m.pages, {}), "MemTotal:"),
            first_line(data("meminfo"), "MemTotal:"));
}

TEST(ZoneReportsTest, VmstatCountsAllocations) {
  PageAllocMachine m(gigabyte());
  const std::string before = vmstat_report(*m.pages);
  EXPECT_NE(before.find("\npgalloc_normal 0\n"), std::string::npos);
  const Pfn pfn = m.pages->alloc_pages(Gfp::kKernel, Order(2)).value();
  EXPECT_NE(vmstat_report(*m.pages).find("\npgalloc_normal 4\n"), std::string::npos);
  m.pages->free_pages(pfn, Order(2));
  EXPECT_NE(vmstat_report(*m.pages).find("\npgfree 4\n"), std::string::npos);
  EXPECT_EQ(std::count(before.begin(), before.end(), '\n'), 155);
}

TEST(ZoneReportsTest, ReportsOfAMachineWithACmaAreaShowIt) {
  MachineConfig config = gigabyte();
  config.cma = 16_MiB;
  const PageAllocMachine m(config);
  EXPECT_NE(zoneinfo_report(*m.pages).find("cma      4096"), std::string::npos);
  EXPECT_NE(zoneinfo_report(*m.pages).find("nr_free_cma  4096"), std::string::npos);
  EXPECT_NE(pagetypeinfo_report(*m.pages).find("type          CMA"), std::string::npos);
}

}  // namespace
}  // namespace mm32
