#include "emu/guest_test/junit.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace mm32::emu {
namespace {

std::string xml(std::string_view text) {
  std::string safe;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    switch (c) {
      case '&':
        safe += "&amp;";
        break;
      case '<':
        safe += "&lt;";
        break;
      case '>':
        safe += "&gt;";
        break;
      case '"':
        safe += "&quot;";
        break;
      case '\n':
        safe += "&#10;";
        break;
      default:
        safe += byte < 0x20 && c != '\t' ? '?' : byte > 0x7e ? '?' : c;
    }
  }
  return safe;
}

std::string lines_of(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += xml(line) + "\n";
  return text;
}

std::string test_case(const GuestTestResult& result) {
  const std::filesystem::path& path = result.test.program;
  std::string text = fmt::format("    <testcase classname=\"{}\" name=\"{}\" time=\"{:.3f}\">\n",
                                 xml(path.parent_path().string()), xml(path.filename().string()),
                                 result.run.seconds);
  if (!result.failures.empty())
    text += fmt::format("      <failure message=\"{}\">{}</failure>\n",
                        xml(result.failures.front()), lines_of(result.failures));
  text += fmt::format("      <system-out>{}</system-out>\n", lines_of(result.run.log));
  text += fmt::format("      <system-err>{}</system-err>\n", lines_of(result.run.messages));
  return text + "    </testcase>\n";
}

}  // namespace

std::string junit_xml(const std::vector<GuestTestResult>& results) {
  const auto failed =
      std::ranges::count_if(results, [](const auto& result) { return !result.failures.empty(); });
  double seconds = 0;
  for (const GuestTestResult& result : results) seconds += result.run.seconds;
  const std::string counts = fmt::format(
      "tests=\"{}\" failures=\"{}\" errors=\"0\" time=\"{:.3f}\"", results.size(), failed, seconds);
  std::string text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  text += fmt::format("<testsuites {}>\n  <testsuite name=\"mm32\" {} skipped=\"0\">\n", counts,
                      counts);
  for (const GuestTestResult& result : results) text += test_case(result);
  return text + "  </testsuite>\n</testsuites>\n";
}

}  // namespace mm32::emu
