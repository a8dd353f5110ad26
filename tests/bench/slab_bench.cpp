// The slab allocator without a CPU: what a kmalloc and kfree cost on the host.
#include <benchmark/benchmark.h>

#include "tests/unit/mm/slab_fixture.hpp"

namespace mm32 {
namespace {

void HostSlabPair(benchmark::State& state) {
  SlabMachine m(LayoutName::kClassic, {}, Bytes(160u << 20));
  for (auto _ : state) {
    auto p = m.slab->kmalloc(Bytes(64), Gfp::kKernel);
    benchmark::DoNotOptimize(p);
    benchmark::DoNotOptimize(m.slab->kfree(*p));
  }
}
BENCHMARK(HostSlabPair);

// The same as Debian configures it: encoded pointers, objects cleared.
void HostSlabPairLinux61(benchmark::State& state) {
  SlabMachine m(LayoutName::kLinux61, {}, Bytes(160u << 20));
  for (auto _ : state) {
    auto p = m.slab->kmalloc(Bytes(64), Gfp::kKernel);
    benchmark::DoNotOptimize(p);
    benchmark::DoNotOptimize(m.slab->kfree(*p));
  }
}
BENCHMARK(HostSlabPairLinux61);

// 100,000 objects are allocated, then freed in order: the cost for one.
void HostSlabLiveObjects(benchmark::State& state) {
  SlabMachine m(LayoutName::kClassic, {}, Bytes(160u << 20));
  std::vector<VirtAddr> live(static_cast<std::size_t>(state.range(0)));
  for (auto _ : state) {
    for (VirtAddr& p : live) p = *m.slab->kmalloc(Bytes(64), Gfp::kKernel);
    for (const VirtAddr p : live) benchmark::DoNotOptimize(m.slab->kfree(p));
  }
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(HostSlabLiveObjects)->Arg(1000)->Arg(10000)->Arg(100000);

}  // namespace
}  // namespace mm32
