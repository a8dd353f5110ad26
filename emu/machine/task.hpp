// The running task, as the fields of struct task_struct that modules and reports read.
//
// Offsets of Linux 6.1 i386, flavour 686 (read off the kernel's own headers; 686-pae has the same
// ones up to kmap_ctrl).
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

#include "mm/base/ram.hpp"
#include "mm/config.hpp"

namespace mm32::emu {

/// A view of a task_struct in guest memory.
class Task {
 public:
  Task(const Ram& ram, VirtAddr at) : ram_(ram), at_(at) {}

  VirtAddr address() const { return at_; }
  std::int32_t pid() const { return static_cast<std::int32_t>(field(1108)); }
  void set_pid(std::int32_t pid) {
    field(1108) = static_cast<std::uint32_t>(pid);
    field(1112) = static_cast<std::uint32_t>(pid);  // tgid
  }
  VirtAddr stack() const { return VirtAddr(field(20)); }
  void set_stack(VirtAddr lowest) { field(20) = lowest.raw(); }
  std::string comm() const { return std::string(comm_view()); }
  /// Lives until the guest changes it.
  std::string_view comm_view() const {
    const char* text = &ram_.at<char>(at_ + Bytes(1412));
    return {text, std::find(text, text + kCommBytes, '\0')};
  }
  void set_comm(std::string_view name) {
    char* text = &ram_.at<char>(at_ + Bytes(1412));
    std::fill(text, text + kCommBytes, '\0');
    std::copy_n(name.data(), std::min(name.size(), kCommBytes - 1), text);
  }
  /// Linux: kmap_ctrl, the stack of temporary mappings.
  VirtAddr kmap_ctrl() const { return at_ + Bytes(1988); }
  /// Linux: pagefault_disabled, behind kmap_ctrl.
  std::uint32_t& pagefault_disabled(PagingMode mode) const {
    return field(mode == PagingMode::kPae ? 2120 : 2056);
  }
  /// Linux: flags & PF_MEMALLOC.
  bool is_reclaiming() const { return (field(28) & 0x800) != 0; }
  /// Makes an empty task point at itself where Linux's never has NULL.
  void init_links() {
    for (const std::uint32_t offset : {1120u, 1124u, 1144u}) field(offset) = at_.raw();
    const std::uint32_t tasks = at_.raw() + 968;
    field(968) = tasks;
    field(972) = tasks;
    field(24) = 1;    // usage
    field(72) = 120;  // prio: default
  }

 private:
  static constexpr std::size_t kCommBytes = 16;
  std::uint32_t& field(std::uint32_t offset) const {
    return ram_.at<std::uint32_t>(at_ + Bytes(offset));
  }

  const Ram& ram_;
  VirtAddr at_;
};

}  // namespace mm32::emu
