// Arguments and results of export calls against what gcc -m32 -mregparm=3 makes of the same C
// prototypes: a C caller is compiled, linked into a bare CPU's memory and run.
#include "emu/export/export_table.hpp"

#include <gtest/gtest.h>

#include "emu/export/stub_page.hpp"
#include "emu/loader/compiler.hpp"
#include "emu/loader/module_linker.hpp"
#include "tests/support/bare_cpu.hpp"
#include "tests/support/booted_machine.hpp"

namespace mm32::emu {
namespace {

using test::BareCpu;
using Words = std::vector<std::uint64_t>;

constexpr std::uint32_t kModuleVa = 0xC0200000;
constexpr std::uint32_t kStubsVa = 0xC0300000;
constexpr std::uint32_t kMailboxVa = 0xC0310000;

struct Part {
  Words* seen = nullptr;
  std::uint32_t twice(std::uint32_t x) {
    seen->push_back(x);
    return 2 * x;
  }
  std::uint64_t sum(std::uint64_t a, std::uint32_t b) const { return a + b; }
};

class Context {
 public:
  explicit Context(BareCpu& machine) : machine_(machine) { part_.seen = &seen; }
  CallFrame frame() {
    return {machine_.ram.at<Mailbox>(VirtAddr(kMailboxVa)), *machine_.cpu,
            VirtAddr(kPageOffset + (4u << 20))};
  }
  void stop(Stop reason) {
    stopped = std::move(reason);
    machine_.cpu->request_stop();
  }
  template <class C>
  C& get() {
    return part_;
  }
  Words seen{};
  std::optional<Stop> stopped{};

