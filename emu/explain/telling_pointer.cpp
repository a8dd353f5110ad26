#include "emu/explain/telling_pointer.hpp"

#include <fmt/format.h>

#include <array>

#include "emu/command/errno_name.hpp"

namespace mm32::emu {
namespace {

constexpr std::uint32_t kMaxErrno = 4095;
constexpr std::uint32_t kNear = kPageSize;  // members of a structure lie this far behind a pointer

struct Value {
  std::uint32_t value;
  std::string_view meaning;
};

// Pointers made of the bytes with which Linux fills memory (include/linux/poison.h).
constexpr std::array kPoisons = {
    Value{0x6b6b6b6b,
          "the pointer is made of 0x6b, with which SLUB fills freed objects: it was "
          "read from an object after that was freed"},
    Value{0x5a5a5a5a,
          "the pointer is made of 0x5a, with which SLUB fills new objects: it was read "
          "before anything was stored there"},
    Value{0xaaaaaaaa,
          "the pointer is made of 0xaa, with which free pages are filled: it was read "
          "from a page after that was freed"},
    Value{0xbbbbbbbb,
          "the pointer is made of 0xbb, the red zone of a free object: it was read "
          "past the end of one"},
    Value{0xcccccccc,
          "the pointer is made of 0xcc, the red zone of an object: it was read past "
          "the end of one"},
};

// Numbers that programmers write where no pointer is meant to be used.
constexpr std::array<std::uint32_t, 10> kMagic = {0xdeadbeef, 0xdeadc0de, 0xdeaddead, 0xdead4ead,
                                                  0xbaadf00d, 0xcafebabe, 0xfeedface, 0xfeedbeef,
                                                  0xabadcafe, 0xdead0000};

// Linux: IS_ERR.
std::string error_sentences(std::uint32_t pointer) {
  if (pointer <= 0u - kMaxErrno - 1) return {};
  const int error = static_cast<int>(0u - pointer);
  const std::string name = errno_name(error);
  if (!name.starts_with("E")) return {};
  return fmt::format(
      "The pointer that was used is the error code -{} ({}). Likely cause: a result was used as a "
      "pointer without asking IS_ERR.",
      error, name);
}

// LIST_POISON1 and 2 with the offsets of list and hlist links behind them.
bool is_list_poison(std::uint32_t at) {
  return at == 0x100 || at == 0x104 || at == 0x122 || at == 0x126;
}

bool is_near(std::uint32_t at, std::uint32_t value) {
  return at - value < kNear || value - at < kNear;
}

// Four printable characters: bytes of a string were taken for an address.
std::string text_sentences(std::uint32_t pointer) {
  std::string text;
  for (unsigned i = 0; i < 4; ++i) {
    const auto c = static_cast<unsigned char>(pointer >> (8 * i));
    if (c < 0x20 || c > 0x7e || c == '"') return {};
    text += static_cast<char>(c);
  }
  return fmt::format(
      "The pointer that was used consists of the characters \"{}\". Likely cause: a string was "
      "written over a pointer, or text was taken for one.",
      text);
}

}  // namespace

std::string telling_pointer(VirtAddr pointer, VirtAddr address) {
  for (const VirtAddr value : {pointer, address})
    if (std::string error = error_sentences(value.raw()); !error.empty()) return error;
  const std::uint32_t at = address.raw();
  if (is_list_poison(at))
    return "The address is LIST_POISON, which list_del leaves in an entry. Likely cause: the entry "
           "was removed from its list twice, or is used after it was removed.";
  if (at < kPageSize) return {};
  for (const Value& poison : kPoisons)
    if (is_near(at, poison.value)) return fmt::format("Likely cause: {}.", poison.meaning);
  for (const std::uint32_t magic : kMagic)
    if (is_near(at, magic))
      return fmt::format(
          "Likely cause: the pointer holds the marker {:#x}, which somebody stored where no valid "
          "pointer was to be found.",
          magic);
  return text_sentences(pointer.raw());
}

}  // namespace mm32::emu
