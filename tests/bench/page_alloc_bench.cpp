// Host-side cost of the page allocator, no CPU involved: how it grows with RAM, with the order and
// with fragmentation (it should not).
#include <benchmark/benchmark.h>

#include <random>

#include "tests/unit/mm/page_alloc_fixture.hpp"

namespace mm32 {
namespace {

MachineConfig machine(std::int64_t megabytes) {
  MachineConfig config;
  config.mem = Bytes(static_cast<std::uint64_t>(megabytes) << 20);
  return config;
}

void pairs(benchmark::State& state, PageAllocator& pages, Gfp gfp, Order order) {
  for (auto _ : state) {
    Page* page = pages.alloc_block(gfp, order);
    benchmark::DoNotOptimize(page);
    pages.free_block(*page, order);
  }
}

// alloc_page + __free_page through the per-CPU list; the argument is RAM in MB.
void HostBuddyPair(benchmark::State& state) {
  PageAllocMachine m(machine(state.range(0)));
  pairs(state, *m.pages, Gfp::kKernel, Order(0));
}
BENCHMARK(HostBuddyPair)->Arg(16)->Arg(160)->Arg(1024)->Arg(4096);

// The same by order: 0-3 through the per-CPU lists, above through split and merge.
void HostBuddyPairOfOrder(benchmark::State& state) {
  PageAllocMachine m(machine(160));
  pairs(state, *m.pages, Gfp::kKernel, Order(static_cast<unsigned>(state.range(0))));
}
BENCHMARK(HostBuddyPairOfOrder)->DenseRange(0, 9, 3);

// Every page taken, then one in `keep_free` freed: no free block is larger than a page.
void fragment(PageAllocator& pages, std::size_t keep_free) {
  std::vector<Pfn> taken;
  while (const auto pfn =
             pages.alloc_pages(Gfp::kHighuser | Gfp::kNoWarn | Gfp::kNoRetry, Order(0)))
    taken.push_back(*pfn);
  for (std::size_t i = 0; i < taken.size(); i += keep_free) pages.free_pages(taken[i], Order(0));
  pages.per_cpu().drain_all();
}

// Half full and 95 % full, fully fragmented.
void HostBuddyPairFragmented(benchmark::State& state) {
  PageAllocMachine m(machine(state.range(0)));
  fragment(*m.pages, 2);
  pairs(state, *m.pages, Gfp::kKernel, Order(0));
}
BENCHMARK(HostBuddyPairFragmented)->Arg(16)->Arg(160)->Arg(1024)->Arg(4096);

void HostBuddyPair95Full(benchmark::State& state) {
  PageAllocMachine m(machine(state.range(0)));
  fragment(*m.pages, 20);
  pairs(state, *m.pages, Gfp::kKernel, Order(0));
}
BENCHMARK(HostBuddyPair95Full)->Arg(16)->Arg(160)->Arg(1024)->Arg(4096);

// 512 pages in, 512 out in random order: batches move between the per-CPU and the buddy lists.
void HostBuddyBurst(benchmark::State& state) {
  PageAllocMachine m(machine(160));
  std::vector<Pfn> held(512);
  std::minstd_rand random(1);
  for (auto _ : state) {
    for (Pfn& pfn : held) pfn = *m.pages->alloc_pages(Gfp::kKernel, Order(0));
    std::shuffle(held.begin(), held.end(), random);
    for (const Pfn pfn : held) m.pages->free_pages(pfn, Order(0));
  }
  state.SetItemsProcessed(state.iterations() * 512);
}
BENCHMARK(HostBuddyBurst);

// Zones, mem_map and watermarks of a whole machine; the host memory that it takes.
void HostZoneBoot(benchmark::State& state) {
  double resident = 0;
  for (auto _ : state) {
    PageAllocMachine m(machine(state.range(0)));
    benchmark::DoNotOptimize(m.pages.get());
    resident = static_cast<double>(m.ram.resident().raw()) / (1 << 20);
  }
  state.counters["resident_MiB"] = resident;
}
BENCHMARK(HostZoneBoot)->Arg(160)->Arg(4096)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace mm32
