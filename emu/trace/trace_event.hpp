// The events of memory management as trace events: system, name and fields.
//
// Where the kernel has a tracepoint for the same fact, its system, name and field names are used
// (Linux 6.1 include/trace/events/kmem.h, tlb.h, vmscan.h,
// arch/x86/include/asm/trace/exceptions.h); the others are of system "mm32".
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "mm/base/events.hpp"

namespace mm32::emu {

struct TraceField {
  enum class Form : std::uint8_t {
    kDecimal,
    kHex,      // 0x1f
    kPointer,  // c1234560
    kText,
  };
  std::string_view name;
  Form form;
  std::uint64_t value;
  std::string_view text;  // of kText; lives until the next event
};

struct TraceEventName {
  std::string_view system;
  std::string_view name;
};

/// The name of each kind of event, by Event::index().
std::span<const TraceEventName> trace_event_names();

/// The kinds that "kmalloc", "kmem:kmalloc", "kmem:*", "kmem" or "*" select; 0 when none is.
EventMask select_events(std::string_view pattern);

/// What a trace says about an event beyond its fields. Answers live until the next question.
class TraceScene {
 public:
  virtual ~TraceScene() = default;
  virtual std::string_view call_site() = 0;  // "hello_init+0x1d/0x40 [hello]"
  virtual std::string_view gfp_text(Gfp gfp) = 0;
  virtual std::string_view cache_name(VirtAddr cache) = 0;
  virtual std::string_view code_text(VirtAddr address) = 0;
  virtual VirtAddr page_struct(Pfn pfn) = 0;
  virtual std::uint32_t instruction() = 0;
};

/// The fields of one event.
class TraceFields {
 public:
  void describe(const Event& event, TraceScene& scene);
  std::span<const TraceField> all() const { return std::span(fields_).first(count_); }

  void decimal(std::string_view name, std::uint64_t value) {
    fields_[count_++] = {name, TraceField::Form::kDecimal, value, {}};
  }
  void hex(std::string_view name, std::uint64_t value) {
    fields_[count_++] = {name, TraceField::Form::kHex, value, {}};
  }
  void pointer(std::string_view name, VirtAddr value) {
    fields_[count_++] = {name, TraceField::Form::kPointer, value.raw(), {}};
  }
  void text(std::string_view name, std::string_view value) {
    fields_[count_++] = {name, TraceField::Form::kText, 0, value};
  }

 private:
  static constexpr std::size_t kMaxFields = 8;
  std::array<TraceField, kMaxFields> fields_{};
  std::size_t count_ = 0;
};

}  // namespace mm32::emu
