#include "emu/loader/parameter_text.hpp"

#include <algorithm>
#include <limits>

namespace mm32::emu {
namespace {

bool is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r') || c == '\xA0'; }

int digit_of(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'z') return c - 'a' + 10;
  if (c >= 'A' && c <= 'Z') return c - 'A' + 10;
  return 99;
}

bool starts_hexadecimal(std::string_view text) {
  return text.size() >= 3 && text[0] == '0' && (text[1] == 'x' || text[1] == 'X') &&
         digit_of(text[2]) < 16;
}

// The digits of `text`, which has no sign any more.
Result<std::uint64_t> parse_digits(std::string_view text) {
  int base = 10;
  if (starts_hexadecimal(text)) {
    base = 16;
    text.remove_prefix(2);
  } else if (text.starts_with('0')) {
    base = 8;
  }
  std::uint64_t value = 0;
  bool overflow = false;
  std::size_t used = 0;
  for (; used < text.size() && digit_of(text[used]) < base; ++used) {
    const auto digit = static_cast<std::uint64_t>(digit_of(text[used]));
    constexpr std::uint64_t kMax = std::numeric_limits<std::uint64_t>::max();
    overflow |= value > (kMax - digit) / static_cast<std::uint64_t>(base);
    value = value * static_cast<std::uint64_t>(base) + digit;
  }
  if (overflow) return fail(Errno::kRange);
  if (used == 0) return fail(Errno::kInval);
  text.remove_prefix(used);
  if (text.starts_with('\n')) text.remove_prefix(1);
  if (!text.empty()) return fail(Errno::kInval);
  return value;
}

// The end of the argument at the start of `line`: the first blank outside of quotes.
std::size_t argument_end(std::string_view line) {
  bool quoted = false;
  std::size_t at = 0;
  for (; at < line.size() && (quoted || !is_blank(line[at])); ++at) quoted ^= line[at] == '"';
  return at;
}

ModuleArgument parse_argument(std::string_view text) {
  const bool all_quoted = text.starts_with('"');
  if (all_quoted) text.remove_prefix(1);
  if (all_quoted && text.ends_with('"')) text.remove_suffix(1);
  // An '=' in the first place belongs to the name, as in the kernel.
  const std::size_t equals = text.find('=', 1);
  if (equals == std::string_view::npos) return {std::string(text), std::nullopt};
  std::string_view value = text.substr(equals + 1);
  if (value.starts_with('"')) {
    value.remove_prefix(1);
    if (value.ends_with('"')) value.remove_suffix(1);
  }
  return {std::string(text.substr(0, equals)), std::string(value)};
}

}  // namespace

std::vector<ModuleArgument> split_arguments(std::string_view line, std::string* after_dashes) {
  std::vector<ModuleArgument> arguments;
  while (true) {
    while (!line.empty() && is_blank(line.front())) line.remove_prefix(1);
    if (line.empty()) return arguments;
    const std::size_t end = argument_end(line);
    ModuleArgument argument = parse_argument(line.substr(0, end));
    line.remove_prefix(end);
    if (!argument.value && argument.name == "--") break;
    arguments.push_back(std::move(argument));
  }
  while (!line.empty() && is_blank(line.front())) line.remove_prefix(1);
  if (after_dashes != nullptr) *after_dashes = line;
  return arguments;
}

std::string join_arguments(const std::vector<std::string>& arguments) {
  std::string line;
  for (const std::string& argument : arguments) {
    if (!line.empty()) line += ' ';
    const std::size_t equals = argument.find('=');
    const bool quote = std::ranges::any_of(argument, is_blank) &&
                       argument.find('"') == std::string::npos && equals != std::string::npos;
    line +=
        quote ? argument.substr(0, equals + 1) + '"' + argument.substr(equals + 1) + '"' : argument;
  }
  return line;
}

bool same_parameter(std::string_view a, std::string_view b) {
  return std::ranges::equal(
      a, b, {}, [](char c) { return c == '-' ? '_' : c; },
      [](char c) { return c == '-' ? '_' : c; });
}

Result<std::uint64_t> parse_unsigned(std::string_view text) {
  if (text.starts_with('+')) text.remove_prefix(1);
  return parse_digits(text);
}

Result<std::int64_t> parse_signed(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  MM_TRY_ASSIGN(const std::uint64_t magnitude,
                negative ? parse_digits(text) : parse_unsigned(text));
  constexpr std::uint64_t kMax = std::uint64_t{1} << 63;
  if (magnitude > kMax || (magnitude == kMax && !negative)) return fail(Errno::kRange);
  return static_cast<std::int64_t>(negative ? std::uint64_t{0} - magnitude : magnitude);
}

Result<bool> parse_truth(std::string_view text) {
  if (text.empty()) return fail(Errno::kInval);
  constexpr std::string_view kYes = "yYtT1";
  constexpr std::string_view kNo = "nNfF0";
  if (kYes.find(text[0]) != std::string_view::npos) return true;
  if (kNo.find(text[0]) != std::string_view::npos) return false;
  if ((text[0] == 'o' || text[0] == 'O') && text.size() >= 2) {
    if (text[1] == 'n' || text[1] == 'N') return true;
    if (text[1] == 'f' || text[1] == 'F') return false;
  }
  return fail(Errno::kInval);
}

}  // namespace mm32::emu
