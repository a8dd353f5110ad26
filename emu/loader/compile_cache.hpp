// Compiled modules on disk, found again by what they were made of, without running the compiler.
//
//   FOLDER/KEY.json   the files that took part, each with its content hash; the compiler's
//                     messages; the hash of the object
//   FOLDER/HASH.ko    the object
//
// KEY is a hash of everything else that decides the result: sources, flags, compiler, folder.
// C1  An entry is used only if every file it names still has its hash, and the object has its own.
// C2  Files appear by rename, complete or not at all, so runs may share a folder.
// C3  A folder that cannot be read or written only costs time: it is never an error.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mm32::emu {

class CompileCache {
 public:
  struct Entry {
    std::string object;    // the bytes of the module
    std::string messages;  // what the compiler said
  };

  /// An empty folder name means no cache.
  explicit CompileCache(std::filesystem::path folder) : folder_(std::move(folder)) {}
  /// $XDG_CACHE_HOME/mm32, else ~/.cache/mm32; empty when neither is known.
  static std::filesystem::path default_folder();

  std::optional<Entry> find(const std::string& key) const;
  void store(const std::string& key, const std::vector<std::filesystem::path>& files,
             const Entry& entry) const;

 private:
  bool write_atomically(const std::string& name, std::string_view contents) const;

  std::filesystem::path folder_;
};

}  // namespace mm32::emu
