#include "emu/trace/trace_writer.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>

#include "emu/machine/machine.hpp"
#include "mm/page_alloc/flag_names.hpp"

namespace mm32::emu {
namespace {

constexpr std::size_t kBufferBytes = std::size_t{1} << 16;
constexpr std::size_t kMostWords = 4096;
constexpr std::size_t kNameBytes = 64;

}  // namespace

Expected<std::unique_ptr<TraceWriter>> TraceWriter::open(Machine& machine,
                                                         const TraceOptions& options) {
  std::FILE* const file = std::fopen(options.path.c_str(), "wb");
  if (file == nullptr)
    return failure(ExitStatus::kUsage, fmt::format("cannot write the trace {}: {}", options.path,
                                                   std::strerror(errno)));
  return std::unique_ptr<TraceWriter>(new TraceWriter(machine, options, file));
}

TraceWriter::TraceWriter(Machine& machine, const TraceOptions& options, std::FILE* file)
    : machine_(machine), options_(options), file_(file) {
  buffer_.reserve(2 * kBufferBytes);
  buffer_ += trace_begin(options_.format);
  machine_.events().subscribe(*this, options_.events);
}

TraceWriter::~TraceWriter() {
  machine_.events().unsubscribe(*this);
  static_cast<void>(finish());
}

void TraceWriter::on_event(const Event& event) {
  if (failed_) return;
  fields_.describe(event, *this);
  const Task task = machine_.current();
  const std::string comm = task.comm();
  append_trace_event(buffer_, options_.format, count_++,
                     {machine_.clock().now_ns(), task.pid(), comm},
                     trace_event_names()[event.index()], fields_.all());
  if (buffer_.size() >= kBufferBytes) write_out();
}

void TraceWriter::write_out() {
  if (std::fwrite(buffer_.data(), 1, buffer_.size(), file_.get()) != buffer_.size()) failed_ = true;
  buffer_.clear();
}

Expected<void> TraceWriter::finish() {
  if (file_ == nullptr) return {};
  machine_.events().unsubscribe(*this);
  buffer_ += trace_end(options_.format);
  write_out();
  if (std::fclose(file_.release()) != 0) failed_ = true;
  if (failed_)
    return failure(ExitStatus::kBudgetSpent,
                   fmt::format("the trace {} could not be written to its end", options_.path));
  return {};
}

const std::string* TraceWriter::known(Words& words, std::uint32_t key) {
  const auto found = words.find(key);
  if (found != words.end()) return &found->second;
  if (words.size() >= kMostWords) words.clear();
  return nullptr;
}

std::string_view TraceWriter::code_text(VirtAddr address) {
  if (symbols_ != machine_.symbols().changes()) code_.clear();
  symbols_ = machine_.symbols().changes();
  if (const std::string* text = known(code_, address.raw())) return *text;
  return code_[address.raw()] = machine_.symbols().format(address);
}

std::string_view TraceWriter::call_site() {
  return machine_.executor().serving() == 0 ? "0x0" : code_text(machine_.call_site());
}

std::string_view TraceWriter::gfp_text(Gfp gfp) {
  if (const std::string* text = known(gfp_, raw(gfp))) return *text;
  return gfp_[raw(gfp)] = mm32::gfp_text(gfp);
}

std::string_view TraceWriter::cache_name(VirtAddr cache) {
  const GuestMemory memory = machine_.cpu().memory();
  const auto name = memory.load<std::uint32_t>(cache + Bytes(offsetof(KmemCache, name)));
  name_ = name ? memory.load_string(VirtAddr(*name), kNameBytes).value_or("?") : "?";
  return name_;
}

VirtAddr TraceWriter::page_struct(Pfn pfn) {
  return VirtAddr(machine_.mm().pages().page_ptr(pfn).raw);
}
std::uint32_t TraceWriter::instruction() { return machine_.cpu().registers().eip; }

}  // namespace mm32::emu
