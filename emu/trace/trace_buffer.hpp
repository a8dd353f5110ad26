// Text for a trace, put together as fast as memory can be written.
//
// Appends into memory that somebody else owns. Nothing is checked: whoever begins an event makes
// sure of kMostEventBytes of room, and texts that are not known beforehand are cut to
// kMostTextBytes (TraceWord). Literals are joined by the compiler, so that an event is a few copies
// of known size.
#pragma once

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>

namespace mm32::emu {

/// A string literal as a template argument.
template <std::size_t N>
struct Literal {
  char text[N]{};
  constexpr Literal(const char (&from)[N]) { std::copy_n(from, N, text); }
  static constexpr std::size_t kLength = N - 1;
  constexpr std::string_view view() const { return {text, kLength}; }
};

namespace trace_detail {

template <Literal... Parts>
constexpr auto joined() {
  std::array<char, (Parts.kLength + ... + 0)> all{};
  char* at = all.data();
  ((at = std::copy_n(Parts.text, Parts.kLength, at)), ...);
  return all;
}

// "00" "01" … of a base.
template <unsigned Base>
constexpr auto pairs() {
  constexpr char kDigits[] = "0123456789abcdef";
  std::array<char, std::size_t{2} * Base * Base> all{};
  for (unsigned i = 0; i < Base * Base; ++i) {
    all[2 * i] = kDigits[i / Base];
    all[2 * i + 1] = kDigits[i % Base];
  }
  return all;
}
inline constexpr auto kDecimalPairs = pairs<10>();
inline constexpr auto kHexPairs = pairs<16>();

}  // namespace trace_detail

class TraceBuffer {
 public:
  static constexpr std::size_t kMostEventBytes = 8192;
  static constexpr std::size_t kMostTextBytes = 1536;

  explicit TraceBuffer(std::span<char> memory) : begin_(memory.data()), at_(begin_) {
    end_ = begin_ + memory.size();
  }
  bool has_room() const { return end_ - at_ >= static_cast<std::ptrdiff_t>(kMostEventBytes); }
  std::size_t size() const { return static_cast<std::size_t>(at_ - begin_); }
  std::string_view text() const { return {begin_, size()}; }

  template <Literal... Parts>
  void put() {
    static constexpr auto kText = trace_detail::joined<Parts...>();
    std::memcpy(at_, kText.data(), kText.size());
    at_ += kText.size();
  }
  void put(std::string_view text) { at_ = std::copy(text.begin(), text.end(), at_); }
  void decimal(std::uint64_t value) {
    if (value < 10)
      *at_++ = static_cast<char>('0' + value);
    else
      at_ = std::to_chars(at_, end_, value).ptr;
  }
  void hex(std::uint64_t value) { at_ = std::to_chars(at_, end_, value, 16).ptr; }
  /// Eight digits.
  void hex8(std::uint32_t value) {
    for (int shift = 24; shift >= 0; shift -= 8)
      pair(trace_detail::kHexPairs, value >> shift & 0xff);
  }
  /// Three and six digits.
  void decimal3(std::uint32_t value) {
    *at_++ = static_cast<char>('0' + value / 100);
    pair(trace_detail::kDecimalPairs, value % 100);
  }
  void decimal6(std::uint32_t value) {
    pair(trace_detail::kDecimalPairs, value / 10000);
    pair(trace_detail::kDecimalPairs, value / 100 % 100);
    pair(trace_detail::kDecimalPairs, value % 100);
  }
  /// At least five characters, blanks in front.
  void decimal_wide(std::uint64_t value) {
    for (std::uint64_t limit = 10000; limit > 1 && value < limit; limit /= 10) *at_++ = ' ';
    decimal(value);
  }
  /// Takes the last character back.
  void drop() { --at_; }

 private:
  template <class Pairs>
  void pair(const Pairs& pairs, std::uint32_t value) {
    std::memcpy(at_, pairs.data() + std::size_t{2} * value, 2);
    at_ += 2;
  }

  char* begin_;
  char* at_;
  char* end_;
};

}  // namespace mm32::emu
