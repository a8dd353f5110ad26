// An event as the machine's thread notes it for the thread that writes the trace: facts only.
//
// What needs the machine (who called, names of caches and code) is looked up when the event happens
// and referred to; the texts stay as they are until the record was written (TraceWorker::drain).
#pragma once

#include <string>

#include "emu/trace/trace_word.hpp"
#include "mm/base/events.hpp"

namespace mm32::emu {

struct TraceRecord {
  Event event{};
  std::uint64_t ns = 0;
  const std::string* task = nullptr;  // trace_task_text
  const TraceWord* site = nullptr;    // who called; of a fault the instruction
  const TraceWord* name = nullptr;    // of the cache; of a fault the address
  VirtAddr extra{};                   // the struct page; of a fault the instruction
};

}  // namespace mm32::emu
