// Lines of commands: from a terminal with editing, history and completion, else from a file or a
// pipe.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "output.hpp"

namespace mm32::tool {

class LineReader {
 public:
  /// What may follow the beginning of a line.
  using Complete = std::function<std::vector<std::string>(const std::string& text)>;

  explicit LineReader(Output& output, Complete complete);
  LineReader(const LineReader&) = delete;
  LineReader& operator=(const LineReader&) = delete;
  ~LineReader();

  /// Reads a file's lines first. False when it cannot be read.
  bool add_script(const std::string& path);
  /// Whether a person is asked once the scripts are read.
  bool is_terminal() const;
  /// Whether the last line came from a script or a pipe.
  bool was_script() const { return was_script_; }
  /// The next line without its end; nothing when there are no more.
  std::optional<std::string> next();

  /// What was read and typed so far, for a copy of this process that reads on.
  std::string save() const;
  void restore(std::string_view saved);

 private:
  struct Editor;

  std::optional<std::string> from_input();

  std::optional<std::string> from_terminal();

  Output& output_;
  Complete complete_;
  std::vector<std::string> script_;
  std::size_t next_ = 0;
  std::string input_{};                 // read from standard input, not used yet
  std::vector<std::string> history_{};  // what was typed, the latest last
  bool was_script_ = false;
  std::unique_ptr<Editor> editor_;
};

}  // namespace mm32::tool
