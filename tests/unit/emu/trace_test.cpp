#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "emu/trace/trace_writer.hpp"
#include "tests/support/run_machine.hpp"
#include "tests/support/scratch_folder.hpp"

namespace mm32::emu {
namespace {

using test::RunMachine;
using testing::HasSubstr;

// Answers as a machine would.
class FakeScene final : public TraceScene {
 public:
  const TraceWord& call_site() override { return site; }
  const TraceWord& gfp(Gfp) override { return flags; }
  const TraceWord& cache_name(VirtAddr) override { return cache; }
  const TraceWord& name_of(VirtAddr address) override {
    return address.raw() == 0xca801010 ? code : data;
  }
  VirtAddr page_struct(Pfn pfn) override { return VirtAddr(0xc9e00000 + 40 * pfn.raw()); }
  VirtAddr instruction() override { return VirtAddr(0xca801010); }
  const TraceWord& printed(const event::TracePrint&) override { return line; }

  TraceWord site{"hello_exit+0xa/0x10 [hello]"};
  TraceWord flags{"GFP_KERNEL|__GFP_COMP"};
  TraceWord cache{"item"};
  TraceWord code{"hello_init [hello]"};
  TraceWord data{"0xca809000"};
  TraceWord line{"found 3"};
};

std::string formatted(TraceFormat format, const Event& event, FakeScene scene = {},
                      std::uint64_t index = 0) {
  std::vector<char> memory(2 * TraceBuffer::kMostEventBytes);
  TraceBuffer buffer(memory);
  const std::string task = trace_task_text(format, 83, "insmod");
  append_trace_event(buffer, format, {1'234'567'890, index, task}, event, scene);
  return std::string(buffer.text());
}

// The part behind the time, without the line's end.
std::string ftrace(const Event& event) {
  const std::string line = formatted(TraceFormat::kFtrace, event);
  const std::string stamp = "          insmod-83      [000] .....     1.234567: ";
  EXPECT_TRUE(line.starts_with(stamp)) << line;
  return line.substr(stamp.size(), line.size() - stamp.size() - 1);
}

const VirtAddr kObject(0xc1234560);

TEST(TraceFormatTest, FtraceTextHasTheKernelsFormats) {
  EXPECT_EQ(ftrace(event::Kmalloc{kObject, Bytes(100), Bytes(128), Gfp::kKernel | Gfp::kAccount}),
            "kmem:kmalloc: call_site=hello_exit+0xa/0x10 [hello] ptr=c1234560 bytes_req=100 "
            "bytes_alloc=128 gfp_flags=GFP_KERNEL|__GFP_COMP node=-1 accounted=true");
  EXPECT_EQ(ftrace(event::CacheAlloc{VirtAddr(0xc1), kObject, Bytes(40), Bytes(40), Gfp::kKernel}),
            "kmem:kmem_cache_alloc: call_site=hello_exit+0xa/0x10 [hello] ptr=c1234560 "
            "bytes_req=40 bytes_alloc=40 gfp_flags=GFP_KERNEL|__GFP_COMP node=-1 accounted=false");
  EXPECT_EQ(ftrace(event::Kfree{VirtAddr()}),
            "kmem:kfree: call_site=hello_exit+0xa/0x10 [hello] ptr=00000000");
  EXPECT_EQ(ftrace(event::CacheFree{VirtAddr(0xc1), kObject}),
            "kmem:kmem_cache_free: call_site=hello_exit+0xa/0x10 [hello] ptr=c1234560 name=item");
  EXPECT_EQ(ftrace(event::PageAlloc{Pfn(0x1400), Order(3), Gfp::kKernel, 1}),
            "kmem:mm_page_alloc: page=c9e32000 pfn=0x1400 order=3 migratetype=1 "
            "gfp_flags=GFP_KERNEL|__GFP_COMP");
  EXPECT_EQ(ftrace(event::PageFree{Pfn(0x1400), Order(0)}),
            "kmem:mm_page_free: page=c9e32000 pfn=0x1400 order=0");
  EXPECT_EQ(ftrace(event::TlbFlush{VirtAddr(), Pages(0)}),
            "tlb:tlb_flush: pages:-1 reason:local mm shootdown (3) begin=00000000");
  EXPECT_EQ(ftrace(event::TlbFlush{VirtAddr(0xca800000), Pages(25)}),
            "tlb:tlb_flush: pages:25 reason:local shootdown (2) begin=ca800000");
  EXPECT_EQ(
      ftrace(event::Fault{VirtAddr(0xca809000), 2}),
      "exceptions:page_fault_kernel: address=0xca809000 ip=hello_init [hello] error_code=0x2");
  EXPECT_EQ(ftrace(event::Reclaim{Pages(32)}),
            "vmscan:mm_vmscan_direct_reclaim_end: nr_reclaimed=32");
}

TEST(TraceFormatTest, FtraceTextOfWhatTheKernelHasNoTracepointFor) {
  EXPECT_EQ(ftrace(event::PageSplit{Pfn(64), Order(6), Order(0)}),
            "mm32:page_split: pfn=0x40 from=6 to=0");
  EXPECT_EQ(ftrace(event::VmapAlloc{VirtAddr(0xca800000), Bytes(8192)}),
            "mm32:vmap_area_alloc: call_site=hello_exit+0xa/0x10 [hello] address=ca800000 "
            "size=8192");
  EXPECT_EQ(ftrace(event::PteSet{VirtAddr(0xff400000), 1, 0, 0x1234567800000163}),
            "mm32:pte_set: address=ff400000 level=1 before=0x0 after=0x1234567800000163");
  EXPECT_EQ(ftrace(event::Walk{VirtAddr(0xc0000000), 2, false}),
            "mm32:tlb_fill: address=c0000000 levels=2 refused=false");
}

TEST(TraceFormatTest, TracePrintkStandsBehindItsFunction) {
  const event::TracePrint print{VirtAddr(0xca801010), VirtAddr(0xc1234000), Bytes(8)};
  EXPECT_EQ(ftrace(print), "hello_init: found 3");
  const auto json = nlohmann::json::parse(formatted(TraceFormat::kJsonLines, print));
  EXPECT_EQ(json["event"], "ftrace:print");
  EXPECT_EQ(json["ip"], "hello_init [hello]");
  EXPECT_EQ(json["buf"], "found 3");
}

TEST(TraceFormatTest, JsonLinesEscapeGuestText) {
  FakeScene scene;
  scene.site = TraceWord("a\"b\n\xff");
  const auto json =
      nlohmann::json::parse(formatted(TraceFormat::kJsonLines, event::Kfree{kObject}, scene));
  EXPECT_EQ(json["event"], "kmem:kfree");
  EXPECT_EQ(json["ts_ns"], 1'234'567'890);
  EXPECT_EQ(json["pid"], 83);
  EXPECT_EQ(json["comm"], "insmod");
  EXPECT_EQ(json["ptr"], "0xc1234560");
  EXPECT_EQ(json["call_site"], "a\"b\n\xef\xbf\xbd");
}

TEST(TraceFormatTest, EveryKindOfEventIsJson) {
  std::vector<Event> events;
  [&]<class... Es>(const std::variant<Es...>*) {
    (events.emplace_back(Es{}), ...);
  }(static_cast<const Event*>(nullptr));
  for (const Event& event : events) {
    const std::string line = formatted(TraceFormat::kJsonLines, event);
    EXPECT_TRUE(nlohmann::json::accept(line)) << line;
    EXPECT_TRUE(nlohmann::json::accept(formatted(TraceFormat::kChrome, event))) << line;
    EXPECT_GT(ftrace(event).size(), 10u);
  }
}

TEST(TraceFormatTest, TextsOfAnyLengthFitIntoTheBuffer) {
  FakeScene scene;
  scene.site = scene.flags = TraceWord(std::string(100'000, '\x01'));
  const std::string line = formatted(TraceFormat::kJsonLines, event::Kmalloc{}, scene);
  EXPECT_LT(line.size(), TraceBuffer::kMostEventBytes);
  EXPECT_TRUE(nlohmann::json::accept(line));
  scene.data = TraceWord(std::string(100'000, '\x01'));
  scene.line = TraceWord(std::string(100'000, '\x01'), TraceWord::kMostLineBytes);
  const std::string print = formatted(TraceFormat::kChrome, event::TracePrint{}, scene);
  EXPECT_LT(print.size(), TraceBuffer::kMostEventBytes);
  EXPECT_GT(print.size(), 6 * TraceWord::kMostLineBytes);
}

TEST(TraceFormatTest, ChromeTraceIsOneDocument) {
  std::string text(trace_begin(TraceFormat::kChrome));
  text += formatted(TraceFormat::kChrome, event::Kfree{}, {}, 0);
  text += formatted(TraceFormat::kChrome, event::Kfree{}, {}, 1);
  text += trace_end(TraceFormat::kChrome);
  const auto json = nlohmann::json::parse(text);
  ASSERT_EQ(json["traceEvents"].size(), 2u);
  EXPECT_EQ(json["traceEvents"][1]["ph"], "i");
  EXPECT_DOUBLE_EQ(json["traceEvents"][1]["ts"].get<double>(), 1234567.890);
}

TEST(TraceBufferTest, NumbersHaveTheirWidths) {
  std::vector<char> memory(256);
  TraceBuffer buffer(memory);
  buffer.decimal(0);
  buffer.put<" ">();
  buffer.decimal(18446744073709551615u);
  buffer.put<" ">();
  buffer.hex8(0x00ab01ff);
  buffer.put<" ">();
  buffer.decimal3(7);
  buffer.put<" ">();
  buffer.decimal6(120'045);
  for (const std::uint64_t value : {0, 7, 12'345, 1'234'567}) {
    buffer.put<"|">();
    buffer.decimal_wide(value);
  }
  EXPECT_EQ(buffer.text(), "0 18446744073709551615 00ab01ff 007 120045|    0|    7|12345|1234567");
}

TEST(TraceFormatTest, TheExtensionChoosesTheForm) {
  EXPECT_EQ(trace_format_of("a.jsonl"), TraceFormat::kJsonLines);
  EXPECT_EQ(trace_format_of("a.json"), TraceFormat::kChrome);
  EXPECT_EQ(trace_format_of("a.trace"), TraceFormat::kFtrace);
  EXPECT_EQ(trace_format_of("json"), TraceFormat::kFtrace);
}

TEST(TraceEventTest, PatternsSelectByNameAndSystem) {
  const EventMask kmalloc = events_of<event::Kmalloc>();
  EXPECT_EQ(select_events("kmalloc"), kmalloc);
  EXPECT_EQ(select_events("kmem:kmalloc"), kmalloc);
  EXPECT_EQ(select_events("mm_page_*"), (events_of<event::PageAlloc, event::PageFree>()));
  EXPECT_EQ(select_events("kmem"), select_events("kmem:*"));
  EXPECT_EQ(select_events("kmem:tlb_flush"), 0u);
  EXPECT_EQ(select_events("nothing"), 0u);
  EXPECT_EQ(select_events("*"), (EventMask{1} << std::variant_size_v<Event>)-1);
}

class TraceWriterTest : public testing::Test {
 protected:
  std::vector<std::string> lines() const {
    std::ifstream file(path);
    std::vector<std::string> result;
    for (std::string line; std::getline(file, line);) result.push_back(line);
    return result;
  }
  static std::string first_line(const std::string& name) {
    std::ifstream file(name);
    std::string line;
    std::getline(file, line);
    return line;
  }
  test::ScratchFolder folder;
  std::string path = (folder.path() / "trace").string();
};

TEST_F(TraceWriterTest, ARunIsWrittenAsTheKernelWouldTraceIt) {
  RunMachine m({});
  auto trace = TraceWriter::open(
      *m.machine, {path, TraceFormat::kFtrace, events_of<event::Kmalloc, event::Kfree>()});
  ASSERT_TRUE(trace);
  m.run({"leaks/leaky.c"});
  ASSERT_TRUE((*trace)->finish());
  const auto text = testing::PrintToString(lines());
  EXPECT_THAT(text, HasSubstr("kmem:kmalloc: call_site=leave_objects+0x"));
  EXPECT_THAT(text, HasSubstr(" bytes_req=100 bytes_alloc=128 gfp_flags=GFP_KERNEL node=-1 "
                              "accounted=false"));
  EXPECT_THAT(text, HasSubstr("kmem:kfree: call_site=leave_objects+0x"));
  EXPECT_THAT(text, testing::Not(HasSubstr("mm_page_alloc")));
}

TEST_F(TraceWriterTest, TracePrintkIsWrittenUnderItsFunction) {
  RunMachine m({});
  auto trace =
      TraceWriter::open(*m.machine, {path, TraceFormat::kFtrace, events_of<event::TracePrint>()});
  ASSERT_TRUE(trace);
  m.run({"trace/prints.c"});
  ASSERT_TRUE((*trace)->finish());
  EXPECT_EQ((*trace)->count(), 5u);
  const auto text = testing::PrintToString(lines());
  EXPECT_THAT(text, HasSubstr(": prints_init: number 5\""));
  EXPECT_THAT(text, HasSubstr(": prints_init: constant\""));
  EXPECT_THAT(text, HasSubstr(": prints_init: variable\""));
  EXPECT_THAT(text, HasSubstr(": prints_init: " + std::string(1000, 'x') + "\""));
  EXPECT_THAT(text, HasSubstr(": prints_exit: end\""));
  EXPECT_THAT(text, testing::Not(HasSubstr("switched off")));
}

TEST_F(TraceWriterTest, EveryLineOfATraceOfAllEventsParses) {
  RunMachine m({});
  auto trace = TraceWriter::open(*m.machine, {path, TraceFormat::kJsonLines});
  ASSERT_TRUE(trace);
  m.run({"leaks/leaky.c"});
  ASSERT_TRUE((*trace)->finish());
  const auto all = lines();
  EXPECT_EQ(all.size(), (*trace)->count());
  EXPECT_GT(all.size(), 100u);
  for (const std::string& line : all) ASSERT_TRUE(nlohmann::json::accept(line)) << line;
}

TEST_F(TraceWriterTest, ACacheMadeWhereAnotherWasHasItsOwnName) {
  RunMachine m({});
  auto trace =
      TraceWriter::open(*m.machine, {path, TraceFormat::kFtrace, events_of<event::CacheFree>()});
  ASSERT_TRUE(trace);
  m.run({"trace/two_caches.c"});
  ASSERT_TRUE((*trace)->finish());
  const auto text = testing::PrintToString(lines());
  EXPECT_THAT(text, HasSubstr("name=first_cache"));
  EXPECT_THAT(text, HasSubstr("name=other_cache"));
  EXPECT_THAT(text, testing::Not(HasSubstr("kmem_cache_create")));
}

TEST_F(TraceWriterTest, TheSameRunWritesTheSameBytes) {
  std::string first;
  for (int i = 0; i < 2; ++i) {
    RunMachine m({});
    auto trace = TraceWriter::open(*m.machine, {path, TraceFormat::kFtrace});
    ASSERT_TRUE(trace);
    m.run({"leaks/leaky.c", "leaks/clean.c"});
    ASSERT_TRUE((*trace)->finish());
    std::ifstream file(path);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    EXPECT_TRUE(i == 0 || text == first);
    first = text;
  }
  EXPECT_GT(first.size(), 10'000u);
}

TEST_F(TraceWriterTest, ThePathMustBeWritable) {
  RunMachine m({});
  const auto trace = TraceWriter::open(*m.machine, {"/nonexistent/trace.json"});
  ASSERT_FALSE(trace);
  EXPECT_EQ(trace.error().status, ExitStatus::kUsage);
  EXPECT_THAT(trace.error().message, HasSubstr("cannot write the trace /nonexistent/trace.json"));
}

// A file is replaced; one that has another name, or is reached by a link, is written over.
TEST_F(TraceWriterTest, AnExistingFileIsReplacedWhereNobodyElseHasIt) {
  const std::string hard = path + ".hard";
  const std::string soft = path + ".soft";
  const std::string other = path + ".other";
  std::ofstream(path) << "old";
  std::ofstream(other) << "old";
  std::filesystem::create_hard_link(other, hard);
  std::filesystem::create_symlink(other, soft);
  for (const std::string& name : {path, hard, soft}) {
    RunMachine m({});
    auto trace = TraceWriter::open(*m.machine, {name, TraceFormat::kFtrace});
    ASSERT_TRUE(trace);
    ASSERT_TRUE((*trace)->finish());
    EXPECT_EQ(first_line(name), "# tracer: nop") << name;
    EXPECT_EQ(first_line(other), name == path ? "old" : "# tracer: nop");
  }
  EXPECT_TRUE(std::filesystem::is_symlink(soft));
  EXPECT_EQ(std::filesystem::hard_link_count(hard), 2u);
}

TEST_F(TraceWriterTest, AFullDeviceIsToldAtTheEnd) {
  if (!std::filesystem::exists("/dev/full")) GTEST_SKIP();
  RunMachine m({});
  auto trace = TraceWriter::open(*m.machine, {"/dev/full", TraceFormat::kFtrace});
  ASSERT_TRUE(trace);
  m.run({"leaks/clean.c"});
  EXPECT_FALSE((*trace)->finish());
}

}  // namespace
}  // namespace mm32::emu
