// Small stand-ins for what surrounds kernel virtual memory: page frames, table frames, the TLB and
// the kernel log. Each records what was asked of it.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "mm/base/check.hpp"
#include "mm/context.hpp"
#include "mm/page_alloc/page_source.hpp"
#include "mm/paging/table_source.hpp"
#include "mm/vmalloc/environment.hpp"

namespace mm32::test {

class FakeTlb : public Tlb {
 public:
  struct Range {
    VirtAddr begin;
    Pages pages;
  };
  void flush_range(VirtAddr begin, Pages pages) override { ranges.push_back({begin, pages}); }
  void flush_all() override { ++full; }
  bool flushed(VirtAddr va) const {
    if (full != 0) return true;
    for (const Range& r : ranges)
      if (va >= r.begin && va - r.begin < bytes_of(r.pages)) return true;
    return false;
  }
  void reset() {
    ranges.clear();
    full = 0;
  }
  std::vector<Range> ranges{};
  unsigned full = 0;
};

class FakeLog : public Diagnostics {
 public:
  void print(LogLevel, std::string_view line) override { lines.emplace_back(line); }
  void warning(const WarnSite& site, std::string_view message) override {
    lines.push_back("WARNING " + std::string(site.file) + ":" + std::to_string(site.line) + " " +
                    std::string(site.function) + (message.empty() ? "" : ": ") +
                    std::string(message));
  }
  void dump_stack(LogLevel) override { lines.emplace_back("<stack>"); }
  void taint(Taint) override {}
  bool contains(std::string_view text) const {
    for (const std::string& line : lines)
      if (line.find(text) != std::string::npos) return true;
    return false;
  }
  std::vector<std::string> lines{};
};

/// Frames [first, end) handed out upwards, reused last-freed-first. Orders above 0 are refused
/// unless a fresh run is left. Highmem requests are served from frames at or above lowmem_end.
class FakePages : public PageSource {
 public:
  FakePages(const Ram& ram, VirtAddr mem_map, Pfn first, Pfn lowmem_end, Pfn end)
      : ram_(ram),
        mem_map_(mem_map),
        low_(first),
        lowmem_end_(lowmem_end),
        high_(lowmem_end),
        end_(end) {}

  Result<Pfn> alloc_pages(Gfp gfp, Order order) override {
    if (budget == 0) return fail(Errno::kNoMem);
    const bool high = has(gfp, Gfp::kHighmem) && lowmem_end_ < end_;
    MM_TRY_ASSIGN(const Pfn pfn, high ? take(free_high_, high_, end_, order)
                                      : take(free_low_, low_, lowmem_end_, order));
    if (budget > 0) --budget;
    Page& first = page(pfn);
    first.refcount = 1;
    first.flags = (pfn < lowmem_end_ ? 1u : 2u) << kZonesPageShift;
    first.page_type = kPageTypeNone;
    if (has(gfp, Gfp::kZero))
      for (std::uint32_t i = 0; i < order.pages().raw(); ++i) clear(pfn + Pages(i));
    live += order.pages().raw();
    return pfn;
  }
  void free_pages(Pfn pfn, Order order) override {
    MM_CHECK(page(pfn).refcount > 0);
    if (--page(pfn).refcount != 0) return;
    live -= order.pages().raw();
    if (order.raw() == 0) (pfn < lowmem_end_ ? free_low_ : free_high_).push_back(pfn);
  }
  Page& page(Pfn pfn) override {
    return ram_.at<Page>(mem_map_ + Bytes(std::uint64_t{pfn.raw()} * sizeof(Page)));
  }
  bool pfn_valid(Pfn pfn) const override { return pfn < end_; }
  Pfn pfn_of_page(GuestPtr<Page> page) const override {
    return Pfn((page.raw - mem_map_.raw()) / static_cast<std::uint32_t>(sizeof(Page)));
  }
  Pfn lowmem_end() const override { return lowmem_end_; }

  std::uint64_t live = 0;    // pages handed out and not freed
  std::int64_t budget = -1;  // allocations left before kNoMem; negative: no limit

 private:
  Result<Pfn> take(std::vector<Pfn>& freed, Pfn& next, Pfn end, Order order) {
    if (order.raw() == 0 && !freed.empty()) {
      const Pfn pfn = freed.back();
      freed.pop_back();
      return pfn;
    }
    const Pfn aligned(static_cast<std::uint32_t>(align_up(next.raw(), order.pages().raw())));
    if (aligned + order.pages() > end) return fail(Errno::kNoMem);
    next = aligned + order.pages();
    return aligned;
  }
  void clear(Pfn pfn) {
    const std::span<std::byte> frame = ram_.frame(pfn);
    std::fill(frame.begin(), frame.end(), std::byte{0});
  }

  const Ram& ram_;
  VirtAddr mem_map_;
  Pfn low_;
  Pfn lowmem_end_;
  Pfn high_;
  Pfn end_;
  std::vector<Pfn> free_low_{};
  std::vector<Pfn> free_high_{};
};

/// Table frames from a range, with a count of those in use.
class FakeTables : public TableSource {
 public:
  FakeTables(const Ram& ram, Pfn first) : ram_(ram), next_(first) {}
  Result<Pfn> alloc_table() override {
    if (budget == 0) return fail(Errno::kNoMem);
    if (budget > 0) --budget;
    Pfn pfn = next_;
    if (free_.empty()) {
      next_ += Pages(1);
    } else {
      pfn = free_.back();
      free_.pop_back();
    }
    const std::span<std::byte> frame = ram_.frame(pfn);
    if (frame.empty()) return fail(Errno::kNoMem);
    std::fill(frame.begin(), frame.end(), std::byte{0});
    used.insert(pfn);
    return pfn;
  }
  void free_table(Pfn pfn) override {
    MM_CHECK(used.erase(pfn) == 1);
    free_.push_back(pfn);
  }
  std::set<Pfn> used{};
  std::int64_t budget = -1;

 private:
  const Ram& ram_;
  Pfn next_;
  std::vector<Pfn> free_{};
};

/// Objects from lowmem, upwards from `begin`; freed ones are reused by size.
class FakeObjects : public ObjectSource {
 public:
  FakeObjects(const Ram& ram, VirtAddr begin) : ram_(ram), next_(begin) {}
  Result<VirtAddr> alloc_object(Bytes size, Gfp) override {
    if (budget == 0) return fail(Errno::kNoMem);
    if (budget > 0) --budget;
    const Bytes rounded(align_up(size.raw(), 16));
    std::vector<VirtAddr>& free = free_[rounded.raw()];
    VirtAddr object = next_;
    if (free.empty()) {
      next_ += rounded;
    } else {
      object = free.back();
      free.pop_back();
    }
    std::byte* const host = ram_.host(direct_map_pa(object), rounded);
    if (host == nullptr) return fail(Errno::kNoMem);
    std::fill_n(host, rounded.raw(), std::byte{0});
    ++live;
    return object;
  }
  void free_object(VirtAddr object, Bytes size) override {
    --live;
    free_[align_up(size.raw(), 16)].push_back(object);
  }
  std::uint64_t live = 0;
  std::int64_t budget = -1;

 private:
  const Ram& ram_;
  VirtAddr next_;
  std::map<std::uint64_t, std::vector<VirtAddr>> free_{};
};

}  // namespace mm32::test
