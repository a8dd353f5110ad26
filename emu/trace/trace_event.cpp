#include "emu/trace/trace_event.hpp"

#include <array>

namespace mm32::emu {
namespace {

template <class... Es>
constexpr std::array<TraceEventName, sizeof...(Es)> names_of(const std::variant<Es...>*) {
  return {TraceEventName{TraceNameOf<Es>::kSystem.view(), TraceNameOf<Es>::kName.view()}...};
}
constexpr auto kNames = names_of(static_cast<const Event*>(nullptr));

bool matches(std::string_view pattern, std::string_view text) {
  const std::size_t star = pattern.find('*');
  if (star == std::string_view::npos) return pattern == text;
  return text.size() >= pattern.size() - 1 && text.starts_with(pattern.substr(0, star)) &&
         text.ends_with(pattern.substr(star + 1));
}

}  // namespace

std::span<const TraceEventName> trace_event_names() { return kNames; }

EventMask select_events(std::string_view pattern) {
  const std::size_t colon = pattern.find(':');
  EventMask mask = 0;
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    const bool selected = colon == std::string_view::npos
                              ? matches(pattern, kNames[i].name) || pattern == kNames[i].system
                              : matches(pattern.substr(0, colon), kNames[i].system) &&
                                    matches(pattern.substr(colon + 1), kNames[i].name);
    if (selected) mask |= EventMask{1} << i;
  }
  return mask;
}

}  // namespace mm32::emu
