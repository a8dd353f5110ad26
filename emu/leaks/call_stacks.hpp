// Call traces of guest code, each kept once: what an allocation needs to say where it was made.
//
// A trace is up to 8 return addresses, innermost first. A tool's record on the host, not kernel
// state.
// S1  Number 0 is the unknown trace.
// S2  The text of a frame is made before its code goes away (code_going), so that a trace can be
//     printed after its module was unloaded, and an address that is used again later is not taken
//     for the old one.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "mm/base/types.hpp"

namespace mm32::emu {

using StackId = std::uint32_t;
inline constexpr StackId kUnknownStack = 0;

/// A return address in words.
struct FrameText {
  std::string text{};    // "hello_init+0x1d/0x40 [hello] (hello.c:31)"
  std::string module{};  // empty: the kernel
  std::string line{};    // "hello.c:31"; empty: not known
};

class CallStacks {
 public:
  static constexpr std::size_t kMaxFrames = 8;
  using Describe = std::function<FrameText(VirtAddr)>;

  explicit CallStacks(Describe describe);

  /// The number of a trace. kUnknownStack for an empty one and when there are too many.
  StackId intern(std::span<const VirtAddr> frames);
  /// Code in [begin, end) is about to be freed.
  void code_going(VirtAddr begin, VirtAddr end);

  /// The frames up to the outermost one that is a module's; all when none is.
  std::vector<FrameText> frames(StackId id) const;
  /// The module that made the call: of the innermost frame that is a module's. Empty: the kernel.
  std::string module(StackId id) const;
  std::size_t size() const { return stacks_.size() - 1; }

 private:
  struct Stack {
    std::array<VirtAddr, kMaxFrames> frames{};
    std::uint8_t count = 0;
    bool retired = false;           // never found again
    std::vector<FrameText> text{};  // of frames whose code is gone; others are empty
  };

  static bool same(const Stack& stack, std::span<const VirtAddr> frames);
  static std::uint32_t hash(std::span<const VirtAddr> frames);
  FrameText describe(const Stack& stack, std::size_t frame) const;
  void index(StackId id, std::uint32_t hash);
  void rebuild_index();

  Describe describe_;
  std::vector<Stack> stacks_;
  std::vector<StackId> index_;  // open addressing; 0: empty
  StackId last_ = kUnknownStack;
};

}  // namespace mm32::emu
