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
using testing::MatchesRegex;

std::string formatted(TraceFormat format, const TraceEventName& name,
                      std::span<const TraceField> fields, std::uint64_t index = 0) {
  std::string text;
  append_trace_event(text, format, index, {1'234'567'890, 83, "insmod"}, name, fields);
  return text;
}

TraceFields kfree_fields(std::string_view site) {
  TraceFields fields;
  fields.text("call_site", site);
  fields.pointer("ptr", VirtAddr(0xc1234560));
  return fields;
}

TEST(TraceFormatTest, FtraceTextHasTheKernelsNames) {
  const TraceFields fields = kfree_fields("hello_exit+0xa/0x10 [hello]");
  EXPECT_EQ(formatted(TraceFormat::kFtrace, {"kmem", "kfree"}, fields.all()),
            "          insmod-83      [000] .....     1.234567: kmem:kfree: "
            "call_site=hello_exit+0xa/0x10 [hello] ptr=c1234560\n");
}

TEST(TraceFormatTest, JsonLinesEscapeGuestText) {
  const TraceFields fields = kfree_fields("a\"b\n\xff");
  const auto json =
      nlohmann::json::parse(formatted(TraceFormat::kJsonLines, {"kmem", "kfree"}, fields.all()));
  EXPECT_EQ(json["event"], "kmem:kfree");
  EXPECT_EQ(json["ts_ns"], 1'234'567'890);
  EXPECT_EQ(json["ptr"], "0xc1234560");
  EXPECT_EQ(json["call_site"], "a\"b\n\xef\xbf\xbd");
}

TEST(TraceFormatTest, ChromeTraceIsOneDocument) {
  const TraceFields fields = kfree_fields("f");
  std::string text(trace_begin(TraceFormat::kChrome));
  text += formatted(TraceFormat::kChrome, {"kmem", "kfree"}, fields.all(), 0);
  text += formatted(TraceFormat::kChrome, {"kmem", "kfree"}, fields.all(), 1);
  text += trace_end(TraceFormat::kChrome);
  const auto json = nlohmann::json::parse(text);
  ASSERT_EQ(json["traceEvents"].size(), 2u);
  EXPECT_EQ(json["traceEvents"][1]["ph"], "i");
  EXPECT_DOUBLE_EQ(json["traceEvents"][1]["ts"].get<double>(), 1234567.890);
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

TEST_F(TraceWriterTest, ThePathMustBeWritable) {
  RunMachine m({});
  const auto trace = TraceWriter::open(*m.machine, {"/nonexistent/trace.json"});
  ASSERT_FALSE(trace);
  EXPECT_EQ(trace.error().status, ExitStatus::kUsage);
  EXPECT_THAT(trace.error().message, HasSubstr("cannot write the trace /nonexistent/trace.json"));
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
