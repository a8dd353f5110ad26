#include "emu/loader/parameter_value.hpp"

#include <fmt/format.h>

#include <array>
#include <cstring>
#include <limits>

namespace mm32::emu {
namespace {

constexpr std::size_t kMaxNameBytes = 256;
constexpr std::size_t kMaxCharpBytes = 1024;
constexpr std::uint8_t kUnsafe = 1;       // KERNEL_PARAM_FL_UNSAFE
constexpr std::uint32_t kNoArgument = 1;  // KERNEL_PARAM_OPS_FL_NOARG

struct IntegerRange {
  std::size_t bytes;
  bool is_signed;
};

IntegerRange range_of(ParameterType type) {
  switch (type) {
    case ParameterType::kByte:
      return {1, false};
    case ParameterType::kShort:
      return {2, true};
    case ParameterType::kUshort:
      return {2, false};
    case ParameterType::kInt:
    case ParameterType::kLong:
      return {4, true};
    case ParameterType::kUllong:
      return {8, false};
    default:
      return {4, false};
  }
}

Result<std::uint64_t> convert(IntegerRange range, std::string_view text) {
  const unsigned bits = static_cast<unsigned>(8 * range.bytes);
  if (range.is_signed) {
    MM_TRY_ASSIGN(const std::int64_t value, parse_signed(text));
    const std::int64_t limit = std::int64_t{1} << (bits - 1);
    if (value < -limit || value >= limit) return fail(Errno::kRange);
    return static_cast<std::uint64_t>(value);
  }
  MM_TRY_ASSIGN(const std::uint64_t value, parse_unsigned(text));
  if (bits < 64 && value >> bits != 0) return fail(Errno::kRange);
  return value;
}

}  // namespace

Result<std::uint32_t> ParameterWriter::load_word(VirtAddr from) {
  std::array<std::byte, 4> bytes{};
  if (!target_.read(from, bytes)) return fail(Errno::kFault);
  std::uint32_t word = 0;
  std::memcpy(&word, bytes.data(), sizeof(word));
  return word;
}

Result<std::string> ParameterWriter::load_text(VirtAddr from) {
  std::string text;
  while (text.size() < kMaxNameBytes) {
    std::byte next{};
    if (!target_.read(from, std::span(&next, 1))) return fail(Errno::kFault);
    if (next == std::byte{0}) return text;
    text += static_cast<char>(next);
    from += Bytes(1);
  }
  return fail(Errno::kFault);
}

Result<void> ParameterWriter::store(VirtAddr to, std::uint64_t value, std::size_t bytes) {
  std::array<std::byte, 8> data{};
  std::memcpy(data.data(), &value, sizeof(value));
  if (!target_.write(to, std::span(data).first(bytes))) return fail(Errno::kFault);
  return {};
}

Result<void> ParameterWriter::store_text(VirtAddr to, std::string_view text) {
  const std::string closed(text);
  if (!target_.write(to, std::as_bytes(std::span(closed.c_str(), closed.size() + 1))))
    return fail(Errno::kFault);
  return {};
}

Result<KernelParam> ParameterWriter::load(VirtAddr address) {
  KernelParam parameter;
  parameter.self = address;
  MM_TRY_ASSIGN(const std::uint32_t name, load_word(address));
  MM_TRY_ASSIGN(parameter.name, load_text(VirtAddr(name)));
  MM_TRY_ASSIGN(const std::uint32_t ops, load_word(address + Bytes(8)));
  MM_TRY_ASSIGN(const std::uint32_t modes, load_word(address + Bytes(12)));
  MM_TRY_ASSIGN(const std::uint32_t argument, load_word(address + Bytes(16)));
  parameter.flags = static_cast<std::uint8_t>(modes >> 24);
  parameter.ops = VirtAddr(ops);
  parameter.argument = VirtAddr(argument);
  return parameter;
}

// Operations say so when they take no value: the truth values, and what a module defines so.
Result<bool> ParameterWriter::may_lack_value(const KernelParam& parameter) {
  const auto type = ops_.find(parameter.ops);
  if (type != ops_.end())
    return type->second == ParameterType::kBool || type->second == ParameterType::kBint;
  MM_TRY_ASSIGN(const std::uint32_t flags, load_word(parameter.ops));
  return (flags & kNoArgument) != 0;
}

Result<std::int32_t> ParameterWriter::set(const KernelParam& parameter,
                                          std::optional<std::string>& value) {
  if (!value) {
    MM_TRY_ASSIGN(const bool lacking, may_lack_value(parameter));
    if (!lacking) return fail(Errno::kInval);
  }
  if ((parameter.flags & kUnsafe) != 0) {
    target_.log(LogLevel::kNotice,
                fmt::format("Setting dangerous option {} - tainting kernel", parameter.name));
    target_.taint_by_user();
  }
  const auto type = ops_.find(parameter.ops);
  if (type == ops_.end()) return target_.set_in_guest(parameter.self, value);
  if (!value) {
    MM_TRY(set_truth(type->second, parameter.argument, "1"));
    return 0;
  }
  if (type->second == ParameterType::kArray) return set_array(parameter, *value);
  MM_TRY(set_typed(type->second, parameter, *value));
  return 0;
}

Result<void> ParameterWriter::set_typed(ParameterType type, const KernelParam& parameter,
                                        std::string& value) {
  switch (type) {
    case ParameterType::kBool:
    case ParameterType::kBint:
    case ParameterType::kInvbool:
      return set_truth(type, parameter.argument, value);
    case ParameterType::kCharp:
      return set_charp(parameter, value);
    case ParameterType::kString:
      return set_string(parameter, value);
    default:
      return set_integer(type, parameter.argument, value);
  }
}

Result<void> ParameterWriter::set_integer(ParameterType type, VirtAddr to, std::string_view value) {
  const IntegerRange range = range_of(type);
  MM_TRY_ASSIGN(const std::uint64_t number, convert(range, value));
  return store(to, number, range.bytes);
}

Result<void> ParameterWriter::set_truth(ParameterType type, VirtAddr to, std::string_view value) {
  MM_TRY_ASSIGN(const bool truth, parse_truth(value));
  const bool stored = truth != (type == ParameterType::kInvbool);
  return store(to, stored ? 1 : 0, type == ParameterType::kBint ? 4 : 1);
}

Result<void> ParameterWriter::set_charp(const KernelParam& parameter, std::string_view value) {
  if (value.size() > kMaxCharpBytes) {
    target_.log(LogLevel::kErr, fmt::format("{}: string parameter too long", parameter.name));
    return fail(Errno::kNoSpc);
  }
  MM_TRY_ASSIGN(const VirtAddr copy, target_.allocate(Bytes(value.size() + 1)));
  MM_TRY(store_text(copy, value));
  return store(parameter.argument, copy.raw(), 4);
}

Result<void> ParameterWriter::set_string(const KernelParam& parameter, std::string_view value) {
  MM_TRY_ASSIGN(const std::uint32_t room, load_word(parameter.argument));
  if (value.size() >= room) {
    target_.log(LogLevel::kErr, fmt::format("{}: string doesn't fit in {} chars.", parameter.name,
                                            static_cast<std::int32_t>(room) - 1));
    return fail(Errno::kNoSpc);
  }
  MM_TRY_ASSIGN(const std::uint32_t text, load_word(parameter.argument + Bytes(4)));
  return store_text(VirtAddr(text), value);
}

Result<std::int32_t> ParameterWriter::set_array(const KernelParam& parameter, std::string& value) {
  std::array<std::uint32_t, 5> fields{};  // max, elemsize, num, ops, elem
  for (std::size_t index = 0; index < fields.size(); ++index) {
    MM_TRY_ASSIGN(fields[index], load_word(parameter.argument + Bytes(4 * index)));
  }
  const auto& [max, element_bytes, count_pointer, ops, elements] = fields;
  const auto type = ops_.find(VirtAddr(ops));
  if (type == ops_.end()) return target_.set_in_guest(parameter.self, value);
  const std::string list = value;
  std::uint32_t count = 0;
  const auto store_count = [this, &count, to = count_pointer]() -> Result<void> {
    return to == 0 ? Result<void>() : store(VirtAddr(to), count, 4);
  };
  MM_TRY(store_count());
  for (std::size_t at = 0; at <= list.size(); ++count) {
    if (count == max) {
      target_.log(LogLevel::kErr,
                  fmt::format("{}: can only take {} arguments", parameter.name, max));
      return fail(Errno::kInval);
    }
    const std::size_t comma = std::min(list.find(',', at), list.size());
    if (at == 0) value.resize(comma);
    std::string element = list.substr(at, comma - at);
    const VirtAddr place(elements + count * element_bytes);
    const KernelParam one{parameter.self, parameter.name, VirtAddr(ops), 0, place};
    MM_TRY(set_typed(type->second, one, element));
    at = comma + 1;
  }
  MM_TRY(store_count());
  return 0;
}

}  // namespace mm32::emu
