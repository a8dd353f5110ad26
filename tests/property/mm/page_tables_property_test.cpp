// Random map, unmap, protect, split and clean-up against a flat model of the address space, in both
// paging modes: the tables always say what the model says, every lost right is flushed, no table is
// leaked.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <map>

#include "mm/paging/direct_map.hpp"
#include "mm/paging/page_tables.hpp"
#include "mm/paging/visit.hpp"
#include "tests/support/fakes.hpp"

namespace mm32 {
namespace {

using namespace literals;

constexpr std::uint32_t kBase =
    0x3FC00000;  // two 4 MB regions, the second in another PAE directory
constexpr std::uint32_t kPages = 2048;

struct ModelPage {
  std::uint32_t pfn;
  std::uint64_t flags;  // without the large bit
  bool operator==(const ModelPage&) const = default;
};
using Model = std::map<std::uint32_t, ModelPage>;  // by page number

struct Operation {
  enum class Kind { kMap, kMapLarge, kUnmap, kProtect, kSplit, kCollect } kind;
  std::uint32_t page;
  std::uint32_t pages;
  std::uint32_t pfn;
  bool flag;
};

std::ostream& operator<<(std::ostream& os, const Operation& o) {
  static constexpr const char* kNames[] = {"map",     "map_large", "unmap",
                                           "protect", "split",     "collect"};
  return os << kNames[int(o.kind)] << "(page " << o.page << ", " << o.pages << " pages, pfn "
            << o.pfn << ", " << o.flag << ")";
}

rc::Gen<Operation> operations() {
  using Kind = Operation::Kind;
  return rc::gen::build<Operation>(
      rc::gen::set(&Operation::kind, rc::gen::weightedElement<Kind>({{4, Kind::kMap},
                                                                     {2, Kind::kMapLarge},
                                                                     {4, Kind::kUnmap},
                                                                     {4, Kind::kProtect},
                                                                     {1, Kind::kSplit},
                                                                     {1, Kind::kCollect}})),
      rc::gen::set(&Operation::page, rc::gen::inRange<std::uint32_t>(0, kPages)),
      rc::gen::set(&Operation::pages, rc::gen::oneOf(rc::gen::inRange<std::uint32_t>(1, 9),
                                                     rc::gen::inRange<std::uint32_t>(1, 1500))),
      rc::gen::set(&Operation::pfn, rc::gen::inRange<std::uint32_t>(0x800, 0x3000)),
      rc::gen::set(&Operation::flag, rc::gen::arbitrary<bool>()));
}

class Checked {
 public:
  explicit Checked(PagingMode mode)
      : ram_(Ram::create(8_MiB).value()),
        source_(ram_, Pfn(0x100)),
        tables_(ram_, mode, create_root(source_).value(), source_, events_),
        large_(static_cast<std::uint32_t>(page_size_at(mode, 2).raw() >> kPageShift)) {}

  void apply(const Operation& o) {
    const std::uint32_t pages = std::min(o.pages, kPages - o.page);
    before_ = model_;
    tlb_.reset();
    FlushBatch batch(tlb_);
    switch (o.kind) {
      case Operation::Kind::kMap:
        map(o.page, pages, o.pfn);
        break;
      case Operation::Kind::kMapLarge:
        map_large(o.page / large_ * large_, o.pfn / large_ * large_);
        break;
      case Operation::Kind::kUnmap:
        RC_ASSERT(tables_.unmap(va(o.page), Pages(pages), batch).has_value());
        for (std::uint32_t i = 0; i < pages; ++i) model_.erase(o.page + i);
        break;
      case Operation::Kind::kProtect:
        protect(o.page, pages, o.flag, batch);
        break;
      case Operation::Kind::kSplit:
        RC_ASSERT(tables_.split(va(o.page), batch).has_value());
        break;
      case Operation::Kind::kCollect:
        tables_.free_empty_tables(va(0), Pages(kPages), batch);
        break;
    }
    batch.commit();
    RC_ASSERT(dump() == model_);
    check_flushed();
  }

