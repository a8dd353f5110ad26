// Lines of source files, as they lie on the host. A file that cannot be read has no lines.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace mm32::emu {

class SourceText {
 public:
  /// The text of a line, from 1, without its end; nothing when there is none.
  std::optional<std::string> line(const std::string& file, unsigned number);
  /// How many lines the file has; 0 when it cannot be read.
  unsigned count(const std::string& file);

 private:
  const std::vector<std::string>& lines(const std::string& file);

  std::map<std::string, std::vector<std::string>> files_;
};

}  // namespace mm32::emu
