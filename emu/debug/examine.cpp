#include "emu/debug/examine.hpp"

#include <fmt/format.h>

#include <cstring>

#include "emu/debug/disassembly.hpp"
#include "emu/debug/expression.hpp"
#include "emu/view/frame_facts.hpp"

namespace mm32::emu {
namespace {

constexpr unsigned kMostItems = 4096;
constexpr unsigned kLineBytes = 16;
constexpr std::size_t kMostStringBytes = 256;
constexpr std::uint32_t kPhysicalBytes = 64;

struct Form {
  unsigned count = 1;
  char format = 'x';
  unsigned bytes = 4;
};

Expected<Form> parse_form(std::string_view text) {
  Form form;
  unsigned count = 0;
  for (const char c : text) {
    if (c >= '0' && c <= '9') {
      count = std::min(count * 10 + static_cast<unsigned>(c - '0'), kMostItems + 1);
    } else if (c == 'b' || c == 'h' || c == 'w') {
      form.bytes = c == 'b' ? 1 : c == 'h' ? 2 : 4;
    } else if (std::string_view("xducsi").find(c) != std::string_view::npos) {
      form.format = c;
      if (c == 'c') form.bytes = 1;
    } else {
      return failure(ExitStatus::kUsage,
                     fmt::format("'/{}': a count, one of x d u c s i, and one of b h w", text));
    }
  }
  if (count > kMostItems)
    return failure(ExitStatus::kUsage, fmt::format("x shows at most {} items", kMostItems));
  if (count != 0) form.count = count;
  return form;
}

std::string item_text(const Form& form, std::uint32_t value) {
  const unsigned shift = 32 - 8 * form.bytes;
  const auto as_signed = static_cast<std::int32_t>(value << shift) >> shift;
  switch (form.format) {
    case 'd':
      return fmt::format("{}", as_signed);
    case 'u':
      return fmt::format("{}", value);
    case 'c':
      return value >= 0x20 && value < 0x7f ? fmt::format("'{}'", static_cast<char>(value))
                                           : fmt::format("'\\x{:02x}'", value);
    default:
      return fmt::format("0x{:0{}x}", value, 2 * form.bytes);
  }
}

std::string not_mapped(VirtAddr at) {
  return fmt::format("{:08x}: no memory is mapped here\n", at.raw());
}

std::string heading(Machine& machine, VirtAddr at) {
  return fmt::format("{:08x}{}:", at.raw(), symbol_suffix(machine, at));
}

std::string numbers(Machine& machine, const Form& form, VirtAddr at) {
  std::string text;
  const GuestMemory memory = machine.cpu().memory();
  const unsigned in_line = kLineBytes / (form.bytes == 1 ? 2 : form.bytes);
  for (unsigned i = 0; i < form.count; ++i) {
    std::uint32_t value = 0;
    if (!memory.read(at, std::as_writable_bytes(std::span(&value, 1)).first(form.bytes)))
      return text + (i % in_line != 0 ? "\n" : "") + not_mapped(at);
    if (i % in_line == 0) text += heading(machine, at);
    text += "  " + item_text(form, value);
    if (i % in_line == in_line - 1 || i + 1 == form.count) text += '\n';
    at += Bytes(form.bytes);
  }
  return text;
}

std::string strings(Machine& machine, const Form& form, VirtAddr at) {
  std::string text;
  for (unsigned i = 0; i < form.count; ++i) {
    const auto found = machine.cpu().memory().load_string(at, kMostStringBytes);
    if (!found) return text + not_mapped(at);
    std::string printable;
    for (const char c : *found)
      printable += c >= 0x20 && c < 0x7f ? std::string(1, c)
                                         : fmt::format("\\x{:02x}", static_cast<unsigned char>(c));
    text += fmt::format("{} \"{}\"{}\n", heading(machine, at), printable,
                        found->size() == kMostStringBytes ? "..." : "");
    at += Bytes(found->size() + 1);
  }
  return text;
}

std::string instructions(Machine& machine, const Form& form, VirtAddr at) {
  std::string text;
  for (unsigned i = 0; i < form.count; ++i) {
    const Disassembled d = disassemble(machine, at);
    text += fmt::format("{} {}\n", heading(machine, at), d.text);
    at += Bytes(d.length);
  }
  return text;
}

}  // namespace

Expected<std::string> examine(Machine& machine, std::string_view arguments) {
  Form form;
  if (arguments.starts_with("/")) {
    const std::size_t end = std::min(arguments.find(' '), arguments.size());
    MM_TRY_ASSIGN(form, parse_form(arguments.substr(1, end - 1)));
    arguments.remove_prefix(end);
  }
  MM_TRY_ASSIGN(const std::uint32_t at, evaluate(machine, arguments));
  if (form.format == 's') return strings(machine, form, VirtAddr(at));
  if (form.format == 'i') return instructions(machine, form, VirtAddr(at));
  return numbers(machine, form, VirtAddr(at));
}

Expected<std::string> examine_physical(Machine& machine, PhysAddr at) {
  const std::byte* host = machine.ram().host(at, Bytes(kPhysicalBytes));
  if (host == nullptr)
    return failure(ExitStatus::kUsage,
                   fmt::format("there is no RAM at physical address {:08x}", at.raw()));
  std::string text;
  for (std::uint32_t i = 0; i < kPhysicalBytes; i += 4) {
    std::uint32_t word = 0;
    std::memcpy(&word, host + i, sizeof word);
    if (i % kLineBytes == 0) text += fmt::format("{:08x}:", at.raw() + i);
    text += fmt::format("  0x{:08x}{}", word, i % kLineBytes == kLineBytes - 4 ? "\n" : "");
  }
  PageAllocator& pages = machine.mm().pages();
  const Pfn pfn(static_cast<std::uint32_t>(at.raw() / kPageSize));
  if (!pages.pfn_valid(pfn)) return text + "frame without a struct page\n";
  // Looking must not bring in what was deferred.
  const MemMap& map = pages.lists().map();
  if (map.state(pfn) != SectionState::kReady)
    return text + fmt::format("frame {:#x}: {}\n", pfn.raw(),
                              map.state(pfn) == SectionState::kFree ? "free, untouched since boot"
                                                                    : "no RAM");
  const Page& page = pages.lists().map().at(pfn);
  return text + fmt::format("frame {:#x}: zone {}, refcount {}, mapcount {}, flags 0x{:08x} {}\n",
                            pfn.raw(), pages.zone_name(page.zone_index()), page.refcount,
                            page.mapcount + 1, page.flags,
                            fmt::join(page_flag_names(page.flags), " "));
}

}  // namespace mm32::emu
