#include "mm/slab/debug_option.hpp"

#include <algorithm>
#include <cctype>

namespace mm32 {
namespace {

constexpr SlabFlags kDefaultFlags = SlabFlags::kConsistencyChecks | SlabFlags::kRedZone |
                                    SlabFlags::kPoison | SlabFlags::kStoreUser;

struct Block {
  SlabFlags flags = SlabFlags::kNone;
  std::string_view caches{};  // empty: for all
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

// Without letters in front of a comma the default counts, without letters and comma nothing.
Block read_block(std::string_view text) {
  Block block;
  const std::size_t comma = text.find(',');
  if (comma != std::string_view::npos) block.caches = text.substr(comma + 1);
  const std::string_view letters = text.substr(0, comma);
  if (letters.empty() && comma != std::string_view::npos) block.flags = kDefaultFlags;
  for (const char letter : letters) read_letter(block, letter);
  return block;
}

// Calls visit(block) for each block of the parameter until it returns false.
template <class Visit>
void for_each_block(const SlabOptions& options, Visit visit) {
  if (!options.has_slub_debug) return;
  std::string_view rest = options.slub_debug;
  if (rest.empty()) {
    visit(Block{.flags = kDefaultFlags});
    return;
  }
  do {
    rest.remove_prefix(std::min(rest.find_first_not_of(';'), rest.size()));
    const std::size_t end = rest.find(';');
    if (!visit(read_block(rest.substr(0, end)))) return;
    rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
  } while (!rest.empty());
}

bool names(std::string_view caches, std::string_view name) {
  while (!caches.empty()) {
    const std::size_t comma = caches.find(',');
    const std::string_view entry = caches.substr(0, comma);
    const std::size_t star = entry.find('*');
    if (star != std::string_view::npos ? name.substr(0, star) == entry.substr(0, star)
                                       : name == entry)
      return true;
    caches = comma == std::string_view::npos ? std::string_view() : caches.substr(comma + 1);
  }
  return false;
}

}  // namespace

SlabFlags debug_flags(const SlabOptions& options, SlabFlags flags, std::string_view name) {
  if (any(flags & SlabFlags::kNoUserFlags)) return flags;
  SlabFlags global = SlabFlags::kNone;
  SlabFlags named = SlabFlags::kNone;
  bool found = false;
  for_each_block(options, [&](const Block& block) {
    if (block.caches.empty()) {
      global = block.flags;
    } else if (!found && names(block.caches, name)) {
      named = block.flags;
      found = true;
    }
    return true;
  });
  if (found) return flags | named;
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
  bool stores = false;
  for_each_block(options, [&](const Block& block) {
    stores = stores || any(block.flags & SlabFlags::kStoreUser);
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
