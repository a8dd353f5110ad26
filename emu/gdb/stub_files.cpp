// The parts of gdb's protocol that carry files, lists and text: qXfer, vFile, monitor.
#include <fmt/format.h>

#include <algorithm>

#include "emu/debug/tasks.hpp"
#include "emu/gdb/packet.hpp"
#include "emu/gdb/stub.hpp"
#include "emu/gdb/target_description.hpp"

namespace mm32::emu::gdb {
namespace {

constexpr std::uint64_t kMostBytes = 0x3f00;   // of a file or list in one answer, before escapes
constexpr std::string_view kFailed = "F-1,9";  // EBADF
constexpr std::string_view kNoFile = "F-1,2";  // ENOENT

std::string xml_text(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += c >= 0x20 && c < 0x7f ? c : '?';
    }
  }
  return out;
}

void append_big_endian(std::string& to, std::uint64_t value, unsigned bytes) {
  for (unsigned i = bytes; i-- > 0;) to.push_back(static_cast<char>(value >> (8 * i) & 0xff));
}

// The struct stat of the protocol.
std::string stat_of(const SymbolFile& file) {
  constexpr std::uint64_t kRegularReadable = 0100444;
  std::string text;
  append_big_endian(text, 0, 4);                              // device
  append_big_endian(text, 1, 4);                              // inode
  append_big_endian(text, kRegularReadable, 4);               // mode
  append_big_endian(text, 1, 4);                              // links
  for (int i = 0; i < 3; ++i) append_big_endian(text, 0, 4);  // user, group, device
  append_big_endian(text, file.bytes.size(), 8);
  append_big_endian(text, 512, 8);                              // block size
  append_big_endian(text, (file.bytes.size() + 511) / 512, 8);  // blocks
  for (int i = 0; i < 3; ++i) append_big_endian(text, 0, 4);    // times
  return text;
}

}  // namespace

std::string Stub::library_list() const {
  std::string text = "<library-list>";
  for (const std::string& name : files_.libraries()) {
    text += fmt::format("<library name=\"{}\">", xml_text(name));
    // The file has its final addresses: nothing is to be added to them.
    for (unsigned i = 0; i < files_.find(name)->loaded_sections; ++i)
      text += "<section address=\"0x0\"/>";
    text += "</library>";
  }
  return text + "</library-list>";
}

std::string Stub::thread_ids() const {
  std::string text;
  for (const Task& task : all_tasks(debugger_->machine()))
    text += fmt::format("{}{:x}", text.empty() ? "" : ",", thread_of(task));
  return text;
}

std::string Stub::thread_list() const {
  std::string text = "<?xml version=\"1.0\"?><threads>";
  for (const Task& task : all_tasks(debugger_->machine()))
    text +=
        fmt::format("<thread id=\"{:x}\" name=\"{}\"/>", thread_of(task), xml_text(task.comm()));
  return text + "</threads>";
}

// OBJECT:read:ANNEX:OFFSET,LENGTH
Stub::Answer Stub::transfer(std::string_view text) {
  std::string whole;
  if (take_word(text, "features:read:target.xml:")) {
    whole = target_xml();
  } else if (take_word(text, "libraries:read::")) {
    whole = library_list();
    told_libraries_ = files_.libraries();
  } else if (take_word(text, "threads:read::")) {
    whole = thread_list();
  } else if (take_word(text, "exec-file:read:")) {
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos) return {.text = "E01"};
    text.remove_prefix(colon + 1);
    whole = kKernelFile;
  } else {
    return text.starts_with("features:read:") ? Answer{.text = "E00"} : Answer{};
  }
  std::uint64_t offset = 0;
  std::uint64_t length = 0;
  if (!take_number(text, offset) || !take_word(text, ",") || !take_number(text, length))
    return {.text = "E01"};
  if (offset >= whole.size()) return {.text = "l"};
  const std::string part = whole.substr(offset, std::min(length, kMostBytes));
  return {.text = fmt::format("{}{}", offset + part.size() < whole.size() ? 'm' : 'l', part)};
}

Stub::Answer Stub::open_file(std::string_view text) {
  std::string name;
  if (!from_hex(text.substr(0, text.find(',')), name)) return {.text = std::string(kFailed)};
  const SymbolFile* file = files_.find(name);
  if (file == nullptr) return {.text = std::string(kNoFile)};
  open_[next_handle_] = file;
  return {.text = fmt::format("F{:x}", next_handle_++)};
}

Stub::Answer Stub::read_file(std::string_view text) {
  std::uint64_t handle = 0;
  std::uint64_t count = 0;
  std::uint64_t offset = 0;
  if (!take_number(text, handle) || !take_word(text, ",") || !take_number(text, count) ||
      !take_word(text, ",") || !take_number(text, offset) || !open_.contains(handle))
    return {.text = std::string(kFailed)};
  const std::string& bytes = open_[handle]->bytes;
  if (offset >= bytes.size()) return {.text = "F0;"};
  const std::string part = bytes.substr(offset, std::min(count, kMostBytes));
  return {.text = fmt::format("F{:x};{}", part.size(), part)};
}

Stub::Answer Stub::file(std::string_view text) {
  if (text.starts_with("setfs:")) return {.text = "F0"};
  if (take_word(text, "open:")) return open_file(text);
  if (take_word(text, "pread:")) return read_file(text);
  const bool closes = take_word(text, "close:");
  if (!closes && !take_word(text, "fstat:")) return {};
  std::uint64_t handle = 0;
  if (!take_number(text, handle) || !open_.contains(handle)) return {.text = std::string(kFailed)};
  if (closes) {
    open_.erase(handle);
    return {.text = "F0"};
  }
  const std::string stat = stat_of(*open_[handle]);
  return {.text = fmt::format("F{:x};{}", stat.size(), stat)};
}

// As QEMU has it: memory requests are about physical addresses.
Stub::Answer Stub::physical_mode(std::string_view text) {
  if (text.empty()) return {.text = physical_ ? "1" : "0"};
  if (text != ":0" && text != ":1") return {.text = "E01"};
  physical_ = text == ":1";
  return {.text = "OK"};
}

Stub::Answer Stub::monitor(std::string_view text) {
  std::string line;
  if (!from_hex(text, line)) return {.text = "E01"};
  const auto words = words_of(line);
  std::string said;
  if (words.empty() || words[0] == "help") {
    for (const LookCommand& c : look_commands())
      said += fmt::format("monitor {} {}  --  {}\n", c.name, c.arguments, c.help);
    said += "monitor physical on|off  --  gdb's own memory commands use physical addresses\n";
  } else if (words[0] == "physical" && words.size() == 2 &&
             (words[1] == "on" || words[1] == "off")) {
    physical_ = words[1] == "on";
    said = fmt::format("memory addresses are {}\n", physical_ ? "physical" : "virtual");
  } else {
    const auto answer = look(*scene_, line);
    said = answer ? *answer : answer.error().message + "\n";
  }
  constexpr std::size_t kMostSaid = 0x3f00;
  if (said.size() > kMostSaid)
    said = said.substr(0, kMostSaid - 40) + "\n(cut: too long for gdb)\n";
  return {.text = said.empty() ? "OK" : to_hex(said)};
}

}  // namespace mm32::emu::gdb
