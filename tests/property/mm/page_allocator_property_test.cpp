// Random allocations, frees and pokes against a naive model: an array that says for every frame
// which block owns it.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <map>
#include <random>

#include "mm/page_alloc/compaction.hpp"
#include "mm/page_alloc/contig_range.hpp"
#include "mm/page_alloc/gfp_zone.hpp"
#include "mm/page_alloc/verify.hpp"
#include "tests/unit/mm/page_alloc_fixture.hpp"

namespace mm32 {
namespace {

using namespace literals;

constexpr Pfn kLowEnd(9216);  // 36 MB of lowmem: DMA, 20 MB of NORMAL, 12 MB of HIGHMEM

constexpr Gfp kFlags[] = {
    Gfp::kKernel | Gfp::kNoWarn,
    Gfp::kKernel | Gfp::kReclaimable | Gfp::kNoWarn,
    Gfp::kHighuserMovable | Gfp::kNoWarn,
    Gfp::kHighuser | Gfp::kNoWarn,
    Gfp::kKernel | Gfp::kDma | Gfp::kNoWarn,
    Gfp::kAtomic | Gfp::kNoWarn,
    Gfp::kKernel | Gfp::kComp | Gfp::kNoWarn,
    Gfp::kKernel | Gfp::kMovable | Gfp::kNoWarn,
    Gfp::kAtomic | Gfp::kMemalloc | Gfp::kNoWarn,
};

MachineConfig small_machine(PagingMode paging, Bytes cma, Bytes movablecore) {
  MachineConfig c;
  c.movablecore = movablecore;
  c.mem = 48_MiB;
  c.paging = paging;
  c.cma = cma;
  return c;
}

class Model {
 public:
  explicit Model(PagingMode paging = PagingMode::kTwoLevel, Bytes cma = Bytes(0),
                 Bytes movablecore = Bytes(0))
      : machine(small_machine(paging, cma, movablecore), kLowEnd),
        pages(*machine.pages),
        owner_(machine.map.end_pfn().raw(), 0),
        reserved_(audit(pages).reserved) {}

  void allocate(Gfp gfp, Order order) {
    const Result<Pfn> got = pages.alloc_pages(gfp, order);
    if (!got) return;
    const std::uint32_t pfn = got->raw();
    RC_ASSERT((pfn & (order.pages().raw() - 1)) == 0u);
    RC_ASSERT(pages.page(*got).zone_index() <= raw(gfp_zone(gfp)));
    for (std::uint32_t i = 0; i < order.pages().raw(); ++i) {
      RC_ASSERT(owner_.at(pfn + i) == 0u);
      owner_[pfn + i] = pfn;
    }
    blocks_.push_back({*got, order});
    used_ += order.pages().raw();
  }

  void free_nth(std::size_t n) {
    if (blocks_.empty()) return;
    n %= blocks_.size();
    const auto [pfn, order] = blocks_[n];
    blocks_[n] = blocks_.back();
    blocks_.pop_back();
    for (std::uint32_t i = 0; i < order.pages().raw(); ++i) owner_[pfn.raw() + i] = 0;
    used_ -= order.pages().raw();
    pages.free_pages(pfn, order);
  }

  void allocate_exact(Gfp gfp, Bytes size) {
    const Result<Pfn> got = pages.alloc_pages_exact(size, gfp);
    if (got) own_singles(*got, pages_for(size));
  }

  void allocate_bulk(Gfp gfp, std::uint32_t count) {
    struct Places final : PageAllocator::BulkPlaces {
      bool is_filled(std::uint32_t place) override { return place % 5 == 4; }
      void fill(std::uint32_t, Page& page) override { got.push_back(&page); }
      std::vector<Page*> got;
    } places;
    pages.alloc_pages_bulk(gfp, count, places);
    for (const Page* page : places.got) own_singles(pages.lists().map().pfn_of(*page), Pages(1));
  }

  void split_nth(std::size_t n) {
    if (blocks_.empty()) return;
    n %= blocks_.size();
    const auto [pfn, order] = blocks_[n];
    if (order.raw() == 0 || pages.page(pfn).test(PageFlag::kHead)) return;
    pages.split_page(pfn, order);
    blocks_[n] = {pfn, Order(0)};
    for (std::uint32_t i = 1; i < order.pages().raw(); ++i)
      blocks_.push_back({pfn + Pages(i), Order(0)});
  }

  void take_range(Pfn begin, Pages count) {
    const PfnRange range{begin, begin + count};
    if (!ContigRange(pages).allocate(range)) return;
    own_singles(begin, count);
  }

  void free_all() {
    while (!blocks_.empty()) free_nth(blocks_.size() - 1);
  }

