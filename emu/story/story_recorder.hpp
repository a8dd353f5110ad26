// Listens to a machine and writes its story.
//
// Looks at guest memory and changes nothing, so the run is the one that would have been without it.
// Walks are looked at while the CPU makes them, the free lists and caches at samples: every so many
// steps, ever rarer as the run gets longer, so that there are at most kMostSamples.
#pragma once

#include <memory>
#include <set>
#include <unordered_map>

#include "emu/machine/machine.hpp"
#include "emu/story/instruction_trace.hpp"
#include "emu/story/story.hpp"

namespace mm32::emu {

class StoryRecorder final : public EventSink {
 public:
  /// Begins with the machine as it is. It must outlive the recorder, and not be running now.
  static Expected<std::unique_ptr<StoryRecorder>> attach(Machine& machine);
  ~StoryRecorder() override;
  StoryRecorder(const StoryRecorder&) = delete;
  StoryRecorder& operator=(const StoryRecorder&) = delete;

  void on_event(const Event& event) override;
  /// A line of the kernel's log.
  void add(const LogLine& line);

  /// Ends the story.
  Story finish(std::string title);

 private:
  static constexpr std::size_t kMostSamples = 1000;
  static constexpr std::size_t kMostNotedWalks = 5000;
  static constexpr std::size_t kMostSourceBytes = 200'000;

  StoryRecorder(Machine& machine, std::unique_ptr<InstructionTrace> instructions);
  std::uint32_t step() const { return static_cast<std::uint32_t>(story_.steps.size()); }

  std::uint32_t place_of_event(const Event& event);
  std::uint32_t place_of_code(VirtAddr address, bool is_call);
  StoryPlace describe_code(VirtAddr address, bool is_call);
  void add_source(StoryPlace& place, VirtAddr address);
  std::int32_t source_number(const std::filesystem::path& file);
  void add_walk(std::uint32_t place);
  std::uint32_t path_number(const PagingState& paging, const Walk& walk);
  std::vector<std::uint32_t> notes(const Walk& walk);
  void open_area(std::uint32_t begin, std::uint32_t bytes, const std::string& text);
  void close_area(std::uint32_t begin);
  void follow_areas(const Event& event, std::uint32_t place);
  void sample();

  Machine& machine_;
  std::unique_ptr<InstructionTrace> instructions_;
  Story story_;
  std::uint64_t last_ns_ = 0;
  std::uint64_t symbols_ = 0;
  std::unordered_map<std::uint64_t, std::uint32_t> places_;  // address, is_call in bit 32
  std::map<StoryPath, std::uint32_t> paths_;
  std::map<std::string, std::int32_t> source_numbers_;
  std::size_t source_bytes_ = 0;
  std::unordered_map<std::uint32_t, std::size_t> open_areas_;  // by address
  std::uint32_t sample_every_ = 1;
};

}  // namespace mm32::emu
