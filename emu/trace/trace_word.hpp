// A text that events share, in the forms that traces need: made once, copied many times.
#pragma once

#include <string>
#include <string_view>

namespace mm32::emu {

struct TraceWord {
  std::string plain;
  std::string json;  // quoted and escaped

  TraceWord() : TraceWord("") {}
  /// Guest text may hold anything, and any amount of it: the rest of a very long one is left out.
  explicit TraceWord(std::string_view text, std::size_t most_bytes = kMostNameBytes);

  static constexpr std::size_t kMostNameBytes = 240;
  /// One text of an event may be as long as this.
  static constexpr std::size_t kMostLineBytes = 1000;
};

}  // namespace mm32::emu
