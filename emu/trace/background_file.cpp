#include "emu/trace/background_file.hpp"

#include <utility>

namespace mm32::emu {

std::unique_ptr<BackgroundFile> BackgroundFile::create(const std::string& path) {
  std::FILE* const file = std::fopen(path.c_str(), "wb");
  if (file == nullptr) return nullptr;
  return std::unique_ptr<BackgroundFile>(new BackgroundFile(file));
}

BackgroundFile::BackgroundFile(std::FILE* file) : file_(file) {
  std::setvbuf(file_, nullptr, _IONBF, 0);  // buffers_ are buffers enough
  for (std::vector<char>& buffer : buffers_) buffer.resize(kBufferBytes);
  thread_ = std::thread([this] { write_all(); });
}

BackgroundFile::~BackgroundFile() { close(); }

void BackgroundFile::write_all() {
  std::unique_lock lock(mutex_);
  for (;;) {
    changed_.wait(lock, [this] { return !pending_.empty() || ending_; });
    if (pending_.empty()) return;
    const std::span<const char> bytes = pending_;
    lock.unlock();
    const bool written = std::fwrite(bytes.data(), 1, bytes.size(), file_) == bytes.size();
    lock.lock();
    failed_ = failed_ || !written;
    pending_ = {};
    changed_.notify_all();
  }
}

void BackgroundFile::submit(std::size_t bytes) {
  if (bytes == 0) return;
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return pending_.empty(); });
  pending_ = std::span(buffers_[filling_]).first(bytes);
  filling_ ^= 1;
  changed_.notify_all();
}

bool BackgroundFile::failed() {
  const std::lock_guard lock(mutex_);
  return failed_;
}

bool BackgroundFile::close() {
  if (!thread_.joinable()) return !failed_;
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
  }
  changed_.notify_all();
  thread_.join();
  if (std::fclose(std::exchange(file_, nullptr)) != 0) failed_ = true;
  return !failed_;
}

}  // namespace mm32::emu
