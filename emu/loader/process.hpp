// Runs other programs: no shell, arguments as they are, standard error captured.
//
// Several programs can run at once: start() each, then wait() for each.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace mm32::emu {

struct ProcessResult {
  int exit_status = 0;   // 128 + signal number when a signal ended it
  std::string output{};  // standard output and standard error, as they were written
};

class Process {
 public:
  /// Starts `arguments[0]` (looked up in PATH) with /dev/null as standard input. Its output goes to
  /// the file `output`, which is made. nullopt: the program cannot be started.
  static std::optional<Process> start(const std::vector<std::string>& arguments,
                                      const std::filesystem::path& output);

  Process(Process&& other) noexcept;
  Process& operator=(Process&& other) noexcept;
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;
  ~Process();

  /// Waits for the end; to be called once.
  ProcessResult wait();

 private:
  Process(pid_t pid, std::filesystem::path output) : pid_(pid), output_(std::move(output)) {}
  int reap();

  pid_t pid_ = 0;
  std::filesystem::path output_;
};

/// A private folder that disappears with its owner, under $TMPDIR or /tmp.
class TemporaryFolder {
 public:
  static std::optional<TemporaryFolder> create();
  TemporaryFolder(TemporaryFolder&& other) noexcept : path_(std::move(other.path_)) {
    other.path_.clear();
  }
  TemporaryFolder& operator=(TemporaryFolder&&) = delete;
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder();

  const std::filesystem::path& path() const { return path_; }

 private:
  explicit TemporaryFolder(std::filesystem::path path) : path_(std::move(path)) {}
  std::filesystem::path path_;
};

/// The whole contents of a file; nullopt when it cannot be read.
std::optional<std::string> read_text_file(const std::filesystem::path& path);
/// Whether all of `text` was written.
bool write_text_file(const std::filesystem::path& path, std::string_view text);
/// Where PATH has an executable file of that name; nullopt: nowhere.
std::optional<std::filesystem::path> find_program(const std::string& name);

}  // namespace mm32::emu
