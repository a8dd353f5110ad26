#include "emu/trace/trace_format.hpp"

#include <fmt/format.h>

#include "emu/trace/trace_forms.hpp"

namespace mm32::emu {
namespace {

// One function a kind of event: what it says, in the kernel's order.
template <class Form>
struct Describer {
  TraceBuffer& to;
  const TraceStamp& stamp;
  TraceScene& scene;

  void operator()(const event::TracePrint& e) {
    const TraceWord& function = scene.name_of(e.ip);
    if constexpr (requires { Form::printed(to, stamp, function, function); })
      return Form::printed(to, stamp, function, scene.printed(e));
    Form::template begin<TraceNameOf<event::TracePrint>>(to, stamp);
    text<"ip">(function);
    text<"buf">(scene.printed(e));
    Form::end(to);
  }
  template <class E>
  void operator()(const E& e) {
    Form::template begin<TraceNameOf<E>>(to, stamp);
    fields(e);
    Form::end(to);
  }

  template <Literal Name>
  void decimal(std::uint64_t value) {
    Form::template decimal<Name>(to, value);
  }
  template <Literal Name>
  void hex(std::uint64_t value) {
    Form::template hex<Name>(to, value);
  }
  template <Literal Name>
  void pointer(VirtAddr value) {
    Form::template pointer<Name>(to, value);
  }
  template <Literal Name>
  void text(const TraceWord& word) {
    Form::template text<Name>(to, word);
  }
  template <Literal Name, Literal Value>
  void literal() {
    Form::template literal<Name, Value>(to);
  }
  template <Literal Name>
  void truth(bool value) {
    if (value)
      literal<Name, "true">();
    else
      literal<Name, "false">();
  }

  void allocation(VirtAddr ptr, Bytes requested, Bytes allocated, Gfp gfp) {
    text<"call_site">(scene.call_site());
    pointer<"ptr">(ptr);
    decimal<"bytes_req">(requested.raw());
    decimal<"bytes_alloc">(allocated.raw());
    text<"gfp_flags">(scene.gfp(gfp));
    literal<"node", "-1">();
    truth<"accounted">(has(gfp, Gfp::kAccount));
  }
  void fields(const event::Kmalloc& e) { allocation(e.ptr, e.requested, e.allocated, e.gfp); }
  void fields(const event::CacheAlloc& e) { allocation(e.ptr, e.requested, e.allocated, e.gfp); }
  void fields(const event::Kfree& e) {
    text<"call_site">(scene.call_site());
    pointer<"ptr">(e.ptr);
  }
  void fields(const event::CacheFree& e) {
    text<"call_site">(scene.call_site());
    pointer<"ptr">(e.ptr);
    text<"name">(scene.cache_name(e.cache));
  }
  void page(Pfn pfn) {
    pointer<"page">(scene.page_struct(pfn));
    hex<"pfn">(pfn.raw());
  }
  void fields(const event::PageAlloc& e) {
    page(e.pfn);
    decimal<"order">(e.order.raw());
    decimal<"migratetype">(e.migrate_type);
    text<"gfp_flags">(scene.gfp(e.gfp));
  }
  void fields(const event::PageFree& e) {
    page(e.pfn);
    decimal<"order">(e.order.raw());
  }
  void fields(const event::PageSplit& e) {
    hex<"pfn">(e.pfn.raw());
    decimal<"from">(e.from.raw());
    decimal<"to">(e.to.raw());
  }
  void fields(const event::PageMerge& e) {
    hex<"pfn">(e.pfn.raw());
    decimal<"to">(e.to.raw());
  }
  void fields(const event::CacheCreate& e) { cache(e.cache); }
  void fields(const event::CacheDestroy& e) { cache(e.cache); }
  void cache(VirtAddr cache) {
    text<"call_site">(scene.call_site());
    pointer<"cache">(cache);
    text<"name">(scene.cache_name(cache));
  }
  // Areas of addresses.
  template <class E>
  requires requires(const E& e) {
    e.address;
    e.size;
  }
  void fields(const E& e) {
    text<"call_site">(scene.call_site());
    pointer<"address">(e.address);
    decimal<"size">(e.size.raw());
  }
  void fields(const event::VmaStore& e) {
    pointer<"vm_start">(e.address);
    pointer<"vm_end">(e.address + e.size);
  }
  void fields(const event::VmaErase& e) {
    pointer<"start">(e.address);
    pointer<"end">(e.address + e.size - Bytes(1));
  }
  void fields(const event::Kmap& e) { mapping(e.address, e.pfn); }
  void fields(const event::Kunmap& e) { mapping(e.address, e.pfn); }
  void fields(const event::KmapSet& e) { mapping(e.address, e.pfn); }
  void fields(const event::KmapClear& e) { pointer<"address">(e.address); }
  void mapping(VirtAddr address, Pfn pfn) {
    pointer<"address">(address);
    hex<"pfn">(pfn.raw());
  }
  void fields(const event::PteSet& e) {
    pointer<"address">(e.address);
    decimal<"level">(e.level);
    hex<"before">(e.before);
    hex<"after">(e.after);
  }
  void fields(const event::TlbFlush& e) {
    Form::tlb_reason(to, e);
    pointer<"begin">(e.begin);
  }
  void fields(const event::Walk& e) {
    pointer<"address">(e.address);
    decimal<"levels">(e.levels);
    truth<"refused">(e.refused);
  }
  void fields(const event::Fault& e) {
    text<"address">(scene.name_of(e.address));
    text<"ip">(scene.name_of(scene.instruction()));
    hex<"error_code">(e.error_code);
  }
  void fields(const event::Reclaim& e) { decimal<"nr_reclaimed">(e.reclaimed.raw()); }
};

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

std::string trace_task_text(TraceFormat format, std::int32_t pid, std::string_view comm) {
  const TraceWord word(comm);
  switch (format) {
    case TraceFormat::kJsonLines:
      return fmt::format(",\"pid\":{},\"comm\":{},", pid, word.json);
    case TraceFormat::kChrome:
      return fmt::format(",\"pid\":{},\"tid\":{}", pid, pid);
    case TraceFormat::kFtrace:
      break;
  }
  return fmt::format("{:>16}-{:<7} [000] ..... ", word.plain, pid);
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

void append_trace_event(TraceBuffer& buffer, TraceFormat format, const TraceStamp& stamp,
                        const Event& event, TraceScene& scene) {
  switch (format) {
    case TraceFormat::kJsonLines:
      return std::visit(Describer<JsonLinesForm>{buffer, stamp, scene}, event);
    case TraceFormat::kChrome:
      return std::visit(Describer<ChromeForm>{buffer, stamp, scene}, event);
    case TraceFormat::kFtrace:
      return std::visit(Describer<FtraceForm>{buffer, stamp, scene}, event);
  }
}

}  // namespace mm32::emu
