// The page allocator under any stream of operations: allocations, right and wrong frees, scribbled
// struct pages. Whatever comes, the host survives; while nothing was scribbled on, all invariants
// hold and nothing is lost.
#include <cstdio>
#include <cstdlib>
#include <vector>

#include "mm/page_alloc/contig_range.hpp"
#include "mm/page_alloc/knobs.hpp"
#include "mm/page_alloc/verify.hpp"
#include "tests/unit/mm/page_alloc_fixture.hpp"

namespace mm32 {
namespace {

class Stream {
 public:
  Stream(const std::uint8_t* data, std::size_t size) : at_(data), end_(data + size) {}
  bool done() const { return at_ == end_; }
  std::uint32_t byte() { return at_ == end_ ? 0u : *at_++; }
  std::uint32_t half() { return byte() | byte() << 8; }

 private:
  const std::uint8_t* at_;
  const std::uint8_t* end_;
};

struct Block {
  Pfn pfn;
  Order order;
};

class Session {
 public:
  Session(std::uint32_t kind, Stream& in) : machine_(config(kind), Pfn(7168)), in_(in) {}

  void run() {
    if (!machine_.pages) return;
    machine_.diagnostics.pid = 83;
    try {
      while (!in_.done()) step();
      check();
    } catch (const InvariantBroken&) {
      if (!scribbled_) std::abort();
    }
  }

 private:
  static MachineConfig config(std::uint32_t kind) {
    MachineConfig c;
    c.mem = Bytes(40 << 20);
    c.paging = (kind & 1) != 0 ? PagingMode::kPae : PagingMode::kTwoLevel;
    if ((kind & 2) != 0) c.cma = Bytes(8 << 20);
    if ((kind & 4) != 0) c.movablecore = Bytes(8 << 20);
    return c;
  }

  void step() {
    PageAllocator& pages = *machine_.pages;
    const std::uint32_t what = in_.byte();
    if (what < 90) {
      const Gfp gfp = Gfp((in_.half() | in_.byte() << 16) & kGfpBitsMask);
      const Order order(in_.byte() % 12);
      if (const auto pfn = pages.alloc_pages(gfp, order)) held_.push_back({*pfn, order});
    } else if (what < 95) {
      take_bulk(Gfp(in_.half()), in_.byte());
    } else if (what < 100) {
      const Bytes size(in_.half() * 8);
      if (const auto pfn = pages.alloc_pages_exact(size, Gfp(in_.half())))
        hold_singles(*pfn, pages_for(size));
    } else if (what < 190) {
      free_one();
    } else if (what < 200) {
      pages.per_cpu().drain_all();
    } else if (what < 210) {
      const Pfn begin(in_.half() % 10240);
      const PfnRange range{begin, begin + Pages(in_.byte() * 8)};
      if (ContigRange(pages).allocate(range)) ContigRange(pages).free(range);
    } else if (what < 220) {
      (void)set_knob(pages, "min_free_kbytes", std::to_string(in_.half()));
    } else if (what < 230) {
      misuse();
    } else if (what < 233) {
      scribble();
    } else {
      pages.ensure_section_of(pages.page_ptr(Pfn(in_.half() % 10240)).va());
    }
  }

  void hold_singles(Pfn begin, Pages count) {
    for (Pfn at = begin; at < begin + count; at += Pages(1)) held_.push_back({at, Order(0)});
  }

  void take_bulk(Gfp gfp, std::uint32_t count) {
    struct Places final : PageAllocator::BulkPlaces {
      bool is_filled(std::uint32_t place) override { return place % 7 == 6; }
      void fill(std::uint32_t, Page& page) override { got.push_back(&page); }
      std::vector<Page*> got;
    } places;
    machine_.pages->alloc_pages_bulk(gfp, count, places);
    for (const Page* page : places.got)
      hold_singles(machine_.pages->lists().map().pfn_of(*page), Pages(1));
  }

  void free_one() {
    if (held_.empty()) return;
    const std::size_t n = in_.half() % held_.size();
    const Block block = held_[n];
    held_[n] = held_.back();
    held_.pop_back();
    machine_.pages->free_pages(block.pfn, block.order);
  }

  // Frees something that may be free, reserved, in use, or of another order.
  void misuse() {
    misused_ = true;
    machine_.pages->free_pages(Pfn(in_.half() % 11000), Order(in_.byte() % 13));
  }

  void scribble() {
    scribbled_ = true;
    PageAllocState& state = machine_.pages->state();
    const std::uint32_t where = in_.half();
    auto* const word =
        (where & 1) != 0
            ? reinterpret_cast<std::uint32_t*>(&machine_.pages->page(Pfn(where % 10240))) +
                  in_.byte() % 10
            : reinterpret_cast<std::uint32_t*>(&state) + where % (sizeof(state) / 4);
    *word = in_.half() | in_.half() << 16;
  }

  void check() {
    if (scribbled_) return;
    const PageAudit a = audit(*machine_.pages);
    for (const std::string& line : a.broken) std::fprintf(stderr, "%s\n", line.c_str());
    if (!a.broken.empty()) std::abort();
    if (misused_) return;
    std::uint32_t used = 0;
    for (const Block& b : held_) used += b.order.pages().raw();
    std::uint32_t managed = 0;
    for (const Zone& zone : machine_.pages->state().node.node_zones) managed += zone.managed_pages;
    if (a.given != used || a.free + a.per_cpu + used != managed) std::abort();
  }

  PageAllocMachine machine_;
  Stream& in_;
  std::vector<Block> held_;
  bool misused_ = false;
  bool scribbled_ = false;
};

}  // namespace
}  // namespace mm32

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  mm32::Stream in(data, size);
  mm32::Session(in.byte(), in).run();
  return 0;
}
