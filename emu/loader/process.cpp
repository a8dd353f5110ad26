#include "emu/loader/process.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sstream>
#include <utility>

extern char** environ;

namespace mm32::emu {
namespace {

// __DATE__ and __TIME__ of compiled sources must not depend on the clock.
constexpr const char* kFixedDate = "SOURCE_DATE_EPOCH=0";
constexpr const char* kUsualPath = "PATH=/usr/bin:/bin";

// Variables of the date, and of a make that we may run under, which is not that of the modules.
bool is_ours(std::string_view entry) {
  static constexpr std::string_view kNames[] = {
      "SOURCE_DATE_EPOCH=", "MAKEFLAGS=", "MFLAGS=", "MAKELEVEL=", "MAKEFILES=", "MAKEOVERRIDES="};
  return std::ranges::any_of(kNames,
                             [&](std::string_view name) { return entry.starts_with(name); });
}

std::vector<char*> child_environment() {
  std::vector<char*> environment;
  for (char** entry = environ; *entry != nullptr; ++entry)
    if (!is_ours(*entry)) environment.push_back(*entry);
  environment.push_back(const_cast<char*>(kFixedDate));
  // Without it gcc does not find the linker.
  if (std::getenv("PATH") == nullptr) environment.push_back(const_cast<char*>(kUsualPath));
  environment.push_back(nullptr);
  return environment;
}

}  // namespace

std::optional<Process> Process::start(const std::vector<std::string>& arguments,
                                      const std::filesystem::path& output) {
  std::vector<char*> argv;
  argv.reserve(arguments.size() + 1);
  for (const std::string& argument : arguments) argv.push_back(const_cast<char*>(argument.c_str()));
  argv.push_back(nullptr);
  std::vector<char*> environment = child_environment();
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output.c_str(),
                                   O_WRONLY | O_CREAT | O_TRUNC | O_APPEND, 0600);
  posix_spawn_file_actions_adddup2(&actions, STDOUT_FILENO, STDERR_FILENO);
  pid_t pid = 0;
  const int error = posix_spawnp(&pid, argv[0], &actions, nullptr, argv.data(), environment.data());
  posix_spawn_file_actions_destroy(&actions);
  if (error != 0) return std::nullopt;
  return Process(pid, output);
}

Process::Process(Process&& other) noexcept
    : pid_(std::exchange(other.pid_, 0)), output_(std::move(other.output_)) {}

Process& Process::operator=(Process&& other) noexcept {
  if (this != &other) {
    reap();
    pid_ = std::exchange(other.pid_, 0);
    output_ = std::move(other.output_);
  }
  return *this;
}

Process::~Process() { reap(); }

int Process::reap() {
  if (pid_ == 0) return 0;
  int status = 0;
  while (waitpid(pid_, &status, 0) < 0 && errno == EINTR) continue;
  pid_ = 0;
  return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

ProcessResult Process::wait() {
  ProcessResult result;
  result.exit_status = reap();
  result.output = read_text_file(output_).value_or("");
  return result;
}

std::optional<TemporaryFolder> TemporaryFolder::create() {
  std::error_code error;
  const std::filesystem::path parent = std::filesystem::temp_directory_path(error);
  std::string name = ((error ? "/tmp" : parent) / "mm32-XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) return std::nullopt;
  return TemporaryFolder(name);
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
}

std::optional<std::string> read_text_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  std::ostringstream text;
  text << file.rdbuf();
  if (file.bad()) return std::nullopt;
  return std::move(text).str();
}

bool write_text_file(const std::filesystem::path& path, std::string_view text) {
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file.write(text.data(), static_cast<std::streamsize>(text.size()));
  file.close();
  return file.good();
}

std::optional<std::filesystem::path> find_program(const std::string& name) {
  const char* path = std::getenv("PATH");
  std::istringstream folders(path == nullptr ? "/usr/bin:/bin" : path);
  for (std::string folder; std::getline(folders, folder, ':');) {
    std::filesystem::path candidate = std::filesystem::path(folder.empty() ? "." : folder) / name;
    std::error_code error;
    if (std::filesystem::is_regular_file(candidate, error) && access(candidate.c_str(), X_OK) == 0)
      return candidate;
  }
  return std::nullopt;
}

}  // namespace mm32::emu
