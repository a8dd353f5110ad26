#include "emu/command/kernel_parameters.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <vector>

namespace mm32::emu {
namespace {

using enum ParameterForm;

constexpr std::array kParameters = {
    KernelParameter{"cache_line_size", kNumber, "bytes of a cache line, for SLAB_HWCACHE_ALIGN"},
    KernelParameter{"check_tlb", kSwitch, "report uses of translations that were not flushed"},
    KernelParameter{"debug_pagealloc", kSwitch, "free lowmem pages are not mapped"},
    KernelParameter{"init_on_alloc", kSwitch, "clear pages and objects when allocated"},
    KernelParameter{"init_on_free", kSwitch, "clear objects when freed"},
    KernelParameter{"lowmem_reserve_ratio", kRatios, "DMA and Normal, as \"256 32\""},
    KernelParameter{"min_free_kbytes", kNumber, "what the watermarks keep free; 0: by size"},
    KernelParameter{"no_hash_pointers", kSwitch, "%p prints addresses, not hashes of them"},
    KernelParameter{"page_poison", kSwitch, "fill free pages, check them when given out"},
    KernelParameter{"slab_freelist_hardened", kSwitch, "encode free pointers"},
    KernelParameter{"slab_freelist_random", kSwitch, "shuffle new slabs"},
    KernelParameter{"slab_nomerge", kSwitch, "do not share caches"},
    KernelParameter{"slub_debug", kSlubDebug, "FZPUT letters, then ,CACHE…"},
    KernelParameter{"slub_max_order", kNumber, "largest order of a slab"},
    KernelParameter{"slub_min_objects", kNumber, "objects that a slab should hold"},
    KernelParameter{"slub_min_order", kNumber, "smallest order of a slab"},
    KernelParameter{"slub_nomerge", kSwitch, "as slab_nomerge"},
    KernelParameter{"test_device", kSwitch, "registers and a frame buffer to map"},
    KernelParameter{"vmalloc_debug", kSwitch, "flush the TLB at each vfree"},
    KernelParameter{"watermark_boost_factor", kNumber, "per 10,000 of the high watermark"},
    KernelParameter{"watermark_scale_factor", kNumber, "per 10,000 of a zone between watermarks"},
};

std::optional<std::string> as_switch(std::string_view value) {
  for (const std::string_view yes : {"", "1", "on", "yes", "y"})
    if (value == yes) return "1";
  for (const std::string_view no : {"0", "off", "no", "n"})
    if (value == no) return "0";
  return std::nullopt;
}

std::optional<std::string> as_number(const std::string& value) {
  std::uint32_t number = 0;
  const char* const end = value.data() + value.size();
  const auto [rest, error] = std::from_chars(value.data(), end, number);
  if (error != std::errc() || rest != end) return std::nullopt;
  return value;
}

std::optional<std::string> as_ratios(const std::string& value) {
  const bool fine = value.find_first_of("0123456789") != std::string::npos &&
                    value.find_first_not_of("0123456789 ,\t") == std::string::npos;
  return fine ? std::optional(value) : std::nullopt;
}

std::optional<std::string> normalised(ParameterForm form, const std::string& value) {
  switch (form) {
    case kSwitch:
      return as_switch(value);
    case kNumber:
      return as_number(value);
    case kRatios:
      return as_ratios(value);
    case kSlubDebug:
      break;
  }
  return value;
}

std::string_view wanted(ParameterForm form) {
  switch (form) {
    case kSwitch:
      return "on or off";
    case kNumber:
      return "a number";
    case kRatios:
      return "numbers such as '256 32'";
    case kSlubDebug:
      break;
  }
  return "any text";
}

}  // namespace

std::span<const KernelParameter> kernel_parameters() { return kParameters; }

Expected<void> set_kernel_parameter(MachineConfig& config, const std::string& name,
                                    const std::string& value) {
  const auto* const found = std::ranges::find(kParameters, name, &KernelParameter::name);
  if (found == kParameters.end()) {
    std::vector<std::string_view> names;
    names.reserve(kParameters.size());
    for (const KernelParameter& p : kParameters) names.push_back(p.name);
    return failure(ExitStatus::kUsage,
                   fmt::format("there is no kernel parameter '{}'; there are {}", name,
                               fmt::join(names, " ")));
  }
  const auto text = normalised(found->form, value);
  if (!text)
    return failure(ExitStatus::kUsage,
                   fmt::format("{} takes {}, not '{}'", name, wanted(found->form), value));
  config.params[name] = *text;
  return {};
}

}  // namespace mm32::emu
