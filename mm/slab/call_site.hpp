// What SLUB's user tracking asks about the guest that is calling: who, when, from where.
//
// The machine implements this over the guest's stack and the loader's symbols. Only caches that are
// debugged ask, so nothing is unwound otherwise.
#pragma once

#include <span>
#include <string>
#include <utility>

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

/// The machine's call site, or another one that a wrapper names: then the stack trace starts there.
class TrackedCalls final : public CallSite {
 public:
  explicit TrackedCalls(CallSite& calls) : calls_(calls) {}

  VirtAddr caller() override { return caller_.raw() != 0 ? caller_ : calls_.caller(); }
  std::span<const VirtAddr> stack_trace() override;
  std::string symbol(VirtAddr address) override { return calls_.symbol(address); }
  std::uint32_t jiffies() override { return calls_.jiffies(); }
  std::uint32_t pid() override { return calls_.pid(); }
  std::string tainted() override { return calls_.tainted(); }

  /// Names the caller while it lives.
  class Scope {
   public:
    Scope(TrackedCalls& calls, VirtAddr caller)
        : calls_(calls), before_(std::exchange(calls.caller_, caller)) {}
    Scope(const Scope&) = delete;
    Scope& operator=(const Scope&) = delete;
    ~Scope() { calls_.caller_ = before_; }

   private:
    TrackedCalls& calls_;
    VirtAddr before_;
  };

 private:
  CallSite& calls_;
  VirtAddr caller_{};
};

}  // namespace mm32
