// The part of the debugger that leaves checkpoints, and what it tells the one that is to take over:
// where to go, and everything that the user has set up since it was left.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "emu/debug/debugger.hpp"
#include "mm/base/check.hpp"

namespace mm32::emu {
namespace {

using nlohmann::json;

// So many instructions in front of where a search ends, another checkpoint: the user often goes on
// backward from there.
constexpr std::uint64_t kNearTarget = 1u << 14;

json to_json(Moment m) { return {m.instructions, m.phase}; }
Moment moment_of(const json& j) {
  return {j.at(0).get<std::uint64_t>(), j.at(1).get<Moment::Phase>()};
}

json to_json(const Stop& s) {
  return {s.kind, s.number, s.vector, s.address.raw(), s.detail, to_json(s.moment)};
}
Stop stop_of(const json& j) {
  return {.kind = j.at(0).get<Stop::Kind>(),
          .number = j.at(1).get<unsigned>(),
          .vector = j.at(2).get<unsigned>(),
          .address = VirtAddr(j.at(3).get<std::uint32_t>()),
          .detail = j.at(4).get<std::string>(),
          .moment = moment_of(j.at(5))};
}

json to_json(const Breakpoint& b) {
  return {{"number", b.number},
          {"kind", b.kind},
          {"text", b.text},
          {"state", b.state},
          {"life", b.life},
          {"location", {b.location.kind, b.location.value, b.location.name}},
          {"events", b.events},
          {"watched", {b.watched.begin(), b.watched.bytes(), b.watched.is_physical()}},
          {"hits", b.hits},
          {"ignore", b.ignore}};
}
Breakpoint breakpoint_of(const json& j) {
  Breakpoint b;
  b.number = j.at("number").get<unsigned>();
  b.kind = j.at("kind").get<Breakpoint::Kind>();
  b.text = j.at("text").get<std::string>();
  b.state = j.at("state").get<Breakpoint::State>();
  b.life = j.at("life").get<Breakpoint::Life>();
  const json& location = j.at("location");
  b.location = {location.at(0).get<Location::Kind>(), location.at(1).get<std::uint32_t>(),
                location.at(2).get<std::string>()};
  b.events = j.at("events").get<EventMask>();
  const json& watched = j.at("watched");
  const auto begin = watched.at(0).get<std::uint64_t>();
  const auto bytes = watched.at(1).get<std::uint32_t>();
  b.watched = watched.at(2).get<bool>()
                  ? WatchedBytes::at(PhysAddr(begin), bytes)
                  : WatchedBytes::at(VirtAddr(static_cast<std::uint32_t>(begin)), bytes);
  b.hits = j.at("hits").get<std::uint64_t>();
  b.ignore = j.at("ignore").get<std::uint64_t>();
  return b;
}

json bytes_json(std::span<const std::byte> bytes) {
  const auto* begin = reinterpret_cast<const std::uint8_t*>(bytes.data());
  return json::binary(std::vector<std::uint8_t>(begin, begin + bytes.size()));
}
std::vector<std::byte> bytes_of(const json& j) {
  const auto bytes = std::as_bytes(std::span(j.get_binary()));
  return {bytes.begin(), bytes.end()};
}

json to_json(const Edit& edit) {
  if (const auto* registers = std::get_if<Registers>(&edit.what))
    return {to_json(edit.at), "registers", bytes_json(std::as_bytes(std::span(registers, 1)))};
  if (const auto* frame = std::get_if<Pfn>(&edit.what))
    return {to_json(edit.at), "frame", frame->raw()};
  const auto& memory = std::get<MemoryEdit>(edit.what);
  if (const auto* physical = std::get_if<PhysAddr>(&memory.at))
    return {to_json(edit.at), "physical", bytes_json(memory.bytes), physical->raw()};
  return {to_json(edit.at), "virtual", bytes_json(memory.bytes),
          std::get<VirtAddr>(memory.at).raw()};
}
Edit edit_of(const json& j) {
  Edit edit{moment_of(j.at(0)), Pfn()};
  const auto kind = j.at(1).get<std::string>();
  if (kind == "frame") {
    edit.what = Pfn(j.at(2).get<decltype(Pfn().raw())>());
    return edit;
  }
  std::vector<std::byte> bytes = bytes_of(j.at(2));
  if (kind == "registers") {
    Registers registers{};
    MM_CHECK(bytes.size() == sizeof registers);
    std::ranges::copy(bytes, std::as_writable_bytes(std::span(&registers, 1)).begin());
    edit.what = registers;
  } else if (kind == "physical") {
    edit.what = MemoryEdit{PhysAddr(j.at(3).get<std::uint64_t>()), std::move(bytes)};
  } else {
    edit.what = MemoryEdit{VirtAddr(j.at(3).get<std::uint32_t>()), std::move(bytes)};
  }
  return edit;
}

template <class T>
json list_json(const std::vector<T>& items) {
  json list = json::array();
  for (const T& item : items) list.push_back(to_json(item));
  return list;
}

}  // namespace

bool Debugger::checkpoint_due() const {
  if (checkpoints_ == nullptr || instructions_ == left_at_) return false;
  if (instructions_ >= checkpoints_->next_due()) return true;
  return mode_ == Mode::kSeek && target_->moment.instructions == instructions_ + kNearTarget;
}

// The copy that is left behind comes back from leave() as well, when it is woken.
void Debugger::leave_checkpoint() {
  left_at_ = instructions_;
  const auto order =
      checkpoints_->leave({instructions_, Moment::Phase::kBoundary}, front_.connection());
  if (order) obey(*order);
}

void Debugger::travel() {
  next_ = Next::kReplay;
  if (checkpoints_ == nullptr) return;
  const Moment latest = mode_ == Mode::kSeek ? target_->moment : scan_->limit();
  if (checkpoints_->latest(latest, front_.connection()))
    checkpoints_->wake(latest, front_.connection(), order());
}

std::string Debugger::order() const {
  json order = {{"edits", list_json(edits_)},
                {"breakpoints", list_json(breakpoints_.all())},
                {"last_number", breakpoints_.last_number()},
                {"front", front_.save()}};
  if (mode_ == Mode::kSeek)
    order["target"] = to_json(*target_);
  else
    order["scan"] = {scan_->kind(), to_json(scan_->bound())};
  std::string bytes;
  json::to_cbor(order, bytes);
  return bytes;
}

void Debugger::obey(std::string_view bytes) {
  const json order = json::from_cbor(bytes);
  const Moment here{instructions_, Moment::Phase::kBoundary};
  edits_.clear();
  for (const json& j : order.at("edits")) edits_.push_back(edit_of(j));
  next_edit_ = static_cast<std::size_t>(
      std::ranges::count_if(edits_, [&](const Edit& edit) { return edit.at < here; }));
  std::vector<Breakpoint> breakpoints;
  for (const json& j : order.at("breakpoints")) breakpoints.push_back(breakpoint_of(j));
  breakpoints_.assign(std::move(breakpoints), order.at("last_number").get<unsigned>());
  front_.restore(order.at("front").get<std::string>());
  forget_future();
  if (order.contains("target")) {
    mode_ = Mode::kSeek;
    target_ = stop_of(order.at("target"));
  } else {
    mode_ = Mode::kScan;
    scan_.emplace(order.at("scan").at(0).get<Resume::Kind>(), moment_of(order.at("scan").at(1)));
    scan_->begin_at(here);
  }
  breakpoints_changed();
}

// What this copy was doing when it was left.
void Debugger::forget_future() {
  scan_.reset();
  target_.reset();
  plan_ = {};
  stop_.reset();
  event_.reset();
  trap_.reset();
  refusal_.clear();
  next_ = Next::kNothing;
  resumed_ = has_ended_ = false;
}

}  // namespace mm32::emu
