#include "emu/loader/source_kind.hpp"

#include <cctype>
#include <string>

namespace mm32::emu {
namespace {

bool is_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

// Position after the literal that starts at `at` with its quote.
std::size_t after_literal(std::string_view text, std::size_t at) {
  const char quote = text[at];
  for (++at; at < text.size() && text[at] != quote && text[at] != '\n'; ++at)
    if (text[at] == '\\') ++at;
  return at < text.size() ? at + 1 : text.size();
}

std::size_t after_comment(std::string_view text, std::size_t at) {
  const bool block = text[at + 1] == '*';
  const std::size_t end = block ? text.find("*/", at + 2) : text.find('\n', at + 2);
  if (end == std::string_view::npos) return text.size();
  return block ? end + 2 : end;
}

// The text with comments and literals replaced by one blank each.
std::string bare_code(std::string_view text) {
  std::string code;
  for (std::size_t at = 0; at < text.size();) {
    const bool comment =
        text[at] == '/' && at + 1 < text.size() && (text[at + 1] == '*' || text[at + 1] == '/');
    if (comment || text[at] == '"' || text[at] == '\'') {
      at = comment ? after_comment(text, at) : after_literal(text, at);
      code += ' ';
    } else {
      code += text[at++];
    }
  }
  return code;
}

// Whether `word` stands in `code` as a whole word, followed by `next` after blanks if that is not
// 0.
bool has_word(std::string_view code, std::string_view word, char next) {
  for (std::size_t at = code.find(word); at != std::string_view::npos;
       at = code.find(word, at + 1)) {
    if ((at > 0 && is_word(code[at - 1])) ||
        (at + word.size() < code.size() && is_word(code[at + word.size()])))
      continue;
    const std::size_t behind = code.find_first_not_of(" \t\r\n", at + word.size());
    if (next == 0 || (behind != std::string_view::npos && code[behind] == next)) return true;
  }
  return false;
}

}  // namespace

SourceKind classify_source(std::string_view text) {
  const std::string code = bare_code(text);
  const bool kernel = has_word(code, "module_init", 0) || has_word(code, "init_module", 0) ||
                      code.find("<linux/module.h>") != std::string::npos ||
                      code.find("<linux/kernel.h>") != std::string::npos;
  return !kernel && has_word(code, "main", '(') ? SourceKind::kUserProgram : SourceKind::kModule;
}

}  // namespace mm32::emu
