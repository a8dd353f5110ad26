#include "mm/slab/slab_options.hpp"

#include <algorithm>
#include <charconv>
#include <string_view>

namespace mm32 {
namespace {

const std::string* find(const MachineConfig& config, const char* name) {
  const auto it = config.params.find(name);
  return it == config.params.end() ? nullptr : &it->second;
}

bool flag(const MachineConfig& config, const char* name, bool otherwise) {
  const std::string* value = find(config, name);
  if (value == nullptr) return otherwise;
  const std::string_view v = *value;
  return v.empty() || v == "1" || v == "on" || v == "y" || v == "yes" || v == "Y";
}

std::uint32_t number(const MachineConfig& config, const char* name, std::uint32_t otherwise) {
  const std::string* value = find(config, name);
  if (value == nullptr) return otherwise;
  std::uint32_t result = otherwise;
  std::from_chars(value->data(), value->data() + value->size(), result);
  return result;
}

}  // namespace

SlabOptions SlabOptions::of(const MachineConfig& config) {
  const bool debian = config.layout == LayoutName::kLinux61;
  SlabOptions options;
  options.freelist_random = flag(config, "slab_freelist_random", debian);
  options.freelist_hardened = flag(config, "slab_freelist_hardened", debian);
  options.init_on_alloc = flag(config, "init_on_alloc", debian);
  options.init_on_free = flag(config, "init_on_free", false);
  options.merge = !flag(config, "slab_nomerge", false) && !flag(config, "slub_nomerge", false);
  options.cache_line = std::clamp(number(config, "cache_line_size", options.cache_line), 8u, 4096u);
  options.min_order = std::min(number(config, "slub_min_order", 0), kMaxPageOrder);
  options.max_order = std::clamp(number(config, "slub_max_order", options.max_order),
                                 options.min_order, kMaxPageOrder);
  options.min_objects = number(config, "slub_min_objects", 0);
  if (const std::string* debug = find(config, "slub_debug")) {
    options.has_slub_debug = true;
    options.slub_debug = *debug;
  }
  return options;
}

}  // namespace mm32
