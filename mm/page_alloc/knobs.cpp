#include "mm/page_alloc/knobs.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <charconv>
#include <vector>

#include "mm/page_alloc/compaction.hpp"

namespace mm32 {
namespace {

constexpr std::uint32_t kMaxScale = 3000;

Result<std::vector<std::uint32_t>> numbers(std::string_view text) {
  std::vector<std::uint32_t> values;
  const char* at = text.data();
  const char* const end = at + text.size();
  for (;;) {
    while (at != end && (*at == ' ' || *at == '\t' || *at == '\n' || *at == ',')) ++at;
    if (at == end) break;
    std::uint32_t value = 0;
    const auto [next, error] = std::from_chars(at, end, value);
    if (error != std::errc()) return fail(Errno::kInval);
    values.push_back(value);
    at = next;
  }
  if (values.empty()) return fail(Errno::kInval);
  return values;
}

void set_min_free(PageAllocator& pages, std::uint32_t kbytes) {
  pages.state().min_free_kbytes = pages.state().user_min_free_kbytes = kbytes;
  pages.watermarks().setup_watermarks();
}

void set_ratios(PageAllocator& pages, const std::vector<std::uint32_t>& values) {
  for (unsigned z = 0; z < kZones && z < values.size(); ++z)
    pages.state().lowmem_reserve_ratio[z] = values[z];
  pages.watermarks().setup_lowmem_reserve();
}

}  // namespace

Result<void> set_knob(PageAllocator& pages, std::string_view name, std::string_view text) {
  MM_TRY_ASSIGN(const std::vector<std::uint32_t> values, numbers(text));
  const std::uint32_t value = values.front();
  if (name == "min_free_kbytes") {
    set_min_free(pages, value);
  } else if (name == "watermark_scale_factor") {
    if (value < 1 || value > kMaxScale) return fail(Errno::kInval);
    pages.state().watermark_scale_factor = value;
    pages.watermarks().setup_watermarks();
  } else if (name == "watermark_boost_factor") {
    pages.state().watermark_boost_factor = value;
  } else if (name == "lowmem_reserve_ratio") {
    set_ratios(pages, values);
  } else if (name == "compact_memory") {
    if (value != 1) return fail(Errno::kInval);
    Compaction(pages).compact_all();
  } else {
    return fail(Errno::kNoEnt);
  }
  return {};
}

Result<std::string> read_knob(const PageAllocator& pages, std::string_view name) {
  const PageAllocState& s = pages.state();
  if (name == "min_free_kbytes") return fmt::to_string(s.min_free_kbytes);
  if (name == "watermark_scale_factor") return fmt::to_string(s.watermark_scale_factor);
  if (name == "watermark_boost_factor") return fmt::to_string(s.watermark_boost_factor);
  if (name == "lowmem_reserve_ratio")
    return fmt::format("{}", fmt::join(s.lowmem_reserve_ratio, "\t"));
  return fail(Errno::kNoEnt);
}

}  // namespace mm32
