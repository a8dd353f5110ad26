// vsprintf of the guest against the C library's, over random conversions.
//
// Left out is what Linux does differently on purpose: '0' together with a precision, '#' of zero or
// with a precision, and the empty text of a zero with precision 0.
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cstdio>

#include "tests/guestlib/guest_library.hpp"

namespace mm32::emu {
namespace {

struct Conversion {
  std::string flags;
  std::optional<int> width;
  std::optional<int> precision;
  std::string qualifier;
  char letter;

  std::string format() const {
    return fmt::format("%{}{}{}{}{}", flags, width ? std::to_string(*width) : "",
                       precision ? fmt::format(".{}", *precision) : "", qualifier, letter);
  }
  bool is_wide() const { return qualifier == "ll"; }
};

std::optional<int> gen_size(int limit) {
  if (*rc::gen::inRange(0, 3) == 0) return std::nullopt;
  return *rc::gen::inRange(1, limit);
}

Conversion gen_number() {
  Conversion c;
  c.letter = *rc::gen::elementOf(std::string("diuxXo"));
  c.qualifier = *rc::gen::elementOf(std::vector<std::string>{"", "h", "hh", "ll"});
  c.width = gen_size(30);
  c.precision = gen_size(25);
  for (const char flag : std::string("-+ #0")) {
    const bool differs = c.precision && (flag == '0' || flag == '#');
    if (!differs && *rc::gen::arbitrary<bool>()) c.flags += flag;
  }
  return c;
}

// Runs vsprintf(out, format, args) with the words of `args` as its va_list.
std::string guest_format(const std::string& format, std::string_view args) {
  Arena arena;
  const VirtAddr out = arena.reserve(4096), text = arena.put(format), list = arena.put(args);
  const std::uint32_t length =
      arena.library().call("vsprintf", {out.raw(), text.raw(), list.raw()});
  std::string result = arena.text(out);
  RC_ASSERT(result.size() == length);
  return result;
}

template <class T>
std::string bytes_of(const T& value) {
  return {reinterpret_cast<const char*>(&value), sizeof value};
}

template <class T>
std::string host_format(const std::string& format, T value) {
  char buffer[4096];
  const int length = std::snprintf(buffer, sizeof buffer, format.c_str(), value);
  return {buffer, static_cast<std::size_t>(length)};
}

RC_GTEST_PROP(VsnprintfProperty, NumbersAgreeWithTheCLibrary, ()) {
  const Conversion c = gen_number();
  const auto value =
      *rc::gen::oneOf(rc::gen::arbitrary<std::uint64_t>(), rc::gen::inRange<std::uint64_t>(1, 200));
  RC_PRE((value & 0xff) != 0);
  const auto word = static_cast<std::uint32_t>(value);
  const std::string expected =
      c.is_wide() ? host_format(c.format(), value) : host_format(c.format(), word);
  RC_ASSERT(guest_format(c.format(), c.is_wide() ? bytes_of(value) : bytes_of(word)) == expected);
}

RC_GTEST_PROP(VsnprintfProperty, StringsAgreeWithTheCLibrary, ()) {
  Conversion c{*rc::gen::elementOf(std::vector<std::string>{"", "-"}), gen_size(40), gen_size(20),
               "", 's'};
  const auto text = *rc::gen::container<std::string>(rc::gen::inRange('!', '~'));
  Arena arena;
  arena.reserve(32 << 10);  // guest_format uses the block from its start
  const VirtAddr at = arena.put(text);
  RC_ASSERT(guest_format(c.format(), bytes_of(at.raw())) == host_format(c.format(), text.c_str()));
}

TEST(VsnprintfTest, TextAroundConversionsStays) {
  EXPECT_EQ(guest_format("a%%b%cc%dd", bytes_of(std::uint64_t{'x' | (7ull << 32)})), "a%bxc7d");
}

}  // namespace
}  // namespace mm32::emu
