#include "mm/page_alloc/page_check.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstring>

#include "mm/page_alloc/flag_names.hpp"

namespace mm32 {
namespace {

constexpr std::uint32_t kReportsPerMinute = 60;
constexpr std::uint32_t kMinuteMs = 60000;

std::string_view bad_reason(const Page& page, std::uint32_t flags) {
  std::string_view reason;
  if (page.mapcount != -1) reason = "nonzero mapcount";
  if (page.mapping != 0) reason = "non-NULL mapping";
  if (page.refcount != 0) reason = "nonzero _refcount";
  if ((page.flags & flags) != 0)
    reason = flags == kCheckAtPrep ? "PAGE_FLAGS_CHECK_AT_PREP flag(s) set"
                                   : "PAGE_FLAGS_CHECK_AT_FREE flag(s) set";
  if (page.memcg_data != 0) reason = "page still charged to cgroup";
  return reason;
}

std::string hex_words(std::string_view prefix, const Page& page, std::size_t from, std::size_t to) {
  std::array<std::uint32_t, sizeof(Page) / 4> words;
  std::memcpy(words.data(), &page, sizeof(Page));
  words.back() = 0;  // padding in Linux; here Page::given_order
  std::string line(prefix);
  for (std::size_t i = from; i < to; ++i)
    line += fmt::format("{}{:08x}", i == from ? "" : " ", words[i]);
  return line;
}

// Linux's two-column form: 16 bytes a line with the address in front and the text behind.
std::string hex_line(std::uint32_t address, std::span<const std::byte> bytes) {
  std::string line = fmt::format("{:08x}: ", address);
  std::string text;
  for (std::size_t i = 0; i < 16; ++i) {
    if (i >= bytes.size()) {
      line += "   ";
      continue;
    }
    const auto c = static_cast<unsigned char>(bytes[i]);
    line += fmt::format("{:02x} ", c);
    text += c >= 0x20 && c < 0x7f ? static_cast<char>(c) : '.';
  }
  return line + " " + text;
}

}  // namespace

bool PageCheck::report(Page& page, std::uint32_t flags) {
  bad_page(page, bad_reason(page, flags));
  return false;
}

bool PageCheck::report_new(Page& page) {
  if ((page.flags & kHwPoisonBit) != 0)
    page.page_type = kPageTypeNone;
  else
    report(page, kCheckAtPrep);
  return false;
}

bool PageCheck::prepare_block(Page& first, Order order) {
  const bool compound = first.test(PageFlag::kHead);
  bool good = true;
  for (std::uint32_t i = 1; i < order.pages().raw(); ++i) {
    Page& tail = (&first)[i];
    if (compound) {
      tail.mapping = 0;
      tail.compound_head = 0;
    }
    if (!looks_free(tail, kCheckAtFree)) [[unlikely]]
      good = report(tail, kCheckAtFree);
    else
      tail.flags &= ~kCheckAtPrep;
  }
  if ((first.mapping & 3u) != 0) first.mapping = 0;
  if (!looks_free(first, kCheckAtFree)) [[unlikely]]
    good = report(first, kCheckAtFree);
  if (good) first.flags &= ~kCheckAtPrep;
  return good;
}

void PageCheck::bad_page(Page& page, std::string_view reason) {
  PageAllocState& s = lists_.state();
  const auto now = static_cast<std::uint32_t>(context_.diagnostics.uptime_ms());
  if (now - s.bad_pages_since_ms >= kMinuteMs) {
    if (s.bad_pages_unshown != 0)
      print(LogLevel::kAlert,
            fmt::format("BUG: Bad page state: {} messages suppressed", s.bad_pages_unshown));
    s.bad_pages_shown = s.bad_pages_unshown = 0;
    s.bad_pages_since_ms = now;
  }
  if (s.bad_pages_shown++ < kReportsPerMinute) {
    print(LogLevel::kAlert,
          fmt::format("BUG: Bad page state in process {}  pfn:{:05x}",
                      context_.diagnostics.current_comm(), lists_.map().pfn_of(page).raw()));
    dump_page(page, reason);
    context_.diagnostics.print_modules();
    context_.diagnostics.dump_stack(LogLevel::kWarning);
  } else {
    s.bad_pages_shown = kReportsPerMinute;
    ++s.bad_pages_unshown;
  }
  page.page_type = kPageTypeNone;
  context_.diagnostics.taint(Taint::kBadPage);
}

void PageCheck::dump_page(const Page& page, std::string_view reason) {
  const MemMap& map = lists_.map();
  const Pfn pfn = map.pfn_of(page);
  const Pfn head_pfn =
      (page.compound_head & 1u) != 0 ? map.pfn_of(GuestPtr<Page>(page.compound_head - 1)) : pfn;
  const bool sane = head_pfn <= pfn && (pfn - head_pfn).raw() <= kSectionPages;
  const Page& head = sane ? map.at(head_pfn) : page;
  const bool is_tail = &head != &page;
  const std::uint32_t mapping = (page.mapping & 3u) != 0 || is_tail ? 0 : page.mapping;
  const int mapcount = head.test(PageFlag::kSlab) ? 0 : page.mapcount + 1;
  print(LogLevel::kWarning,
        fmt::format("page:{:08x} refcount:{} mapcount:{} mapping:{:08x} index:{:#x} pfn:{:#x}",
                    guest_ptr(page).raw, head.refcount, mapcount, mapping, page.index, pfn.raw()));
  if (head.test(PageFlag::kHead) && (&head)[1].compound_order <= kMaxOrder)
    print(LogLevel::kWarning,
          fmt::format("head:{:08x} order:{} compound_mapcount:{} compound_pincount:{}",
                      guest_ptr(head).raw, (&head)[1].compound_order,
                      static_cast<std::int32_t>((&head)[1].mapping) + 1, (&head)[1].index));
  if (head.memcg_data != 0) print(LogLevel::kWarning, fmt::format("memcg:{:x}", head.memcg_data));
  const bool anon = (page.mapping & 3u) == 1u;
  if (mapping != 0) print(LogLevel::kWarning, fmt::format("invalid mapping:{:08x}", mapping));
  print(LogLevel::kWarning,
        fmt::format("{}flags: {}", anon ? "anon " : "", page_flags_text(head.flags)));
  print(LogLevel::kWarning, hex_words("raw: ", page, 0, 8));
  print(LogLevel::kWarning, hex_words("raw: ", page, 8, 10));
  if (is_tail) {
    print(LogLevel::kWarning, hex_words("head: ", head, 0, 8));
    print(LogLevel::kWarning, hex_words("head: ", head, 8, 10));
  }
  if (!reason.empty()) print(LogLevel::kWarning, fmt::format("page dumped because: {}", reason));
}

void PageCheck::fill_with_poison(Pfn pfn, Order order) {
  if (std::byte* bytes = context_.ram.host(phys_of(pfn), order.bytes()))
    std::memset(bytes, kPagePoison, order.bytes().raw());
}

void PageCheck::compare_with_poison(Pfn pfn, Order order) {
  const auto written = [](std::byte b) { return b != std::byte{kPagePoison}; };
  for (Pfn at = pfn; at < pfn + order.pages(); at += Pages(1)) {
    const std::span<const std::byte> frame = context_.ram.frame(at);
    const auto first = std::find_if(frame.begin(), frame.end(), written);
    if (first == frame.end()) continue;
    const auto last = std::find_if(frame.rbegin(), frame.rend(), written);
    report_corruption(at, frame, static_cast<std::size_t>(first - frame.begin()),
                      static_cast<std::size_t>(frame.rend() - last));
  }
}

void PageCheck::report_corruption(Pfn pfn, std::span<const std::byte> bytes, std::size_t first,
                                  std::size_t last) {
  const auto flipped = static_cast<unsigned>(bytes[first]) ^ kPagePoison;
  const bool one_bit = last - first == 1 && (flipped & (flipped - 1)) == 0;
  print(LogLevel::kErr, one_bit ? "pagealloc: single bit error" : "pagealloc: memory corruption");
  const auto base = direct_map_va(phys_of(pfn)).raw();
  for (std::size_t at = first; at < last; at += 16)
    print(LogLevel::kErr, hex_line(base + static_cast<std::uint32_t>(at),
                                   bytes.subspan(at, std::min<std::size_t>(16, last - at))));
  context_.diagnostics.dump_stack(LogLevel::kErr);
  dump_page(lists_.map().at(pfn), "pagealloc: corrupted page details");
}

}  // namespace mm32