  void empty() {
    FlushBatch batch(tlb_);
    RC_ASSERT(tables_.unmap(va(0), Pages(kPages), batch).has_value());
    tables_.free_empty_tables(VirtAddr(0), Pages(0x100000), batch);
    batch.commit();
    RC_ASSERT(source_.used.size() == 1u);  // the root
  }

 private:
  static VirtAddr va(std::uint32_t page) { return VirtAddr(kBase + page * kPageSize); }

  void map(std::uint32_t page, std::uint32_t pages, std::uint32_t pfn) {
    const auto result = tables_.map(va(page), phys_of(Pfn(pfn)), Pages(pages), PteFlags(0x63));
    std::uint32_t done = 0;
    while (done < pages && !model_.contains(page + done)) {
      model_[page + done] = {pfn + done, 0x63};
      ++done;
    }
    RC_ASSERT(result.has_value() == (done == pages));
  }
  void map_large(std::uint32_t page, std::uint32_t pfn) {
    const bool free = tables_.lookup(va(page)).entry == 0 && tables_.lookup(va(page)).level != 1;
    const auto result = tables_.map_large(va(page), phys_of(Pfn(pfn)), PteFlags(0x63));
    RC_ASSERT(result.has_value() == free);
    for (std::uint32_t i = 0; free && i < large_; ++i) model_[page + i] = {pfn + i, 0x63};
  }
  void protect(std::uint32_t page, std::uint32_t pages, bool writable, FlushBatch& batch) {
    const PteFlags set = writable ? PteFlags::kWrite : PteFlags::kUser;
    const PteFlags clear = writable ? PteFlags::kUser : PteFlags::kWrite;
    RC_ASSERT(tables_.protect(va(page), Pages(pages), set, clear, batch).has_value());
    for (auto at = model_.lower_bound(page); at != model_.end() && at->first < page + pages; ++at)
      at->second.flags = (at->second.flags & ~raw(clear)) | raw(set);
  }

  Model dump() const {
    Model seen;
    visit_tables(ram_, tables_.state(), [&](const VisitedRange& r) {
      if (!has(r.entry, PteFlags::kPresent)) return;
      const bool large = r.level > 1;
      const std::uint64_t flags =
          r.entry & 0xfff & ~(large ? raw(PteFlags::kLarge) : std::uint64_t{0});
      for (std::uint64_t at = r.begin; at < r.end; at += kPageSize)
        seen[static_cast<std::uint32_t>((at - kBase) >> kPageShift)] = {
            static_cast<std::uint32_t>((r.physical.raw() + (at - r.begin)) >> kPageShift), flags};
    });
    return seen;
  }
  // Whoever lost a mapping or a right has left the TLB.
  void check_flushed() const {
    for (const auto& [page, old] : before_) {
      const auto now = model_.find(page);
      if (now == model_.end() || !(now->second == old)) RC_ASSERT(tlb_.flushed(va(page)));
    }
  }

  Ram ram_;
  EventStream events_{};
  test::FakeTlb tlb_{};
  test::FakeTables source_;
  PageTables tables_;
  std::uint32_t large_;
  Model model_{};
  Model before_{};
};

class PageTablesProperty : public testing::TestWithParam<PagingMode> {};

TEST_P(PageTablesProperty, TablesSayWhatTheModelSays) {
  const bool ok = rc::check("page tables equal a flat model", [] {
    const auto sequence =
        *rc::gen::resize(25, rc::gen::container<std::vector<Operation>>(operations()));
    Checked checked(GetParam());
    for (const Operation& o : sequence) checked.apply(o);
    checked.empty();
  });
  EXPECT_TRUE(ok);
}

INSTANTIATE_TEST_SUITE_P(Modes, PageTablesProperty,
                         testing::Values(PagingMode::kTwoLevel, PagingMode::kPae),
                         [](const auto& mode) {
                           return mode.param == PagingMode::kPae ? "Pae" : "TwoLevel";
                         });

}  // namespace
}  // namespace mm32
