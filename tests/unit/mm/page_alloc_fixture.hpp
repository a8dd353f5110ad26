// A machine that has nothing but RAM and a page allocator, for tests and benchmarks.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "mm/page_alloc/page_allocator.hpp"

namespace mm32 {

/// Collects what would go to the kernel log.
class RecordingDiagnostics final : public Diagnostics {
 public:
  void print(LogLevel, std::string_view line) override { lines.emplace_back(line); }
  void warning(const WarnSite& site, std::string_view message) override {
    lines.push_back("WARNING: " + std::string(site.file) + ":" + std::to_string(site.line) + " " +
                    std::string(message));
  }
  void dump_stack(LogLevel) override { lines.emplace_back("<stack>"); }
  void taint(Taint) override { lines.emplace_back("<taint>"); }
  std::int32_t current_pid() const override { return pid; }
  void wait_for(std::string_view what) override {
    lines.push_back("waits for " + std::string(what));
  }
  void panic(std::string_view message) override {
    lines.push_back("panic: " + std::string(message));
  }
  bool shrink_first(std::uint32_t /*gfp*/, unsigned /*order*/) override { return shrinks; }
  bool is_repeated() const override { return repeated; }
  bool is_reclaiming() const override { return reclaiming; }
  bool shrinks = false;     // guest code frees memory before a request goes to the OOM killer
  bool repeated = false;    // it is about to
  bool reclaiming = false;  // it does so now
  std::int32_t pid = 0;
  std::vector<std::string> lines;
};

class NoTlb final : public Tlb {
 public:
  void flush_range(VirtAddr, Pages) override {}
  void flush_all() override {}
};

struct PageAllocMachine {
  explicit PageAllocMachine(MachineConfig c, Pfn max_low_pfn = Pfn(0x36bfe))
      : config(std::move(c)),
        map(E820Map::of(config)),
        ram(Ram::create(map.span()).value()),
        context{ram, config, events, diagnostics, tlb} {
    Memblock memblock(map, max_low_pfn);
    memblock.reserve(PhysAddr(0), Bytes(1 << 20));
    memblock.reserve(config.image_begin, Bytes(2 << 20));
    auto made = PageAllocator::create(context, memblock);
    if (made) pages = std::make_unique<PageAllocator>(std::move(*made));
  }

  static MachineConfig linux61(Bytes mem) {
    MachineConfig c;
    c.mem = mem;
    c.layout = LayoutName::kLinux61;
    return c;
  }

  MachineConfig config;
  E820Map map;
  Ram ram;
  EventStream events;
  RecordingDiagnostics diagnostics;
  NoTlb tlb;
  MmContext context;
  std::unique_ptr<PageAllocator> pages;
};

}  // namespace mm32
