#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "tests/hygiene/include_scan.hpp"
#include "tests/support/scratch_folder.hpp"

namespace mm32::hygiene {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> violations_below(const fs::path& root) {
  std::vector<std::string> found;
  for (const Include& include : includes_below(root)) {
    if (std::string why = forbidden(include); !why.empty()) found.push_back(std::move(why));
  }
  return found;
}

TEST(IncludeDirectionTest, NoArrowOfThisProjectPointsTheWrongWay) {
  const std::vector<Include> includes = includes_below(MM32_SOURCE_DIR);
  EXPECT_FALSE(includes.empty());
  EXPECT_THAT(violations_below(MM32_SOURCE_DIR), IsEmpty());
}

TEST(IncludeDirectionTest, FindsAViolationInATree) {
  const test::ScratchFolder folder;
  const fs::path& root = folder.path();
  fs::create_directories(root / "mm/base");
  fs::create_directories(root / "emu");
  std::ofstream(root / "mm/base/bad.cpp") << "#include \"mm/base/ram.hpp\"\n"
                                             "// a comment\n"
                                             "#  include \"emu/cpu.hpp\"\n";
  std::ofstream(root / "emu/fine.cpp") << "#include \"mm/base/ram.hpp\"\n";
  EXPECT_THAT(violations_below(root),
              ElementsAre("mm/base/bad.cpp:3: mm/ must not include emu/ (emu/cpu.hpp)"));
}

struct Case {
  const char* file;
  const char* header;
  bool allowed;
};

void PrintTo(const Case& c, std::ostream* out) { *out << c.file << " includes " << c.header; }

class IncludeRuleTest : public testing::TestWithParam<Case> {};

TEST_P(IncludeRuleTest, MatchesTheDesign) {
  const Case& c = GetParam();
  EXPECT_EQ(forbidden({c.file, 1, c.header}).empty(), c.allowed)
      << forbidden({c.file, 1, c.header});
}

INSTANTIATE_TEST_SUITE_P(
    Arrows, IncludeRuleTest,
    testing::Values(
        Case{"mm/a.cpp", "mm/b.hpp", true}, Case{"mm/a.cpp", "vector", true},
        Case{"mm/a.cpp", "emu/b.hpp", false}, Case{"mm/a.cpp", "../emu/b.hpp", false},
        Case{"mm/x/a.cpp", "../b.hpp", true}, Case{"mm/a.cpp", "unicorn/unicorn.h", false},
        Case{"mm/a.cpp", "fstream", false}, Case{"mm/a.cpp", "fmt/format.h", true},
        Case{"mm/a.cpp", "tests/b.hpp", false}, Case{"emu/a.cpp", "mm/b.hpp", true},
        Case{"emu/a.cpp", "unicorn/unicorn.h", true}, Case{"emu/a.cpp", "tools/b.hpp", false},
        Case{"emu/a.cpp", "guest/b.h", false}, Case{"tools/a.cpp", "emu/b.hpp", true},
        Case{"tools/a.cpp", "tests/b.hpp", false}, Case{"tools/a.cpp", "unicorn/unicorn.h", false},
        Case{"guest/modules/a.c", "linux/mm.h", true}, Case{"guest/kernel/a.c", "mm/b.hpp", false},
        Case{"guest/kernel/a.c", "../../emu/b.hpp", false},
        Case{"tests/unit/a.cpp", "emu/b.hpp", true}));

TEST(IncludeScanTest, ReadsBothFormsAndTheLineNumber) {
  const std::vector<Include> includes =
      includes_of("mm/a.cpp", "#include <vector>\n\n  # include \"mm/b.hpp\" // why\nint include;");
  ASSERT_EQ(includes.size(), 2U);
  EXPECT_EQ(includes[0].header, "vector");
  EXPECT_EQ(includes[1].header, "mm/b.hpp");
  EXPECT_EQ(includes[1].line, 3);
}

}  // namespace
}  // namespace mm32::hygiene
