// Host-side costs of kernel virtual memory: the walk of a TLB fill, vmap areas among many, vmalloc
// without a CPU.
#include <benchmark/benchmark.h>

#include <vector>

#include "mm/highmem/highmem.hpp"
#include "tests/support/kvm_machine.hpp"

namespace mm32 {
namespace {

using namespace literals;

void HostWalk(benchmark::State& state) {
  const auto mode = static_cast<PagingMode>(state.range(0));
  test::KvmMachine m(160_MiB, mode);
  const VirtAddr va = m.vmalloc->vmalloc(1_MiB).value();
  std::uint32_t i = 0;
  for (auto _ : state) {
    const Walk w = walk(m.ram, m.tables.state(), va + bytes_of(Pages(i++ & 255)), Access::kRead,
                        Ring::kSupervisor);
    mark_accessed_dirty(m.ram, m.tables.state(), w, Access::kRead);
    benchmark::DoNotOptimize(w.physical);
  }
}
BENCHMARK(HostWalk)->Arg(0)->Arg(1);

// One area allocated and freed while `range` others exist; every second hole is too small.
void HostVmapAreaPair(benchmark::State& state) {
  const Ram ram = Ram::create(256_MiB).value();
  test::FakeObjects objects(ram, VirtAddr(kPageOffset + 0x100000));
  VmapAreas areas(ram, objects, ram.at<VmapState>(VirtAddr(kPageOffset)));
  if (!areas.initialise()) return;
  const VirtAddr begin(0xCA800000);
  const VirtAddr end(0xFEBFE000);
  const auto count = static_cast<std::uint32_t>(state.range(0));
  std::vector<VmapArea*> held;
  for (std::uint32_t i = 0; i < count; ++i)
    held.push_back(areas.alloc(2 * kPageSize, kPageSize, begin, end, Gfp::kKernel).value());
  for (std::uint32_t i = 0; i < count; i += 2) areas.free_lazy(*held[i]);
  areas.release_purged();
  for (auto _ : state) {
    areas.free_lazy(*areas.alloc(3 * kPageSize, kPageSize, begin, end, Gfp::kKernel).value());
    areas.release_purged();
  }
}
BENCHMARK(HostVmapAreaPair)->Arg(100)->Arg(10000)->Arg(100000);

void HostVmallocPair(benchmark::State& state) {
  test::KvmMachine m(1_GiB, static_cast<PagingMode>(state.range(0)));
  for (auto _ : state) m.vmalloc->vfree(m.vmalloc->vmalloc(64_KiB).value());
}
BENCHMARK(HostVmallocPair)->Arg(0)->Arg(1);

void HostKmapLocalPair(benchmark::State& state) {
  test::KvmMachine m(1_GiB, PagingMode::kTwoLevel);
  Highmem high = Highmem::create({m.context, m.space, m.tables, m.pages}, m.objects).value();
  const Pfn pfn = m.pages.alloc_pages(Gfp::kHighuser, Order(0)).value();
  const GuestPtr<Page> page = guest_ptr(m.pages.page(pfn));
  const VirtAddr ctrl(kPageOffset + 0x8000);
  for (auto _ : state) {
    const VirtAddr va = high.kmap_local_page(ctrl, page, PteFlags::kKernel).value();
    benchmark::DoNotOptimize(high.kunmap_local(ctrl, va));
  }
}
BENCHMARK(HostKmapLocalPair);

void HostKmapOfAMappedPage(benchmark::State& state) {
  test::KvmMachine m(1_GiB, PagingMode::kTwoLevel);
  Highmem high = Highmem::create({m.context, m.space, m.tables, m.pages}, m.objects).value();
  const Pfn pfn = m.pages.alloc_pages(Gfp::kHighuser, Order(0)).value();
  const GuestPtr<Page> page = guest_ptr(m.pages.page(pfn));
  for (auto _ : state) {
    benchmark::DoNotOptimize(high.kmap(page));
    benchmark::DoNotOptimize(high.kunmap(page));
  }
}
BENCHMARK(HostKmapOfAMappedPage);

}  // namespace
}  // namespace mm32
