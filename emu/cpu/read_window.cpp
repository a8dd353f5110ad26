#include "emu/cpu/read_window.hpp"

#include <algorithm>
#include <cstring>
#include <string>

namespace mm32::emu {

Expected<void> ReadWindow::open(PhysAddr frame, std::byte* page, ReadObserver& observer) {
  const auto window = engine_.spare_page();
  if (!window) return {};
  page_ = page;
  observer_ = &observer;
  const uc_err err = uc_mmio_map(engine_.raw(), window->raw(), kPageSize, &ReadWindow::on_read,
                                 this, &ReadWindow::on_write, this);
  if (err != UC_ERR_OK)
    return failure(
        ExitStatus::kInternalFault,
        std::string("the CPU engine refuses a page of device memory: ") + uc_strerror(err));
  mmu_.redirect(frame, *window);
  return {};
}

std::uint64_t ReadWindow::on_read(uc_engine*, std::uint64_t offset, unsigned size, void* self) {
  auto& window = *static_cast<ReadWindow*>(self);
  window.observer_->before_read();
  std::uint64_t value = 0;
  if (offset < kPageSize)
    std::memcpy(&value, window.page_ + offset,
                std::min<std::uint64_t>({size, sizeof value, kPageSize - offset}));
  return value;
}

void ReadWindow::on_write(uc_engine*, std::uint64_t offset, unsigned size, std::uint64_t value,
                          void* self) {
  auto& window = *static_cast<ReadWindow*>(self);
  if (offset < kPageSize)
    std::memcpy(window.page_ + offset, &value,
                std::min<std::uint64_t>({size, sizeof value, kPageSize - offset}));
}

}  // namespace mm32::emu
