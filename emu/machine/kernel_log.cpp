#include "emu/machine/kernel_log.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>

namespace mm32::emu {
namespace {

constexpr std::uint32_t kOpenMax = 1024;

}  // namespace

struct KernelLog::Header {
  std::uint64_t first;
  std::uint64_t next;
  std::uint32_t open_length;
  std::uint8_t open_level;
  std::uint8_t is_open;
  std::uint16_t record_length;  // of the open record, with the lines that are stored already
  char open_text[kOpenMax];
};

struct KernelLog::RecordHeader {
  std::uint64_t ns;
  std::uint16_t length;
  std::uint8_t level;
  std::uint8_t pad[5];
};

std::string format_log_line(const LogLine& line) {
  return fmt::format("[{:5}.{:06}] {}", line.ns / 1'000'000'000, line.ns / 1000 % 1'000'000,
                     line.text);
}

void KernelLog::attach(VirtAddr area) {
  static_assert(sizeof(Header) <= kAreaBytes - kRingBytes);
  area_ = area;
}

KernelLog::Header* KernelLog::header() const {
  return area_ == VirtAddr() ? nullptr : &ram_.at<Header>(area_);
}

void KernelLog::store(LogLevel level, std::string_view text) {
  const bool ends = text.ends_with('\n');
  if (ends) text.remove_suffix(1);
  record(level, text, {.ends = ends});
}

void KernelLog::record(LogLevel level, std::string_view text, const LogRecordKind& kind) {
  Header* h = header();
  if (h == nullptr) return commit(level, text);
  if (!kind.continues || h->is_open == 0 || h->record_length + kind.room > kRecordMax) {
    flush();
    open(level);
    h->record_length = 0;
  }
  h->record_length += static_cast<std::uint16_t>(std::min<std::size_t>(text.size(), kOpenMax));
  for (std::size_t newline; (newline = text.find('\n')) != std::string_view::npos;) {
    append_open(text.substr(0, newline));
    const auto of_record = static_cast<LogLevel>(h->open_level & 7);
    flush();
    open(of_record);
    text.remove_prefix(newline + 1);
  }
  append_open(text);
  if (kind.ends) flush();
}

void KernelLog::open(LogLevel level) {
  Header* h = header();
  h->is_open = 1;
  h->open_level = static_cast<std::uint8_t>(level);
  h->open_length = 0;
}

void KernelLog::line(LogLevel level, std::string_view text) {
  flush();
  commit(level, text);
}

void KernelLog::append_open(std::string_view text) {
  Header* h = header();
  const std::uint32_t used = std::min(h->open_length, kOpenMax);
  const auto n = static_cast<std::uint32_t>(std::min<std::size_t>(text.size(), kOpenMax - used));
  std::memcpy(h->open_text + used, text.data(), n);
  h->open_length = used + n;
}

void KernelLog::flush() {
  Header* h = header();
  if (h == nullptr || h->is_open == 0) return;
  h->is_open = 0;
  const std::string text(h->open_text, std::min(h->open_length, kOpenMax));
  commit(static_cast<LogLevel>(h->open_level & 7), text);
}

void KernelLog::copy_in(std::uint64_t at, const void* from, std::uint32_t length) {
  std::byte* ring = &ram_.at<std::byte>(area_ + Bytes(kAreaBytes - kRingBytes));
  const std::uint32_t begin = static_cast<std::uint32_t>(at % kRingBytes);
  const std::uint32_t n = std::min(length, kRingBytes - begin);
  std::memcpy(ring + begin, from, n);
  std::memcpy(ring, static_cast<const std::byte*>(from) + n, length - n);
}

void KernelLog::copy_out(std::uint64_t at, void* to, std::uint32_t length) const {
  const std::byte* ring = &ram_.at<std::byte>(area_ + Bytes(kAreaBytes - kRingBytes));
  const std::uint32_t begin = static_cast<std::uint32_t>(at % kRingBytes);
  const std::uint32_t n = std::min(length, kRingBytes - begin);
  std::memcpy(to, ring + begin, n);
  std::memcpy(static_cast<std::byte*>(to) + n, ring, length - n);
}

void KernelLog::commit(LogLevel level, std::string_view text) {
  text = text.substr(0, kOpenMax);
  const LogLine line{clock_.now_ns(), level, std::string(text)};
  if (Header* h = header()) {
    const RecordHeader record{
        line.ns, static_cast<std::uint16_t>(text.size()), static_cast<std::uint8_t>(level), {}};
    const auto total = static_cast<std::uint32_t>(align_up(sizeof record + text.size(), 8));
    // G1, also after a guest wrote over the header.
    if (h->first > h->next || h->next - h->first > kRingBytes) h->first = h->next;
    while (h->next + total - h->first > kRingBytes) {
      RecordHeader oldest{};
      copy_out(h->first, &oldest, sizeof oldest);
      h->first += align_up(sizeof oldest + oldest.length, 8);
      if (h->first > h->next) h->first = h->next;
    }
    copy_in(h->next, &record, sizeof record);
    copy_in(h->next + sizeof record, text.data(), static_cast<std::uint32_t>(text.size()));
    h->next += total;
  }
  clock_.advance(VirtualClock::kLogLineNs);
  if (console_) console_(line);
}

std::vector<LogLine> KernelLog::lines() const {
  std::vector<LogLine> result;
  const Header* h = header();
  if (h == nullptr || h->first > h->next || h->next - h->first > kRingBytes) return result;
  for (std::uint64_t at = h->first; at + sizeof(RecordHeader) <= h->next;) {
    RecordHeader record{};
    copy_out(at, &record, sizeof record);
    if (at + sizeof record + record.length > h->next) break;
    std::string text(record.length, '\0');
    copy_out(at + sizeof record, text.data(), record.length);
    result.push_back({record.ns, static_cast<LogLevel>(record.level & 7), std::move(text)});
    at += align_up(sizeof record + record.length, 8);
  }
  return result;
}

}  // namespace mm32::emu
