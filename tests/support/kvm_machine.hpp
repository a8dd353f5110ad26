// A kernel address space over fakes: RAM, page tables with the direct map built, vmalloc.
#pragma once

#include <memory>

#include "mm/paging/direct_map.hpp"
#include "mm/vmalloc/vmalloc.hpp"
#include "tests/support/fakes.hpp"

namespace mm32::test {

class FakeFacts : public KernelFacts {
 public:
  explicit FakeFacts(Pfn end) : ram_end(end) {}
  Pages total_ram_pages() const override { return ram_end - Pfn(0); }
  bool is_ram(Pfn pfn) const override {
    return pfn < ram_end && pfn != Pfn(0) && (pfn < Pfn(0x9f) || pfn >= Pfn(0x100));
  }
  VirtAddr caller() const override { return VirtAddr(0xC1001234); }
  void might_sleep(std::string_view, unsigned) override { ++sleeps; }
  void warn_alloc(Gfp gfp, std::string_view message) override {
    if (!has(gfp, Gfp::kNoWarn)) warnings.emplace_back(message);
  }
  Pfn ram_end;
  unsigned sleeps = 0;
  std::vector<std::string> warnings{};
};

struct KvmMachine {
  static MachineConfig config_of(Bytes mem, PagingMode paging) {
    MachineConfig config;
    config.mem = mem;
    config.paging = paging;
    return config;
  }
  explicit KvmMachine(Bytes mem, PagingMode paging, FlushPolicy policy = FlushPolicy::kLazy)
      : config(config_of(mem, paging)),
        ram(Ram::create(mem).value()),
        space(AddressSpace::compute(config, pfn_of(PhysAddr(mem.raw())))),
        tables_source(ram, Pfn(0x400)),
        objects(ram, VirtAddr(kPageOffset + (16u << 20))),
        pages(ram, VirtAddr(kPageOffset + (32u << 20)), Pfn((64u << 20) >> kPageShift),
              space.max_low_pfn, space.max_pfn),
        facts(space.max_pfn),
        tables(ram, paging, create_root(tables_source).value(), tables_source, events) {
    MM_CHECK(build_kernel_map(tables, space, config));
    vmalloc = std::make_unique<Vmalloc>(Vmalloc::create(parts(), policy).value());
    tables_at_boot = tables_source.used.size();
    objects_at_boot = objects.live;
  }
  VmallocParts parts() { return {context, space, tables, pages, objects, facts}; }
  std::uint64_t entry(VirtAddr va) const { return tables.lookup(va).entry; }
  bool mapped(VirtAddr va) const { return tables.lookup(va).present(); }

  MachineConfig config;
  Ram ram;
  AddressSpace space;
  EventStream events{};
  FakeLog log{};
  FakeTlb tlb{};
  FakeTables tables_source;
  FakeObjects objects;
  FakePages pages;
  FakeFacts facts;
  PageTables tables;
  MmContext context{ram, config, events, log, tlb};
  std::unique_ptr<Vmalloc> vmalloc{};
  std::size_t tables_at_boot = 0;
  std::uint64_t objects_at_boot = 0;
};

}  // namespace mm32::test
