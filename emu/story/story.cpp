#include "emu/story/story.hpp"

#include <fmt/format.h>

#include <array>
#include <cstring>
#include <span>

#include "emu/trace/trace_event.hpp"

namespace mm32::emu {
namespace {

using Json = nlohmann::ordered_json;

std::string base64(std::span<const std::uint8_t> bytes) {
  static constexpr char kDigits[] =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  out.reserve((bytes.size() + 2) / 3 * 4);
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    const std::size_t left = std::min<std::size_t>(3, bytes.size() - i);
    std::uint32_t group = std::uint32_t{bytes[i]} << 16;
    if (left > 1) group |= std::uint32_t{bytes[i + 1]} << 8;
    if (left > 2) group |= bytes[i + 2];
    for (std::size_t digit = 0; digit < 4; ++digit)
      out += digit <= left ? kDigits[group >> (18 - 6 * digit) & 63] : '=';
  }
  return out;
}

std::string steps_text(const std::vector<StoryStep>& steps) {
  std::vector<std::uint8_t> bytes;
  bytes.reserve(steps.size() * sizeof(StoryStep));
  for (const StoryStep& s : steps)
    for (const std::uint32_t word : {s.kind_and_place, s.ns, s.a, s.b})
      for (unsigned shift = 0; shift < 32; shift += 8)
        bytes.push_back(static_cast<std::uint8_t>(word >> shift));
  return base64(bytes);
}

Json kinds_json() {
  Json kinds = Json::array();
  for (const TraceEventName& name : trace_event_names()) kinds.push_back(std::string(name.name));
  return kinds;
}

Json walks_json(const Story& story) {
  Json walks = Json::array();
  for (const StoryWalk& w : story.walks)
    walks.push_back({w.step, w.address, w.place, w.access, w.check, w.error_code, w.path, w.notes});
  return walks;
}

// Numbers that JavaScript's do not hold are texts.
Json paths_json(const Story& story) {
  constexpr std::uint64_t kMostExact = std::uint64_t{1} << 53;
  Json paths = Json::array();
  for (const StoryPath& path : story.paths) {
    Json one = Json::array();
    for (const std::uint64_t value : path)
      one.push_back(value < kMostExact ? Json(value) : Json(fmt::format("{:#x}", value)));
    paths.push_back(std::move(one));
  }
  return paths;
}

Json samples_json(const Story& story) {
  Json samples = Json::array();
  for (const StorySample& s : story.samples)
    samples.push_back({{"step", s.step},
                       {"free", s.free_blocks},
                       {"caches", s.caches},
                       {"vmalloc", s.vmalloc_pages}});
  return samples;
}

void replace(std::string& text, std::string_view mark, std::string_view with) {
  for (std::size_t at = 0; (at = text.find(mark, at)) != std::string::npos; at += with.size())
    text.replace(at, mark.size(), with);
}

// Text inside of <script> and <title>: nothing may look like a tag.
std::string harmless(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    if (c == '<')
      out += "\\u003c";
    else
      out += c;
  }
  return out;
}

std::string html(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '<')
      out += "&lt;";
    else if (c == '&')
      out += "&amp;";
    else
      out += c;
  }
  return out;
}

}  // namespace

nlohmann::ordered_json to_json(const Story& story) {
  Json places = Json::array();
  for (const StoryPlace& p : story.places)
    places.push_back({p.text, p.instruction, p.file, p.line});
  Json areas = Json::array();
  for (const StoryArea& a : story.areas) areas.push_back({a.begin, a.bytes, a.from, a.to, a.text});
  Json sources = Json::array();
  for (const StorySource& s : story.sources)
    sources.push_back({{"name", s.name}, {"text", s.text}});
  Json log = Json::array();
  for (const StoryLogLine& l : story.log) log.push_back({l.step, l.ns, l.level, l.text});
  return {{"title", story.title},
          {"machine", story.machine},
          {"complete", story.complete},
          {"kinds", kinds_json()},
          {"count", story.steps.size()},
          {"steps", steps_text(story.steps)},
          {"texts", story.texts.all()},
          {"places", places},
          {"walks", walks_json(story)},
          {"paths", paths_json(story)},
          {"areas", areas},
          {"samples", samples_json(story)},
          {"sources", sources},
          {"log", log}};
}

std::string story_page(std::string page, const Story& story) {
  replace(page, "@@TITLE@@", html(story.title));
  replace(page, "@@DATA@@",
          harmless(to_json(story).dump(-1, ' ', true, Json::error_handler_t::replace)));
  return page;
}

}  // namespace mm32::emu
