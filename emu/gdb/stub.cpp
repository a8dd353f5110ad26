#include "emu/gdb/stub.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "emu/debug/tasks.hpp"
#include "emu/gdb/packet.hpp"
#include "emu/gdb/target_description.hpp"

namespace mm32::emu::gdb {
namespace {

constexpr std::uint64_t kMostMemory = 0x4000;  // bytes a request
constexpr std::uint64_t kIdleThread = 0x7ffffffe;
constexpr std::string_view kSupported =
    "PacketSize=8000;QStartNoAckMode+;vContSupported+;qXfer:features:read+;qXfer:libraries:read+;"
    "qXfer:exec-file:read+;qXfer:threads:read+;ReverseStep+;ReverseContinue+;hwbreak+;swbreak+";

// The signals of the protocol, which are those of Linux.
constexpr unsigned kSigInt = 2;
constexpr unsigned kSigIll = 4;
constexpr unsigned kSigTrap = 5;
constexpr unsigned kSigFpe = 8;
constexpr unsigned kSigSegv = 11;

unsigned signal_of(const Stop& stop) {
  if (stop.kind == Stop::Kind::kInterrupt) return kSigInt;
  if (stop.kind != Stop::Kind::kException) return kSigTrap;
  switch (stop.vector) {
    case vector::kDivideError:
      return kSigFpe;
    case vector::kInvalidOpcode:
      return kSigIll;
    case vector::kDebug:
    case vector::kBreakpoint:
      return kSigTrap;
    default:
      return kSigSegv;
  }
}

Stub::Answer ok() { return {.text = "OK"}; }
Stub::Answer error(unsigned number) { return {.text = fmt::format("E{:02x}", number)}; }

}  // namespace

std::uint64_t thread_of(const Task& task) {
  return task.pid() > 0 ? static_cast<std::uint64_t>(task.pid()) : kIdleThread;
}

struct Stub::Command {
  std::string_view start;
  Handler handle;
};

void Stub::stopped(Debugger& debugger, const Stop& stop) {
  if (debugger_ != &debugger || !scene_) scene_.emplace(debugger, sources_);
  debugger_ = &debugger;
  stop_ = stop;
  selected_ = 0;
  files_.refresh(debugger.machine());
}

void Stub::reset() {
  for (const auto& [point, number] : points_) debugger_->breakpoints().remove(number);
  points_.clear();
  open_.clear();
  selected_ = 0;
  physical_ = false;
  debugger_->breakpoints_changed();
  told_libraries_ = files_.libraries();
}

// Of the thread that gdb has selected; nothing when it is gone or has none.
std::optional<Registers> Stub::selected_registers() const {
  Machine& machine = debugger_->machine();
  if (is_current_selected()) return machine.cpu().registers();
  for (const Task& task : all_tasks(machine))
    if (thread_of(task) == selected_) return registers_of(machine, task);
  return std::nullopt;
}

bool Stub::is_current_selected() const {
  return selected_ == 0 || selected_ == thread_of(debugger_->machine().current());
}

std::string Stub::stop_reply() {
  if (stop_.kind == Stop::Kind::kEnd) {
    unsigned status = 0;
    for (const char c : stop_.detail) status = status * 10 + static_cast<unsigned>(c - '0');
    return fmt::format("W{:02x}", status & 0xff);
  }
  std::string text = fmt::format("T{:02x}thread:{:x};", signal_of(stop_),
                                 thread_of(debugger_->machine().current()));
  if (stop_.kind == Stop::Kind::kHistoryBegin) text += "replaylog:begin;";
  if (stop_.kind == Stop::Kind::kWatchpoint) {
    const auto point = std::ranges::find_if(
        points_, [&](const auto& entry) { return entry.second == stop_.number; });
    if (point != points_.end())
      text += fmt::format("{}:{:x};",
                          point->first.type == 3   ? "rwatch"
                          : point->first.type == 4 ? "awatch"
                                                   : "watch",
                          point->first.address);
  }
  if (files_.libraries() != told_libraries_) text += "library:;";
  return text;
}

Stub::Answer Stub::handle(std::string_view request) {
  static constexpr std::array kCommands = {Command{"q", &Stub::query},
                                           Command{"Q", &Stub::query},
                                           Command{"g", &Stub::read_registers},
                                           Command{"G", &Stub::write_registers},
                                           Command{"p", &Stub::read_register},
                                           Command{"P", &Stub::write_register},
                                           Command{"m", &Stub::read_memory},
                                           Command{"M", &Stub::write_memory_hex},
                                           Command{"X", &Stub::write_memory_binary},
                                           Command{"Z", &Stub::insert_point},
                                           Command{"z", &Stub::remove_point},
                                           Command{"s", &Stub::step},
                                           Command{"c", &Stub::go_on},
                                           Command{"b", &Stub::back},
                                           Command{"H", &Stub::select_thread},
                                           Command{"T", &Stub::thread_alive},
                                           Command{"v", &Stub::verbose}};
  if (request == "?") return {.text = stop_reply()};
  if (request == "k") {
    reset();
    return {.resume = Resume{.kind = Resume::Kind::kQuit}, .parting = Parting::kKill};
  }
  if (request == "D" || request.starts_with("D;")) {
    reset();
    return {.text = "OK", .resume = Resume{}, .parting = Parting::kDetach};
  }
  for (const Command& command : kCommands)
    if (request.starts_with(command.start))
      return (this->*command.handle)(request.substr(command.start.size()));
  return {};
}

Stub::Answer Stub::read_registers(std::string_view) {
  const auto registers = selected_registers();
  return {.text = registers ? registers_hex(*registers) : unknown_registers_hex()};
}

Stub::Answer Stub::write_registers(std::string_view text) {
  std::string bytes;
  Registers r = debugger_->machine().cpu().registers();
  if (!is_current_selected() || text.size() < 8 * kCoreRegisters ||
      !from_hex(text.substr(0, 8 * kCoreRegisters), bytes))
    return error(1);
  for (unsigned i = 0; i < kCoreRegisters; ++i) {
    std::uint32_t value = 0;
    std::copy_n(bytes.data() + 4 * i, 4, reinterpret_cast<char*>(&value));
    (void)set_register(r, i, value);
  }
  debugger_->edit_registers(r);
  return ok();
}

Stub::Answer Stub::read_register(std::string_view text) {
  std::uint64_t number = 0;
  if (!take_number(text, number)) return error(1);
  const auto registers = selected_registers();
  const auto value = register_hex(registers.value_or(Registers{}), number);
  if (!value) return error(2);
  return {.text = registers ? *value : std::string(value->size(), 'x')};
}

Stub::Answer Stub::write_register(std::string_view text) {
  std::uint64_t number = 0;
  std::string bytes;
  if (!take_number(text, number) || !take_word(text, "=") || !from_hex(text, bytes) ||
      bytes.size() != 4 || !is_current_selected())
    return error(1);
  std::uint32_t value = 0;
  std::copy_n(bytes.data(), 4, reinterpret_cast<char*>(&value));
  Registers r = debugger_->machine().cpu().registers();
  if (!set_register(r, number, value)) return error(2);
  debugger_->edit_registers(r);
  return ok();
}

// A range that ends where memory does is answered as far as it goes.
Stub::Answer Stub::read_memory(std::string_view text) {
  std::uint64_t at = 0;
  std::uint64_t length = 0;
  if (!take_number(text, at) || !take_word(text, ",") || !take_number(text, length) ||
      !text.empty())
    return error(1);
  length = std::min(length, kMostMemory);
  std::string bytes(length, '\0');
  Machine& machine = debugger_->machine();
  if (physical_) {
    const std::byte* host = machine.ram().host(PhysAddr(at), Bytes(length));
    if (host == nullptr) return error(14);
    return {.text = to_hex({reinterpret_cast<const char*>(host), length})};
  }
  if (at >> 32 != 0) return error(14);
  const GuestMemory memory = machine.cpu().memory();
  std::size_t got = 0;
  while (got < length) {
    const auto address = static_cast<std::uint32_t>(at + got);
    const std::size_t piece = std::min<std::size_t>(length - got, kPageSize - address % kPageSize);
    if (!memory.read(VirtAddr(address),
                     std::as_writable_bytes(std::span(bytes)).subspan(got, piece)))
      break;
    got += piece;
  }
  if (got == 0 && length != 0) return error(14);
  return {.text = to_hex(std::string_view(bytes).substr(0, got))};
}

Stub::Answer Stub::write_bytes(std::uint64_t at, const std::string& bytes) {
  const auto data = std::as_bytes(std::span(bytes));
  if (bytes.empty()) return ok();
  if (physical_) return debugger_->edit_physical(PhysAddr(at), data) ? ok() : error(14);
  if (at >> 32 != 0) return error(14);
  return debugger_->edit_memory(VirtAddr(static_cast<std::uint32_t>(at)), data) ? ok() : error(14);
}

Stub::Answer Stub::write_memory_hex(std::string_view text) {
  std::uint64_t at = 0;
  std::uint64_t length = 0;
  std::string bytes;
  if (!take_number(text, at) || !take_word(text, ",") || !take_number(text, length) ||
      !take_word(text, ":") || !from_hex(text, bytes) || bytes.size() != length)
    return error(1);
  return write_bytes(at, bytes);
}

Stub::Answer Stub::write_memory_binary(std::string_view text) {
  std::uint64_t at = 0;
  std::uint64_t length = 0;
  if (!take_number(text, at) || !take_word(text, ",") || !take_number(text, length) ||
      !take_word(text, ":") || text.size() != length)
    return error(1);
  return write_bytes(at, std::string(text));
}

Stub::Answer Stub::insert_point(std::string_view text) {
  Point point{};
  if (!take_number(text, point.type) || !take_word(text, ",") ||
      !take_number(text, point.address) || !take_word(text, ",") ||
      !take_number(text, point.size) || point.address >> 32 != 0)
    return error(1);
  if (point.type > 4) return {};
  if (points_.contains(point)) return ok();
  if (point.type >= 2 && (point.size == 0 || point.size > WatchedBytes::kMostBytes))
    return error(22);
  const VirtAddr at(static_cast<std::uint32_t>(point.address));
  Breakpoint made;
  made.text = fmt::format("gdb's at {:08x}", at.raw());
  made.location.value = at.raw();
  if (point.type >= 2) {
    static constexpr std::array kKinds = {Breakpoint::Kind::kWrite, Breakpoint::Kind::kRead,
                                          Breakpoint::Kind::kAccess};
    made.kind = kKinds[point.type - 2];
    made.watched = WatchedBytes::at(at, static_cast<std::uint32_t>(point.size));
  }
  points_[point] = debugger_->breakpoints().add(std::move(made)).number;
  debugger_->breakpoints_changed();
  return ok();
}

Stub::Answer Stub::remove_point(std::string_view text) {
  Point point{};
  if (!take_number(text, point.type) || !take_word(text, ",") ||
      !take_number(text, point.address) || !take_word(text, ",") || !take_number(text, point.size))
    return error(1);
  if (point.type > 4) return {};
  if (const auto found = points_.find(point); found != points_.end()) {
    debugger_->breakpoints().remove(found->second);
    points_.erase(found);
    debugger_->breakpoints_changed();
  }
  return ok();
}

Stub::Answer Stub::resume_at(std::string_view text, Resume resume) {
  std::uint64_t at = 0;
  if (!text.empty() && take_number(text, at) && at >> 32 == 0) {
    Registers r = debugger_->machine().cpu().registers();
    r.eip = static_cast<std::uint32_t>(at);
    debugger_->edit_registers(r);
  }
  return {.resume = resume};
}

Stub::Answer Stub::step(std::string_view text) {
  return resume_at(text, {.kind = Resume::Kind::kInstruction});
}

Stub::Answer Stub::go_on(std::string_view text) { return resume_at(text, {}); }

Stub::Answer Stub::back(std::string_view text) {
  Resume resume{.direction = Direction::kBackward};
  if (text == "s") resume.kind = Resume::Kind::kInstruction;
  if (text != "s" && text != "c") return {};
  return {.resume = resume};
}

Stub::Answer Stub::select_thread(std::string_view text) {
  if (text.empty()) return error(1);
  const bool is_for_memory = text.front() == 'g';
  text.remove_prefix(1);
  std::uint64_t thread = 0;
  if (text == "-1") return ok();
  if (!take_number(text, thread)) return error(1);
  if (is_for_memory) selected_ = thread;
  return ok();
}

Stub::Answer Stub::thread_alive(std::string_view text) {
  std::uint64_t thread = 0;
  if (!take_number(text, thread)) return error(1);
  const auto tasks = all_tasks(debugger_->machine());
  const bool alive =
      std::ranges::any_of(tasks, [&](const Task& task) { return thread_of(task) == thread; });
  return alive ? ok() : error(3);
}

Stub::Answer Stub::verbose(std::string_view text) {
  if (text == "Cont?") return {.text = "vCont;c;C;s;S"};
  if (take_word(text, "Cont;")) {
    if (text.starts_with("s") || text.starts_with("S")) return step({});
    return text.starts_with("c") || text.starts_with("C") ? go_on({}) : Answer{};
  }
  if (take_word(text, "File:")) return file(text);
  if (text.starts_with("Kill")) {
    reset();
    return {.text = "OK", .resume = Resume{.kind = Resume::Kind::kQuit}, .parting = Parting::kKill};
  }
  return {};
}

Stub::Answer Stub::query(std::string_view text) {
  if (text.starts_with("Supported")) return {.text = std::string(kSupported)};
  if (text == "StartNoAckMode" || text.starts_with("Symbol:")) return ok();
  if (text == "Attached" || text.starts_with("Attached:")) return {.text = "0"};
  if (text == "C")
    return {.text = fmt::format("QC{:x}", thread_of(debugger_->machine().current()))};
  if (text == "fThreadInfo") return {.text = fmt::format("m{}", thread_ids())};
  if (text == "sThreadInfo") return {.text = "l"};
  if (take_word(text, "ThreadExtraInfo,")) {
    std::uint64_t thread = 0;
    if (!take_number(text, thread)) return error(1);
    for (const Task& task : all_tasks(debugger_->machine()))
      if (thread_of(task) == thread)
        return {.text = to_hex(fmt::format("{} pid {}", task.comm(), task.pid()))};
    return error(3);
  }
  if (take_word(text, "Rcmd,")) return monitor(text);
  if (take_word(text, "Xfer:")) return transfer(text);
  if (take_word(text, "qemu.PhyMemMode")) return physical_mode(text);
  return {};
}

}  // namespace mm32::emu::gdb
