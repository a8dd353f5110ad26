// Any stream of operations on the kernel's mappings, beside a flat model of the vmalloc area: which
// page is mapped to which frame. Used by a property test and by a fuzz target.
//
// While nothing was scribbled on, the tables always say what the model says, the vmap trees hold
// their invariants, and nothing is left when all is freed. After a scribble anything may be
// refused, also with InvariantBroken, but the host survives.
#pragma once

#include <array>
#include <map>
#include <string>
#include <vector>

#include "mm/highmem/highmem.hpp"
#include "mm/paging/visit.hpp"
#include "mm/vmalloc/ioremap.hpp"
#include "mm/vmalloc/set_memory.hpp"
#include "tests/support/kvm_machine.hpp"

namespace mm32::test {

class ByteStream {
 public:
  ByteStream(const std::uint8_t* data, std::size_t size) : at_(data), end_(data + size) {}
  bool done() const { return at_ == end_; }
  std::uint32_t byte() { return at_ == end_ ? 0u : *at_++; }
  std::uint32_t half() { return byte() | byte() << 8; }
  std::uint32_t word() { return half() | half() << 16; }

 private:
  const std::uint8_t* at_;
  const std::uint8_t* end_;
};

class KernelMapSession {
 public:
  enum class Scribbling : std::uint8_t { kNever, kSometimes };

  KernelMapSession(PagingMode mode, Scribbling scribbling)
      : m_(Bytes(std::uint64_t{128} << 20), mode),
        high_(Highmem::create({m_.context, m_.space, m_.tables, m_.pages}, m_.objects).value()),
        ioremap_(*m_.vmalloc),
        set_memory_(*m_.vmalloc),
        scribbling_(scribbling) {}

  /// Runs the stream to its end. The first thing that was wrong, or empty.
  std::string run(ByteStream& in) {
    try {
      while (!in.done() && wrong_.empty()) step(in);
      if (!scribbled_) finish();
    } catch (const InvariantBroken& broken) {
      if (!scribbled_) return broken.what();
    }
    return scribbled_ ? std::string() : wrong_;
  }

 private:
  enum class Kind : std::uint8_t { kVmalloc, kVmap, kMapRam, kIoremap };
  struct Area {
    Kind kind;
    VirtAddr address;
    Pages pages;
  };

  void step(ByteStream& in) {
    const std::uint32_t what = in.byte();
    if (what < 70)
      add_vmalloc(Pages(in.byte() % 40 + 1));
    else if (what < 100)
      add_ioremap(in.half(), in.byte());
    else if (what < 130)
      add_page_list(what < 115 ? Kind::kVmap : Kind::kMapRam, in.byte() % 48 + 1);
    else if (what < 200)
      remove_one(in.half());
    else if (what < 215)
      protect_one(in.half(), in.byte());
    else if (what < 222)
      m_.vmalloc->purge();
    else if (what < 226)
      m_.vmalloc->unmap_aliases();
    else if (what < 240)
      misuse(in.word(), in.byte());
    else if (what < 244)
      map_high_page(in.byte());
    else if (what < 248)
      unmap_high_page(in.byte());
    else if (what < 250)
      map_temporarily(in.byte());
    else if (scribbling_ == Scribbling::kSometimes)
      scribble(in.word(), in.word());
    if (!scribbled_) compare();
  }

  void remember(Kind kind, VirtAddr address, Pages pages) {
    areas_.push_back({kind, address, pages});
    for (std::uint32_t i = 0; i < pages.raw(); ++i) {
      const VirtAddr va = address + bytes_of(Pages(i));
      const auto pa = m_.tables.translate(va);
      if (!pa || model_.contains(va.raw())) {
        wrong_ = "a new mapping is absent, or where another one is";
        return;
      }
      model_[va.raw()] = pfn_of(*pa).raw();
    }
  }
  void add_vmalloc(Pages pages) {
    if (const auto va = m_.vmalloc->vmalloc(bytes_of(pages))) remember(Kind::kVmalloc, *va, pages);
  }
  void add_ioremap(std::uint32_t frame, std::uint32_t size) {
    const PhysAddr pa(0xd0000000 + std::uint64_t{frame} * 256);
    const Bytes bytes(size * 97 + 1);
    if (const auto va = ioremap_.ioremap(pa, bytes, CacheMode(size % 5)))
      remember(Kind::kIoremap, page_floor(*va),
               pages_for(Bytes(page_offset_of(*va) + bytes.raw())));
  }
  void add_page_list(Kind kind, std::uint32_t count) {
    const VirtAddr list(kPageOffset + (24u << 20));
    for (std::uint32_t i = 0; i < count; ++i)
      m_.ram.at<std::uint32_t>(list + Bytes(4 * i)) = guest_ptr(m_.pages.page(Pfn(0x4100 + i))).raw;
    const auto va = kind == Kind::kVmap
                        ? m_.vmalloc->vmap(list, Pages(count), vm_flag::kMap, PteFlags::kKernel)
                        : m_.vmalloc->vm_map_ram(list, Pages(count));
    if (va) remember(kind, *va, Pages(count));
  }

