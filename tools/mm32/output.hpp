// Standard output and standard error of the command.
//
// What is printed may get lost (a full disk, a closed stream): the first failure is remembered and
// reported once, by finish(). Nothing here throws, so the guest may print from inside the CPU.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace spdlog {
class logger;
}

namespace mm32::tool {

class Output {
 public:
  /// Opens streams that the caller closed, so that no file of ours gets number 1 or 2.
  Output();
  ~Output();
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  /// Writes to standard output.
  void print(std::string_view text);
  /// One line "mm32: …" on standard error, after everything printed so far.
  void diagnose(std::string_view line);
  /// Text of another program or of the guest's log, as it is, on standard error.
  void relay(std::string_view text);
  /// Writes what is buffered. The exit status, which is 2 when output was lost and it was 0.
  int finish(int status);

 private:
  std::unique_ptr<spdlog::logger> logger_;
  int error_ = 0;  // errno of the first write that failed
};

}  // namespace mm32::tool
