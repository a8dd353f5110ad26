// The kernel's log: a ring of records in guest RAM, and the console that shows them as they come.
//
//   header | ring of kBytes: { RecordHeader, text, padding to 8 } { … }   oldest first
//
// Guest code writes records of one or more lines, host reports lines. A record without a final
// newline stays open until the next one: a continuation that it has room for is appended, anything
// else closes it first.
// G1  first <= next <= first + kBytes; both count bytes since power-on.
// Linux: kernel/printk/printk.c; here the ring holds lines, and its format is our own.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "emu/machine/virtual_clock.hpp"
#include "mm/base/diagnostics.hpp"
#include "mm/base/ram.hpp"

namespace mm32::emu {

struct LogLine {
  std::uint64_t ns;
  LogLevel level;
  std::string text;
};

/// "[    1.234567] text", as dmesg prints it.
std::string format_log_line(const LogLine& line);

/// How a text of printk is to be taken.
struct LogRecordKind {
  bool continues = false;  // the open record, when `room` bytes are left of kRecordMax
  bool ends = true;        // nothing continues it
  std::uint32_t room = 0;
};

class KernelLog {
 public:
  static constexpr std::uint32_t kRingBytes = 1u << 17;
  static constexpr std::uint32_t kRecordMax = 992;  // Linux: LOG_LINE_MAX
  static constexpr std::uint32_t kAreaBytes = kRingBytes + 2048;
  using Console = std::function<void(const LogLine&)>;

  KernelLog(const Ram& ram, VirtualClock& clock) : ram_(ram), clock_(clock) {}
  /// Uses the zeroed area of kAreaBytes at `area`; what was logged before is kept on the console
  /// only.
  void attach(VirtAddr area);
  void set_console(Console console) { console_ = std::move(console); }

  /// The time that a line gets now. Virtual, since boot.
  std::uint64_t now_ns() const { return clock_.now_ns(); }

  /// Stores text that may hold several lines. A final newline closes the last one.
  void store(LogLevel level, std::string_view text);
  /// Stores what one printk wrote, without a final newline.
  void record(LogLevel level, std::string_view text, const LogRecordKind& kind);
  /// Stores one complete line.
  void line(LogLevel level, std::string_view text);
  /// Closes an open line.
  void flush();
  /// All lines that the ring still holds, oldest first.
  std::vector<LogLine> lines() const;

 private:
  struct Header;
  struct RecordHeader;

  Header* header() const;
  void open(LogLevel level);
  void append_open(std::string_view text);
  void commit(LogLevel level, std::string_view text);
  void copy_in(std::uint64_t at, const void* from, std::uint32_t length);
  void copy_out(std::uint64_t at, void* to, std::uint32_t length) const;

  const Ram& ram_;
  VirtualClock& clock_;
  VirtAddr area_{};
  Console console_;
};

}  // namespace mm32::emu
