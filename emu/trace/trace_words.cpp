#include "emu/trace/trace_words.hpp"

namespace mm32::emu {
namespace {

constexpr std::size_t kNameBytes = 64;

}  // namespace

void TraceWords::drop_old_code() {
  if (symbols_ == machine_.symbols().changes()) return;
  sites_.clear();
  names_.clear();
  symbols_ = machine_.symbols().changes();
}

const TraceWord& TraceWords::call_site() {
  drop_old_code();
  const VirtAddr site = machine_.executor().serving() == 0 ? VirtAddr() : machine_.call_site();
  return sites_.get(site.raw(), [&] {
    return site.raw() == 0 ? std::string("0x0") : machine_.symbols().format(site);
  });
}

const TraceWord& TraceWords::name_of(VirtAddr address) {
  drop_old_code();
  return names_.get(address.raw(), [&] { return machine_.symbols().format_name(address); });
}

const TraceWord& TraceWords::cache_name(VirtAddr cache) {
  return caches_.get(cache.raw(), [&] {
    const GuestMemory memory = machine_.cpu().memory();
    const auto name = memory.load<std::uint32_t>(cache + Bytes(offsetof(KmemCache, name)));
    return name ? memory.load_string(VirtAddr(*name), kNameBytes).value_or("?") : std::string("?");
  });
}

VirtAddr TraceWords::page_struct(Pfn pfn) {
  return VirtAddr(machine_.mm().pages().page_ptr(pfn).raw);
}
VirtAddr TraceWords::instruction() { return VirtAddr(machine_.cpu().registers().eip); }

const TraceWord& TraceWords::printed(const event::TracePrint& print) {
  std::string text(std::min<std::size_t>(print.length.raw(), TraceWord::kMostLineBytes), '\0');
  if (!machine_.cpu().memory().read(print.text, std::as_writable_bytes(std::span(text))))
    text.clear();
  if (text.ends_with('\n')) text.pop_back();
  return printed_.emplace_back(text, TraceWord::kMostLineBytes);
}

const std::string& TraceWords::task() {
  const Task task = machine_.current();
  const std::string_view comm = task.comm_view();
  if (task_ != nullptr && task.pid() == pid_ && comm == comm_) return *task_;
  pid_ = task.pid();
  comm_ = comm;
  const auto [found, is_new] = tasks_.try_emplace({pid_, comm_});
  if (is_new) found->second = trace_task_text(format_, pid_, comm_);
  task_ = &found->second;
  return *task_;
}

void TraceWords::free_retired() {
  sites_.free_retired();
  names_.free_retired();
  caches_.free_retired();
  printed_.clear();
  if (tasks_.size() <= kMostTasks) return;
  tasks_.clear();
  task_ = nullptr;
}

}  // namespace mm32::emu
