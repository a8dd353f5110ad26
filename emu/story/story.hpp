// The record of a run that `mm32 story` shows, as data.
//
// A step is one event of memory management. What belongs to a step refers to it by its number, so
// that a page can show everything at one moment. Bounded: after kMostSteps the story ends, while
// the run goes on; samples are thinned out as the run gets longer.
#pragma once

#include <cstdint>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace mm32::emu {

/// Texts that many steps share, by number.
class StoryTexts {
 public:
  std::uint32_t number(const std::string& text) {
    const auto [found, is_new] =
        numbers_.try_emplace(text, static_cast<std::uint32_t>(texts_.size()));
    if (is_new) texts_.push_back(text);
    return found->second;
  }
  const std::vector<std::string>& all() const { return texts_; }

 private:
  std::map<std::string, std::uint32_t> numbers_;
  std::vector<std::string> texts_;
};

/// One event, in four words.
struct StoryStep {
  std::uint32_t kind_and_place = 0;  // kind in bits 0-7, number of the place above
  std::uint32_t ns = 0;              // since the step before
  std::uint32_t a = 0;
  std::uint32_t b = 0;
};
static_assert(sizeof(StoryStep) == 16);

/// Where code was when something happened.
struct StoryPlace {
  std::uint32_t text = 0;         // "hello_init+0x1d/0x40 [hello]"
  std::uint32_t instruction = 0;  // "mov %eax,(%ebx)"; 0: not known
  std::int32_t file = -1;         // number in Story::sources
  std::uint32_t line = 0;
};

struct StoryWalk {
  std::uint32_t step = 0;
  std::uint32_t address = 0;
  std::uint32_t place = 0;
  std::uint32_t access = 0;  // 0 read, 1 write, 2 execute; + 4: ring 3
  std::uint32_t check = 0;   // text of what was refused; 0: nothing was
  std::uint32_t error_code = 0;
  std::uint32_t path = 0;              // number in Story::paths
  std::vector<std::uint32_t> notes{};  // texts: what the address and the frame belong to
};

/// The entries of a walk: cr3, then for each level its number, the index, the entry's physical
/// address and the entry; at the end the physical address reached and the page's size, if any.
using StoryPath = std::vector<std::uint64_t>;

struct StoryArea {
  std::uint32_t begin = 0;
  std::uint32_t bytes = 0;
  std::uint32_t from = 0;  // steps
  std::uint32_t to = 0;
  std::uint32_t text = 0;
};

struct StorySample {
  std::uint32_t step = 0;
  std::vector<std::uint32_t> free_blocks{};            // zone after zone, order 0 to 10
  std::vector<std::array<std::uint32_t, 3>> caches{};  // text of the name, used, objects
  std::uint32_t vmalloc_pages = 0;
};

struct StorySource {
  std::string name;
  std::string text;
};

struct StoryLogLine {
  std::uint32_t step = 0;
  std::uint64_t ns = 0;
  int level = 0;
  std::string text;
};

struct Story {
  static constexpr std::size_t kMostSteps = 200'000;

  std::string title{};
  nlohmann::ordered_json machine{};
  bool complete = true;
  StoryTexts texts{};
  std::vector<StoryStep> steps{};
  std::vector<StoryPlace> places{};
  std::vector<StoryWalk> walks{};
  std::vector<StoryPath> paths{};
  std::vector<StoryArea> areas{};
  std::vector<StorySample> samples{};
  std::vector<StorySource> sources{};
  std::vector<StoryLogLine> log{};
};

/// Everything as JSON; the steps as base64 of their words, least significant byte first.
nlohmann::ordered_json to_json(const Story& story);

/// The page: `page` with the marks @@TITLE@@ and @@DATA@@ replaced.
std::string story_page(std::string page, const Story& story);

}  // namespace mm32::emu
