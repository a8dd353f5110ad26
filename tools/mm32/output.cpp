#include "output.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

#include "emu/failure.hpp"

namespace mm32::tool {
namespace {

// Opened for reading: what is written to it fails and is reported, as on a closed stream.
void occupy(int number) {
  if (fcntl(number, F_GETFD) >= 0 || errno != EBADF) return;
  const int opened = open("/dev/null", O_RDONLY);
  if (opened >= 0 && opened != number) {
    dup2(opened, number);
    close(opened);
  }
}

}  // namespace

Output::Output()
    : logger_(std::make_unique<spdlog::logger>("mm32",
                                               std::make_shared<spdlog::sinks::stderr_sink_st>())) {
  logger_->set_pattern("mm32: %v");
  for (const int number : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) occupy(number);
}

void Output::print(std::string_view text) {
  if (error_ != 0 || text.empty()) return;
  if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size()) error_ = errno;
}

void Output::relay(std::string_view text) {
  if (std::fflush(stdout) != 0 && error_ == 0) error_ = errno;
  std::fwrite(text.data(), 1, text.size(), stderr);
}

void Output::diagnose(std::string_view line) {
  if (std::fflush(stdout) != 0 && error_ == 0) error_ = errno;
  logger_->info(line);
}

Output::~Output() = default;

int Output::finish(int status) {
  if (std::fflush(stdout) != 0 && error_ == 0) error_ = errno;
  if (error_ == 0) return status;
  diagnose(fmt::format("standard output cannot be written: {}", std::strerror(error_)));
  return status == 0 ? static_cast<int>(emu::ExitStatus::kUsage) : status;
}

}  // namespace mm32::tool
