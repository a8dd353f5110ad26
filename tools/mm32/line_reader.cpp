#include "line_reader.hpp"

#include <fmt/format.h>
#include <histedit.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <fstream>
#include <nlohmann/json.hpp>

namespace mm32::tool {
namespace {

constexpr int kHistoryLines = 1000;
constexpr const char* kPrompt = "(mm32) ";

const char* prompt(EditLine*) { return kPrompt; }

// What all candidates begin with.
std::string common_start(const std::vector<std::string>& words) {
  std::string start = words.front();
  for (const std::string& word : words) {
    const auto end = std::ranges::mismatch(start, word).in1;
    start.erase(end, start.end());
  }
  return start;
}

}  // namespace

// libedit's state. The editor finds the reader through its client data.
struct LineReader::Editor {
  explicit Editor(LineReader& reader) : reader_(reader) {
    line_ = el_init("mm32", stdin, stdout, stderr);
    history_ = history_init();
    HistEvent event{};
    history(history_, &event, H_SETSIZE, kHistoryLines);
    history(history_, &event, H_SETUNIQUE, 1);
    if (line_ == nullptr) return;
    el_set(line_, EL_CLIENTDATA, this);
    el_set(line_, EL_PROMPT, &prompt);
    el_set(line_, EL_EDITOR, "emacs");
    el_set(line_, EL_SIGNAL, 1);
    el_set(line_, EL_HIST, history, history_);
    el_set(line_, EL_ADDFN, "mm32-complete", "complete a command or a symbol", &complete);
    el_set(line_, EL_BIND, "^I", "mm32-complete", nullptr);
    remember_all();
  }
  Editor(const Editor&) = delete;
  Editor& operator=(const Editor&) = delete;
  ~Editor() {
    if (line_ != nullptr) el_end(line_);
    history_end(history_);
  }

  std::optional<std::string> read() {
    int length = 0;
    const char* text = line_ == nullptr ? nullptr : el_gets(line_, &length);
    if (text == nullptr || length <= 0) return std::nullopt;
    std::string line(text, static_cast<std::size_t>(length));
    while (line.ends_with('\n') || line.ends_with('\r')) line.pop_back();
    if (line.empty()) return line;
    std::vector<std::string>& typed = reader_.history_;
    if (typed.size() == kHistoryLines) typed.erase(typed.begin());
    typed.push_back(line);
    remember(line);
    return line;
  }

  /// Makes the reader's history the editor's.
  void remember_all() {
    HistEvent event{};
    history(history_, &event, H_CLEAR);
    for (const std::string& line : reader_.history_) remember(line);
  }

 private:
  void remember(const std::string& line) {
    HistEvent event{};
    history(history_, &event, H_ENTER, line.c_str());
  }

  static unsigned char complete(EditLine* line, int) {
    Editor* self = nullptr;
    el_get(line, EL_CLIENTDATA, &self);
    const LineInfo* info = el_line(line);
    const std::string text(info->buffer, info->cursor);
    const auto found = self->reader_.complete_(text);
    if (found.empty()) return CC_ERROR;
    const std::size_t space = text.rfind(' ');
    const std::size_t typed = space == std::string::npos ? text.size() : text.size() - space - 1;
    std::string rest = common_start(found).substr(typed);
    if (found.size() == 1) rest += ' ';
    if (!rest.empty()) {
      el_insertstr(line, rest.c_str());
      return CC_REFRESH;
    }
    std::string list = "\n";
    for (const std::string& word : found) list += word + "  ";
    self->reader_.output_.print(list + "\n");
    std::fflush(stdout);
    return CC_REDISPLAY;
  }

  LineReader& reader_;
  EditLine* line_ = nullptr;
  History* history_ = nullptr;
};

LineReader::LineReader(Output& output, Complete complete)
    : output_(output), complete_(std::move(complete)) {}

LineReader::~LineReader() = default;

bool LineReader::add_script(const std::string& path) {
  std::ifstream in(path);
  if (!in) return false;
  for (std::string line; std::getline(in, line);) script_.push_back(line);
  return !in.bad() && in.eof();
}

bool LineReader::is_terminal() const {
  return isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1;
}

std::optional<std::string> LineReader::from_terminal() {
  was_script_ = false;
  if (!editor_) editor_ = std::make_unique<Editor>(*this);
  std::fflush(stdout);
  return editor_->read();
}

// The last line may lack its end.
std::optional<std::string> LineReader::from_input() {
  std::array<char, 4096> bytes{};
  std::size_t end = input_.find('\n');
  while (end == std::string::npos) {
    const ssize_t count = read(STDIN_FILENO, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) break;
    const std::size_t before = input_.size();
    input_.append(bytes.data(), static_cast<std::size_t>(count));
    end = input_.find('\n', before);
  }
  if (end == std::string::npos && input_.empty()) return std::nullopt;
  std::string line = input_.substr(0, end);
  input_.erase(0, end == std::string::npos ? end : end + 1);
  return line;
}

std::string LineReader::save() const {
  std::string bytes;
  nlohmann::json::to_cbor({{"next", next_}, {"input", input_}, {"history", history_}}, bytes);
  return bytes;
}

void LineReader::restore(std::string_view bytes) {
  const nlohmann::json saved = nlohmann::json::from_cbor(bytes);
  next_ = saved.at("next").get<std::size_t>();
  input_ = saved.at("input").get<std::string>();
  history_ = saved.at("history").get<std::vector<std::string>>();
  if (editor_) editor_->remember_all();
}

std::optional<std::string> LineReader::next() {
  std::string line;
  if (next_ < script_.size()) {
    line = script_[next_++];
  } else if (is_terminal()) {
    return from_terminal();
  } else if (auto from_pipe = from_input()) {
    line = *std::move(from_pipe);
  } else {
    return std::nullopt;
  }
  was_script_ = true;
  if (line.ends_with('\r')) line.pop_back();
  output_.print(fmt::format("{}{}\n", kPrompt, line));
  return line;
}

}  // namespace mm32::tool
