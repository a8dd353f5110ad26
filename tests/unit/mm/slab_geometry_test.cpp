// Every figure of 500 caches, compared with the real kernel's (tests/data/kmem_cache_686.tsv).
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "mm/slab/geometry.hpp"
#include "tests/unit/mm/slab_fixture.hpp"

namespace mm32 {
namespace {

struct Row {
  std::string text;
  std::vector<std::uint32_t> values;
};

std::vector<Row> reference_rows() {
  std::ifstream file(MM32_SOURCE_DIR "/tests/data/kmem_cache_686.tsv");
  std::vector<Row> rows;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#') continue;
    Row row{line, {}};
    std::istringstream words(line);
    for (std::string word; words >> word;)
      row.values.push_back(static_cast<std::uint32_t>(std::stoul(word, nullptr, 0)));
    rows.push_back(row);
  }
  return rows;
}

std::string figures(SlabMachine& m, const Row& row) {
  const auto& v = row.values;
  const VirtAddr cache = m.create("probe", v[0], v[1], SlabFlags(v[2]), v[3] != 0 ? 0xc1000000 : 0);
  const KmemCache& s = m.cache(cache);
  const VirtAddr object = m.cache_alloc(cache);
  const std::string text = fmt::format(
      "{}\t{}\t0x{:x}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t0x{:x}\t0x{:x}\t{}", v[0],
      v[1], v[2], v[3], s.size, s.object_size, s.align, s.inuse, s.offset, s.red_left_pad, s.oo.x,
      s.min.x, s.cpu_partial, s.cpu_partial_slabs, s.min_partial, raw(s.allocflags), raw(s.flags),
      m.slab->ksize(object).value());
  EXPECT_TRUE(m.slab->kmem_cache_free(cache, object));
  EXPECT_TRUE(m.slab->kmem_cache_destroy(cache));
  return text;
}

TEST(SlabGeometryTest, FiguresOfCachesAreThoseOfTheRealKernel) {
  SlabMachine m(LayoutName::kLinux61, {{"slab_nomerge", ""}}, Bytes(512u << 20));
  const std::vector<Row> rows = reference_rows();
  ASSERT_GT(rows.size(), 60u);
  const std::uint32_t frames = m.slab_frames();
  for (const Row& row : rows) EXPECT_EQ(figures(m, row), row.text);
  EXPECT_LE(m.slab_frames(), frames + 64);
}

TEST(SlabGeometryTest, KmallocCachesAreThoseOfTheRealKernel) {
  struct Expected {
    const char* name;
    std::uint32_t size, align, order, objects, cpu_partial, min_partial;
  };
  SlabMachine m(LayoutName::kLinux61);
  std::map<std::string, const KmemCache*> caches;
  m.slab->for_each_cache([&](KmemCache& s) { caches[m.name_of(s)] = &s; });
  for (const Expected& e : {Expected{"kmalloc-8", 8, 8, 0, 512, 120, 5},
                            {"kmalloc-96", 96, 8, 0, 42, 120, 5},
                            {"kmalloc-192", 192, 8, 0, 21, 120, 5},
                            {"kmalloc-256", 256, 256, 0, 16, 52, 5},
                            {"kmalloc-1k", 1024, 1024, 1, 8, 24, 5},
                            {"kmalloc-cg-2k", 2048, 2048, 2, 8, 24, 5},
                            {"kmalloc-rcl-4k", 4096, 4096, 3, 8, 6, 6},
                            {"dma-kmalloc-8k", 8192, 8192, 3, 4, 6, 6},
                            {"kmem_cache", 160, 32, 0, 25, 120, 5},
                            {"kmem_cache_node", 32, 32, 0, 128, 120, 5}}) {
    ASSERT_TRUE(caches.contains(e.name)) << e.name;
    const KmemCache& s = *caches[e.name];
    EXPECT_EQ(s.size, e.size) << e.name;
    EXPECT_EQ(s.align, e.align) << e.name;
    EXPECT_EQ(s.oo.order(), e.order) << e.name;
    EXPECT_EQ(s.oo.objects(), e.objects) << e.name;
    EXPECT_EQ(s.cpu_partial, e.cpu_partial) << e.name;
    EXPECT_EQ(s.min_partial, e.min_partial) << e.name;
  }
}

TEST(SlabGeometryTest, FourCpusMakeLargerSlabs) {
  SlabOptions options;
  options.cpus = 4;
  for (const auto& [size, order] : {std::pair{512u, 1u}, {1024u, 2u}, {2048u, 3u}, {4096u, 3u}})
    EXPECT_EQ(calculate_order(options, size).value(), order) << size;
}

TEST(SlabGeometryTest, CacheLinesOf64BytesChangeTheAlignment) {
  SlabMachine m(LayoutName::kLinux61, {{"cache_line_size", "64"}});
  for (const auto& [size, slot] :
       {std::pair{24u, 32u}, {32u, 64u}, {64u, 128u}, {100u, 128u}, {512u, 576u}})
    EXPECT_EQ(m.cache(m.create("x", size, 0, SlabFlags::kHwcacheAlign, 0xc1000000)).size, slot);
}

TEST(SlabGeometryTest, WhatCannotBeMadeGivesAnErrorPointer) {
  SlabMachine m;
  EXPECT_EQ(m.create("big", 8u << 20).raw(), 0u - 22u);
  EXPECT_EQ(m.create("flags", 100, 0, SlabFlags(0x2)).raw(), 0u - 22u);
  EXPECT_EQ(m.create("none", 0).raw(), 0u - 33u);  // Linux divides by zero
}

}  // namespace
}  // namespace mm32
