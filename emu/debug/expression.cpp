#include "emu/debug/expression.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>

namespace mm32::emu {
namespace {

constexpr unsigned kMostDepth = 64;  // brackets and signs in each other

enum class Number : std::uint8_t { kNone, kTaken, kTooLarge };

Number parse_number(std::string_view text, std::uint32_t& value) {
  int base = 16;
  if (text.starts_with("0x") || text.starts_with("0X")) {
    text.remove_prefix(2);
  } else if (text.starts_with("0d")) {
    text.remove_prefix(2);
    base = 10;
  }
  const char* const end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, value, base);
  if (text.empty() || rest != end || error == std::errc::invalid_argument) return Number::kNone;
  return error == std::errc() ? Number::kTaken : Number::kTooLarge;
}

struct Operator {
  std::string_view text;
  unsigned binds;  // as in C: the larger, the closer
};

constexpr std::array kOperators = {
    Operator{"|", 1}, Operator{"^", 2}, Operator{"&", 3}, Operator{"<<", 4}, Operator{">>", 4},
    Operator{"+", 5}, Operator{"-", 5}, Operator{"*", 6}, Operator{"/", 6},  Operator{"%", 6}};

class Parser {
 public:
  Parser(Machine& machine, std::string_view text) : machine_(machine), rest_(text) {}

  Expected<std::uint32_t> whole() {
    MM_TRY_ASSIGN(const std::uint32_t value, binary(1));
    if (!at_end())
      return failure(ExitStatus::kUsage, fmt::format("'{}' is left behind the expression", rest_));
    return value;
  }

 private:
  bool at_end() {
    while (!rest_.empty() && (rest_.front() == ' ' || rest_.front() == '\t'))
      rest_.remove_prefix(1);
    return rest_.empty();
  }
  bool take(std::string_view text) {
    if (at_end() || !rest_.starts_with(text)) return false;
    rest_.remove_prefix(text.size());
    return true;
  }
  const Operator* next_operator() {
    if (at_end()) return nullptr;
    for (const Operator& o : kOperators)
      if (rest_.starts_with(o.text)) return &o;
    return nullptr;
  }

  Expected<std::uint32_t> binary(unsigned binds);
  Expected<std::uint32_t> unary();
  Expected<std::uint32_t> primary();
  Expected<std::uint32_t> word();
  static Expected<std::uint32_t> apply(const Operator& o, std::uint32_t a, std::uint32_t b);

  Machine& machine_;
  std::string_view rest_;
  unsigned depth_ = 0;
};

Expected<std::uint32_t> Parser::apply(const Operator& o, std::uint32_t a, std::uint32_t b) {
  if ((o.text == "/" || o.text == "%") && b == 0)
    return failure(ExitStatus::kUsage, "the expression divides by 0");
  if (o.text == "<<") return b < 32 ? a << b : 0;
  if (o.text == ">>") return b < 32 ? a >> b : 0;
  switch (o.text[0]) {
    case '|':
      return a | b;
    case '^':
      return a ^ b;
    case '&':
      return a & b;
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      return a / b;
    default:
      return a % b;
  }
}

Expected<std::uint32_t> Parser::binary(unsigned binds) {
  MM_TRY_ASSIGN(std::uint32_t value, unary());
  for (const Operator* o = next_operator(); o != nullptr && o->binds >= binds;
       o = next_operator()) {
    rest_.remove_prefix(o->text.size());
    MM_TRY_ASSIGN(const std::uint32_t right, binary(o->binds + 1));
    MM_TRY_ASSIGN(value, apply(*o, value, right));
  }
  return value;
}

Expected<std::uint32_t> Parser::unary() {
  if (++depth_ > kMostDepth)
    return failure(ExitStatus::kUsage, "the expression is nested too deeply");
  auto value = primary();
  --depth_;
  return value;
}

Expected<std::uint32_t> Parser::primary() {
  if (take("-")) {
    MM_TRY_ASSIGN(const std::uint32_t value, unary());
    return 0 - value;
  }
  if (take("~")) {
    MM_TRY_ASSIGN(const std::uint32_t value, unary());
    return ~value;
  }
  if (take("&")) return unary();  // symbols are addresses anyway
  if (take("*")) {
    MM_TRY_ASSIGN(const std::uint32_t at, unary());
    const auto loaded = machine_.cpu().memory().load<std::uint32_t>(VirtAddr(at));
    if (loaded) return *loaded;
    return failure(ExitStatus::kUsage, fmt::format("there is no memory mapped at {:08x}", at));
  }
  if (!take("(")) return word();
  MM_TRY_ASSIGN(const std::uint32_t value, binary(1));
  if (take(")")) return value;
  return failure(ExitStatus::kUsage, "a ')' is missing in the expression");
}

Expected<std::uint32_t> Parser::word() {
  if (at_end()) return failure(ExitStatus::kUsage, "the expression ends where a value is to come");
  const std::string_view text = rest_.substr(0, rest_.find_first_of(" \t()+-*/%&|^~<>"));
  rest_.remove_prefix(text.size());
  if (text.starts_with("$")) {
    if (const auto value = register_named(machine_.cpu().registers(), text.substr(1)))
      return *value;
    return failure(ExitStatus::kUsage, fmt::format("there is no register '{}'", text));
  }
  if (const auto symbol = machine_.symbols().address_of(text)) return symbol->raw();
  std::uint32_t value = 0;
  const Number number = parse_number(text, value);
  if (number == Number::kTaken) return value;
  const std::string shown(text.empty() ? rest_ : text);
  return failure(ExitStatus::kUsage,
                 number == Number::kTooLarge
                     ? fmt::format("'{}' is above 32 bits", shown)
                     : fmt::format("'{}' is neither a number in hexadecimal nor a symbol", shown));
}

}  // namespace

Expected<std::uint32_t> evaluate(Machine& machine, std::string_view text) {
  if (text.find_first_not_of(" \t") == std::string_view::npos)
    return failure(ExitStatus::kUsage, "an address or a value is missing");
  return Parser(machine, text).whole();
}

}  // namespace mm32::emu
