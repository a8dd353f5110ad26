#include "emu/debug/event_text.hpp"

#include <array>

#include "emu/trace/trace_format.hpp"
#include "emu/trace/trace_words.hpp"
#include "mm/page_alloc/flag_names.hpp"

namespace mm32::emu {
namespace {

// Answers with what the machine says now.
class SceneNow final : public TraceScene {
 public:
  explicit SceneNow(Machine& machine) : words_(machine, TraceFormat::kFtrace) {}

  const TraceWord& call_site() override { return words_.call_site(); }
  const TraceWord& gfp(Gfp gfp) override { return flags_ = TraceWord(gfp_text(gfp)); }
  const TraceWord& cache_name(VirtAddr cache) override { return words_.cache_name(cache); }
  const TraceWord& name_of(VirtAddr address) override { return words_.name_of(address); }
  VirtAddr page_struct(Pfn pfn) override { return words_.page_struct(pfn); }
  VirtAddr instruction() override { return words_.instruction(); }
  const TraceWord& printed(const event::TracePrint& print) override {
    return words_.printed(print);
  }

 private:
  TraceWords words_;
  TraceWord flags_;
};

}  // namespace

// What ftrace's text has behind the time; there is no task in front of it.
std::string event_text(Machine& machine, const Event& event) {
  SceneNow words(machine);
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