 private:
  BareCpu& machine_;
  Part part_{};
};

using u8 = std::uint8_t;
using s8 = std::int8_t;
using u16 = std::uint16_t;
using u32 = std::uint32_t;
using s32 = std::int32_t;
using u64 = std::uint64_t;
using s64 = std::int64_t;

template <class T>
u64 plain(const T& value) {
  if constexpr (std::is_integral_v<T>)
    return static_cast<u64>(value);
  else if constexpr (std::is_enum_v<T>)
    return static_cast<u64>(value);
  else
    return value.raw();
}

/// An export that only notes its arguments.
template <class... Args>
void note(Context& c, Args... args) {
  (c.seen.push_back(plain(args)), ...);
}
void note_variadic(Context& c, u32 first, VarArgs rest) {
  c.seen = {first, rest.next_u32(), rest.next_u64(), rest.next_u32()};
}
void note_variadic64(Context& c, u64 first, u32 second, VarArgs rest) {
  c.seen = {first, second, rest.next_u64()};
}
s32 give_int(Context&) { return -7; }
u64 give_u64() { return 0x1122334455667788; }
s64 give_s64() { return -5; }
bool give_bool(u32 x) { return x != 0; }
VirtAddr give_pointer() { return VirtAddr(0xC1234560); }
Result<VirtAddr> give_pointer_or_null(u32 x) {
  if (x == 0) return fail(Errno::kNoMem);
  return VirtAddr(x);
}
Result<s32> give_count_or_errno(u32 x) {
  if (x == 0) return fail(Errno::kInval);
  return static_cast<s32>(x);
}
Result<void> give_zero_or_errno(u32 x) {
  if (x == 0) return fail(Errno::kBusy);
  return {};
}
Outcome<u32> give_or_oops(u32 x) {
  if (x == 0) return bug("mm/test.c", 12, "give_or_oops");
  return x + 1;
}
Outcome<Result<VirtAddr>> give_or_null_or_block(u32 x) {
  if (x == 0) return stop(WouldBlock{"a page"});
  if (x == 1) return Result<VirtAddr>(fail(Errno::kNoMem));
  return Result<VirtAddr>(VirtAddr(x));
}

template <auto F>
constexpr Export<Context> make(std::string_view name) {
  return make_export_in<Context, F>(name);
}

constexpr std::array kExports = {
    make<&note<u32>>("n1"),
    make<&note<u32, u32>>("n2"),
    make<&note<u32, u32, u32>>("n3"),
    make<&note<u32, u32, u32, u32>>("n4"),
    make<&note<u32, u32, u32, u32, u32>>("n5"),
    make<&note<u32, u32, u32, u32, u32, u32>>("n6"),
    make<&note<u64>>("w1"),
    make<&note<u64, u32>>("w10"),
    make<&note<u32, u64>>("w01"),
    make<&note<u32, u32, u64, u32>>("w0010"),
    make<&note<u64, u64, u32>>("w110"),
    make<&note<u64, u32, u64, u32>>("w1010"),
    make<&note<u32, u32, u32, u64>>("w0001"),
    make<&note<s8, u16, u8>>("small"),
    make<&note<VirtAddr, Order, Pages, Bytes, Gfp>>("types"),
    make<&note_variadic>("va"),
    make<&note_variadic64>("va64"),
    make<&give_int>("give_int"),
    make<&give_u64>("give_u64"),
    make<&give_s64>("give_s64"),
    make<&give_bool>("give_bool"),
    make<&give_pointer>("give_pointer"),
    make<&give_pointer_or_null>("give_pointer_or_null"),
    make<&give_count_or_errno>("give_count_or_errno"),
    make<&give_zero_or_errno>("give_zero_or_errno"),
    make<&give_or_oops>("give_or_oops"),
    make<&give_or_null_or_block>("give_or_null_or_block"),
    make<&Part::twice>("twice"),
    make<&Part::sum>("sum"),
};

constexpr const char* kCallers = R"(
void n1(u32); void n2(u32, u32); void n3(u32, u32, u32); void n4(u32, u32, u32, u32);
void n5(u32, u32, u32, u32, u32); void n6(u32, u32, u32, u32, u32, u32);
void w1(u64); void w10(u64, u32); void w01(u32, u64); void w0010(u32, u32, u64, u32);
void w110(u64, u64, u32); void w1010(u64, u32, u64, u32); void w0001(u32, u32, u32, u64);
void small(s8, u16, u8); void types(void *, unsigned, unsigned, size_t, unsigned);
void va(u32, ...); void va64(u64, u32, ...);
int give_int(void); u64 give_u64(void); s64 give_s64(void); bool give_bool(u32);
void *give_pointer(void); void *give_pointer_or_null(u32); int give_count_or_errno(u32);
int give_zero_or_errno(u32); u32 give_or_oops(u32); void *give_or_null_or_block(u32);
u32 twice(u32); u64 sum(u64, u32);
#define A 0x1122334455667788ull
#define B 0x99aabbccddeeff00ull
void call_n1(void) { n1(1); }
void call_n2(void) { n2(1, 2); }
void call_n3(void) { n3(1, 2, 3); }
void call_n4(void) { n4(1, 2, 3, 4); }
void call_n5(void) { n5(1, 2, 3, 4, 5); }
void call_n6(void) { n6(1, 2, 3, 4, 5, 6); }
void call_w1(void) { w1(A); }
void call_w10(void) { w10(A, 1); }
void call_w01(void) { w01(1, A); }
void call_w0010(void) { w0010(1, 2, A, 3); }
void call_w110(void) { w110(A, B, 1); }
void call_w1010(void) { w1010(A, 1, B, 2); }
void call_w0001(void) { w0001(1, 2, 3, A); }
void call_small(void) { small(-2, 0xfedc, 0xab); }
void call_types(void) { types((void *)0xC0001234, 3, 25, 100000, 0xcc0); }
void call_va(void) { va(1, 2, A, 3); }
void call_va64(void) { va64(A, 1, B); }
/* What comes back is passed on to the host in its turn. */
void call_give_int(void) { w1((u64)(s64)give_int()); }
void call_give_u64(void) { w1(give_u64()); }
void call_give_s64(void) { w1((u64)give_s64()); }
void call_give_bool(void) { n2(give_bool(0x100), give_bool(0)); }
void call_give_pointer(void) { n1((u32)give_pointer()); }
void call_give_pointer_or_null(void) { n2((u32)give_pointer_or_null(0x5000), (u32)give_pointer_or_null(0)); }
void call_give_count_or_errno(void) { n2(give_count_or_errno(9), give_count_or_errno(0)); }
void call_give_zero_or_errno(void) { n2(give_zero_or_errno(9), give_zero_or_errno(0)); }
void call_give_or_oops(void) { n1(give_or_oops(4)); n1(give_or_oops(0)); n1(99); }
void call_give_or_null(void) { n2((u32)give_or_null_or_block(1), (u32)give_or_null_or_block(0x7000)); }
void call_block(void) { give_or_null_or_block(0); n1(99); }
void call_member(void) { n1(twice(21)); w1(sum(A, 1)); }
)";

const std::vector<std::byte>& callers() {
  static const std::vector<std::byte> object = test::BootedMachine::compile(kCallers);
  return object;
}

class Resolver final : public SymbolResolver {
 public:
  explicit Resolver(const StubPage& stubs) : stubs_(stubs) {}
  std::optional<VirtAddr> resolve(std::string_view name) override {
    for (std::uint32_t i = 0; i < kExports.size(); ++i)
      if (kExports[i].name == name) return stubs_.entry(i + 1);
    return VirtAddr(0xC03F0000);  // what the module's own structure refers to
  }

