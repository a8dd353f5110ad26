// What SLUB's user tracking asks about the guest that is calling: who, when, from where.
//
// The machine implements this over the guest's stack and the loader's symbols. Only caches that are
// debugged ask, so nothing is unwound otherwise.
#pragma once

#include <span>
#include <string>

#include "mm/base/types.hpp"

namespace mm32 {

class CallSite {
 public:
  virtual ~CallSite() = default;
  /// Return address of the call into memory management, 0 when unknown. Linux: _RET_IP_.
  virtual VirtAddr caller() { return VirtAddr(); }
  /// Return addresses of the calling guest, innermost first. Linux: stack_trace_save.
  virtual std::span<const VirtAddr> stack_trace() { return {}; }
  /// "function+0x1e/0xa0 [module]", "0xc1234567" without a symbol. Linux: %pS.
  virtual std::string symbol(VirtAddr address);
  virtual std::uint32_t jiffies() { return 0; }
  virtual std::uint32_t pid() { return 0; }
  /// "Tainted: G           OE     " or "Not tainted". Linux: print_tainted.
  virtual std::string tainted() { return "Not tainted"; }
};

}  // namespace mm32
