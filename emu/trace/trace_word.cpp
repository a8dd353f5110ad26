#include "emu/trace/trace_word.hpp"

#include <nlohmann/json.hpp>

#include "emu/trace/trace_buffer.hpp"

namespace mm32::emu {
namespace {

constexpr std::size_t kMostPlainBytes = 240;  // of which each may become six in JSON
static_assert(6 * kMostPlainBytes + 2 <= TraceBuffer::kMostTextBytes);

}  // namespace

TraceWord::TraceWord(std::string_view text)
    : plain(text.substr(0, kMostPlainBytes)),
      json(nlohmann::json(plain).dump(-1, ' ', true, nlohmann::json::error_handler_t::replace)) {}

}  // namespace mm32::emu
