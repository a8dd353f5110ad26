// The forms in which a trace is written: one event at a time, so in constant memory.
//
//   jsonl   one JSON object a line
//   chrome  the trace-event JSON that Perfetto and chrome://tracing open (instant events)
//   ftrace  text as the kernel's trace file shows it, with the event's system before its name
#pragma once

#include <optional>
#include <span>
#include <string>

#include "emu/trace/trace_event.hpp"

namespace mm32::emu {

enum class TraceFormat : std::uint8_t { kJsonLines, kChrome, kFtrace };

/// "jsonl", "chrome", "ftrace".
std::optional<TraceFormat> trace_format_named(std::string_view name);
/// By the file's extension: .jsonl and .ndjson, .json, anything else is ftrace text.
TraceFormat trace_format_of(std::string_view path);

/// Who and when; of every event.
struct TraceStamp {
  std::uint64_t ns;
  std::int32_t pid;
  std::string_view comm;
};

std::string_view trace_begin(TraceFormat format);
std::string_view trace_end(TraceFormat format);
/// Appends one event. `index` counts from 0.
void append_trace_event(std::string& out, TraceFormat format, std::uint64_t index,
                        const TraceStamp& stamp, const TraceEventName& name,
                        std::span<const TraceField> fields);

}  // namespace mm32::emu
