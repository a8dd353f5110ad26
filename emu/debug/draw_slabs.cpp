#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "emu/debug/drawings.hpp"
#include "mm/slab/node_lists.hpp"

namespace mm32::emu {
namespace {

constexpr std::uint32_t kMostSlabs = 64;  // drawn of one list
constexpr std::uint32_t kMostNameBytes = 64;
constexpr std::uint32_t kRowObjects = 64;

std::string cache_name(const SlabContext& ctx, const KmemCache& s) {
  std::string name;
  for (VirtAddr at(s.name); name.size() < kMostNameBytes && ctx.view.mapped(at, 1);
       at += Bytes(1)) {
    const char c = static_cast<char>(*ctx.view.bytes(at));
    if (c == '\0') break;
    name += c >= 0x20 && c < 0x7f ? c : '?';
  }
  return name;
}

class CacheDrawing {
 public:
  CacheDrawing(const SlabContext& ctx, const KmemCache& s) : ctx_(ctx), s_(s) {}

  std::string draw() {
    std::string text =
        fmt::format("cache {}: objects of {} bytes, {} apart, {} in a slab of order {}{}\n",
                    cache_name(ctx_, s_), s_.object_size, s_.size, s_.oo.objects(), s_.oo.order(),
                    s_.ctor != 0 ? ", with constructor" : "");
    if (const KmemCacheCpu* cpu = ctx_.view.object(s_.cpu_slab)) {
      if (cpu->slab) text += slab_text("cpu slab", cpu->slab, cpu->freelist);
      GuestPtr<Page> at = cpu->partial;
      for (std::uint32_t i = 0; at && i < kMostSlabs; ++i) {
        const Page* page = ctx_.view.page(at);
        text += slab_text("cpu partial", at, 0);
        at = page == nullptr ? GuestPtr<Page>() : page->lru.next.as<Page>();
      }
    }
    if (const KmemCacheNode* node = ctx_.view.object(s_.node)) {
      text += list_text("partial", node->partial) + list_text("full", node->full);
      text += fmt::format("  {} slabs, {} objects; full slabs are on no list unless debugged\n",
                          node->nr_slabs, node->total_objects);
    }
    return text;
  }

 private:
  std::string list_text(const char* name, const ListHead& head) {
    std::string text;
    std::uint32_t count = 0;
    for (GuestPtr<ListHead> at = head.next; at && at != guest_ptr(head); ++count) {
      const Page* page = slab_of_link(ctx_, at);
      if (page == nullptr || count == kMostSlabs)
        return text + (page == nullptr ? "  (the list is damaged)\n" : "  ...\n");
      text += slab_text(name, guest_ptr(*page), 0);
      at = page->lru.next;
    }
    return text;
  }

  void mark_free(std::string& objects, std::uint32_t first, std::uint32_t at) const {
    for (std::size_t steps = 0; at != 0 && steps <= objects.size(); ++steps) {
      const std::uint32_t offset = at - first;
      if (s_.size == 0 || offset % s_.size != 0 || offset / s_.size >= objects.size() ||
          !ctx_.view.mapped(VirtAddr(at + s_.offset), 4)) {
        objects += '!';  // the free list leaves the slab
        return;
      }
      objects[offset / s_.size] = '.';
      at = get_free_pointer(ctx_, s_, VirtAddr(at));
    }
  }

  std::string slab_text(const char* list, GuestPtr<Page> at, std::uint32_t cpu_freelist) const {
    const Page* page = ctx_.view.page(at);
    if (page == nullptr) return fmt::format("  {:<11} {:08x} is no slab\n", list, at.raw);
    const SlabCounters counters = SlabCounters::of(page->slab_counters);
    const std::uint32_t base = ctx_.view.address_of(*page).raw();
    const std::uint32_t first = base + s_.red_left_pad;
    std::string objects(std::min(counters.objects, kMaxObjsPerSlab), '#');
    mark_free(objects, first, page->slab_freelist);
    mark_free(objects, first, cpu_freelist);
    std::string text;
    for (std::size_t from = 0; from < objects.size(); from += kRowObjects)
      text += fmt::format("  {:<11} {:08x} [{}]\n", from == 0 ? list : "", base + from * s_.size,
                          objects.substr(from, kRowObjects));
    return text;
  }

  const SlabContext& ctx_;
  const KmemCache& s_;
};

}  // namespace

std::string draw_slabs(const Slab& slab, std::string_view cache) {
  std::string text;
  slab.for_each_cache([&](const KmemCache& s) {
    if (cache_name(slab.context(), s) == cache) text += CacheDrawing(slab.context(), s).draw();
  });
  return text;
}

std::string list_caches(const Slab& slab) {
  std::string text;
  slab.for_each_cache([&](const KmemCache& s) {
    const KmemCacheNode* node = slab.context().view.object(s.node);
    text +=
        fmt::format("{:<20} {:6} bytes  {:5} slabs  {:6} objects\n", cache_name(slab.context(), s),
                    s.object_size, node == nullptr ? 0 : node->nr_slabs,
                    node == nullptr ? 0 : node->total_objects);
  });
  return text;
}

}  // namespace mm32::emu