 private:
  const StubPage& stubs_;
};

class ExportTableTest : public testing::Test, private StubHandler {
 protected:
  ExportTableTest() : stubs_(VirtAddr(kStubsVa), kExports.size(), VirtAddr(kMailboxVa)) {
    std::memcpy(m.host(kStubsVa), stubs_.code().data(), stubs_.code().size());
    StubHandler& handler = *this;
    EXPECT_TRUE(m.cpu->attach_stubs(stubs_.stubs(), stubs_.stub_count(), handler));
    const ElfObject object = ElfObject::parse("callers.ko", callers()).value();
    const ModulePlan plan = plan_module(object);
    Resolver resolver(stubs_);
    auto linked = link_module(object, plan, {.core = VirtAddr(kModuleVa)}, resolver);
    if (!linked) throw std::runtime_error(linked.error().lines.front());
    module_ = std::move(*linked);
    std::memcpy(m.host(kModuleVa), module_.core.data(), module_.core.size());
  }

  /// Runs a caller and returns what the exports saw, in order.
  Words run(const char* function, std::uint32_t esp = BareCpu::kStackTop - 0x100) {
    context.seen.clear();
    Registers r = BareCpu::start(module_.find_symbol(function).value().raw());
    r.esp = esp;
    m.put_word(esp, stubs_.return_address().raw());
    // Nothing that an export does not get may matter.
    r.eax = r.edx = r.ecx = 0xdeadbeef;
    end = m.run_ring0(r);
    return context.seen;
  }

  BareCpu m;
  Context context{m};
  Trap end;

 private:
  void on_stub(std::uint32_t index) override {
    if (index == 0)
      m.cpu->request_stop();
    else
      kExports[index - 1].call(context);
  }

