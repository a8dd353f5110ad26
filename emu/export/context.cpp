#include "emu/export/context.hpp"

#include "mm/kernel.hpp"

namespace mm32::emu {
namespace {

Stop page_fault_oops(const AccessFault& fault, bool is_write) {
  return Oops{.kind = Oops::Kind::kPageFault, .address = fault.address, .is_write = is_write};
}

}  // namespace

template <>
MmKernel& KernelContext::get<MmKernel>() {
  return *mm_;
}
template <>
PageAllocator& KernelContext::get<PageAllocator>() {
  return mm_->pages();
}

template <>
Slab& KernelContext::get<Slab>() {
  return mm_->slab();
}
template <>
Vmalloc& KernelContext::get<Vmalloc>() {
  return mm_->vmalloc();
}

template <>
Ioremap& KernelContext::get<Ioremap>() {
  return mm_->ioremap();
}
template <>
SetMemory& KernelContext::get<SetMemory>() {
  return mm_->set_memory();
}
template <>
Highmem& KernelContext::get<Highmem>() {
  return mm_->highmem();
}

template <>
Fixmap& KernelContext::get<Fixmap>() {
  return mm_->fixmap();
}

void KernelContext::stop(Stop reason) {
  std::visit([this](auto&& r) { request_ = std::forward<decltype(r)>(r); }, std::move(reason));
}

Outcome<void> KernelContext::read(VirtAddr from, std::span<std::byte> to) {
  if (auto done = cpu_.memory().read(from, to); !done)
    return tl::make_unexpected(page_fault_oops(done.error(), false));
  return {};
}

Outcome<void> KernelContext::write(VirtAddr to, std::span<const std::byte> from) {
  if (auto done = cpu_.memory(Ring::kSupervisor, Marking::kSet).write(to, from); !done)
    return tl::make_unexpected(page_fault_oops(done.error(), true));
  return {};
}

Outcome<std::string> KernelContext::read_string(VirtAddr from, std::size_t limit) {
  auto text = cpu_.memory().load_string(from, limit);
  if (!text) return tl::make_unexpected(page_fault_oops(text.error(), false));
  return *std::move(text);
}

}  // namespace mm32::emu
