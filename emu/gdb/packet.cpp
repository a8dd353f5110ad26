#include "emu/gdb/packet.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace mm32::emu::gdb {
namespace {

constexpr char kInterrupt = 0x03;
constexpr char kEscape = '}';
constexpr char kEscapeMask = 0x20;

int digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

}  // namespace

void PacketReader::feed(std::string_view bytes) {
  for (const char c : bytes) take(c);
}

void PacketReader::clear() {
  state_ = State::kIdle;
  payload_.clear();
  items_.clear();
  noise_ = 0;
}

PacketReader::Item PacketReader::next() {
  Item item = std::move(items_.front());
  items_.pop_front();
  return item;
}

bool PacketReader::take_interrupt() {
  const auto found = std::ranges::find(items_, Item::Kind::kInterrupt, &Item::kind);
  if (found == items_.end()) return false;
  items_.erase(found);
  return true;
}

void PacketReader::idle(char c) {
  switch (c) {
    case '$':
      state_ = State::kPayload;
      payload_.clear();
      sum_ = 0;
      damaged_ = false;
      break;
    case '+':
      items_.push_back({Item::Kind::kAck});
      break;
    case '-':
      items_.push_back({Item::Kind::kNack});
      break;
    case kInterrupt:
      items_.push_back({Item::Kind::kInterrupt});
      break;
    default:
      ++noise_;
  }
}

void PacketReader::add(char c) {
  if (payload_.size() < kMostBytes)
    payload_.push_back(c);
  else
    damaged_ = true;
}

void PacketReader::finish(char c) {
  const int low = digit(c);
  damaged_ = damaged_ || low < 0 || (wanted_ | static_cast<std::uint8_t>(low)) != sum_;
  state_ = State::kIdle;
  if (damaged_) {
    ++noise_;
    items_.push_back({Item::Kind::kDamaged});
  } else {
    items_.push_back({Item::Kind::kPacket, std::move(payload_)});
  }
  payload_.clear();
}

void PacketReader::take(char c) {
  if (state_ == State::kIdle) return idle(c);
  if (state_ == State::kSecondDigit) return finish(c);
  if (state_ == State::kFirstDigit) {
    const int high = digit(c);
    damaged_ = damaged_ || high < 0;
    wanted_ = static_cast<std::uint8_t>(std::max(high, 0) << 4);
    state_ = State::kSecondDigit;
    return;
  }
  if (c == '#' && state_ == State::kPayload) {
    state_ = State::kFirstDigit;
    return;
  }
  sum_ = static_cast<std::uint8_t>(sum_ + static_cast<std::uint8_t>(c));
  if (state_ == State::kEscaped) {
    add(static_cast<char>(c ^ kEscapeMask));
    state_ = State::kPayload;
  } else if (c == kEscape) {
    state_ = State::kEscaped;
  } else {
    add(c);
  }
}

std::string packet(std::string_view payload) {
  std::string text = "$";
  std::uint8_t sum = 0;
  const auto put = [&](char c) {
    text.push_back(c);
    sum = static_cast<std::uint8_t>(sum + static_cast<std::uint8_t>(c));
  };
  for (const char c : payload) {
    if (c == '$' || c == '#' || c == '*' || c == kEscape) {
      put(kEscape);
      put(static_cast<char>(c ^ kEscapeMask));
    } else {
      put(c);
    }
  }
  return text + fmt::format("#{:02x}", sum);
}

std::string to_hex(std::string_view bytes) {
  std::string text;
  text.reserve(2 * bytes.size());
  for (const char c : bytes) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    const auto byte = static_cast<std::uint8_t>(c);
    text.push_back(kDigits[byte >> 4]);
    text.push_back(kDigits[byte & 15u]);
  }
  return text;
}

bool from_hex(std::string_view text, std::string& bytes) {
  bytes.clear();
  if (text.size() % 2 != 0) return false;
  for (std::size_t i = 0; i < text.size(); i += 2) {
    const int high = digit(text[i]);
    const int low = digit(text[i + 1]);
    if (high < 0 || low < 0) return false;
    bytes.push_back(static_cast<char>(high << 4 | low));
  }
  return true;
}

bool take_number(std::string_view& text, std::uint64_t& value) {
  value = 0;
  std::size_t used = 0;
  for (; used < text.size() && digit(text[used]) >= 0; ++used) {
    if (value >> 60 != 0) return false;
    value = value << 4 | static_cast<std::uint64_t>(digit(text[used]));
  }
  text.remove_prefix(used);
  return used != 0;
}

bool take_word(std::string_view& text, std::string_view word) {
  if (!text.starts_with(word)) return false;
  text.remove_prefix(word.size());
  return true;
}

}  // namespace mm32::emu::gdb
