// The reports of SLUB debugging, compared line by line with those of the real kernel for the same
// misuse (reference oops/*-slubdebug.txt and runs of the same calls on 6.1.176).
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "mm/slab/debug_option.hpp"
#include "tests/unit/mm/slab_fixture.hpp"

namespace mm32 {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

struct DebugMachine : SlabMachine {
  explicit DebugMachine(const std::string& slub_debug = "FZPU",
                        LayoutName layout = LayoutName::kClassic)
      : SlabMachine(layout, {{"slub_debug", slub_debug}}) {
    calls.trace = {VirtAddr(0xf8000001), VirtAddr(0xf8000002)};
  }
  std::uint8_t& byte(VirtAddr object, std::int32_t offset) {
    return ram.at<std::uint8_t>(VirtAddr(object.raw() + static_cast<std::uint32_t>(offset)));
  }
  std::vector<std::string> report() { return std::exchange(diagnostics.lines, {}); }
  std::string hex(VirtAddr va) { return fmt::format("{:08x}", va.raw()); }
};

constexpr const char* kRule =
    "=============================================================================";
constexpr const char* kThin =
    "-----------------------------------------------------------------------------";

TEST(SlubDebugTest, KmallocSlotHasTheKernelsLayout) {
  DebugMachine m;
  const VirtAddr p = m.alloc(64);
  const KmemCache& s = m.cache_of(p);
  EXPECT_EQ(s.size, 192u);
  EXPECT_EQ(s.red_left_pad, 64u);
  EXPECT_EQ(s.offset, 68u);
  EXPECT_EQ(s.oo.objects(), 21u);
  EXPECT_EQ(s.cpu_partial, 0u);
  EXPECT_EQ(m.slab->ksize(p).value(), 64u);
}

TEST(SlubDebugTest, FreeingTwiceIsReportedAndRefused) {
  DebugMachine m;
  m.alloc(64);
  const VirtAddr p = m.alloc(64);
  m.calls.trace = {VirtAddr(0xf8000003), VirtAddr(0xf8000004)};
  ASSERT_TRUE(m.slab->kfree(p));
  m.report();
  ASSERT_TRUE(m.slab->kfree(p));
  const Page& page = *m.slab->context().view.head_page(p);
  const std::uint32_t b = p.raw();
  const auto dump = [](const char* label, std::uint32_t at, const char* bytes) {
    return fmt::format("{}{:08x}: {}", label, at, bytes);
  };
  const char* bb = "bb bb bb bb bb bb bb bb bb bb bb bb bb bb bb bb  ................";
  const char* kk = "6b 6b 6b 6b 6b 6b 6b 6b 6b 6b 6b 6b 6b 6b 6b 6b  kkkkkkkkkkkkkkkk";
  EXPECT_THAT(
      m.report(),
      ElementsAre(
          kRule, "BUG kmalloc-64 (Tainted: G           OE     ): Object already free", kThin, "",
          "Allocated in f1+0x1/0x10 [m] age=0 cpu=0 pid=83", " f1+0x1/0x10 [m]", " f2+0x1/0x10 [m]",
          "Freed in f3+0x1/0x10 [m] age=0 cpu=0 pid=83", " f3+0x1/0x10 [m]", " f4+0x1/0x10 [m]",
          fmt::format("Slab 0x{:08x} objects=21 used={} fp=0x{:08x} flags=0x40000200(slab|zone=1)",
                      guest_ptr(page).raw, page.slab_counters & 0xffff, b),
          fmt::format("Object 0x{:08x} @offset={} fp=0x00000000", b, b & 0xfff), "",
          dump("Redzone  ", b - 64, bb), dump("Redzone  ", b - 48, bb),
          dump("Redzone  ", b - 32, bb), dump("Redzone  ", b - 16, bb), dump("Object   ", b, kk),
          dump("Object   ", b + 16, kk), dump("Object   ", b + 32, kk),
          dump("Object   ", b + 48,
               "6b 6b 6b 6b 6b 6b 6b 6b 6b 6b 6b 6b 6b 6b 6b a5  kkkkkkkkkkkkkkk."),
          dump("Redzone  ", b + 64, "bb bb bb bb                                      ...."),
          dump("Padding  ", b + 116,
               "5a 5a 5a 5a 5a 5a 5a 5a 5a 5a 5a 5a              ZZZZZZZZZZZZ"),
          "<stack>", "<taint>", fmt::format("FIX kmalloc-64: Object at 0x{:08x} not freed", b)));
}

TEST(SlubDebugTest, AfterARefusedDoubleFreeTheCutListFaultsAsOnLinux) {
  DebugMachine m;
  for (int i = 0; i < 3; ++i) m.alloc(64);
  const VirtAddr p = m.alloc(64);
  ASSERT_TRUE(m.slab->kfree(p));
  ASSERT_TRUE(m.slab->kfree(p));
  EXPECT_EQ(m.alloc(64), p);
  const auto next = m.slab->kmalloc(Bytes(64), Gfp::kKernel);
  ASSERT_FALSE(next);
  EXPECT_EQ(std::get<Oops>(next.error()).address.raw(), 0x44u);
  EXPECT_EQ(std::get<Oops>(next.error()).function, "___slab_alloc");
}

TEST(SlubDebugTest, WritingBehindAnObjectIsFoundWhenItIsFreed) {
  DebugMachine m;
  const VirtAddr p = m.alloc(64);
  m.byte(p, 64) = 'B';
  m.byte(p, 65) = 'C';
  ASSERT_TRUE(m.slab->kfree(p));
  const auto lines = m.report();
  EXPECT_THAT(lines, Contains("BUG kmalloc-64 (Tainted: G           OE     ): Right Redzone "
                              "overwritten"));
  EXPECT_THAT(lines, Contains(fmt::format("0x{:08x}-0x{:08x} @offset={}. First byte 0x42 instead "
                                          "of 0xcc",
                                          p.raw() + 64, p.raw() + 65, (p.raw() & 0xfff) + 64)));
  EXPECT_THAT(lines, Contains(HasSubstr("42 43 cc cc                                      BC..")));
  EXPECT_THAT(lines, Contains(fmt::format("FIX kmalloc-64: Restoring Right Redzone "
                                          "0x{:08x}-0x{:08x}=0xcc",
                                          p.raw() + 64, p.raw() + 65)));
  EXPECT_EQ(lines.back(), fmt::format("FIX kmalloc-64: Object at 0x{:08x} not freed", p.raw()));
  EXPECT_EQ(m.byte(p, 64), 0xcc);
}

TEST(SlubDebugTest, WritingBeforeAnObjectIsFoundWhenItIsFreed) {
  DebugMachine m;
  const VirtAddr p = m.alloc(64);
  m.byte(p, -1) = 0;
  ASSERT_TRUE(m.slab->kfree(p));
  const auto lines = m.report();
  EXPECT_THAT(lines, Contains(HasSubstr("): Left Redzone overwritten")));
  EXPECT_THAT(lines, Contains(HasSubstr("First byte 0x0 instead of 0xcc")));
}

TEST(SlubDebugTest, UseAfterFreeIsFoundAtTheNextAllocation) {
  DebugMachine m;
  const VirtAddr p = m.alloc(64);
  ASSERT_TRUE(m.slab->kfree(p));
  m.byte(p, 8) = 'X';
  m.byte(p, 9) = 'Y';
  EXPECT_NE(m.alloc(64), p);
  const auto lines = m.report();
  EXPECT_THAT(lines, Contains(HasSubstr("): Poison overwritten")));
  EXPECT_THAT(lines, Contains(HasSubstr("First byte 0x58 instead of 0x6b")));
  EXPECT_THAT(lines, Contains(fmt::format("FIX kmalloc-64: Restoring Poison 0x{:08x}-0x{:08x}=0x6b",
                                          p.raw() + 8, p.raw() + 9)));
  EXPECT_EQ(lines.back(), "FIX kmalloc-64: Marking all objects used");
}

TEST(SlubDebugTest, FreeingTheMiddleOfAnObjectIsRefused) {
  DebugMachine m;
  const VirtAddr p = m.alloc(64);
  ASSERT_TRUE(m.slab->kfree(VirtAddr(p.raw() + 8)));
  const auto lines = m.report();
  EXPECT_EQ(lines[1], fmt::format("BUG kmalloc-64 (Tainted: G           OE     ): Invalid object "
                                  "pointer 0x{:08x}",
                                  p.raw() + 8));
  EXPECT_EQ(lines.back(), fmt::format("FIX kmalloc-64: Object at 0x{:08x} not freed", p.raw() + 8));
}

TEST(SlubDebugTest, FreeingTheOnlyObjectTwiceNamesTheCount) {
  DebugMachine m;
  const VirtAddr cache = m.create("lab_a", 100, 0, SlabFlags::kNone, 0xc1000000);
  const VirtAddr x = m.cache_alloc(cache);
  ASSERT_TRUE(m.slab->kmem_cache_free(cache, x));
  m.report();
  ASSERT_TRUE(m.slab->kmem_cache_free(cache, x));
  const auto lines = m.report();
  EXPECT_EQ(lines[1],
            "BUG lab_a (Tainted: G           OE     ): Slab has 0 allocated objects but "
            "1 are to be freed");
  EXPECT_EQ(lines[2], "");
  EXPECT_EQ(lines[3], kThin);
}

TEST(SlubDebugTest, ADamagedFreeChainIsCutAndTheCountAdjusted) {
  DebugMachine m;
  const VirtAddr p = m.alloc(64);
  const VirtAddr q = m.alloc(64);
  ASSERT_TRUE(m.slab->kfree(q));
  m.ram.at<std::uint32_t>(VirtAddr(q.raw() + 68)) = 0x1234567;
  ASSERT_TRUE(m.slab->kfree(p));
  const auto lines = m.report();
  EXPECT_THAT(lines, Contains(HasSubstr("): Freechain corrupt")));
  EXPECT_THAT(lines, Contains(HasSubstr("but counted were 20")));
  EXPECT_EQ(lines.back(), "FIX kmalloc-64: Object count adjusted");
}

TEST(SlubDebugTest, DamagedSlabCountersAreNamed) {
  DebugMachine m;
  const VirtAddr p = m.alloc(64);
  Page& page = *m.slab->context().view.head_page(p);
  const std::uint32_t good = page.slab_counters;
  page.slab_counters = (good & 0xffff) | 600u << 16;
  ASSERT_TRUE(m.slab->kfree(p));
  EXPECT_THAT(m.report(), Contains(HasSubstr("): objects 600 > max 21")));
  page.slab_counters = (good & 0xffff0000u) | 60;
  ASSERT_TRUE(m.slab->kfree(p));
  EXPECT_THAT(m.report(), Contains(HasSubstr("): inuse 60 > max 21")));
}

TEST(SlubDebugTest, FreeingIntoTheWrongCacheWarnsAndFrees) {
  DebugMachine m;
  const VirtAddr a = m.create("lab_a", 100, 0, SlabFlags::kNone, 0xc1000000);
  const VirtAddr b = m.create("lab_b", 200, 0, SlabFlags::kNone, 0xc1000000);
  const VirtAddr x = m.cache_alloc(a);
  m.report();
  ASSERT_TRUE(m.slab->kmem_cache_free(b, x));
  EXPECT_THAT(m.report(),
              ElementsAre("WARNING: mm/slab.h:660 cache_from_obj: Wrong slab cache. lab_b but "
                          "object is from lab_a",
                          "Allocated in f1+0x1/0x10 [m] age=0 cpu=0 pid=83", " f1+0x1/0x10 [m]",
                          " f2+0x1/0x10 [m]"));
  EXPECT_EQ(m.cache_alloc(a), x);
}

TEST(SlubDebugTest, DestroyingACacheWithObjectsListsThem) {
  SlabMachine m;
  const VirtAddr cache = m.create("lab_leak", 100, 0, SlabFlags::kNone, 0xc1000000);
  const VirtAddr x = m.cache_alloc(cache);
  const VirtAddr y = m.cache_alloc(cache);
  m.diagnostics.lines.clear();
  ASSERT_TRUE(m.slab->kmem_cache_destroy(cache));
  const Page& page = *m.slab->context().view.head_page(x);
  EXPECT_THAT(m.diagnostics.lines,
              ElementsAre(kRule,
                          "BUG lab_leak (Tainted: G           OE     ): Objects remaining in "
                          "lab_leak on __kmem_cache_shutdown()",
                          kThin, "",
                          fmt::format("Slab 0x{:08x} objects=39 used=2 fp=0x{:08x} "
                                      "flags=0x40000200(slab|zone=1)",
                                      guest_ptr(page).raw, page.slab_freelist),
                          "<stack>", "<taint>",
                          fmt::format("Object 0x{:08x} @offset={}", x.raw(), x.raw() & 0xfff),
                          fmt::format("Object 0x{:08x} @offset={}", y.raw(), y.raw() & 0xfff),
                          "WARNING: mm/slab_common.c:493 kmem_cache_destroy lab_leak: Slab cache "
                          "still has objects when called from f1+0x1/0x10 [m]"));
}

TEST(SlubDebugTest, TheParameterSaysWhichCachesAreDebugged) {
  const auto flags = [](const char* value, const char* name) {
    MachineConfig config;
    config.params["slub_debug"] = value;
    return raw(debug_flags(SlabOptions::of(config), SlabFlags::kNone, name));
  };
  EXPECT_EQ(flags("", "x"), 0x10d00u);
  EXPECT_EQ(flags("FP", "x"), 0x900u);
  EXPECT_EQ(flags("-", "x"), 0u);
  EXPECT_EQ(flags(",kmalloc-64", "kmalloc-64"), 0x10d00u);
  EXPECT_EQ(flags(",kmalloc-64", "kmalloc-6"), 0u);
  EXPECT_EQ(flags("Z,kmalloc-*", "kmalloc-96"), 0x400u);
  EXPECT_EQ(flags(";", "x"), 0u);
  EXPECT_EQ(flags(";;FZ;", "x"), 0x500u);
  EXPECT_EQ(flags("U;FZ,kmalloc-64,dentry", "dentry"), 0x500u);
  EXPECT_EQ(flags("U;FZ,kmalloc-64,dentry", "inode"), 0x10000u);
  EXPECT_EQ(flags("FQ", "x"), 0x100u);
  EXPECT_EQ(flags("fzP", "x"), 0xd00u);
  EXPECT_EQ(flags("FZ-P", "x"), 0x800u);
  EXPECT_EQ(flags("O", "x"), 0u);
  EXPECT_EQ(flags("kmalloc-64", "kmalloc-64"), 0u) << "letters, of which '-' clears";
  EXPECT_EQ(flags("zap", "x"), 0xc00u);
  EXPECT_EQ(flags("F;Z", "x"), 0x400u) << "the last block for all caches counts";
  EXPECT_EQ(flags("FZ,kmalloc-*;U,dentry", "kmalloc-cg-64"), 0x500u);
  EXPECT_EQ(flags("FZ,kmalloc-*;U,dentry", "dentry"), 0x10000u);
  EXPECT_EQ(flags("FZ,kmalloc-*;U,dentry", "dentry2"), 0u);
  EXPECT_EQ(flags("FZ,a;U,a", "a"), 0x500u) << "the first block that names the cache counts";
  EXPECT_EQ(flags("FZ,", "x"), 0u) << "a list without names";
  EXPECT_EQ(flags("FZ,*", "x"), 0x500u);
  EXPECT_EQ(flags("U,dentry;", "dentry"), 0u) << "the name is 'dentry;' on Linux as well";
  EXPECT_EQ(flags("U,dentry;;F", "dentry"), 0x100u);
  EXPECT_EQ(flags("U,dentry;,kmalloc-64", "dentry"), 0u);
  EXPECT_EQ(flags("U,dentry;,kmalloc-64", "kmalloc-64"), 0x10000u);
}

TEST(SlubDebugTest, LetterOKeepsOrdersAndUnknownLettersAreNamed) {
  DebugMachine m("FZPUOq");
  EXPECT_THAT(m.report(), ElementsAre("slub_debug option 'q' unknown. skipped"));
  EXPECT_EQ(m.cache_of(m.alloc(8192)).size, 8192u);
  EXPECT_EQ(m.cache_of(m.alloc(64)).size, 192u);
}

TEST(SlubDebugTest, DebuggedCachesAreNotMerged) {
  DebugMachine m("Z,lab_1");
  const VirtAddr a = m.create("lab_0", 48);
  EXPECT_NE(m.create("lab_1", 48), a);
  EXPECT_EQ(m.create("lab_2", 48), a);
  EXPECT_EQ(m.cache(a).refcount, 2);
}

TEST(SlubDebugTest, EveryCacheWorksUnderFullDebuggingWithDebiansOptions) {
  DebugMachine m("FZPU", LayoutName::kLinux61);
  std::vector<VirtAddr> objects;
  for (int round = 0; round < 3; ++round) {
    for (std::uint32_t size = 1; size < 8192; size += 97) {
      objects.push_back(m.alloc(size));
      ASSERT_NE(objects.back().raw(), 0u);
      std::memset(m.bytes(objects.back()), round, size);
    }
    for (const VirtAddr object : objects) ASSERT_TRUE(m.slab->kfree(object));
    objects.clear();
  }
  m.slab->for_each_cache(
      [&](KmemCache& s) { EXPECT_TRUE(m.slab->kmem_cache_shrink(guest_ptr(s).va())); });
  EXPECT_THAT(m.diagnostics.lines, ElementsAre());
}

}  // namespace
}  // namespace mm32
