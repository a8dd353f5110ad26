#include "emu/loader/makefile.hpp"

#include <sstream>
#include <utility>

namespace mm32::emu {
namespace {

constexpr std::string_view kBlanks = " \t";
constexpr char kUnknown = '\1';     // encloses the name of a function where its value would be
constexpr unsigned kMaxDepth = 32;  // a variable that refers to itself ends here

std::string_view trim(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(kBlanks);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlanks) - begin + 1);
}

std::string_view trim_end(std::string_view text) {
  return text.substr(0, text.find_last_not_of(kBlanks) + 1);
}

// Text that expands to `text`.
std::string literal(const std::string& text) {
  std::string result;
  for (const char c : text) result += c == '$' ? "$$" : std::string(1, c);
  return result;
}

std::string without_comment(std::string_view line) {
  std::string result;
  for (std::size_t at = 0; at < line.size() && line[at] != '#'; ++at) {
    if (line[at] == '\\' && at + 1 < line.size() && line[at + 1] == '#') ++at;
    result += line[at];
  }
  return result;
}

// Position behind the bracket that closes the one at `open`; npos when none does.
std::size_t matching_bracket(std::string_view text, std::size_t open) {
  const char opening = text[open];
  const char closing = opening == '(' ? ')' : '}';
  unsigned depth = 0;
  for (std::size_t at = open; at < text.size(); ++at) {
    if (text[at] == opening) ++depth;
    if (text[at] == closing && --depth == 0) return at + 1;
  }
  return std::string_view::npos;
}

std::string substitute_suffix(const std::string& text, std::string_view from, std::string_view to) {
  if (from.starts_with('%') && to.starts_with('%')) {
    from.remove_prefix(1);
    to.remove_prefix(1);
  }
  std::istringstream words(text);
  std::string result;
  for (std::string word; words >> word;) {
    if (word.ends_with(from)) word.replace(word.size() - from.size(), from.size(), to);
    result += (result.empty() ? "" : " ") + word;
  }
  return result;
}

// The two sides of "(a,b)", "'a' 'b'" or "\"a\" \"b\"".
std::pair<std::string_view, std::string_view> comparands(std::string_view text) {
  text = trim(text);
  if (text.starts_with('(') && text.ends_with(')')) {
    text = text.substr(1, text.size() - 2);
    unsigned depth = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
      if (text[at] == '(' || text[at] == '{') ++depth;
      if ((text[at] == ')' || text[at] == '}') && depth > 0) --depth;
      if (text[at] == ',' && depth == 0)
        return {trim(text.substr(0, at)), trim(text.substr(at + 1))};
    }
    return {text, {}};
  }
  if (text.empty() || (text[0] != '"' && text[0] != '\'')) return {text, {}};
  const std::size_t end = text.find(text[0], 1);
  if (end == std::string_view::npos) return {text, {}};
  std::string_view second = trim(text.substr(end + 1));
  if (second.size() >= 2) second = second.substr(1, second.size() - 2);
  return {text.substr(1, end - 1), second};
}

}  // namespace

Makefile::Makefile(std::string_view text, const std::map<std::string, std::string>& given)
    : variables_(given) {
  std::istringstream lines{std::string(text)};
  std::string joined;
  for (std::string line; std::getline(lines, line);) {
    if (line.ends_with('\r')) line.pop_back();
    const std::string_view rest = joined.empty() ? line : trim(line);
    if (rest.ends_with('\\')) {
      joined += std::string(trim_end(rest.substr(0, rest.size() - 1))) + ' ';
      continue;
    }
    read_line(joined + std::string(rest));
    joined.clear();
  }
  if (!joined.empty()) read_line(joined);
}

void Makefile::read_line(const std::string& line) {
  if (line.starts_with('\t') && line.find('=') == std::string::npos) return;
  const std::string bare = without_comment(line);
  const std::string_view text = trim(bare);
  if (text.empty() || read_conditional(text) || !active()) return;
  read_assignment(text.starts_with("export ") ? trim(text.substr(7)) : text);
}

bool Makefile::read_conditional(std::string_view line) {
  const std::size_t end = std::min(line.find_first_of(" \t("), line.size());
  const std::string_view keyword = line.substr(0, end);
  const std::string_view rest = trim(line.substr(end));
  if (keyword == "ifeq" || keyword == "ifneq" || keyword == "ifdef" || keyword == "ifndef") {
    const bool parent = active();
    const bool holds = parent && condition(keyword, rest);
    branches_.push_back({holds, holds, parent});
  } else if (keyword == "else" && !branches_.empty()) {
    Branch& branch = branches_.back();
    bool holds = branch.parent_active && !branch.taken;
    if (holds && !rest.empty()) {
      const std::size_t gap = std::min(rest.find_first_of(" \t("), rest.size());
      holds = condition(rest.substr(0, gap), trim(rest.substr(gap)));
    }
    branch.active = holds;
    branch.taken |= holds;
  } else if (keyword == "endif" && !branches_.empty()) {
    branches_.pop_back();
  } else {
    return false;
  }
  return true;
}

