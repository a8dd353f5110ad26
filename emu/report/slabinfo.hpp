// /proc/slabinfo and the attributes of /sys/kernel/slab/NAME, in their exact format.
//
// Read from the structures in guest RAM at the moment of the call; lists are followed to a bound,
// so that a damaged one gives a wrong number and nothing worse. Linux 6.1 mm/slab_common.c
// cache_show, mm/slub.c show_slab_objects and the *_show functions.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "mm/slab/slab.hpp"

namespace mm32 {

/// The text of /proc/slabinfo: every cache, newest first.
std::string slabinfo_report(const Slab& slab);

/// Names of the files in a cache's folder, in alphabetical order.
std::span<const std::string_view> slab_attribute_names();

/// The text of /sys/kernel/slab/CACHE/ATTRIBUTE with its newline; nothing when there is no such
/// cache or attribute. Of several caches of one name it is the newest.
std::optional<std::string> slab_attribute(const Slab& slab, std::string_view cache,
                                          std::string_view attribute);

/// One line a cache: "NAME: attribute=value …", all caches.
std::string slab_attributes_report(const Slab& slab);

}  // namespace mm32
