#include "emu/cpu/filled_pages.hpp"

#include <sys/mman.h>

#include "mm/base/check.hpp"

namespace mm32::emu {
namespace {

constexpr std::size_t kPages = std::size_t{1} << 20;

constexpr std::uint32_t bit(Access access) { return 1u << static_cast<unsigned>(access); }

}  // namespace

void FilledPages::Free::operator()(void* memory) const { munmap(memory, kPages * sizeof(Entry)); }

// calloc would write zeros to memory that the process has had before.
FilledPages::FilledPages() {
  void* const memory = mmap(nullptr, kPages * sizeof(Entry), PROT_READ | PROT_WRITE,
                            MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  MM_CHECK(memory != MAP_FAILED);
  entries_.reset(static_cast<Entry*>(memory));
}

FilledPages::Fill FilledPages::add(VirtAddr page, Pfn frame, Access access, bool may_write,
                                   Ring ring) {
  Entry& entry = entries_[page.raw() / kPageSize];
  if (entry.epoch != epoch_ || entry.frame != frame.raw()) entry = {epoch_, frame.raw(), 0};
  const unsigned shift = ring == Ring::kUser ? 4 : 0;
  if ((entry.rights & bit(access) << shift) != 0)
    return {false, may_write && (entry.rights & bit(Access::kWrite) << shift) != 0};
  const std::uint32_t given =
      bit(access) | bit(Access::kRead) | (may_write ? bit(Access::kWrite) : 0);
  entry.rights |= given << shift;
  return {true, may_write};
}

void FilledPages::drop_all() {
  if (++epoch_ != 0) return;
  for (std::size_t i = 0; i < kPages; ++i) entries_[i].epoch = 0;
  epoch_ = 1;
}

}  // namespace mm32::emu
