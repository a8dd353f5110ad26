#include "emu/loader/decompress.hpp"

#include <fmt/format.h>
#include <lzma.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <memory>
#include <string_view>

namespace mm32::emu {
namespace {

using namespace std::string_view_literals;

using Bytes8 = std::vector<std::byte>;

constexpr std::size_t kChunk = 256 << 10;
constexpr int kGzipWindow = 15 + 16;  // the largest window; a gzip header, not a zlib one

// Where the next bytes go: at most `most` of them, and one to see that there are more.
class Sink {
 public:
  explicit Sink(std::size_t most) : most_(most) {}

  std::span<std::byte> room() {
    out_.resize(std::min(used_ + kChunk, most_ + 1));
    return std::span(out_).subspan(used_);
  }
  void took(std::size_t bytes) { used_ += bytes; }
  bool too_much() const { return used_ > most_; }
  Bytes8 take() {
    out_.resize(used_);
    return std::move(out_);
  }

 private:
  std::size_t most_;
  std::size_t used_ = 0;
  Bytes8 out_;
};

enum class Step : std::uint8_t { kMore, kDone, kDamaged };

// Runs `step` until it is done; it writes to the room it gets and says how many bytes it wrote.
template <class F>
bool unpack(Sink& sink, F&& step) {
  while (!sink.too_much()) {
    const std::span<std::byte> room = sink.room();
    std::size_t written = 0;
    const Step result = step(room, written);
    sink.took(written);
    if (result != Step::kMore) return result == Step::kDone;
    if (written == 0) return false;  // nothing more comes out of what there is: it is cut off
  }
  return true;
}

bool unpack_xz(std::span<const std::byte> in, Sink& sink) {
  lzma_stream stream = LZMA_STREAM_INIT;
  if (lzma_stream_decoder(&stream, UINT64_MAX, LZMA_CONCATENATED) != LZMA_OK) return false;
  const std::unique_ptr<lzma_stream, decltype(&lzma_end)> end(&stream, lzma_end);
  stream.next_in = reinterpret_cast<const std::uint8_t*>(in.data());
  stream.avail_in = in.size();
  return unpack(sink, [&](std::span<std::byte> room, std::size_t& written) {
    stream.next_out = reinterpret_cast<std::uint8_t*>(room.data());
    stream.avail_out = room.size();
    const lzma_ret result = lzma_code(&stream, LZMA_FINISH);
    written = room.size() - stream.avail_out;
    if (result == LZMA_STREAM_END) return Step::kDone;
    return result == LZMA_OK ? Step::kMore : Step::kDamaged;
  });
}

bool unpack_gzip(std::span<const std::byte> in, Sink& sink) {
  z_stream stream{};
  if (inflateInit2(&stream, kGzipWindow) != Z_OK) return false;
  const std::unique_ptr<z_stream, decltype(&inflateEnd)> end(&stream, inflateEnd);
  // zlib only reads what it takes for writable.
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<std::byte*>(in.data()));
  stream.avail_in = static_cast<uInt>(in.size());
  return unpack(sink, [&](std::span<std::byte> room, std::size_t& written) {
    stream.next_out = reinterpret_cast<Bytef*>(room.data());
    stream.avail_out = static_cast<uInt>(room.size());
    const int result = inflate(&stream, Z_NO_FLUSH);
    written = room.size() - stream.avail_out;
    if (result == Z_STREAM_END) return Step::kDone;
    return result == Z_OK ? Step::kMore : Step::kDamaged;
  });
}

bool unpack_zstd(std::span<const std::byte> in, Sink& sink) {
  const std::unique_ptr<ZSTD_DStream, decltype(&ZSTD_freeDStream)> stream(ZSTD_createDStream(),
                                                                          ZSTD_freeDStream);
  if (stream == nullptr) return false;
  ZSTD_inBuffer source{in.data(), in.size(), 0};
  return unpack(sink, [&](std::span<std::byte> room, std::size_t& written) {
    ZSTD_outBuffer target{room.data(), room.size(), 0};
    std::size_t result = 0;
    do  // a frame may hold nothing
      result = ZSTD_decompressStream(stream.get(), &target, &source);
    while (result == 0 && target.pos == 0 && source.pos < source.size);
    written = target.pos;
    if (ZSTD_isError(result) != 0) return Step::kDamaged;
    return result == 0 && source.pos == source.size ? Step::kDone : Step::kMore;
  });
}

const char* name_of(Compression compression) {
  switch (compression) {
    case Compression::kXz:
      return "xz";
    case Compression::kZstd:
      return "zstd";
    case Compression::kGzip:
      return "gzip";
    default:
      return "bzip2";
  }
}

}  // namespace

Compression compression_of(std::span<const std::byte> bytes) {
  const std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  if (text.starts_with("\xfd"
                       "7zXZ\0"sv))
    return Compression::kXz;
  if (text.starts_with("\x28\xb5\x2f\xfd"sv)) return Compression::kZstd;
  if (text.starts_with("\x1f\x8b"sv)) return Compression::kGzip;
  return text.starts_with("BZh"sv) ? Compression::kBzip2 : Compression::kNone;
}

Loaded<Bytes8> decompress(const std::string& name, Bytes8 bytes, std::size_t most) {
  const Compression compression = compression_of(bytes);
  Sink sink(most);
  bool whole = true;
  switch (compression) {
    case Compression::kNone:
      return bytes;
    case Compression::kBzip2:
      return load_error(name + ": is compressed with bzip2: unpack it with bunzip2 first");
    case Compression::kXz:
      whole = unpack_xz(bytes, sink);
      break;
    case Compression::kZstd:
      whole = unpack_zstd(bytes, sink);
      break;
    case Compression::kGzip:
      whole = unpack_gzip(bytes, sink);
      break;
  }
  if (!whole)
    return load_error(fmt::format("{}: is damaged or truncated ({} cannot unpack it)", name,
                                  name_of(compression)));
  if (sink.too_much())
    return load_error(fmt::format("{}: unpacks to more than {} MB", name, most >> 20));
  return sink.take();
}

}  // namespace mm32::emu
