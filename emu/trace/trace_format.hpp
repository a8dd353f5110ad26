// The forms in which a trace is written: one event at a time, so in constant memory.
//
//   jsonl   one JSON object a line
//   chrome  the trace-event JSON that Perfetto and chrome://tracing open (instant events)
//   ftrace  text as the kernel's trace file shows it, with the event's system before its name
#pragma once

#include <optional>
#include <string>

#include "emu/trace/trace_event.hpp"

namespace mm32::emu {

enum class TraceFormat : std::uint8_t { kJsonLines, kChrome, kFtrace };

/// "jsonl", "chrome", "ftrace".
std::optional<TraceFormat> trace_format_named(std::string_view name);
/// By the file's extension: .jsonl and .ndjson, .json, anything else is ftrace text.
TraceFormat trace_format_of(std::string_view path);

/// The task of an event, in words of one format.
std::string trace_task_text(TraceFormat format, std::int32_t pid, std::string_view comm);

/// When, and who.
struct TraceStamp {
  std::uint64_t ns = 0;
  std::uint64_t index = 0;  // of the event in the trace, from 0
  std::string_view task{};  // trace_task_text
};

std::string_view trace_begin(TraceFormat format);
std::string_view trace_end(TraceFormat format);
/// Appends one event. The buffer must have room for it (TraceBuffer::has_room).
void append_trace_event(TraceBuffer& buffer, TraceFormat format, const TraceStamp& stamp,
                        const Event& event, TraceScene& scene);

}  // namespace mm32::emu
