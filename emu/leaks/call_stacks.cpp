#include "emu/leaks/call_stacks.hpp"

#include <algorithm>
#include <bit>

namespace mm32::emu {
namespace {

constexpr std::size_t kMaxStacks = std::size_t{1} << 16;
constexpr std::size_t kFirstIndex = 256;

}  // namespace

CallStacks::CallStacks(Describe describe)
    : describe_(std::move(describe)), stacks_(1), index_(kFirstIndex, kUnknownStack) {}

bool CallStacks::same(const Stack& stack, std::span<const VirtAddr> frames) {
  return !stack.retired && stack.count == frames.size() &&
         std::equal(frames.begin(), frames.end(), stack.frames.begin());
}

std::uint32_t CallStacks::hash(std::span<const VirtAddr> frames) {
  std::uint32_t h = static_cast<std::uint32_t>(frames.size());
  for (const VirtAddr frame : frames) h = (h ^ frame.raw()) * 0x9e3779b1u;
  return h ^ h >> 15;
}

void CallStacks::index(StackId id, std::uint32_t h) {
  const std::size_t mask = index_.size() - 1;
  std::size_t at = h & mask;
  while (index_[at] != kUnknownStack) at = (at + 1) & mask;
  index_[at] = id;
}

void CallStacks::rebuild_index() {
  index_.assign(std::max(kFirstIndex, std::bit_ceil(stacks_.size() * 2 + 2)), kUnknownStack);
  for (StackId id = 1; id < stacks_.size(); ++id)
    if (const Stack& stack = stacks_[id]; !stack.retired)
      index(id, hash(std::span(stack.frames).first(stack.count)));
}

StackId CallStacks::intern(std::span<const VirtAddr> frames) {
  if (same(stacks_[last_], frames)) return last_;
  if (frames.empty()) return kUnknownStack;
  const std::uint32_t h = hash(frames);
  const std::size_t mask = index_.size() - 1;
  for (std::size_t at = h & mask; index_[at] != kUnknownStack; at = (at + 1) & mask)
    if (same(stacks_[index_[at]], frames)) return last_ = index_[at];
  if (stacks_.size() >= kMaxStacks) return kUnknownStack;
  const auto id = static_cast<StackId>(stacks_.size());
  Stack& stack = stacks_.emplace_back();
  std::copy(frames.begin(), frames.end(), stack.frames.begin());
  stack.count = static_cast<std::uint8_t>(frames.size());
  if (stacks_.size() * 2 > index_.size())
    rebuild_index();
  else
    index(id, h);
  return last_ = id;
}

void CallStacks::code_going(VirtAddr begin, VirtAddr end) {
  bool any = false;
  for (Stack& stack : stacks_) {
    for (std::size_t i = 0; i < stack.count; ++i) {
      // A call may be the last instruction of its function.
      const VirtAddr call(stack.frames[i].raw() - 1);
      if (call < begin || call >= end) continue;
      stack.text.resize(stack.count);
      if (stack.text[i].text.empty()) stack.text[i] = describe_(stack.frames[i]);
      stack.retired = true;
      any = true;
    }
  }
  if (!any) return;
  last_ = kUnknownStack;
  rebuild_index();
}

FrameText CallStacks::describe(const Stack& stack, std::size_t frame) const {
  if (frame < stack.text.size() && !stack.text[frame].text.empty()) return stack.text[frame];
  return describe_(stack.frames[frame]);
}

std::vector<FrameText> CallStacks::frames(StackId id) const {
  const Stack& stack = stacks_[id];
  std::vector<FrameText> result;
  std::size_t used = 0;
  for (std::size_t i = 0; i < stack.count; ++i) {
    result.push_back(describe(stack, i));
    if (!result.back().module.empty()) used = result.size();
  }
  if (used != 0) result.resize(used);
  return result;
}

std::string CallStacks::module(StackId id) const {
  for (const FrameText& frame : frames(id))
    if (!frame.module.empty()) return frame.module;
  return {};
}

}  // namespace mm32::emu
