// Zones, watermarks and per-CPU list sizes against the real kernel's, machine by machine
// (tests/data/zones; the reserved pages of each zone are given, as --reserved does).
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "tests/unit/mm/page_alloc_fixture.hpp"

namespace mm32 {
namespace {

struct Reference {
  std::string name;
  std::uint32_t min_free_kbytes = 0;
  std::map<std::string, std::map<std::string, std::string>> zones;

  bool pae() const { return name.find("pae") != std::string::npos; }
  Bytes mem() const {
    const std::string size = name.substr(name.rfind('-') + 1);
    return Bytes(std::stoull(size) << (size.back() == 'G' ? 30 : 20));
  }
  std::uint32_t number(const std::string& zone, const std::string& key) const {
    return static_cast<std::uint32_t>(std::stoul(zones.at(zone).at(key)));
  }
};

Reference read_reference(const std::filesystem::path& path) {
  Reference r;
  r.name = path.stem().string();
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);) {
    std::istringstream words(line);
    std::string first, word;
    words >> first;
    if (first == "min_free_kbytes") words >> r.min_free_kbytes;
    if (first == "#" || first == "min_free_kbytes") continue;
    while (words >> word) {
      const std::size_t equals = word.find('=');
      r.zones[first][word.substr(0, equals)] = word.substr(equals + 1);
    }
  }
  return r;
}

std::vector<Reference> references() {
  std::vector<Reference> all;
  for (const auto& file : std::filesystem::directory_iterator(MM32_SOURCE_DIR "/tests/data/zones"))
    if (file.path().extension() == ".txt") all.push_back(read_reference(file.path()));
  return all;
}

class ZoneReferenceTest : public testing::TestWithParam<Reference> {};

TEST_P(ZoneReferenceTest, FiguresEqualTheRealKernels) {
  const Reference& r = GetParam();
  MachineConfig config = PageAllocMachine::linux61(r.mem());
  config.paging = r.pae() ? PagingMode::kPae : PagingMode::kTwoLevel;
  config.thp = r.min_free_kbytes > 10000;
  for (const char* zone : {"DMA", "Normal"})
    config.reserved[zone] = r.number(zone, "present") - r.number(zone, "managed");
  PageAllocMachine m(config, Pfn(r.pae() ? 0x36ffe : 0x36bfe));
  ASSERT_NE(m.pages, nullptr);
  EXPECT_EQ(m.pages->state().min_free_kbytes, r.min_free_kbytes);
  for (unsigned z = 0; z < kZones; ++z) {
    const Zone& zone = m.pages->state().node.node_zones[z];
    const std::string name(m.pages->zone_name(z));
    SCOPED_TRACE(r.name + " " + name);
    EXPECT_EQ(zone.spanned_pages, r.number(name, "spanned"));
    EXPECT_EQ(zone.present_pages, r.number(name, "present"));
    EXPECT_EQ(zone.managed_pages, r.number(name, "managed"));
    EXPECT_EQ(zone.wmark(Watermark::kMin), r.number(name, "min"));
    EXPECT_EQ(zone.wmark(Watermark::kLow), r.number(name, "low"));
    EXPECT_EQ(zone.wmark(Watermark::kHigh), r.number(name, "high"));
    std::string protection;
    for (const std::uint32_t reserve : zone.lowmem_reserve)
      protection += std::to_string(reserve) + ",";
    EXPECT_EQ(protection, r.zones.at(name).at("protection") + ",");
    if (zone.present_pages == 0) continue;
    EXPECT_EQ(zone.zone_start_pfn, r.number(name, "start_pfn"));
    const PerCpuPages& pcp = m.pages->per_cpu().of(zone);
    EXPECT_EQ(pcp.high, static_cast<int>(r.number(name, "pcp_high")));
    EXPECT_EQ(pcp.batch, static_cast<int>(r.number(name, "batch")));
    EXPECT_EQ(m.pages->state().zonestat[z].stat_threshold,
              static_cast<int>(r.number(name, "vm_stats_threshold")));
  }
}

std::string test_name(const testing::TestParamInfo<Reference>& info) {
  std::string name = info.param.name;
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Machines, ZoneReferenceTest, testing::ValuesIn(references()), test_name);

struct Unseen {
  PagingMode paging;
  unsigned megabytes;
  std::uint32_t normal_reserved;
  std::uint32_t min_free_kbytes;
  std::uint32_t normal_min;
};

// Measured in the lab, not in the reference: the rule holds in between.
TEST(ZoneReferenceTest, SizesInBetweenFollowTheRule) {
  const Unseen u{PagingMode::kTwoLevel, 300, 4475, 2139, 505};
  MachineConfig config = PageAllocMachine::linux61(Bytes(std::uint64_t{u.megabytes} << 20));
  config.reserved = {{"DMA", 158}, {"Normal", u.normal_reserved}};
  PageAllocMachine m(config);
  EXPECT_NEAR(m.pages->state().min_free_kbytes, u.min_free_kbytes, 1);
  EXPECT_NEAR(m.pages->zone(ZoneIndex::kNormal).wmark(Watermark::kMin), u.normal_min, 1);
}

TEST(ZoneReferenceTest, MoreReservedThanTheMachineTookIsRefused) {
  MachineConfig config = PageAllocMachine::linux61(Bytes(160u << 20));
  config.reserved = {{"Normal", 10}};  // the image alone is larger
  EXPECT_EQ(PageAllocMachine(config).pages, nullptr);
  config.reserved = {{"Normal", 40000}};
  EXPECT_EQ(PageAllocMachine(config).pages, nullptr);
}

}  // namespace
}  // namespace mm32
