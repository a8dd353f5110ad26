#include "emu/story/story_recorder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <limits>

#include "emu/debug/disassembly.hpp"
#include "emu/machine/modules.hpp"
#include "emu/report/layout.hpp"
#include "emu/story/slab_usage.hpp"
#include "emu/view/address_facts.hpp"
#include "emu/view/frame_facts.hpp"
#include "emu/view/walk_view.hpp"

namespace mm32::emu {
namespace {

constexpr std::uint32_t kStillThere = 0xffffffff;

// The two words that a page shows of an event; what they are depends on its kind.
struct Words {
  std::uint32_t a = 0;
  std::uint32_t b = 0;
};

std::uint32_t word(std::uint64_t value) {
  return static_cast<std::uint32_t>(std::min<std::uint64_t>(value, 0xffffffff));
}

struct WordsOf {
  template <class E>
  Words operator()(const E& e) const {
    if constexpr (requires {
                    e.pfn;
                    e.order;
                  })
      return {e.pfn.raw(), e.order.raw()};
    if constexpr (requires {
                    e.pfn;
                    e.to;
                  })
      return {e.pfn.raw(), e.to.raw()};
    if constexpr (requires {
                    e.ptr;
                    e.requested;
                  })
      return {e.ptr.raw(), word(e.requested.raw())};
    if constexpr (requires {
                    e.address;
                    e.size;
                  })
      return {e.address.raw(), word(e.size.raw())};
    if constexpr (requires {
                    e.address;
                    e.pfn;
                  })
      return {e.address.raw(), e.pfn.raw()};
    if constexpr (requires {
                    e.address;
                    e.after;
                  })
      return {e.address.raw(), static_cast<std::uint32_t>(e.after)};
    if constexpr (requires {
                    e.address;
                    e.error_code;
                  })
      return {e.address.raw(), e.error_code};
    if constexpr (requires {
                    e.begin;
                    e.pages;
                  })
      return {e.begin.raw(), e.pages.raw()};
    if constexpr (requires { e.reclaimed; }) return {e.reclaimed.raw(), 0};
    if constexpr (requires { e.cache; }) return {e.cache.raw(), 0};
    if constexpr (requires { e.ptr; }) return {e.ptr.raw(), 0};
    if constexpr (requires { e.address; }) return {e.address.raw(), 0};
    return {};
  }
};

nlohmann::ordered_json machine_json(Machine& machine) {
  const MachineConfig& config = machine.config();
  nlohmann::ordered_json zones = nlohmann::ordered_json::array();
  for (unsigned z = 0; z < kZones; ++z)
    zones.push_back(
        {{"name", std::string(machine.mm().pages().zone_name(z))},
         {"pages",
          machine.mm().pages().zone(ZoneIndex(static_cast<std::uint8_t>(z))).managed_pages}});
  return {{"memory", config.mem.raw()},
          {"pae", config.paging == PagingMode::kPae},
          {"layout", layout_json(machine.mm().space())},
          {"zones", zones}};
}

}  // namespace

Expected<std::unique_ptr<StoryRecorder>> StoryRecorder::attach(Machine& machine) {
  MM_TRY_ASSIGN(auto instructions, InstructionTrace::attach(machine.cpu()));
  return std::unique_ptr<StoryRecorder>(new StoryRecorder(machine, std::move(instructions)));
}

StoryRecorder::StoryRecorder(Machine& machine, std::unique_ptr<InstructionTrace> instructions)
    : machine_(machine), instructions_(std::move(instructions)) {
  story_.texts.number("");
  story_.places.push_back({.text = story_.texts.number("mm32 itself: boot and loader")});
  story_.machine = machine_json(machine);
  last_ns_ = machine.clock().now_ns();
  machine.mm().vmalloc().areas().for_each_busy([&](const VmapArea& area) {
    open_area(area.va_start, area.size(), "there from the beginning");
  });
  sample();
  machine.events().subscribe(*this);
}

StoryRecorder::~StoryRecorder() { machine_.events().unsubscribe(*this); }

void StoryRecorder::add(const LogLine& line) {
  story_.log.push_back({step(), line.ns, static_cast<int>(line.level), line.text});
}

void StoryRecorder::on_event(const Event& event) {
  if (story_.steps.size() >= Story::kMostSteps) {
    story_.complete = false;
    return;
  }
  const std::uint64_t now = machine_.clock().now_ns();
  const std::uint32_t place = place_of_event(event);
  const Words words = std::visit(WordsOf{}, event);
  // What the engine looks up while the host changes code is no walk of the CPU's.
  const bool is_walk = std::holds_alternative<event::Walk>(event);
  if (is_walk && place == 0) return;
  if (is_walk) add_walk(place);
  follow_areas(event, place);
  story_.steps.push_back({static_cast<std::uint32_t>(event.index()) | place << 8,
                          word(now - last_ns_), words.a, words.b});
  last_ns_ = now;
  if (story_.steps.size() % sample_every_ == 0) sample();
}

std::uint32_t StoryRecorder::place_of_event(const Event& event) {
  if (machine_.executor().serving() != 0) return place_of_code(machine_.call_site(), true);
  const bool by_cpu =
      std::holds_alternative<event::Walk>(event) || std::holds_alternative<event::Fault>(event);
  return by_cpu ? place_of_code(instructions_->current(), false) : 0;
}

std::uint32_t StoryRecorder::place_of_code(VirtAddr address, bool is_call) {
  if (address.raw() == 0) return 0;
  if (symbols_ != machine_.symbols().changes()) places_.clear();
  symbols_ = machine_.symbols().changes();
  const std::uint64_t key = address.raw() | std::uint64_t{is_call} << 32;
  const auto [found, is_new] =
      places_.try_emplace(key, static_cast<std::uint32_t>(story_.places.size()));
  if (is_new) story_.places.push_back(describe_code(address, is_call));
  return found->second;
}

StoryPlace StoryRecorder::describe_code(VirtAddr address, bool is_call) {
  StoryPlace place;
  place.text = story_.texts.number(is_call ? machine_.symbols().format_return_address(address)
                                           : machine_.symbols().format(address));
  if (!is_call) place.instruction = story_.texts.number(disassemble(machine_, address).text);
  add_source(place, is_call ? VirtAddr(address.raw() - 1) : address);
  return place;
}

// Where it was written: what headers inline is shown as the line that uses it.
void StoryRecorder::add_source(StoryPlace& place, VirtAddr address) {
  std::optional<SourceLine> line = machine_.modules().line_of(address);
  for (const SourceFrame& frame : machine_.modules().source_frames(address)) {
    line = frame.place;
    if (frame.place.file.extension() != ".h") break;
  }
  if (!line) return;
  place.file = source_number(line->file);
  place.line = line->line;
}

std::int32_t StoryRecorder::source_number(const std::filesystem::path& file) {
  const auto [found, is_new] =
      source_numbers_.try_emplace(file.string(), static_cast<std::int32_t>(story_.sources.size()));
  if (!is_new) return found->second;
  std::ifstream in(file, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(in), {}};
  if (source_bytes_ + text.size() > kMostSourceBytes) text.clear();
  source_bytes_ += text.size();
  story_.sources.push_back({file.filename().string(), std::move(text)});
  return found->second;
}

void StoryRecorder::add_walk(std::uint32_t place) {
  const Mmu& mmu = machine_.cpu().mmu();
  const Mmu::Fill& fill = mmu.last_fill();
  const PagingState paging = mmu.state();
  const VirtAddr address = instructions_->accessed(fill.address, fill.access);
  const Walk w = walk(machine_.ram(), paging, address, fill.access, fill.ring);
  const std::uint32_t access = fill.access == Access::kRead    ? 0
                               : fill.access == Access::kWrite ? 1
                                                               : 2;
  StoryWalk record{.step = step(),
                   .address = address.raw(),
                   .place = place,
                   .access = access + (fill.ring == Ring::kUser ? 4 : 0),
                   .error_code = w.error_code,
                   .path = path_number(paging, w)};
  if (!w.ok())
    record.check = story_.texts.number(
        fmt::format("{} (level {})", check_text(w.failed), w.steps[w.failed_step].level));
  if (story_.walks.size() < kMostNotedWalks) record.notes = notes(w);
  story_.walks.push_back(std::move(record));
}

std::uint32_t StoryRecorder::path_number(const PagingState& paging, const Walk& w) {
  StoryPath path{paging.cr3.raw()};
  for (unsigned i = 0; i < w.step_count; ++i) {
    const WalkStep& s = w.steps[i];
    path.insert(path.end(), {s.level, s.index, s.entry_pa.raw(), s.entry});
  }
  if (w.has_leaf()) path.insert(path.end(), {w.page_pa().raw(), w.page_size.raw()});
  const auto [found, is_new] =
      paths_.try_emplace(std::move(path), static_cast<std::uint32_t>(story_.paths.size()));
  if (is_new) story_.paths.push_back(found->first);
  return found->second;
}

std::vector<std::uint32_t> StoryRecorder::notes(const Walk& w) {
  std::vector<std::uint32_t> numbers{
      story_.texts.number(region_name(machine_.mm().space(), w.address))};
  const auto note = [&](const Fact& fact) {
    numbers.push_back(story_.texts.number(fact.key + ": " + fact.text));
  };
  for (const Fact& fact : address_facts(machine_, w.address)) note(fact);
  PageAllocator& pages = machine_.mm().pages();
  const bool has_page = w.has_leaf() && w.physical.raw() >> kPageShift <= ~0u &&
                        pages.pfn_valid(w.frame()) &&
                        pages.lists().map().state(w.frame()) == SectionState::kReady;
  if (!has_page) return numbers;
  note(page_fact(machine_, w.frame()));
  if (const auto owner = owner_fact(machine_, w.frame())) note(*owner);
  if (const auto object = object_fact(machine_, w.physical)) note(*object);
  return numbers;
}

void StoryRecorder::open_area(std::uint32_t begin, std::uint32_t bytes, const std::string& text) {
  open_areas_[begin] = story_.areas.size();
  story_.areas.push_back({begin, bytes, step(), kStillThere, story_.texts.number(text)});
}

void StoryRecorder::close_area(std::uint32_t begin) {
  const auto found = open_areas_.find(begin);
  if (found == open_areas_.end()) return;
  story_.areas[found->second].to = step();
  open_areas_.erase(found);
}

void StoryRecorder::follow_areas(const Event& event, std::uint32_t place) {
  if (const auto* made = std::get_if<event::VmapAlloc>(&event))
    open_area(made->address.raw(), word(made->size.raw()),
              story_.texts.all()[story_.places[place].text]);
  if (const auto* gone = std::get_if<event::VmapFree>(&event)) close_area(gone->address.raw());
  if (const auto* stored = std::get_if<event::VmaStore>(&event)) {
    close_area(stored->address.raw());  // it had another end
    open_area(stored->address.raw(), word(stored->size.raw()), "VMA of the running task");
  }
  if (const auto* erased = std::get_if<event::VmaErase>(&event)) close_area(erased->address.raw());
}

void StoryRecorder::sample() {
  StorySample now{.step = step(), .vmalloc_pages = machine_.mm().vmalloc().used_pages().raw()};
  for (unsigned z = 0; z < kZones; ++z)
    for (const FreeArea& area :
         machine_.mm().pages().zone(ZoneIndex(static_cast<std::uint8_t>(z))).free_area)
      now.free_blocks.push_back(area.nr_free);
  const Slab& slab = machine_.mm().slab();
  slab.for_each_cache([&](const KmemCache& s) {
    const SlabUsage usage = slab_usage(slab.context(), s);
    const std::string name = guest_string(slab.context().view, VirtAddr(s.name));
    if (usage.objects != 0)
      now.caches.push_back({story_.texts.number(name), usage.used, usage.objects});
  });
  story_.samples.push_back(std::move(now));
  if (story_.samples.size() < kMostSamples) return;
  for (std::size_t i = 1; 2 * i < story_.samples.size(); ++i)
    story_.samples[i] = std::move(story_.samples[2 * i]);
  story_.samples.resize((story_.samples.size() + 1) / 2);
  sample_every_ *= 2;
}

Story StoryRecorder::finish(std::string title) {
  machine_.events().unsubscribe(*this);
  if (story_.samples.back().step != step()) sample();
  for (StoryArea& area : story_.areas)
    if (area.to == kStillThere) area.to = step();
  story_.title = std::move(title);
  return std::move(story_);
}

}  // namespace mm32::emu
