// Runs the built mm32 as a user does and keeps what it said.
//
// Each run has a time limit of its own (status 124 when it is reached); a death by signal N is
// status 128+N, as in a shell. The compile cache is one of the build tree.
#pragma once

#include <sys/wait.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

#include "tests/support/scratch_folder.hpp"

namespace mm32::test {

struct CommandResult {
  int status = -1;
  std::string out;
  std::string err;
};

/// `text` without the lines that begin with `start`.
inline std::string without_lines(const std::string& text, const std::string& start) {
  std::string kept;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size() - 1) + 1;
    if (text.compare(at, start.size(), start) != 0) kept += text.substr(at, end - at);
    at = end;
  }
  return kept;
}

inline std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

inline void write_file(const std::filesystem::path& path, const std::string& text) {
  std::ofstream(path, std::ios::binary) << text;
}

inline std::string quoted(const std::string& word) {
  std::string text;
  text.push_back('\'');
  for (const char c : word) {
    if (c == '\'')
      text.append("'\\''");
    else
      text.push_back(c);
  }
  text.push_back('\'');
  return text;
}

/// Runs a line of shell in `folder`; $MM32 is the command under test.
inline CommandResult shell(const std::string& line,
                           const std::filesystem::path& folder = MM32_SOURCE_DIR) {
  const ScratchFolder scratch;
  const auto out = scratch.path() / "out";
  const auto err = scratch.path() / "err";
  std::ostringstream script;
  script << "cd " << quoted(folder.string()) << "; export MM32=" << quoted(MM32_COMMAND)
         << " XDG_CACHE_HOME=" << quoted(MM32_BINARY_DIR "/tests/cache") << " LC_ALL=C; " << line;
  std::ostringstream whole;
  whole << "timeout -k 5 100 sh -c " << quoted(script.str()) << " </dev/null >"
        << quoted(out.string()) << " 2>" << quoted(err.string());
  const int status = std::system(whole.str().c_str());
  return {WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), read_file(out),
          read_file(err)};
}

/// Runs mm32 with these words.
inline CommandResult mm32(const std::vector<std::string>& words,
                          const std::filesystem::path& folder = MM32_SOURCE_DIR) {
  std::ostringstream line;
  line << "exec \"$MM32\"";
  for (const std::string& word : words) line << ' ' << quoted(word);
  return shell(line.str(), folder);
}

}  // namespace mm32::test