  StubPage stubs_;
  LinkedModule module_;
};

constexpr u64 kA = 0x1122334455667788;
constexpr u64 kB = 0x99aabbccddeeff00;

TEST_F(ExportTableTest, OneToSixWords) {
  EXPECT_EQ(run("call_n1"), (Words{1}));
  EXPECT_EQ(run("call_n2"), (Words{1, 2}));
  EXPECT_EQ(run("call_n3"), (Words{1, 2, 3}));
  EXPECT_EQ(run("call_n4"), (Words{1, 2, 3, 4}));
  EXPECT_EQ(run("call_n5"), (Words{1, 2, 3, 4, 5}));
  EXPECT_EQ(run("call_n6"), (Words{1, 2, 3, 4, 5, 6}));
}

TEST_F(ExportTableTest, A64BitArgumentInEachPosition) {
  EXPECT_EQ(run("call_w1"), (Words{kA}));
  EXPECT_EQ(run("call_w10"), (Words{kA, 1}));
  EXPECT_EQ(run("call_w01"), (Words{1, kA}));
  EXPECT_EQ(run("call_w0010"), (Words{1, 2, kA, 3}));
  EXPECT_EQ(run("call_w110"), (Words{kA, kB, 1}));
  EXPECT_EQ(run("call_w1010"), (Words{kA, 1, kB, 2}));
  EXPECT_EQ(run("call_w0001"), (Words{1, 2, 3, kA}));
}

TEST_F(ExportTableTest, SmallIntegersAndTheTypesOfMm) {
  EXPECT_EQ(run("call_small"), (Words{static_cast<u64>(s64{-2}), 0xfedc, 0xab}));
  EXPECT_EQ(run("call_types"), (Words{0xC0001234, 3, 25, 100000, 0xcc0}));
}

TEST_F(ExportTableTest, VariadicFunctionsTakeEverythingFromTheStack) {
  EXPECT_EQ(run("call_va"), (Words{1, 2, kA, 3}));
  EXPECT_EQ(run("call_va64"), (Words{kA, 1, kB}));
}

TEST_F(ExportTableTest, Results) {
  EXPECT_EQ(run("call_give_int"), (Words{static_cast<u64>(s64{-7})}));
  EXPECT_EQ(run("call_give_u64"), (Words{kA}));
  EXPECT_EQ(run("call_give_s64"), (Words{static_cast<u64>(s64{-5})}));
  EXPECT_EQ(run("call_give_bool"), (Words{1, 0}));
  EXPECT_EQ(run("call_give_pointer"), (Words{0xC1234560}));
}

TEST_F(ExportTableTest, ErrorsAreNullOrNegativeErrno) {
  EXPECT_EQ(run("call_give_pointer_or_null"), (Words{0x5000, 0}));
  EXPECT_EQ(run("call_give_count_or_errno"), (Words{9, static_cast<u32>(-22)}));
  EXPECT_EQ(run("call_give_zero_or_errno"), (Words{0, static_cast<u32>(-16)}));
  EXPECT_EQ(run("call_give_or_null"), (Words{0, 0x7000}));
}

TEST_F(ExportTableTest, AnOopsStopsTheCallerAtTheStub) {
  EXPECT_EQ(run("call_give_or_oops"), (Words{5}));
  EXPECT_EQ(end.kind, Trap::Kind::kStopped);
  ASSERT_TRUE(context.stopped.has_value());
  EXPECT_EQ(std::get<Oops>(*context.stopped).line, 12u);
}

TEST_F(ExportTableTest, ABlockedCallChangesNothingAndCanBeMadeAgain) {
  EXPECT_EQ(run("call_block"), Words{});
  ASSERT_TRUE(context.stopped.has_value());
  EXPECT_EQ(std::get<WouldBlock>(*context.stopped).what, "a page");
  context.stopped.reset();
  EXPECT_EQ(m.cpu->run().kind, Trap::Kind::kStopped);
  EXPECT_TRUE(context.stopped.has_value()) << "the stub is reached again";
}

TEST_F(ExportTableTest, MemberFunctionsOfAPart) {
  EXPECT_EQ(run("call_member"), (Words{21, 42, kA + 1}));
}

TEST_F(ExportTableTest, AStackOutsideLowmemIsReadThroughTheTables) {
  m.page(0x00800000, BareCpu::kRw);
  m.page(0x00801000, BareCpu::kRw);
  // The six words lie on both sides of the edge.
  for (std::uint32_t esp = 0x00801000; esp <= 0x00801020; esp += 4)
    ASSERT_EQ(run("call_n6", esp), (Words{1, 2, 3, 4, 5, 6})) << std::hex << esp;
}

}  // namespace
}  // namespace mm32::emu
