#include "mm/slab/verify.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "mm/slab/node_lists.hpp"

namespace mm32 {
namespace {

enum class Place : std::uint8_t { kCpu, kCpuPartial, kPartial, kFull, kNowhere };

class Sweep {
 public:
  explicit Sweep(const Slab& slab) : slab_(slab), ctx_(slab.context()) {}

  SlabAudit run() {
    slab_.for_each_cache([&](const KmemCache& s) { visit_cache(s); });
    visit_frames();
    for (const auto& [cache, slabs] : expected_)
      if (found_[cache] != slabs)
        broken("A1 cache {:08x} counts {} slabs and has {}", cache, slabs, found_[cache]);
    return std::move(result_);
  }

 private:
  template <class... Args>
  void broken(fmt::format_string<Args...> text, Args&&... args) {
    result_.broken.push_back(fmt::format(text, std::forward<Args>(args)...));
  }

  void visit_cache(const KmemCache& s) {
    ++result_.caches;
    const std::uint32_t id = guest_ptr(s).raw;
    const KmemCacheNode* node = ctx_.view.object(s.node);
    const KmemCacheCpu* cpu = ctx_.view.object(s.cpu_slab);
    if (node == nullptr || cpu == nullptr) return broken("R1 cache {:08x} lacks a structure", id);
    caches_[id] = &s;
    expected_[id] = node->nr_slabs;
    const std::uint32_t partial = visit_list(node->partial, Place::kPartial);
    if (partial != node->nr_partial)
      broken("N1 cache {:08x}: nr_partial is {}, the list has {}", id, node->nr_partial, partial);
    visit_list(node->full, Place::kFull);
    if (cpu->slab) put(cpu->slab, Place::kCpu, cpu->freelist);
    GuestPtr<Page> at = cpu->partial;
    for (std::uint32_t i = 0; at && i < limit(); ++i) {
      put(at, Place::kCpuPartial, 0);
      const Page* page = ctx_.view.page(at);
      at = page == nullptr ? GuestPtr<Page>() : page->lru.next.as<Page>();
    }
  }

  std::uint32_t visit_list(const ListHead& head, Place place) {
    std::uint32_t length = 0;
    for (GuestPtr<ListHead> at = head.next; at != guest_ptr(head) && length < limit(); ++length) {
      const Page* page = slab_of_link(ctx_, at);
      if (page == nullptr) {
        broken("N1 link {:08x} is no slab", at.raw);
        break;
      }
      put(guest_ptr(*page), place, 0);
      at = page->lru.next;
    }
    return length;
  }

  void put(GuestPtr<Page> page, Place place, std::uint32_t cpu_freelist) {
    if (!places_.emplace(page.raw, std::pair{place, cpu_freelist}).second)
      broken("S1 slab {:08x} is in two places", page.raw);
  }

  void visit_frames() {
    PageSource& pages = ctx_.view.pages();
    for (std::uint32_t pfn = 0; pfn < limit();) {
      const Page& page = pages.page(Pfn(pfn));
      if (!page.test(PageFlag::kSlab)) {
        ++pfn;
        continue;
      }
      visit_slab(page);
      pfn += ctx_.view.order_of(page).pages().raw();
    }
  }

  void visit_slab(const Page& page) {
    const std::uint32_t id = guest_ptr(page).raw;
    const auto cache = caches_.find(page.slab_cache);
    if (cache == caches_.end())
      return broken("A1 slab {:08x} belongs to no cache ({:08x})", id, page.slab_cache);
    const KmemCache& s = *cache->second;
    const SlabCounters counters = SlabCounters::of(page.slab_counters);
    if (std::uint64_t{counters.objects} * s.size > ctx_.view.order_of(page).bytes().raw())
      return broken("P1 slab {:08x}: {} objects do not fit", id, counters.objects);
    ++found_[page.slab_cache];
    ++result_.slabs;
    result_.objects += counters.objects;
    const auto place = places_.find(id);
    const Place where = place == places_.end() ? Place::kNowhere : place->second.first;
    const bool on_cpu = where == Place::kCpu || where == Place::kCpuPartial;
    if (counters.frozen != on_cpu) broken("N2 slab {:08x}: frozen is {}", id, counters.frozen);
    std::set<std::uint32_t> seen;
    const std::uint32_t free = walk(s, page, page.slab_freelist, seen);
    if (counters.inuse != counters.objects - free)
      broken("S3 slab {:08x}: inuse is {} of {}, {} are free", id, counters.inuse, counters.objects,
             free);
    const std::uint32_t held = where == Place::kCpu ? walk(s, page, place->second.second, seen) : 0;
    result_.used += counters.objects - free - held;
    if (where == Place::kNowhere && free != 0)
      broken("S1 slab {:08x} has free objects and is on no list", id);
  }

  // Length of a free list; every object of it must be in the slab and be met once.
  std::uint32_t walk(const KmemCache& s, const Page& page, std::uint32_t at,
                     std::set<std::uint32_t>& seen) {
    const std::uint32_t first = ctx_.view.address_of(page).raw() + left_pad(s);
    const std::uint32_t bytes = SlabCounters::of(page.slab_counters).objects * s.size;
    std::uint32_t length = 0;
    for (; at != 0; ++length) {
      if (at - first >= bytes || (at - first) % s.size != 0 || !seen.insert(at).second) {
        broken("S1 slab {:08x}: free list reaches {:08x}", guest_ptr(page).raw, at);
        break;
      }
      at = get_free_pointer(ctx_, s, VirtAddr(at));
    }
    return length;
  }

  std::uint32_t limit() const { return ctx_.view.pages().lowmem_end().raw(); }

  const Slab& slab_;
  const SlabContext& ctx_;
  SlabAudit result_{};
  std::map<std::uint32_t, const KmemCache*> caches_{};
  std::map<std::uint32_t, std::uint32_t> expected_{};
  std::map<std::uint32_t, std::uint32_t> found_{};
  std::map<std::uint32_t, std::pair<Place, std::uint32_t>> places_{};
};

}  // namespace

SlabAudit audit(const Slab& slab) { return Sweep(slab).run(); }

}  // namespace mm32
