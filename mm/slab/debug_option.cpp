#include "mm/slab/debug_option.hpp"

#include <algorithm>
#include <cctype>

namespace mm32 {
namespace {

constexpr SlabFlags kDefaultFlags = SlabFlags::kConsistencyChecks | SlabFlags::kRedZone |
                                    SlabFlags::kPoison | SlabFlags::kStoreUser;

constexpr std::size_t kNone = std::string_view::npos;

struct Block {
  SlabFlags flags = SlabFlags::kNone;
  std::size_t list = kNone;  // where its names begin; kNone: it is for all caches
  std::size_t next = kNone;  // where the next block begins; kNone: it is the last
  bool no_higher_order = false;
  std::string unknown{};
};

void read_letter(Block& block, char letter) {
  switch (std::tolower(static_cast<unsigned char>(letter))) {
    case '-':
      block.flags = SlabFlags::kNone;
      break;
    case 'f':
      block.flags = block.flags | SlabFlags::kConsistencyChecks;
      break;
    case 'z':
      block.flags = block.flags | SlabFlags::kRedZone;
      break;
    case 'p':
      block.flags = block.flags | SlabFlags::kPoison;
      break;
    case 'u':
      block.flags = block.flags | SlabFlags::kStoreUser;
      break;
    case 't':
      block.flags = block.flags | SlabFlags::kTrace;
      break;
    case 'o':
      block.no_higher_order = true;
      break;
    case 'a':
      break;
    default:
      block.unknown += letter;
  }
}

// The block that begins at `at`. Without letters in front of a comma the default counts.
Block read_block(std::string_view text, std::size_t at) {
  Block block;
  at = std::min(text.find_first_not_of(';', at), text.size());
  const std::size_t letters_end = std::min(text.find_first_of(",;", at), text.size());
  for (const char letter : text.substr(at, letters_end - at)) read_letter(block, letter);
  if (text.substr(letters_end, 1) == ",") {
    if (letters_end == at) block.flags = kDefaultFlags;
    block.list = letters_end + 1;
  }
  block.next = text.find_first_not_of(';', std::min(text.find(';', letters_end), text.size()));
  return block;
}

// Calls visit(block) for each block of the parameter until it returns false.
template <class Visit>
void for_each_block(const SlabOptions& options, Visit visit) {
  if (!options.has_slub_debug || options.slub_debug.empty()) return;
  std::size_t at = 0;
  do {
    const Block block = read_block(options.slub_debug, at);
    if (!visit(block)) return;
    at = block.next;
  } while (at != kNone);
}

// What holds for caches that no block names. Linux: slub_debug.
SlabFlags global_flags(const SlabOptions& options) {
  if (options.has_slub_debug && options.slub_debug.empty()) return kDefaultFlags;
  SlabFlags flags = SlabFlags::kNone;
  for_each_block(options, [&](const Block& block) {
    if (block.list == kNone) flags = block.flags;
    return true;
  });
  return flags;
}

// Whether a block names the cache. As on Linux an entry ends at the next comma or in front of the
// next block, wherever that comma is: the last name in front of ";;" or of a closing ";" keeps a
// semicolon and matches no cache, and a list is read on into a block that begins with a comma.
bool names(std::string_view text, const Block& block, std::string_view name) {
  for (std::size_t at = block.list; at < text.size();) {
    std::size_t end = std::min(text.find(',', at), text.size());
    if (block.next < end) end = block.next - 1;
    const std::string_view rest = text.substr(at);
    const std::size_t star = rest.substr(0, end - at).find('*');
    const std::size_t compared = star != kNone ? star : std::max(name.size(), end - at);
    if (name.substr(0, compared) == rest.substr(0, compared)) return true;
    if (end >= text.size() || text[end] == ';') return false;
    at = end + 1;
  }
  return false;
}

}  // namespace

SlabFlags debug_flags(const SlabOptions& options, SlabFlags flags, std::string_view name) {
  if (any(flags & SlabFlags::kNoUserFlags)) return flags;
  SlabFlags named = SlabFlags::kNone;
  bool found = false;
  for_each_block(options, [&](const Block& block) {
    found = block.list != kNone && names(options.slub_debug, block, name);
    if (found) named = block.flags;
    return !found;
  });
  if (found) return flags | named;
  SlabFlags global = global_flags(options);
  if (any(flags & SlabFlags::kNoLeakTrace)) global = global & ~SlabFlags::kStoreUser;
  return flags | global;
}

bool higher_order_debug_disabled(const SlabOptions& options) {
  bool disabled = false;
  for_each_block(options, [&](const Block& block) {
    disabled = disabled || block.no_higher_order;
    return true;
  });
  return disabled;
}

bool debug_stores_user(const SlabOptions& options) {
  bool stores = any(global_flags(options) & SlabFlags::kStoreUser);
  for_each_block(options, [&](const Block& block) {
    stores = stores || (block.list != kNone && any(block.flags & SlabFlags::kStoreUser));
    return true;
  });
  return stores;
}

std::string unknown_debug_letters(const SlabOptions& options) {
  std::string letters;
  for_each_block(options, [&](const Block& block) {
    letters += block.unknown;
    return true;
  });
  return letters;
}

}  // namespace mm32
