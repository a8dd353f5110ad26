#include "test_command.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <charconv>
#include <chrono>
#include <nlohmann/json.hpp>
#include <sstream>
#include <thread>

#include "emu/guest_test/junit.hpp"
#include "emu/loader/process.hpp"
#include "session.hpp"

namespace mm32::tool {
namespace {

using emu::Expected;
using emu::failure;
using emu::GuestTest;
using emu::GuestTestResult;
using emu::GuestTestRun;

constexpr std::string_view kMessageStart = "mm32: ";
constexpr unsigned kMostJobs = 256;

Expected<std::vector<GuestTest>> chosen_tests(const Arguments& args) {
  std::vector<GuestTest> tests;
  for (const std::string& file : args.files) {
    MM_TRY_ASSIGN(auto found, emu::find_guest_tests(file));
    std::ranges::move(found, std::back_inserter(tests));
  }
  if (tests.empty())
    return failure(emu::ExitStatus::kUsage,
                   "there are no tests: no file in the folder says what is expected of it "
                   "(mm32 test --help)");
  if (args.filter.empty()) return tests;
  try {
    const std::regex filter(args.filter);
    std::erase_if(tests,
                  [&](const GuestTest& test) { return !std::regex_search(test.name, filter); });
  } catch (const std::regex_error&) {
    return failure(emu::ExitStatus::kUsage,
                   fmt::format("--filter: '{}' is no regular expression", args.filter));
  }
  if (tests.empty())
    return failure(emu::ExitStatus::kUsage,
                   fmt::format("no test's name matches '{}'", args.filter));
  return tests;
}

Expected<unsigned> job_count(const std::string& text) {
  if (text.empty()) return std::max(1u, std::thread::hardware_concurrency());
  unsigned jobs = 0;
  const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), jobs);
  if (error != std::errc() || rest != text.data() + text.size() || jobs == 0 || jobs > kMostJobs)
    return failure(emu::ExitStatus::kUsage,
                   fmt::format("-j takes a number from 1 to {}, not '{}'", kMostJobs, text));
  return jobs;
}

// What `mm32 run --json` printed: the JSON begins at the last line that is a brace.
void read_output(const std::string& output, GuestTestRun& run) {
  const std::size_t begin = output.starts_with("{\n") ? 0 : output.rfind("\n{\n");
  const auto json = begin == std::string::npos
                        ? nlohmann::json(nlohmann::json::value_t::discarded)
                        : nlohmann::json::parse(output.substr(begin), nullptr, false);
  if (!json.is_discarded()) {
    for (const auto& line : json.at("log")) run.log.push_back(line.at("text").get<std::string>());
    run.messages = json.at("diagnostics").get<std::vector<std::string>>();
    return;
  }
  std::istringstream lines(output);
  for (std::string line; std::getline(lines, line);)
    run.messages.push_back(line.starts_with(kMessageStart) ? line.substr(kMessageStart.size())
                                                           : line);
}

GuestTestResult run_test(const GuestTest& test, const Arguments& args,
                         const std::filesystem::path& output) {
  std::vector<std::string> words = {"/proc/self/exe", "run"};
  words.insert(words.end(), args.passed_on.begin(), args.passed_on.end());
  words.emplace_back("--json");
  for (const auto& module : test.with) words.push_back(module.string());
  words.push_back(test.program.string());
  words.insert(words.end(), test.args.begin(), test.args.end());
  GuestTestResult result{test, {}, {}};
  const auto start = std::chrono::steady_clock::now();
  auto process = emu::Process::start(words, output);
  if (!process) {
    result.run.status = to_int(emu::ExitStatus::kInternalFault);
    result.failures = {"mm32 could not be started"};
    return result;
  }
  const emu::ProcessResult ended = process->wait();
  result.run.seconds =
      std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  result.run.status = ended.exit_status;
  read_output(ended.output, result.run);
  result.failures = emu::judge(test, result.run);
  return result;
}

// Results in the order of the tests, whichever ends first.
std::vector<GuestTestResult> run_all(const std::vector<GuestTest>& tests, const Arguments& args,
                                     unsigned jobs, const std::filesystem::path& folder) {
  std::vector<GuestTestResult> results(tests.size());
  std::atomic<std::size_t> next{0};
  const auto work = [&] {
    for (std::size_t i = next++; i < tests.size(); i = next++)
      results[i] = run_test(tests[i], args, folder / fmt::format("{}.txt", i));
  };
  std::vector<std::thread> workers;
  const auto count = std::min<std::size_t>(jobs, tests.size());
  for (std::size_t i = 1; i < count; ++i) workers.emplace_back(work);
  work();
  for (std::thread& worker : workers) worker.join();
  return results;
}

void say(const GuestTestResult& result, Output& output) {
  output.print(fmt::format("{} {}\n", result.failures.empty() ? "ok  " : "FAIL", result.test.name));
  if (result.failures.empty()) return;
  for (const std::string& line : result.failures) output.print(fmt::format("     {}\n", line));
  for (const std::string& line : result.run.messages)
    output.print(fmt::format("     mm32: {}\n", line));
}

Expected<int> test(const Arguments& args, Output& output) {
  MM_TRY_ASSIGN(const unsigned jobs, job_count(args.jobs));
  MM_TRY_ASSIGN(const auto tests, chosen_tests(args));
  const auto folder = emu::TemporaryFolder::create();
  if (!folder) return failure(emu::ExitStatus::kUsage, "no folder for temporary files can be made");
  const auto results = run_all(tests, args, jobs, folder->path());
  for (const GuestTestResult& result : results) say(result, output);
  const auto failed =
      std::ranges::count_if(results, [](const auto& r) { return !r.failures.empty(); });
  output.print(fmt::format("{} test{}: {} passed, {} failed\n", results.size(),
                           results.size() == 1 ? "" : "s",
                           static_cast<std::ptrdiff_t>(results.size()) - failed, failed));
  if (!args.junit_file.empty() && !emu::write_text_file(args.junit_file, emu::junit_xml(results)))
    return failure(emu::ExitStatus::kUsage,
                   fmt::format("--junit: {} cannot be written", args.junit_file));
  return to_int(failed == 0 ? emu::ExitStatus::kSuccess : emu::ExitStatus::kGuestMisbehaved);
}

}  // namespace

int test_command(const Arguments& args, Output& output) {
  const auto status = test(args, output);
  return status ? *status : refuse(status.error(), output);
}

}  // namespace mm32::tool
