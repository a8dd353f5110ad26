// memcpy, memmove, memset, memcmp, string and bitmap searches of the guest against the host's.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <vector>

#include "tests/guestlib/guest_library.hpp"

namespace mm32::emu {
namespace {

constexpr std::uint32_t kArea = 600;

struct Area {
  Arena arena;
  VirtAddr at = arena.reserve(kArea);
  std::vector<char> model;

  Area() {
    model = *rc::gen::container<std::vector<char>>(kArea, rc::gen::arbitrary<char>());
    std::copy(model.begin(), model.end(), arena.library().host(at));
  }
  std::uint32_t call(const char* name, std::uint32_t a, std::uint32_t b, std::uint32_t c) {
    return arena.library().call(name, {a, b, c});
  }
  std::uint32_t address(std::uint32_t offset) const { return at.raw() + offset; }
  void check() {
    const char* now = arena.library().host(at);
    RC_ASSERT(std::vector<char>(now, now + kArea) == model);
  }
};

std::uint32_t gen_offset() { return *rc::gen::inRange(0u, kArea / 2); }
std::uint32_t gen_length() { return *rc::gen::inRange(0u, kArea / 2); }

RC_GTEST_PROP(MemoryProperty, MemmoveCopiesOverlappingRanges, ()) {
  Area area;
  const std::uint32_t to = gen_offset(), from = gen_offset(), length = gen_length();
  RC_ASSERT(area.call("memmove", area.address(to), area.address(from), length) == area.address(to));
  std::memmove(area.model.data() + to, area.model.data() + from, length);
  area.check();
}

RC_GTEST_PROP(MemoryProperty, MemsetFillsExactlyItsRange, ()) {
  Area area;
  const std::uint32_t to = gen_offset(), length = gen_length();
  const auto value = *rc::gen::arbitrary<std::uint32_t>();
  area.call("memset", area.address(to), value, length);
  std::memset(area.model.data() + to, static_cast<int>(value), length);
  area.check();
}

RC_GTEST_PROP(MemoryProperty, MemcpyCopiesDistinctRanges, ()) {
  Area area;
  const std::uint32_t length = *rc::gen::inRange(0u, 250u), from = *rc::gen::inRange(0u, 40u);
  area.call("memcpy", area.address(300), area.address(from), length);
  std::memcpy(area.model.data() + 300, area.model.data() + from, length);
  area.check();
}

RC_GTEST_PROP(MemoryProperty, MemcmpOrdersAsUnsignedBytes, ()) {
  Area area;
  const std::uint32_t length = *rc::gen::inRange(0u, 20u), at = gen_offset();
  std::memcpy(area.arena.library().host(area.at) + 320, area.model.data() + at, length);
  if (length && *rc::gen::arbitrary<bool>())
    area.arena.library().host(area.at)[320 + *rc::gen::inRange(0u, length)] =
        *rc::gen::arbitrary<char>();
  const char* memory = area.arena.library().host(area.at);
  const int expected = std::memcmp(memory + at, memory + 320, length);
  const auto got =
      static_cast<std::int32_t>(area.call("memcmp", area.address(at), area.address(320), length));
  RC_ASSERT((expected < 0) == (got < 0));
  RC_ASSERT((expected > 0) == (got > 0));
}

RC_GTEST_PROP(BitmapProperty, FindNextBitAgreesWithALoop, ()) {
  const auto words = *rc::gen::container<std::vector<std::uint32_t>>(
      4,
      rc::gen::oneOf(rc::gen::just(0u), rc::gen::just(~0u), rc::gen::arbitrary<std::uint32_t>()));
  const auto size = *rc::gen::inRange(1u, 129u), start = *rc::gen::inRange(0u, 140u);
  Arena arena;
  const VirtAddr at =
      arena.put(std::string_view(reinterpret_cast<const char*>(words.data()), words.size() * 4));
  const auto expect = [&](bool value) {
    std::uint32_t bit = start;
    while (bit < size && ((words[bit / 32] >> (bit % 32)) & 1u) != (value ? 1u : 0u)) ++bit;
    return std::min(bit, size);
  };
  RC_ASSERT(arena.library().call("_find_next_bit", {at.raw(), size, start}) == expect(true));
  RC_ASSERT(arena.library().call("_find_next_zero_bit", {at.raw(), size, start}) == expect(false));
}

RC_GTEST_PROP(NumberProperty, SimpleStrtoulAgreesWithTheCLibrary, ()) {
  const auto base = *rc::gen::element(8u, 10u, 16u);
  const std::string digits =
      std::string("0123456789abcdefABCDEF").substr(0, base == 16 ? 22 : base);
  const auto length = *rc::gen::inRange<std::size_t>(1, 9);
  const std::string tail = *rc::gen::element(std::string(), std::string(" 5"), std::string("z"));
  const std::string text =
      *rc::gen::container<std::string>(length, rc::gen::elementOf(digits)) + tail;
  Arena arena;
  const VirtAddr at = arena.put(text), end = arena.reserve(4);
  const std::uint32_t value = arena.library().call("simple_strtoul", {at.raw(), end.raw(), base});
  char* host_end = nullptr;
  const auto expected = std::strtoull(text.c_str(), &host_end, static_cast<int>(base));
  std::uint32_t guest_end = 0;
  std::memcpy(&guest_end, arena.library().host(end), 4);
  RC_ASSERT(value == static_cast<std::uint32_t>(expected));
  RC_ASSERT(guest_end - at.raw() == static_cast<std::uint32_t>(host_end - text.c_str()));
}

RC_GTEST_PROP(NumberProperty, IntSqrtIsTheFloor, ()) {
  const auto x = *rc::gen::arbitrary<std::uint32_t>();
  const std::uint64_t root = GuestLibrary::instance().call("int_sqrt", {x, 0, 0});
  RC_ASSERT(root * root <= x);
  RC_ASSERT((root + 1) * (root + 1) > x);
}

}  // namespace
}  // namespace mm32::emu
