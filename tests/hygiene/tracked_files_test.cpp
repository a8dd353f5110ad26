// What is tracked must work on any machine: no paths of somebody's machine, no package hosts.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <regex>
#include <sstream>
#include <string>
#include <vector>

namespace mm32::hygiene {
namespace {

namespace fs = std::filesystem;
using ::testing::IsEmpty;

// The files that git tracks in FOLDER; none when FOLDER is no checkout or git is not there.
std::vector<std::string> tracked_files(const std::string& folder) {
  const std::string command =
      "git -C '" + folder + "' -c safe.directory='*' ls-files -z --cached 2>/dev/null";
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), pclose);
  std::string output;
  std::array<char, 4096> buffer;
  while (pipe) {
    const std::size_t count = fread(buffer.data(), 1, buffer.size(), pipe.get());
    if (count == 0) break;
    output.append(buffer.data(), count);
  }
  std::vector<std::string> files;
  std::istringstream in(output);
  for (std::string file; std::getline(in, file, '\0');) files.push_back(file);
  return files;
}

// "line: text" of the lines of TEXT that name a home or work folder or a package host. A wiki is
// none: the kernel names one in a message.
std::vector<std::string> private_lines(const std::string& text) {
  static const std::regex pattern(R"re((^|[^\w.$}/])/(home|root|work)/\S|)re"
                                  R"re(\b(https?|ftp)://(?!wiki\.)[\w.-]*(debian)\.org)re");
  std::vector<std::string> found;
  std::istringstream in(text);
  int number = 1;
  for (std::string line; std::getline(in, line); ++number) {
    if (std::regex_search(line, pattern)) found.push_back(std::to_string(number) + ": " + line);
  }
  return found;
}

TEST(TrackedFilesTest, NameNoFolderOfOneMachineAndNoPackageHost) {
  const std::vector<std::string> files = tracked_files(MM32_SOURCE_DIR);
  if (files.empty()) GTEST_SKIP() << "not a git checkout";
  for (const std::string& file : files) {
    std::ifstream in(fs::path(MM32_SOURCE_DIR) / file, std::ios::binary);
    const std::string text(std::istreambuf_iterator<char>(in), {});
    EXPECT_THAT(private_lines(text), IsEmpty()) << file;
  }
}

TEST(TrackedFilesTest, DetectsEachKindOfPrivateLine) {
  const std::string slash = "/";
  EXPECT_EQ(private_lines("a\ncd " + slash + "work/main\n").size(), 1U);
  EXPECT_EQ(private_lines("\"" + slash + "home/me/x\"").size(), 1U);
  EXPECT_EQ(private_lines(slash + "root/.cache").size(), 1U);
  EXPECT_EQ(private_lines("URIs: http:" + slash + slash + "mirror.debian" + ".org/debian").size(),
            1U);
  EXPECT_THAT(private_lines("$folder/root/usr ./home/x build/work/y tmp/root"), IsEmpty());
}

}  // namespace
}  // namespace mm32::hygiene
