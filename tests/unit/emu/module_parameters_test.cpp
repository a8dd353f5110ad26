#include "emu/loader/module_parameters.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstring>

#include "tests/unit/emu/loader_fixture.hpp"

namespace mm32::emu {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(ParameterTextTest, SplitsQuotesAndDashes) {
  std::string rest;
  const auto arguments = split_arguments("  a=1 b=\"x y\" \"c=z w\" d =e -- f g ", &rest);
  ASSERT_EQ(arguments.size(), 5u);
  EXPECT_EQ(arguments[0].name, "a");
  EXPECT_EQ(arguments[0].value, "1");
  EXPECT_EQ(arguments[1].value, "x y");
  EXPECT_EQ(arguments[2].name, "c");
  EXPECT_EQ(arguments[2].value, "z w");
  EXPECT_EQ(arguments[3].value, std::nullopt);
  EXPECT_EQ(arguments[4].name, "=e");
  EXPECT_EQ(rest, "f g ");
  EXPECT_TRUE(split_arguments("", nullptr).empty());
  EXPECT_TRUE(split_arguments("\"", nullptr).size() == 1);
}

TEST(ParameterTextTest, JoinsAsInsmodDoes) {
  EXPECT_EQ(join_arguments({"a=1", "who=me and you", "flag"}), "a=1 who=\"me and you\" flag");
}

TEST(ParameterTextTest, NumbersAreTheKernels) {
  EXPECT_EQ(parse_unsigned("010"), 8u);
  EXPECT_EQ(parse_unsigned("0x1F\n"), 31u);
  EXPECT_EQ(parse_unsigned("+5"), 5u);
  EXPECT_EQ(parse_unsigned("18446744073709551615"), ~std::uint64_t{0});
  EXPECT_EQ(parse_unsigned("18446744073709551616"), fail(Errno::kRange));
  EXPECT_EQ(parse_unsigned("99999999999999999999x"), fail(Errno::kRange));
  for (const char* bad : {"", "-1", "0x", "08", "5junk", " 5", "5 ", "++5", "0xg"})
    EXPECT_EQ(parse_unsigned(bad), fail(Errno::kInval)) << bad;
  EXPECT_EQ(parse_signed("-0x10"), -16);
  EXPECT_EQ(parse_signed("-9223372036854775808"), std::numeric_limits<std::int64_t>::min());
  EXPECT_EQ(parse_signed("9223372036854775808"), fail(Errno::kRange));
  EXPECT_EQ(parse_signed("-+5"), fail(Errno::kInval));
  EXPECT_EQ(parse_truth("oN"), true);
  EXPECT_EQ(parse_truth("False"), false);
  EXPECT_EQ(parse_truth("o"), fail(Errno::kInval));
}

// The module rich.ko, linked, with its memory as the target.
class ModuleParametersTest : public testing::Test, public ParameterTarget {
 protected:
  ModuleParametersTest() : object_(data_object("rich.ko")), plan_(plan_module(object_)) {
    kernel_.unknown["weak_thing"] = 1;
    module_ = link_module(object_, plan_, bases_, kernel_).value();
    ops_ = standard_parameter_ops(kernel_);
  }

  bool read(VirtAddr from, std::span<std::byte> to) override {
    const auto source = memory(from, to.size());
    std::ranges::copy(source, to.begin());
    return !source.empty();
  }
  bool write(VirtAddr to, std::span<const std::byte> from) override {
    const auto place = memory(to, from.size());
    if (!place.empty()) std::ranges::copy(from, place.begin());
    return !place.empty();
  }
  Result<VirtAddr> allocate(Bytes size) override {
    const VirtAddr result = kHeap + Bytes(used_);
    used_ += size.raw();
    return result;
  }
  Result<std::int32_t> set_in_guest(VirtAddr kernel_param,
                                    const std::optional<std::string>& value) override {
    guest_calls_.push_back(value.value_or("(null)"));
    last_param_ = kernel_param;
    return guest_result_;
  }
  void taint_by_user() override { tainted_ = true; }
  void log(LogLevel level, std::string_view line) override {
    log_.push_back(std::to_string(static_cast<int>(level)) + " " + std::string(line));
  }

  std::span<std::byte> memory(VirtAddr at, std::size_t size) {
    if (at >= kHeap && at.raw() - kHeap.raw() + size <= heap_.size())
      return std::span(heap_).subspan(at.raw() - kHeap.raw(), size);
    const std::uint32_t offset = at.raw() - bases_.core.raw();
    if (offset < module_.core.size() && size <= module_.core.size() - offset)
      return std::span(module_.core).subspan(offset, size);
    return {};
  }
  Result<void> set(std::string_view line) {
    log_.clear();
    return set_parameters(module_, "rich", line, ops_, *this);
  }
  template <class T>
  T value(const char* symbol, unsigned index = 0) {
    T result{};
    const VirtAddr at = module_.find_symbol(symbol).value() + Bytes(index * sizeof(T));
    EXPECT_TRUE(read(at, std::as_writable_bytes(std::span(&result, 1))));
    return result;
  }
  std::string text_at(std::uint32_t address) {
    return reinterpret_cast<const char*>(memory(VirtAddr(address), 1).data());
  }

