#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "emu/debug/drawings.hpp"

namespace mm32::emu {
namespace {

constexpr std::uint32_t kBarCells = 64;
constexpr unsigned kShownBlocks = 8;
constexpr std::uint32_t kMostLinks = 1u << 20;
constexpr std::array<std::string_view, 6> kTypeNames = {"unmovable",  "movable", "reclaimable",
                                                        "highatomic", "isolate", "cma"};

char order_sign(unsigned order) { return order < 10 ? static_cast<char>('0' + order) : 'A'; }

class ZoneDrawing {
 public:
  ZoneDrawing(const PageAllocator& pages, const Zone& zone)
      : pages_(pages), zone_(zone), bar_(kBarCells, '.') {}

  std::string draw(std::string_view name) {
    std::string lists;
    for (unsigned order = kOrders; order-- > 0;) lists += order_text(order);
    add_deferred();
    return fmt::format("zone {}: frames {:#x}-{:#x}, {} of {} pages free\n  [{}]\n{}", name,
                       zone_.zone_start_pfn, zone_.end_pfn(), zone_.stat(ZoneStat::kFreePages),
                       zone_.managed_pages, bar_, lists);
  }

 private:
  // A block of 2^order frames; a cell shows the largest block that touches it.
  void mark(std::uint32_t pfn, unsigned order) {
    if (zone_.spanned_pages == 0 || !zone_.contains(Pfn(pfn))) return;
    const auto cell = [&](std::uint64_t frame) {
      return static_cast<std::size_t>((frame - zone_.zone_start_pfn) * kBarCells /
                                      zone_.spanned_pages);
    };
    const std::uint64_t end =
        std::min<std::uint64_t>(std::uint64_t{pfn} + (1u << order), zone_.end_pfn());
    for (std::size_t i = cell(pfn); i <= cell(end - 1); ++i)
      if (bar_[i] == '.' || bar_[i] < order_sign(order)) bar_[i] = order_sign(order);
  }

  std::string order_text(unsigned order) {
    std::string text;
    for (unsigned type = 0; type < kTypeNames.size(); ++type) text += list_text(order, type);
    const std::uint32_t free = zone_.free_area[order].nr_free;
    if (text.empty() && free == 0) return {};
    return fmt::format("  order {:2} ({:5} KB): {} free\n", order, 4u << order, free) + text;
  }

  std::string list_text(unsigned order, unsigned type) {
    const FreeLists& lists = pages_.lists();
    const ListHead& head = type == raw(MigrateType::kCma) ? lists.side(zone_).cma_free_list[order]
                                                          : zone_.free_area[order].free_list[type];
    std::string shown;
    std::uint32_t count = 0;
    for (GuestPtr<ListHead> at = head.next; at && at != guest_ptr(head) && count < kMostLinks;
         at = lists.ram().at(at).next, ++count) {
      const auto pfn = lists.map().pfn_of(
          GuestPtr<Page>(at.raw - static_cast<std::uint32_t>(offsetof(Page, lru))));
      if (!lists.map().valid(pfn)) {
        shown += " (damaged)";
        break;
      }
      mark(pfn.raw(), order);
      if (count < kShownBlocks) shown += fmt::format(" {:x}", pfn.raw());
    }
    if (count == 0 && shown.empty()) return {};
    return fmt::format("    {:<11} {:5}:{}{}\n", kTypeNames[type], count, shown,
                       count > kShownBlocks ? " ..." : "");
  }

  // Sections that nobody touched since boot are free and on no list yet.
  void add_deferred() {
    const std::uint32_t section = 1u << kMaxOrder;
    const std::uint32_t first = (zone_.zone_start_pfn + section - 1) & ~(section - 1);
    for (std::uint64_t pfn = first; pfn < zone_.end_pfn(); pfn += section)
      if (pages_.lists().map().state(Pfn(static_cast<std::uint32_t>(pfn))) == SectionState::kFree)
        mark(static_cast<std::uint32_t>(pfn), kMaxOrder);
  }

  const PageAllocator& pages_;
  const Zone& zone_;
  std::string bar_;
};

}  // namespace

std::string draw_free_lists(const PageAllocator& pages) {
  std::string text;
  for (unsigned z = 0; z < kZones; ++z) {
    const Zone& zone = pages.zone(ZoneIndex(static_cast<std::uint8_t>(z)));
    if (zone.present_pages != 0) text += ZoneDrawing(pages, zone).draw(pages.zone_name(z));
  }
  return text;
}

}  // namespace mm32::emu
