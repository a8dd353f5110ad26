#include "emu/report/page_tables.hpp"

#include <fmt/format.h>

#include <iterator>
#include <string_view>
#include <vector>

namespace mm32::emu {
namespace {

constexpr std::uint64_t kNoMore = ~std::uint64_t{0};

struct Marker {
  std::uint64_t begin;
  std::string_view name;
};

std::vector<Marker> markers_of(const AddressSpace& space) {
  std::vector<Marker> all = {{0, "User Space"},
                             {space.page_offset.raw(), "Kernel Mapping"},
                             {space.vmalloc_start.raw(), "vmalloc() Area"},
                             {space.vmalloc_end.raw(), "vmalloc() End"},
                             {space.pkmap_base.raw(), "Persistent kmap() Area"}};
  if (space.ldt_pages.raw() != 0) all.push_back({space.ldt_base.raw(), "LDT remap"});
  if (space.cpu_entry_area_pages.raw() != 0)
    all.push_back({space.cpu_entry_area_base.raw(), "CPU entry area"});
  all.push_back({space.fixaddr_start.raw(), "Fixmap area"});
  all.push_back({kNoMore, {}});
  return all;
}

std::string size_text(std::uint64_t bytes) {
  constexpr std::string_view kUnits = "BKMG";
  std::size_t unit = 0;
  for (; (bytes & 1023) == 0 && unit + 1 < kUnits.size(); ++unit) bytes >>= 10;
  return fmt::format("{:>9}{} ", bytes, kUnits[unit]);
}

std::string flags_text(std::uint64_t entry, unsigned level) {
  if (!has(entry, PteFlags::kPresent)) return std::string(30, ' ');
  const bool large = level > 1 && has(entry, PteFlags::kLarge);
  const bool pat = has(entry, level == 1 ? PteFlags::kLarge : PteFlags::kLargePat);
  std::string text;
  text += has(entry, PteFlags::kUser) ? "USR " : "    ";
  text += has(entry, PteFlags::kWrite) ? "RW " : "ro ";
  text += has(entry, PteFlags::kWriteThrough) ? "PWT " : "    ";
  text += has(entry, PteFlags::kNoCache) ? "PCD " : "    ";
  text += large ? "PSE " : "    ";
  text += pat && (level == 1 || large) ? "PAT " : "    ";
  text += has(entry, PteFlags::kGlobal) ? "GLB " : "    ";
  text += has(entry, PteFlags::kNx) ? "NX " : "x  ";
  return text;
}

// Collects runs of equal entries and prints each when it ends.
class Dump {
 public:
  Dump(PagingMode mode, const AddressSpace& space) : mode_(mode), markers_(markers_of(space)) {}

  void note(const VisitedRange& range) {
    const Run run{range.entry & kFlagBits, range.permissions & visit_detail::kRights, range.level};
    if (!started_) {
      started_ = true;
      heading();
      begin_ = range.begin;
      current_ = run;
      return;
    }
    const bool at_marker = range.begin >= markers_[marker_ + 1].begin;
    if (run == current_ && !at_marker) return;
    line(range.begin);
    if (at_marker) {
      ++marker_;
      heading();
    }
    begin_ = range.begin;
    current_ = run;
  }

  std::string finish() {
    line(std::uint64_t{1} << 32);
    return std::move(text_);
  }

 private:
  struct Run {
    std::uint64_t flags;
    PteFlags rights;
    unsigned level;
    bool operator==(const Run&) const = default;
  };
  static constexpr std::uint64_t kFlagBits = 0xfff | raw(PteFlags::kNx);

  void heading() {
    fmt::format_to(std::back_inserter(text_), "---[ {} ]---\n", markers_[marker_].name);
  }
  void line(std::uint64_t end) {
    const bool large = current_.level == 2 && has(current_.flags, PteFlags::kPresent);
    fmt::format_to(std::back_inserter(text_), "0x{:08x}-0x{:08x}   {}{}{}\n", begin_,
                   static_cast<std::uint32_t>(end), size_text(end - begin_),
                   flags_text(current_.flags, current_.level),
                   large ? "pmd" : level_name(mode_, current_.level));
  }

  PagingMode mode_;
  std::vector<Marker> markers_;
  std::size_t marker_ = 0;
  bool started_ = false;
  std::uint64_t begin_ = 0;
  Run current_{};
  std::string text_{};
};

}  // namespace

std::string page_tables_report(const Ram& ram, const PagingState& state,
                               const AddressSpace& space) {
  Dump dump(state.mode, space);
  visit_tables(ram, state, [&](const VisitedRange& range) { dump.note(range); });
  return dump.finish();
}

}  // namespace mm32::emu