  static constexpr VirtAddr kHeap{0xC5000000};
  const ModuleBases bases_{VirtAddr(0xE0840000), VirtAddr(0xE0847000), VirtAddr(0)};
  ElfObject object_;
  ModulePlan plan_;
  FakeKernel kernel_;
  LinkedModule module_;
  ParameterOps ops_;
  std::vector<std::byte> heap_ = std::vector<std::byte>(8192);
  std::uint64_t used_ = 0;
  std::vector<std::string> log_;
  std::vector<std::string> guest_calls_;
  VirtAddr last_param_{};
  Result<std::int32_t> guest_result_{0};
  bool tainted_ = false;
};

TEST_F(ModuleParametersTest, SetsEveryStandardType) {
  EXPECT_TRUE(
      set("count=-7 uval=4294967295 lval=-0x5 ulval=0xffffffff sval=-32768 usval=65535 "
          "bval=010 flag inv=off who=me text=0123456789abcde arr=4,5,6 names=a,,c nick=3 "
          "ullval=0x123456789abcdef0 hexv=0xff"));
  EXPECT_THAT(log_, IsEmpty());
  EXPECT_EQ(value<std::int32_t>("count"), -7);
  EXPECT_EQ(value<std::uint32_t>("uval"), 0xffffffffu);
  EXPECT_EQ(value<std::int32_t>("lval"), -5);
  EXPECT_EQ(value<std::uint32_t>("ulval"), 0xffffffffu);
  EXPECT_EQ(value<std::int16_t>("sval"), -32768);
  EXPECT_EQ(value<std::uint16_t>("usval"), 65535);
  EXPECT_EQ(value<std::uint8_t>("bval"), 8);
  EXPECT_EQ(value<std::uint8_t>("flag"), 1);
  EXPECT_EQ(value<std::uint8_t>("inv"), 1);
  EXPECT_EQ(text_at(value<std::uint32_t>("who")), "me");
  EXPECT_EQ(text_at(module_.find_symbol("text")->raw()), "0123456789abcde");
  EXPECT_EQ(value<std::int32_t>("narr"), 3);
  EXPECT_EQ(value<std::int32_t>("arr", 2), 6);
  EXPECT_EQ(value<std::int32_t>("arr", 3), 4);  // as initialised
  EXPECT_EQ(text_at(value<std::uint32_t>("names", 0)), "a");
  EXPECT_EQ(text_at(value<std::uint32_t>("names", 1)), "");
  EXPECT_EQ(text_at(value<std::uint32_t>("names", 2)), "c");
  EXPECT_EQ(value<std::int32_t>("renamed"), 3);
  EXPECT_EQ(value<std::uint64_t>("ullval"), 0x123456789abcdef0u);
}

struct BadArgument {
  const char* line;
  Errno error;
  std::vector<std::string> log;
};

// Lines and errors as the real kernel prints and returns them for the same module.
TEST_F(ModuleParametersTest, RefusesWhatTheRealKernelRefuses) {
  const BadArgument rows[] = {
      {"count=x", Errno::kInval, {"3 rich: `x' invalid for parameter `count'"}},
      {"bval=256", Errno::kRange, {"3 rich: `256' invalid for parameter `bval'"}},
      {"bval=-1", Errno::kInval, {"3 rich: `-1' invalid for parameter `bval'"}},
      {"count=99999999999", Errno::kRange, {"3 rich: `99999999999' invalid for parameter `count'"}},
      {"lval=-2147483649", Errno::kRange, {"3 rich: `-2147483649' invalid for parameter `lval'"}},
      {"sval=0x8000", Errno::kRange, {"3 rich: `0x8000' invalid for parameter `sval'"}},
      {"nosuch=1 arr=1,2,3,4,5",
       Errno::kInval,
       {"4 rich: unknown parameter 'nosuch' ignored", "3 arr: can only take 4 arguments",
        "3 rich: `1' invalid for parameter `arr'"}},
      {"text=0123456789abcdefg",
       Errno::kNoSpc,
       {"3 text: string doesn't fit in 15 chars.",
        "3 rich: `0123456789abcdefg' too large for parameter `text'"}},
      {"flag=maybe", Errno::kInval, {"3 rich: `maybe' invalid for parameter `flag'"}},
      {"count", Errno::kInval, {"3 rich: `' invalid for parameter `count'"}},
      {"who", Errno::kInval, {"3 rich: `' invalid for parameter `who'"}},
      {"arr=", Errno::kInval, {"3 rich: `' invalid for parameter `arr'"}},
      {"arr=1,,2", Errno::kInval, {"3 rich: `1' invalid for parameter `arr'"}},
      {"names=a,b,c,d",
       Errno::kInval,
       {"3 names: can only take 3 arguments", "3 rich: `a' invalid for parameter `names'"}},
      {"count=x uval=3 bval=999 sval=1",
       Errno::kRange,
       {"3 rich: `x' invalid for parameter `count'", "3 rich: `999' invalid for parameter `bval'"}},
  };
  for (const BadArgument& row : rows) {
    EXPECT_EQ(set(row.line), fail(row.error)) << row.line;
    EXPECT_EQ(log_, row.log) << row.line;
  }
  EXPECT_EQ(value<std::int16_t>("sval"), 1);  // an invalid value does not stop the later ones
}

TEST_F(ModuleParametersTest, IgnoresWhatTheRealKernelIgnores) {
  EXPECT_TRUE(set("co-unt=3 COUNT=1 dyndbg=+p"));
  EXPECT_THAT(log_, ElementsAre("4 rich: unknown parameter 'co-unt' ignored",
                                "4 rich: unknown parameter 'COUNT' ignored"));
  EXPECT_TRUE(set("-- count=4"));
  EXPECT_THAT(log_, ElementsAre("4 rich: parameters 'count=4' after `--' ignored"));
  EXPECT_EQ(value<std::int32_t>("count"), 3);
  EXPECT_TRUE(set("count=1 count=2"));
  EXPECT_EQ(value<std::int32_t>("count"), 2);
}

TEST_F(ModuleParametersTest, HandsOwnOperationsToTheGuest) {
  EXPECT_TRUE(set("cb=4"));
  EXPECT_THAT(guest_calls_, ElementsAre("4"));
  EXPECT_GE(last_param_, module_.find_section("__param")->address);
  guest_result_ = fail(Errno::kInval);
  EXPECT_EQ(set("cb=zz"), fail(Errno::kInval));
  EXPECT_THAT(log_, ElementsAre("3 rich: `zz' invalid for parameter `cb'"));
  EXPECT_EQ(set("cb"), fail(Errno::kInval));  // its operations do not say that it may lack a value
  EXPECT_FALSE(tainted_);
}

// The real kernel takes the number for a pointer.
TEST_F(ModuleParametersTest, APositiveResultIsComplainedAboutAndNoError) {
  guest_result_ = 3;
  EXPECT_TRUE(set("cb=4 count=7"));
  EXPECT_THAT(log_, ElementsAre("3 rich: `4' invalid for parameter `cb'",
                                "4 rich: parameters '(efault)' after `--' ignored"));
  EXPECT_EQ(value<std::int32_t>("count"), 7);
}

TEST_F(ModuleParametersTest, AnUnsafeParameterTaints) {
  const LinkedSection* table = module_.find_section("__param");
  for (std::size_t at = 0; at < table->data.size(); at += 20) table->data[at + 15] = std::byte{1};
  EXPECT_TRUE(set("flag"));
  EXPECT_THAT(log_, ElementsAre("5 Setting dangerous option flag - tainting kernel"));
  EXPECT_TRUE(tainted_);
}

TEST_F(ModuleParametersTest, LongStringsAreTooLong) {
  EXPECT_TRUE(set("who=" + std::string(1024, 'a')));
  EXPECT_EQ(set("who=" + std::string(1025, 'a')), fail(Errno::kNoSpc));
  EXPECT_EQ(log_[0], "3 who: string parameter too long");
}

TEST_F(ModuleParametersTest, WildDescriptorsAreFaultsNotCrashes) {
  const LinkedSection* table = module_.find_section("__param");
  for (std::size_t word = 0; word < table->data.size() / 4; ++word) {
    std::array<std::byte, 4> saved{};
    const auto place = table->data.subspan(4 * word, 4);
    std::ranges::copy(place, saved.begin());
    std::ranges::fill(place, std::byte{0xFF});
    static_cast<void>(set("arr=1,2 text=x who=y count=1 names=q"));
    std::ranges::copy(saved, place.begin());
  }
}

TEST_F(ModuleParametersTest, DescribesParameters) {
  const auto parameters = describe_parameters(object_.modinfo());
  const auto count = std::ranges::find(parameters, "count", &ParameterDescription::name);
  ASSERT_NE(count, parameters.end());
  EXPECT_EQ(count->type, "int");
  EXPECT_EQ(count->description, "how many");
  const auto names = std::ranges::find(parameters, "names", &ParameterDescription::name);
  ASSERT_NE(names, parameters.end());
  EXPECT_EQ(names->type, "array of charp");
}

}  // namespace
}  // namespace mm32::emu
