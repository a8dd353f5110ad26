// The guest library, called function by function on a booted machine.
//
// One machine serves all tests of a program. Arguments that are memory lie in a block of guest
// memory that starts afresh with every Arena; a call takes at most three words (regparm).
#pragma once

#include <cstring>
#include <memory>
#include <string>
#include <string_view>

#include "emu/machine/machine.hpp"
#include "mm/base/check.hpp"

namespace mm32::emu {

class GuestLibrary {
 public:
  static GuestLibrary& instance() {
    static GuestLibrary library;
    return library;
  }

  /// Calls an exported function; the result is EAX.
  std::uint32_t call(std::string_view name, std::array<std::uint32_t, 3> args) {
    const auto found = machine_->image().offered().find(name);
    MM_CHECK(found.has_value());
    const CallOutcome outcome = machine_->call(*found, args);
    MM_CHECK(outcome.kind == CallOutcome::Kind::kReturned);
    return outcome.value;
  }

  VirtAddr block() const { return block_; }
  char* host(VirtAddr va) { return &machine_->ram().at<char>(va); }
  static constexpr std::uint32_t kBlockBytes = 64 << 10;

 private:
  GuestLibrary() {
    MachineOptions options;
    options.config.mem = Bytes(std::uint64_t{64} << 20);
    auto machine = Machine::boot(std::move(options));
    MM_CHECK(machine.has_value());
    machine_ = std::move(*machine);
    constexpr std::uint32_t kGfpKernel = 0xcc0;
    block_ = VirtAddr(call("__kmalloc", {kBlockBytes, kGfpKernel, 0}));
    MM_CHECK(block_ != VirtAddr());
  }

  std::unique_ptr<Machine> machine_;
  VirtAddr block_{};
};

/// Hands out pieces of the guest's block, from its start.
class Arena {
 public:
  GuestLibrary& library() { return library_; }

  VirtAddr reserve(std::uint32_t bytes) {
    const VirtAddr at = library_.block() + Bytes(used_);
    used_ += (bytes + 15) & ~15u;
    MM_CHECK(used_ <= GuestLibrary::kBlockBytes);
    return at;
  }
  VirtAddr put(std::string_view bytes) {
    const VirtAddr at = reserve(static_cast<std::uint32_t>(bytes.size()) + 1);
    std::memcpy(library_.host(at), bytes.data(), bytes.size());
    library_.host(at)[bytes.size()] = '\0';
    return at;
  }
  std::string text(VirtAddr at) { return library_.host(at); }

 private:
  GuestLibrary& library_ = GuestLibrary::instance();
  std::uint32_t used_ = 0;
};

}  // namespace mm32::emu