  void remove(const Area& area) {
    switch (area.kind) {
      case Kind::kVmalloc:
        m_.vmalloc->vfree(area.address);
        break;
      case Kind::kVmap:
        m_.vmalloc->vunmap(area.address);
        break;
      case Kind::kMapRam:
        if (!m_.vmalloc->vm_unmap_ram(area.address, area.pages)) wrong_ = "vm_unmap_ram refuses";
        break;
      case Kind::kIoremap:
        ioremap_.iounmap(area.address);
        break;
    }
    for (std::uint32_t i = 0; i < area.pages.raw(); ++i)
      model_.erase((area.address + bytes_of(Pages(i))).raw());
  }
  void remove_one(std::uint32_t which) {
    if (areas_.empty()) return;
    const std::size_t n = which % areas_.size();
    const Area area = areas_[n];
    areas_[n] = areas_.back();
    areas_.pop_back();
    remove(area);
  }
  void protect_one(std::uint32_t which, std::uint32_t how) {
    if (areas_.empty()) return;
    const Area& area = areas_[which % areas_.size()];
    if ((how & 1) != 0)
      (void)set_memory_.set_ro(area.address, area.pages);
    else if ((how & 2) != 0)
      (void)set_memory_.set_rw(area.address, area.pages);
    else
      (void)set_memory_.set_cache(area.address, area.pages, CacheMode(how / 4 % 5));
  }

  // Addresses that are nobody's, or not what the call is for: refused with a report.
  void misuse(std::uint32_t address, std::uint32_t how) {
    const VirtAddr va(address);
    if (is_base(va)) return;
    switch (how % 4) {
      case 0:
        return m_.vmalloc->vfree(va);
      case 1:
        return m_.vmalloc->vunmap(va);
      case 2:
        if (!is_base(page_floor(va))) ioremap_.iounmap(va);
        return;
      default:  // more than there is, or as much as there is
        if (const auto large = m_.vmalloc->vmalloc(Bytes(address))) m_.vmalloc->vfree(*large);
    }
  }
  bool is_base(VirtAddr va) const {
    for (const Area& area : areas_)
      if (area.address == va || (va > area.address && va < area.address + bytes_of(area.pages)))
        return true;
    return false;
  }
  // Page tables, or objects: areas, their nodes, slots and counters of highmem.
  void scribble(std::uint32_t where, std::uint32_t value) {
    scribbled_ = true;
    const bool tables = (where >> 31) != 0;
    const auto bytes = tables ? static_cast<std::uint32_t>(m_.tables_source.used.size()) * kPageSize
                              : std::uint32_t{1} << 16;
    const VirtAddr begin(kPageOffset + (tables ? 4u << 20 : 16u << 20));
    m_.ram.at<std::uint32_t>(begin + Bytes((where & ~(1u << 31)) % bytes / 4 * 4)) = value;
  }

  GuestPtr<Page> high_page(std::uint32_t n) {
    Page& page = m_.pages.page(Pfn(0x4200 + n % kHighPages));
    page.flags = kHighmemZone;
    return guest_ptr(page);
  }
  void map_high_page(std::uint32_t n) {
    if (!high_.kmap(high_page(n)))
      wrong_ = "kmap refuses";
    else
      ++users_[n % kHighPages];
  }
  void unmap_high_page(std::uint32_t n) {
    if (users_[n % kHighPages] == 0) return high_.kmap_flush_unused();
    --users_[n % kHighPages];
    if (!high_.kunmap(high_page(n))) wrong_ = "kunmap refuses";
  }
  // As many as `depth` says, one in the other.
  void map_temporarily(std::uint32_t depth) {
    const VirtAddr ctrl(kPageOffset + (24u << 20) + 0x10000);
    std::vector<VirtAddr> maps;
    for (std::uint32_t i = 0; i < depth % 15; ++i) {
      const auto va = high_.kmap_local_page(ctrl, high_page(i), PteFlags::kKernel);
      if (!va) break;
      maps.push_back(*va);
    }
    for (; !maps.empty(); maps.pop_back())
      if (!high_.kunmap_local(ctrl, maps.back())) wrong_ = "kunmap_local refuses";
  }

  std::map<std::uint32_t, std::uint32_t> mapped() const {
    std::map<std::uint32_t, std::uint32_t> seen;
    visit_tables(m_.ram, m_.tables.state(), [&](const VisitedRange& r) {
      if (!has(r.entry, PteFlags::kPresent) || r.end <= m_.space.vmalloc_start.raw() ||
          r.begin >= m_.space.vmalloc_end.raw())
        return;
      for (std::uint64_t at = r.begin; at < r.end; at += kPageSize)
        seen[static_cast<std::uint32_t>(at)] =
            static_cast<std::uint32_t>((r.physical.raw() + (at - r.begin)) >> kPageShift);
    });
    return seen;
  }
  void compare() {
    if (wrong_.empty() && mapped() != model_) wrong_ = "the tables do not say what the model says";
    if (wrong_.empty()) wrong_ = m_.vmalloc->areas().verify();
    if (wrong_.empty()) wrong_ = high_.verify();
  }
  void finish() {
    while (!areas_.empty()) remove_one(0);
    m_.vmalloc->unmap_aliases();
    compare();
    if (wrong_.empty() && m_.vmalloc->used_pages() != Pages()) wrong_ = "pages are left";
  }

  static constexpr std::uint32_t kHighPages = 64;
  static constexpr std::uint32_t kHighmemZone = 2u << 30;

  KvmMachine m_;
  Highmem high_;
  Ioremap ioremap_;
  SetMemory set_memory_;
  Scribbling scribbling_;
  std::vector<Area> areas_{};
  std::map<std::uint32_t, std::uint32_t> model_{};  // virtual page to frame number
  std::array<std::uint32_t, kHighPages> users_{};
  std::string wrong_{};
  bool scribbled_ = false;
};

}  // namespace mm32::test
