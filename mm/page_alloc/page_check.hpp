// Looks at pages on their way into and out of the allocator, and reports those that somebody still
// uses or has written to.
//
// A page that fails is reported once ("BUG: Bad page state", with a dump of its struct page), keeps
// its state but for the mapcount and is never handed out again: it is leaked, the machine goes on.
// With page_poison free pages are filled with 0xaa and compared before they are given out.
// Deviation: Debian's kernel checks single pages only when they leave the per-CPU lists; here they
// are checked when they are freed as well, so the report points at the culprit.
// Linux 6.1 mm/page_alloc.c: bad_page, page_bad_reason, free_pages_prepare, check_new_pages;
// mm/debug.c: __dump_page; mm/page_poison.c.
#pragma once

#include <string>
#include <string_view>

#include "mm/context.hpp"
#include "mm/page_alloc/free_lists.hpp"

namespace mm32 {

inline constexpr std::uint32_t kCheckAtFree = 0x3830f231;  // consts: PAGE_FLAGS_CHECK_AT_FREE
inline constexpr std::uint32_t kCheckAtPrep = 0x3e7fffff;  // consts: PAGE_FLAGS_CHECK_AT_PREP
inline constexpr std::uint32_t kHwPoisonBit = 1u << static_cast<unsigned>(PageFlag::kHwPoison);
inline constexpr std::uint32_t kTailMapping = 0x400;  // Linux: TAIL_MAPPING

class PageCheck {
 public:
  PageCheck(const MmContext& context, FreeLists& lists) : context_(context), lists_(lists) {}

  /// Whether all pages of a block that just left the buddy lists are as free pages should be.
  bool is_fit_to_give(Page& first, Order order) {
    for (std::uint32_t i = 0; i < order.pages().raw(); ++i)
      if (Page& page = (&first)[i]; !looks_free(page, kCheckAtPrep | kHwPoisonBit)) [[unlikely]]
        return report_new(page);
    return true;
  }
  /// Whether a page that waited on a per-CPU list was left alone there.
  bool is_still_free(Page& page) {
    if (looks_free(page, kCheckAtFree)) [[likely]]
      return true;
    return report(page, kCheckAtFree);
  }
  /// Checks a block that is being freed (its refcount is 0) and cleans its pages' flags, compound
  /// links and mapping. False: a page was bad and reported, the block must not be freed.
  bool prepare_to_free(Page& first, Order order) {
    if (order != Order(0)) [[unlikely]]
      return prepare_block(first, order);
    return prepare_head(first);
  }

  /// Fills a free block with the poison; compares it before it is given out.
  void poison(Pfn pfn, Order order) {
    if (lists_.state().page_poison != 0) [[unlikely]]
      fill_with_poison(pfn, order);
  }
  [[gnu::cold]] void compare_with_poison(Pfn pfn, Order order);

  /// Linux: bad_page, at most 60 a minute.
  void bad_page(Page& page, std::string_view reason);
  /// Linux: dump_page.
  void dump_page(const Page& page, std::string_view reason);

 private:
  static bool looks_free(const Page& page, std::uint32_t flags) {
    return page.page_type == kPageTypeNone &&
           (page.mapping | static_cast<std::uint32_t>(page.refcount) | page.memcg_data |
            (page.flags & flags)) == 0;
  }
  bool prepare_head(Page& page) {
    if ((page.mapping & 3u) != 0) page.mapping = 0;
    if (!looks_free(page, kCheckAtFree)) [[unlikely]]
      return report(page, kCheckAtFree);
    page.flags &= ~kCheckAtPrep;
    return true;
  }
  [[gnu::cold]] bool prepare_block(Page& first, Order order);
  [[gnu::cold]] bool report(Page& page, std::uint32_t flags);
  [[gnu::cold]] bool report_new(Page& page);
  [[gnu::cold]] void fill_with_poison(Pfn pfn, Order order);
  void report_corruption(Pfn pfn, std::span<const std::byte> bytes, std::size_t first,
                         std::size_t last);
  void print(LogLevel level, const std::string& line) { context_.diagnostics.print(level, line); }

  MmContext context_;
  FreeLists& lists_;
};

}  // namespace mm32
