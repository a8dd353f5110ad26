#include "emu/export/registry.hpp"

#include <set>

#include "mm/base/check.hpp"

namespace mm32::emu {

std::vector<KernelExport> all_exports() {
  std::vector<KernelExport> exports;
  for (const auto family :
       {internal_exports(), page_alloc_exports(), slab_exports(), vmalloc_exports(),
        ioremap_exports(), highmem_exports(), paging_exports()})
    exports.insert(exports.end(), family.begin(), family.end());
  std::set<std::string_view> names;
  for (const KernelExport& e : exports) MM_CHECK(names.insert(e.name).second);
  return exports;
}

}  // namespace mm32::emu
