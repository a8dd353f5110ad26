#include "emu/loader/compile_cache.hpp"

#include <unistd.h>

#include <cstdlib>
#include <nlohmann/json.hpp>

#include "emu/loader/content_hash.hpp"
#include "emu/loader/process.hpp"

namespace mm32::emu {
namespace {

using nlohmann::json;

bool files_unchanged(const json& files) {
  for (const auto& [path, hash] : files.items()) {
    const auto text = read_text_file(path);
    if (!text || content_hash(*text) != hash.get<std::string>()) return false;
  }
  return true;
}

bool is_entry(const json& record) {
  const auto has_string = [&](const char* key) {
    return record.contains(key) && record[key].is_string();
  };
  if (!record.is_object() || !has_string("object") || !has_string("messages")) return false;
  if (!record.contains("files") || !record["files"].is_object()) return false;
  for (const auto& [path, hash] : record["files"].items())
    if (!hash.is_string()) return false;
  return true;
}

// Text from the compiler need not be UTF-8, which JSON must be.
std::string printable(const json& record) {
  return record.dump(1, ' ', false, json::error_handler_t::replace);
}

}  // namespace

std::filesystem::path CompileCache::default_folder() {
  if (const char* cache = std::getenv("XDG_CACHE_HOME"); cache != nullptr && cache[0] == '/')
    return std::filesystem::path(cache) / "mm32";
  if (const char* home = std::getenv("HOME"); home != nullptr && home[0] == '/')
    return std::filesystem::path(home) / ".cache" / "mm32";
  return {};
}

std::optional<CompileCache::Entry> CompileCache::find(const std::string& key) const {
  if (folder_.empty()) return std::nullopt;
  const auto text = read_text_file(folder_ / (key + ".json"));
  if (!text) return std::nullopt;
  const json record = json::parse(*text, nullptr, false);
  if (!is_entry(record) || !files_unchanged(record["files"])) return std::nullopt;
  const auto hash = record["object"].get<std::string>();
  if (hash.find('/') != std::string::npos) return std::nullopt;
  auto object = read_text_file(folder_ / (hash + ".ko"));
  if (!object || content_hash(*object) != hash) return std::nullopt;
  return Entry{std::move(*object), record["messages"].get<std::string>()};
}

void CompileCache::store(const std::string& key, const std::vector<std::filesystem::path>& files,
                         const Entry& entry) const {
  if (folder_.empty()) return;
  std::error_code error;
  std::filesystem::create_directories(folder_, error);
  json record;
  record["files"] = json::object();
  for (const std::filesystem::path& file : files) {
    const auto text = read_text_file(file);
    if (!text) return;
    record["files"][file.string()] = content_hash(*text);
  }
  const std::string hash = content_hash(entry.object);
  record["object"] = hash;
  record["messages"] = entry.messages;
  if (write_atomically(hash + ".ko", entry.object))
    write_atomically(key + ".json", printable(record));
}

bool CompileCache::write_atomically(const std::string& name, std::string_view contents) const {
  std::string scratch = (folder_ / (name + ".XXXXXX")).string();
  const int descriptor = mkstemp(scratch.data());
  if (descriptor < 0) return false;
  close(descriptor);
  std::error_code error;
  if (write_text_file(scratch, contents)) {
    std::filesystem::rename(scratch, folder_ / name, error);
    if (!error) return true;
  }
  std::filesystem::remove(scratch, error);
  return false;
}

}  // namespace mm32::emu
