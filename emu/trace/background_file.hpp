// A file that is written by a thread of its own: the writer fills one buffer while the other is on
// its way to the disk.
//
// Constant memory: two buffers. A writer that is faster than the disk waits. The order of the bytes
// is the order in which they were submitted. Only the thread touches the file after open().
#pragma once

#include <condition_variable>
#include <cstdio>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <thread>
#include <vector>

namespace mm32::emu {

class BackgroundFile {
 public:
  /// nullptr, with errno set, when the file cannot be created.
  static std::unique_ptr<BackgroundFile> create(const std::string& path);
  ~BackgroundFile();
  BackgroundFile(const BackgroundFile&) = delete;
  BackgroundFile& operator=(const BackgroundFile&) = delete;

  /// The buffer to fill.
  std::span<char> buffer() { return buffers_[filling_]; }
  /// Sends the first `bytes` of the buffer on their way; buffer() is another one afterwards.
  void submit(std::size_t bytes);
  /// Whether a write has failed so far.
  bool failed();
  /// Waits for everything to be written and closes. False when not all of it could be.
  bool close();

 private:
  static constexpr std::size_t kBufferBytes = std::size_t{1} << 18;

  explicit BackgroundFile(std::FILE* file);
  void write_all();

  std::FILE* file_;
  std::vector<char> buffers_[2];
  unsigned filling_ = 0;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::span<const char> pending_;  // what the thread has to write; empty: nothing
  bool failed_ = false;
  bool ending_ = false;
  std::thread thread_;
};

}  // namespace mm32::emu
