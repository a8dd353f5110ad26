// "Explain this fault" as a user sees it: the paragraph of each kind of misbehaviour, as one
// committed text. MM32_UPDATE_LOGS=1 writes it anew.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <regex>

#include "tests/support/command.hpp"
#include "tests/support/log_form.hpp"

namespace mm32::test {
namespace {

// Addresses, offsets into functions and instructions depend on the compiler.
std::string mask_paragraph(std::string text) {
  static const std::pair<std::regex, const char*> kMasks[] = {
      {std::regex(R"(\+0x[0-9a-f]+/0x[0-9a-f]+)"), "+O/S"},
      {std::regex(R"(\.(constprop|isra|part)\.\d+)"), ""},
      {std::regex(R"(`(\w+) [^`]*`)"), "`$1 …`"},
      {std::regex(R"(value 0x[0-9a-f]+)"), "value H"},
      {std::regex(R"(error code 0x[0-9a-f]+)"), "error code H"},
      {std::regex(R"(innermost \d+ frames hold \d+ calls)"), "innermost N frames hold N calls"},
      {std::regex(R"(\b[0-9a-f]{8}\b)"), "H"},
      // What is left of RAM depends on the size of the kernel's image.
      {std::regex(R"(hold \d+ MB in \d+ allocations: \d+ KB in \d+)"),
       "hold N MB in N allocations: N KB in N"},
  };
  for (const auto& [pattern, with] : kMasks) text = std::regex_replace(text, pattern, with);
  return text;
}

std::string paragraphs(const std::string& words) {
  const CommandResult result = shell("\"$MM32\" run " + words);
  std::string text = "# " + words + " (status " + std::to_string(result.status) + ")\n";
  for (const std::string& line : lines_of(result.err))
    if (line.starts_with("mm32: why: ")) text += mask_paragraph(line.substr(6)) + "\n";
  return text;
}

TEST(ExplainTest, EachKindIsAsCommitted) {
  std::string said;
  for (int kind = 0; kind <= 27; ++kind) {
    const bool checks_slabs = kind >= 14 && kind <= 17;
    const bool needs_highmem = kind == 18 || kind == 19;
    said +=
        paragraphs("tests/guest/explain/causes.c kind=" + std::to_string(kind) +
                   (needs_highmem ? " --mem 1G" : "") + (checks_slabs ? " --slub-debug FZPU" : ""));
  }
  said += paragraphs("tests/guest/explain/causes.c kind=16 --mem 1G");
  said += paragraphs("tests/guest/faults/jump_to_data.c --pae");
  said += paragraphs("tests/guest/faults/kernel_text_write.c");
  said += paragraphs("tests/guest/faults/stack_smash.c");
  said += paragraphs("tests/guest/faults/guard_write.c");
  said += paragraphs("tests/guest/memory/use_up.c --mem 64M");
  const auto committed =
      std::filesystem::path(MM32_SOURCE_DIR) / "tests/command/explain/paragraphs.txt";
  if (std::getenv("MM32_UPDATE_LOGS") != nullptr) write_file(committed, said);
  EXPECT_EQ(said, read_file(committed));
}

}  // namespace
}  // namespace mm32::test
