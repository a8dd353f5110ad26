// The packet layer of gdb's remote protocol: $payload#checksum, acknowledgements, the interrupt
// byte.
//
// Whatever arrives, in whatever pieces, is taken: what is no packet is counted as noise, dropped.
// P1  A payload that next() gives had the right checksum and at most kMostBytes.
// Source: the GDB manual, appendix "GDB Remote Serial Protocol", Overview.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>

namespace mm32::emu::gdb {

class PacketReader {
 public:
  static constexpr std::size_t kMostBytes = 1u << 16;

  struct Item {
    enum class Kind : std::uint8_t {
      kPacket,     // `payload`, escapes resolved
      kDamaged,    // a packet with a wrong checksum, or too long
      kAck,        // +
      kNack,       // -
      kInterrupt,  // ^C
    };
    Kind kind;
    std::string payload{};
  };

  void feed(std::string_view bytes);
  bool empty() const { return items_.empty(); }
  Item next();
  /// Takes an interrupt out of what has arrived. True when there was one.
  bool take_interrupt();
  /// Bytes that were part of nothing.
  std::uint64_t noise() const { return noise_; }
  void clear();

 private:
  enum class State : std::uint8_t { kIdle, kPayload, kEscaped, kFirstDigit, kSecondDigit };

  void take(char c);
  void idle(char c);
  void add(char c);
  void finish(char c);

  State state_ = State::kIdle;
  std::string payload_;
  std::uint8_t sum_ = 0;
  std::uint8_t wanted_ = 0;
  bool damaged_ = false;
  std::deque<Item> items_;
  std::uint64_t noise_ = 0;
};

/// "$payload#checksum", with what needs it escaped.
std::string packet(std::string_view payload);

std::string to_hex(std::string_view bytes);
/// False when the text is no hexadecimal.
bool from_hex(std::string_view text, std::string& bytes);
/// A number in hexadecimal at the beginning of `text`, which it takes away. False: none, or one
/// above 64 bits.
bool take_number(std::string_view& text, std::uint64_t& value);
/// Takes `word` from the beginning of `text`.
bool take_word(std::string_view& text, std::string_view word);

}  // namespace mm32::emu::gdb