bool Makefile::condition(std::string_view keyword, std::string_view rest) const {
  if (keyword == "ifdef" || keyword == "ifndef") {
    const auto found = variables_.find(expand(rest));
    return (found != variables_.end() && !found->second.empty()) == (keyword == "ifdef");
  }
  const auto [left, right] = comparands(rest);
  return (expand(left) == expand(right)) == (keyword == "ifeq");
}

void Makefile::read_assignment(std::string_view line) {
  const std::size_t equals = line.find('=');
  if (equals == std::string_view::npos || equals == 0) return;
  std::size_t name_end = equals;
  while (name_end > 0 && std::string_view(":+?").find(line[name_end - 1]) != std::string_view::npos)
    --name_end;
  const std::string_view kind = line.substr(name_end, equals - name_end);
  const std::string name = expand(trim(line.substr(0, name_end)));
  // "target: x = y" and "target: prerequisite" are rules.
  if (name.empty() || name.find_first_of(": \t") != std::string::npos) return;
  const std::string value(trim(line.substr(equals + 1)));
  std::string& variable = variables_[name];
  if (kind == "+") {
    variable += (variable.empty() ? "" : " ") + value;
  } else if (kind.starts_with(':')) {
    variable = literal(expand(value));
  } else if (kind.empty() || variable.empty()) {
    variable = value;
  }
}

std::string Makefile::expand(std::string_view text) const { return expand_nested(text, 0); }

std::string Makefile::expand_nested(std::string_view text, unsigned depth) const {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] != '$' || at + 1 == text.size()) {
      result += text[at++];
      continue;
    }
    const char next = text[at + 1];
    if (next == '$') {
      result += '$';
      at += 2;
    } else if (next == '(' || next == '{') {
      const std::size_t end = matching_bracket(text, at + 1);
      if (end == std::string_view::npos) return result;
      result += expand_reference(text.substr(at + 2, end - at - 3), depth);
      at = end;
    } else {
      result += expand_reference(text.substr(at + 1, 1), depth);
      at += 2;
    }
  }
  return result;
}

std::string Makefile::expand_reference(std::string_view inside, unsigned depth) const {
  if (depth >= kMaxDepth) return {};
  if (const std::size_t blank = inside.find_first_of(kBlanks); blank != std::string_view::npos) {
    return kUnknown + std::string(inside.substr(0, blank)) + kUnknown;
  }
  const std::string reference = expand_nested(inside, depth + 1);
  const std::size_t colon = reference.find(':');
  const std::size_t equals = reference.find('=', colon == std::string::npos ? 0 : colon);
  const bool substitutes = colon != std::string::npos && equals != std::string::npos;
  const auto found = variables_.find(substitutes ? reference.substr(0, colon) : reference);
  if (found == variables_.end()) return {};
  std::string value = expand_nested(found->second, depth + 1);
  if (!substitutes) return value;
  return substitute_suffix(value, reference.substr(colon + 1, equals - colon - 1),
                           reference.substr(equals + 1));
}

std::string Makefile::value(const std::string& name) const {
  const auto found = variables_.find(name);
  std::string value = found == variables_.end() ? "" : expand(found->second);
  while (true) {
    const std::size_t begin = value.find(kUnknown);
    if (begin == std::string::npos) return value;
    const std::size_t end = value.find(kUnknown, begin + 1);
    if (!unknown_function_) unknown_function_ = value.substr(begin + 1, end - begin - 1);
    value.erase(begin, end == std::string::npos ? end : end - begin + 1);
  }
}

std::vector<std::string> Makefile::words(const std::string& name) const {
  std::istringstream text(value(name));
  std::vector<std::string> words;
  for (std::string word; text >> word;) words.push_back(std::move(word));
  return words;
}

std::vector<std::string> shell_words(std::string_view text) {
  std::vector<std::string> words;
  std::optional<std::string> word;
  char quote = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (quote == 0 && (c == ' ' || c == '\t')) {
      if (word) words.push_back(*std::exchange(word, std::nullopt));
      continue;
    }
    if (!word) word.emplace();
    if (c == '\\' && quote != '\'' && at + 1 < text.size()) {
      *word += text[++at];
    } else if (c == quote) {
      quote = 0;
    } else if (quote == 0 && (c == '"' || c == '\'')) {
      quote = c;
    } else {
      *word += c;
    }
  }
  if (word) words.push_back(*word);
  return words;
}

}  // namespace mm32::emu
