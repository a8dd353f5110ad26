#include "emu/trace/trace_word.hpp"

#include <nlohmann/json.hpp>

#include "emu/trace/trace_buffer.hpp"

namespace mm32::emu {
namespace {

// Each byte may become six in JSON.
static_assert(6 * TraceWord::kMostNameBytes + 2 <= TraceBuffer::kMostTextBytes);
static_assert(6 * (TraceWord::kMostLineBytes + TraceWord::kMostNameBytes) + 512 <=
              TraceBuffer::kMostEventBytes);

}  // namespace

TraceWord::TraceWord(std::string_view text, std::size_t most_bytes)
    : plain(text.substr(0, most_bytes)),
      json(nlohmann::json(plain).dump(-1, ' ', true, nlohmann::json::error_handler_t::replace)) {}

}  // namespace mm32::emu
