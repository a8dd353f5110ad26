// How each format writes the beginning, the fields and the end of an event.
//
// A form is a set of static functions; names of fields are template arguments, so that what stands
// around a value is one copy of a literal. describe_event (trace_format.cpp) is written once and
// compiled for each form.
#pragma once

#include "emu/trace/trace_format.hpp"

namespace mm32::emu {

// "          insmod-83      [000] .....     0.000123: kmem:kfree: call_site=… ptr=…"
struct FtraceForm {
  template <class Name>
  static void begin(TraceBuffer& to, const TraceStamp& stamp) {
    when(to, stamp);
    to.put<": ", Name::kSystem, ":", Name::kName, ":">();
  }
  /// What trace_printk wrote stands behind the function, without the name of an event.
  static void printed(TraceBuffer& to, const TraceStamp& stamp, const TraceWord& function,
                      const TraceWord& text) {
    when(to, stamp);
    to.put<": ">();
    to.put(std::string_view(function.plain).substr(0, function.plain.find(' ')));
    to.put<": ">();
    to.put(text.plain);
    end(to);
  }
  static void end(TraceBuffer& to) { to.put<"\n">(); }
  template <Literal Name>
  static void decimal(TraceBuffer& to, std::uint64_t value) {
    to.put<" ", Name, "=">();
    to.decimal(value);
  }
  template <Literal Name>
  static void hex(TraceBuffer& to, std::uint64_t value) {
    to.put<" ", Name, "=0x">();
    to.hex(value);
  }
  template <Literal Name>
  static void pointer(TraceBuffer& to, VirtAddr value) {
    to.put<" ", Name, "=">();
    to.hex8(value.raw());
  }
  template <Literal Name>
  static void text(TraceBuffer& to, const TraceWord& word) {
    to.put<" ", Name, "=">();
    to.put(word.plain);
  }
  /// -1, true, false: the same word in all forms.
  template <Literal Name, Literal Value>
  static void literal(TraceBuffer& to) {
    to.put<" ", Name, "=", Value>();
  }
  /// As the kernel's tlb_flush has it.
  static void tlb_reason(TraceBuffer& to, const event::TlbFlush& e) {
    if (e.pages.raw() == 0) return to.put<" pages:-1 reason:local mm shootdown (3)">();
    to.put<" pages:">();
    to.decimal(e.pages.raw());
    to.put<" reason:local shootdown (2)">();
  }

 private:
  static void when(TraceBuffer& to, const TraceStamp& stamp) {
    to.put(stamp.task);
    to.decimal_wide(stamp.ns / 1'000'000'000);
    to.put<".">();
    to.decimal6(static_cast<std::uint32_t>(stamp.ns / 1000 % 1'000'000));
  }
};

// The fields of JSON objects; each ends in a comma.
struct JsonFields {
  template <Literal Name>
  static void decimal(TraceBuffer& to, std::uint64_t value) {
    to.put<"\"", Name, "\":">();
    to.decimal(value);
    to.put<",">();
  }
  template <Literal Name>
  static void hex(TraceBuffer& to, std::uint64_t value) {
    to.put<"\"", Name, "\":\"0x">();
    to.hex(value);
    to.put<"\",">();
  }
  template <Literal Name>
  static void pointer(TraceBuffer& to, VirtAddr value) {
    to.put<"\"", Name, "\":\"0x">();
    to.hex8(value.raw());
    to.put<"\",">();
  }
  template <Literal Name>
  static void text(TraceBuffer& to, const TraceWord& word) {
    to.put<"\"", Name, "\":">();
    to.put(word.json);
    to.put<",">();
  }
  template <Literal Name, Literal Value>
  static void literal(TraceBuffer& to) {
    to.put<"\"", Name, "\":", Value, ",">();
  }
  static void tlb_reason(TraceBuffer& to, const event::TlbFlush& e) {
    if (e.pages.raw() == 0) return to.put<"\"pages\":-1,\"reason\":\"local mm shootdown\",">();
    to.put<"\"pages\":">();
    to.decimal(e.pages.raw());
    to.put<",\"reason\":\"local shootdown\",">();
  }
};

struct JsonLinesForm : JsonFields {
  template <class Name>
  static void begin(TraceBuffer& to, const TraceStamp& stamp) {
    to.put<"{\"ts_ns\":">();
    to.decimal(stamp.ns);
    to.put<",\"event\":\"", Name::kSystem, ":", Name::kName, "\"">();
    to.put(stamp.task);
  }
  static void end(TraceBuffer& to) {
    to.drop();
    to.put<"}\n">();
  }
};

struct ChromeForm : JsonFields {
  template <class Name>
  static void begin(TraceBuffer& to, const TraceStamp& stamp) {
    if (stamp.index != 0) to.put<",\n">();
    to.put<"{\"name\":\"", Name::kName, "\",\"cat\":\"", Name::kSystem,
           "\",\"ph\":\"i\",\"s\":\"t\",\"ts\":">();
    to.decimal(stamp.ns / 1000);
    to.put<".">();
    to.decimal3(static_cast<std::uint32_t>(stamp.ns % 1000));
    to.put(stamp.task);
    to.put<",\"args\":{">();
  }
  static void end(TraceBuffer& to) {
    to.drop();
    to.put<"}}">();
  }
};

}  // namespace mm32::emu
