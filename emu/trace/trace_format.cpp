#include "emu/trace/trace_format.hpp"

#include <array>
#include <charconv>
#include <nlohmann/json.hpp>

namespace mm32::emu {
namespace {

// std::to_chars: several times as fast as a format string, and this is done for every event.
void append_number(std::string& out, std::uint64_t value, int base = 10, std::size_t width = 0) {
  std::array<char, 24> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value, base).ptr;
  const auto length = static_cast<std::size_t>(end - digits.data());
  if (length < width) out.append(width - length, '0');
  out.append(digits.data(), length);
}

template <class... Parts>
void append(std::string& out, const Parts&... parts) {
  (out.append(parts), ...);
}

bool is_plain(std::string_view text) {
  for (const char c : text)
    if (static_cast<unsigned char>(c) < 0x20 || static_cast<unsigned char>(c) > 0x7e || c == '"' ||
        c == '\\')
      return false;
  return true;
}

// Guest text may hold anything.
void append_json_text(std::string& out, std::string_view text) {
  if (is_plain(text)) {
    out += '"';
    out += text;
    out += '"';
    return;
  }
  out += nlohmann::json(text).dump(-1, ' ', true, nlohmann::json::error_handler_t::replace);
}

// Text that JSON has a word of its own for.
bool is_literal(std::string_view text) { return text == "-1" || text == "true" || text == "false"; }

void append_json_field(std::string& out, const TraceField& field) {
  append(out, "\"", field.name, "\":");
  switch (field.form) {
    case TraceField::Form::kDecimal:
      return append_number(out, field.value);
    case TraceField::Form::kHex:
    case TraceField::Form::kPointer:
      out += "\"0x";
      append_number(out, field.value, 16);
      out += '"';
      return;
    case TraceField::Form::kText:
      break;
  }
  if (is_literal(field.text))
    out += field.text;
  else
    append_json_text(out, field.text);
}

void append_json_fields(std::string& out, std::span<const TraceField> fields) {
  bool first = true;
  for (const TraceField& field : fields) {
    if (!first) out += ',';
    first = false;
    append_json_field(out, field);
  }
}

void append_jsonl(std::string& out, const TraceStamp& stamp, const TraceEventName& name,
                  std::span<const TraceField> fields) {
  out += "{\"ts_ns\":";
  append_number(out, stamp.ns);
  append(out, ",\"event\":\"", name.system, ":", name.name, "\",\"pid\":");
  append_number(out, static_cast<std::uint32_t>(stamp.pid));
  out += ",\"comm\":";
  append_json_text(out, stamp.comm);
  if (!fields.empty()) out += ',';
  append_json_fields(out, fields);
  out += "}\n";
}

void append_chrome(std::string& out, std::uint64_t index, const TraceStamp& stamp,
                   const TraceEventName& name, std::span<const TraceField> fields) {
  if (index != 0) out += ",\n";
  append(out, "{\"name\":\"", name.name, "\",\"cat\":\"", name.system,
         "\",\"ph\":\"i\",\"s\":\"t\",\"ts\":");
  append_number(out, stamp.ns / 1000);
  out += '.';
  append_number(out, stamp.ns % 1000, 10, 3);
  for (const char* id : {",\"pid\":", ",\"tid\":"}) {
    out += id;
    append_number(out, static_cast<std::uint32_t>(stamp.pid));
  }
  out += ",\"args\":{";
  append_json_fields(out, fields);
  out += "}}";
}

void append_ftrace_field(std::string& out, const TraceField& field) {
  append(out, " ", field.name, "=");
  switch (field.form) {
    case TraceField::Form::kDecimal:
      return append_number(out, field.value);
    case TraceField::Form::kHex:
      out += "0x";
      return append_number(out, field.value, 16);
    case TraceField::Form::kPointer:
      return append_number(out, field.value, 16, 8);
    case TraceField::Form::kText:
      out += field.text;
  }
}

// "          insmod-83      [000] .....     0.000123: kmem:kfree: …"
void append_ftrace(std::string& out, const TraceStamp& stamp, const TraceEventName& name,
                   std::span<const TraceField> fields) {
  constexpr std::size_t kCommWidth = 16;
  constexpr std::size_t kPidWidth = 7;
  constexpr std::size_t kSecondsWidth = 5;
  if (stamp.comm.size() < kCommWidth) out.append(kCommWidth - stamp.comm.size(), ' ');
  append(out, stamp.comm, "-");
  const std::size_t pid = out.size();
  append_number(out, static_cast<std::uint32_t>(stamp.pid));
  if (out.size() - pid < kPidWidth) out.append(kPidWidth - (out.size() - pid), ' ');
  out += " [000] ..... ";
  std::string seconds;
  append_number(seconds, stamp.ns / 1'000'000'000);
  if (seconds.size() < kSecondsWidth) out.append(kSecondsWidth - seconds.size(), ' ');
  append(out, seconds, ".");
  append_number(out, stamp.ns / 1000 % 1'000'000, 10, 6);
  append(out, ": ", name.system, ":", name.name, ":");
  for (const TraceField& field : fields) append_ftrace_field(out, field);
  out += '\n';
}

}  // namespace

std::optional<TraceFormat> trace_format_named(std::string_view name) {
  if (name == "jsonl") return TraceFormat::kJsonLines;
  if (name == "chrome") return TraceFormat::kChrome;
  if (name == "ftrace") return TraceFormat::kFtrace;
  return std::nullopt;
}

TraceFormat trace_format_of(std::string_view path) {
  if (path.ends_with(".jsonl") || path.ends_with(".ndjson")) return TraceFormat::kJsonLines;
  return path.ends_with(".json") ? TraceFormat::kChrome : TraceFormat::kFtrace;
}

std::string_view trace_begin(TraceFormat format) {
  switch (format) {
    case TraceFormat::kChrome:
      return "{\"displayTimeUnit\":\"ns\",\"traceEvents\":[\n";
    case TraceFormat::kFtrace:
      return "# tracer: nop\n"
             "#\n"
             "#           TASK-PID     CPU#  |||||  TIMESTAMP  FUNCTION\n"
             "#              | |         |   |||||     |         |\n";
    case TraceFormat::kJsonLines:
      break;
  }
  return {};
}

std::string_view trace_end(TraceFormat format) {
  return format == TraceFormat::kChrome ? "\n]}\n" : "";
}

void append_trace_event(std::string& out, TraceFormat format, std::uint64_t index,
                        const TraceStamp& stamp, const TraceEventName& name,
                        std::span<const TraceField> fields) {
  switch (format) {
    case TraceFormat::kJsonLines:
      return append_jsonl(out, stamp, name, fields);
    case TraceFormat::kChrome:
      return append_chrome(out, index, stamp, name, fields);
    case TraceFormat::kFtrace:
      return append_ftrace(out, stamp, name, fields);
  }
}

}  // namespace mm32::emu