  // The audit is clean, and free + used = managed.
  void verify() {
    const PageAudit a = audit(pages);
    for (const std::string& line : a.broken) RC_LOG() << line << "\n";
    RC_ASSERT(a.broken.empty());
    RC_ASSERT(a.given == used_);
    std::uint32_t managed = 0;
    for (const Zone& z : pages.state().node.node_zones) managed += z.managed_pages;
    RC_ASSERT(a.free + a.per_cpu + used_ == managed);
    RC_ASSERT(a.reserved == reserved_);
    RC_ASSERT(machine.diagnostics.lines.empty());
  }

  PageAllocMachine machine;
  PageAllocator& pages;

 private:
  struct Block {
    Pfn pfn;
    Order order;
  };
  void own_singles(Pfn begin, Pages count) {
    for (Pfn at = begin; at < begin + count; at += Pages(1)) {
      RC_ASSERT(owner_.at(at.raw()) == 0u);
      owner_[at.raw()] = at.raw();
      blocks_.push_back({at, Order(0)});
    }
    used_ += count.raw();
  }
  std::vector<std::uint32_t> owner_;
  std::vector<Block> blocks_;
  std::uint32_t used_ = 0;
  std::uint32_t reserved_;
};

struct Step {
  unsigned kind;
  std::uint32_t a;
  std::uint32_t b;
};

void apply(Model& model, const Step& s) {
  if (s.kind < 50)
    return model.allocate(kFlags[s.a % std::size(kFlags)],
                          Order(s.b % 8 == 0 ? s.b / 8 % 11 : s.b % 4));
  if (s.kind < 90) return model.free_nth(s.a);
  if (s.kind < 91) return model.split_nth(s.a);
  if (s.kind == 91)
    return model.allocate_exact(Gfp::kKernel | Gfp::kNoWarn, Bytes(1 + s.b % (200 * kPageSize)));
  if (s.kind == 92) return model.allocate_bulk(kFlags[s.a % 4], 1 + s.b % 40);
  if (s.kind < 95) return model.pages.per_cpu().drain_all();
  if (s.kind < 97) return model.take_range(Pfn(s.a % 12288), Pages(1 + s.b % 300));
  model.pages.ensure_section_of(model.pages.page_ptr(Pfn(s.a % 12288)).va());
}

std::vector<Step> steps_from(const std::vector<std::uint32_t>& raw_steps) {
  std::vector<Step> steps;
  for (const std::uint32_t r : raw_steps) {
    std::minstd_rand random(r % 2147483646 + 1);
    steps.push_back({static_cast<unsigned>(random() % 100), static_cast<std::uint32_t>(random()),
                     static_cast<std::uint32_t>(random())});
  }
  return steps;
}

void check_steps(Model& model) {
  const auto raw_steps = *rc::gen::container<std::vector<std::uint32_t>>(
      *rc::gen::inRange<std::size_t>(1, 120), rc::gen::arbitrary<std::uint32_t>());
  for (const Step& s : steps_from(raw_steps)) {
    apply(model, s);
    model.verify();
  }
  model.free_all();
  model.verify();
}

TEST(PageAllocatorPropertyTest, RandomStepsKeepAllInvariants) {
  EXPECT_TRUE(rc::check([] {
    Model model;
    check_steps(model);
  }));
}

TEST(PageAllocatorPropertyTest, RandomStepsWithPaeAndCma) {
  EXPECT_TRUE(rc::check([] {
    Model model(PagingMode::kPae, 8_MiB);
    check_steps(model);
  }));
}

TEST(PageAllocatorPropertyTest, RandomStepsWithAMovableZone) {
  EXPECT_TRUE(rc::check([] {
    Model model(PagingMode::kTwoLevel, Bytes(0), 8_MiB);
    check_steps(model);
  }));
}

// Long runs: mostly full, checked now and then.
TEST(PageAllocatorPropertyTest, TenMillionStepsLoseNothing) {
#ifdef __SANITIZE_ADDRESS__
  constexpr int kSteps = 300000;
#else
  constexpr int kSteps = 10000000;
#endif
  Model model;
  std::mt19937 random(7);
  for (int i = 0; i < kSteps; ++i) {
    apply(model, {static_cast<unsigned>(random() % 93), static_cast<std::uint32_t>(random()),
                  static_cast<std::uint32_t>(random())});
    if (i % 20000 == 0) model.verify();
  }
  model.verify();
  model.free_all();
  model.verify();
  model.pages.per_cpu().drain_all();
  for (const Zone& zone : model.pages.state().node.node_zones)
    EXPECT_EQ(zone.stat(ZoneStat::kFreePages), static_cast<std::int32_t>(zone.managed_pages));
}

}  // namespace
}  // namespace mm32
