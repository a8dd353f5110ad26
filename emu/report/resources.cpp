#include "emu/report/resources.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>

namespace mm32::emu {
namespace {

constexpr unsigned kMaxDepth = 5;        // Linux: MAX_IORES_LEVEL
constexpr unsigned kMaxLines = 1 << 16;  // more than any tree of a sound guest
constexpr std::size_t kMaxName = 128;

// struct resource: two addresses, then words. Linux: include/linux/ioport.h.
class Resource {
 public:
  Resource(const Ram& ram, PagingMode mode, VirtAddr at)
      : ram_(ram), wide_(mode == PagingMode::kPae), at_(at) {}

  std::uint64_t start() const { return address(0); }
  std::uint64_t end() const { return address(1); }
  VirtAddr sibling() const { return VirtAddr(word(4)); }
  VirtAddr child() const { return VirtAddr(word(5)); }
  std::string name() const {
    const VirtAddr text(word(0));
    if (text == VirtAddr()) return "<BAD>";
    const auto* const from = &ram_.at<char>(text);
    return std::string(from, strnlen(from, kMaxName));
  }

 private:
  std::uint64_t address(unsigned i) const {
    return wide_ ? ram_.at<std::uint64_t>(at_ + Bytes(8 * i))
                 : ram_.at<std::uint32_t>(at_ + Bytes(4 * i));
  }
  // Words behind the addresses: name, flags, desc, parent, sibling, child.
  std::uint32_t word(unsigned i) const {
    return ram_.at<std::uint32_t>(at_ + Bytes((wide_ ? 16 : 8) + 4 * i));
  }

  const Ram& ram_;
  bool wide_;
  VirtAddr at_;
};

class Printer {
 public:
  Printer(const Ram& ram, PagingMode mode, int digits) : ram_(ram), mode_(mode), digits_(digits) {}

  void children_of(const Resource& parent, unsigned depth) {
    for (VirtAddr at = parent.child(); at != VirtAddr() && lines_ < kMaxLines;) {
      const Resource r(ram_, mode_, at);
      text_ += fmt::format("{:{}}{:0{}x}-{:0{}x} : {}\n", "", 2 * std::min(depth, kMaxDepth - 1),
                           r.start(), digits_, r.end(), digits_, r.name());
      ++lines_;
      if (depth < 4 * kMaxDepth) children_of(r, depth + 1);
      at = r.sibling();
    }
  }
  std::string take() { return std::move(text_); }

 private:
  const Ram& ram_;
  PagingMode mode_;
  int digits_;
  unsigned lines_ = 0;
  std::string text_;
};

}  // namespace

std::string resource_report(const Ram& ram, PagingMode mode, VirtAddr root) {
  const Resource top(ram, mode, root);
  Printer printer(ram, mode, top.end() < 0x10000 ? 4 : 8);
  printer.children_of(top, 0);
  return printer.take();
}

}  // namespace mm32::emu
