#include "emu/export/registry.hpp"

#include <set>

#include "mm/base/check.hpp"

namespace mm32::emu {

namespace {

struct Family {
  std::span<const KernelExport> exports;
  HandsOut hands_out;
};

std::vector<Family> families() {
  return {
      {internal_exports(), HandsOut::kNothing},       {page_alloc_exports(), HandsOut::kPages},
      {memory_counter_exports(), HandsOut::kNothing}, {slab_exports(), HandsOut::kObjects},
      {vmalloc_exports(), HandsOut::kAreas},          {ioremap_exports(), HandsOut::kAreas},
      {highmem_exports(), HandsOut::kKmaps},          {paging_exports(), HandsOut::kNothing},
      {resource_exports(), HandsOut::kNothing},       {kprobe_exports(), HandsOut::kNothing},
  };
}

}  // namespace

std::vector<KernelExport> all_exports() {
  std::vector<KernelExport> exports;
  for (const Family& family : families())
    exports.insert(exports.end(), family.exports.begin(), family.exports.end());
  std::set<std::string_view> names;
  for (const KernelExport& e : exports) MM_CHECK(names.insert(e.name).second);
  return exports;
}

std::vector<HandsOut> export_roles() {
  std::vector<HandsOut> roles;
  for (const Family& family : families())
    roles.insert(roles.end(), family.exports.size(), family.hands_out);
  return roles;
}

}  // namespace mm32::emu
