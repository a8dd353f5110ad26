#include "emu/debug/event_text.hpp"

#include <array>

#include "emu/trace/trace_format.hpp"
#include "emu/trace/trace_words.hpp"

namespace mm32::emu {

// What ftrace's text has behind the time; there is no task in front of it.
std::string event_text(Machine& machine, const Event& event) {
  TraceWords words(machine);
  std::array<char, 2 * TraceBuffer::kMostEventBytes> bytes;
  TraceBuffer buffer(bytes);
  append_trace_event(buffer, TraceFormat::kFtrace, {}, event, words);
  std::string text(bytes.data(), buffer.size());
  if (const std::size_t colon = text.find(": "); colon != std::string::npos)
    text.erase(0, colon + 2);
  while (text.ends_with('\n')) text.pop_back();
  return text;
}

}  // namespace mm32::emu
