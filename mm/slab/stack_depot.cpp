#include "mm/slab/stack_depot.hpp"

#include <algorithm>

namespace mm32 {
namespace {

constexpr std::uint32_t kMaxDepth = 16;  // TRACK_ADDRS_COUNT
constexpr std::uint32_t kBuckets = 1020;
constexpr std::uint32_t kMaxChain = 4096;

std::uint32_t hash_of(std::span<const VirtAddr> trace) {
  std::uint32_t hash = 2166136261u;
  for (const VirtAddr address : trace) hash = (hash ^ address.raw()) * 16777619u;
  return hash;
}

}  // namespace

struct StackDepot::Header {
  std::uint32_t page;  // records are added here
  std::uint32_t used;  // bytes of it
  std::uint32_t pad[2];
  std::uint32_t buckets[kBuckets];
};

struct StackDepot::Record {
  std::uint32_t next;
  std::uint32_t hash;
  std::uint32_t count;
  std::uint32_t entries[kMaxDepth];
};

StackDepot::Header* StackDepot::header() {
  static_assert(sizeof(Header) <= kPageSize);
  SlabRoot& root = ctx_.root();
  if (root.depot == 0) {
    const auto pfn = ctx_.view.pages().alloc_pages(Gfp::kNowait | Gfp::kNoWarn, Order(0));
    if (!pfn) return nullptr;
    root.depot = direct_map_va(phys_of(*pfn)).raw();
    std::memset(ctx_.view.bytes(VirtAddr(root.depot)), 0, kPageSize);
  }
  return ctx_.view.object(GuestPtr<Header>(root.depot));
}

StackDepot::Record* StackDepot::record(std::uint32_t at) const {
  return at == 0 ? nullptr : ctx_.view.object(GuestPtr<Record>(at));
}

std::uint32_t StackDepot::add(Header& table, std::uint32_t bucket, std::uint32_t hash,
                              std::span<const VirtAddr> trace) {
  if (table.page == 0 || table.used > kPageSize - sizeof(Record)) {
    const auto pfn = ctx_.view.pages().alloc_pages(Gfp::kNowait | Gfp::kNoWarn, Order(0));
    if (!pfn) return 0;
    table.page = direct_map_va(phys_of(*pfn)).raw();
    table.used = 0;
  }
  const std::uint32_t at = table.page + table.used;
  Record* added = record(at);
  if (added == nullptr) return 0;
  table.used += static_cast<std::uint32_t>(sizeof(Record));
  *added = {table.buckets[bucket], hash, static_cast<std::uint32_t>(trace.size()), {}};
  for (std::size_t i = 0; i < trace.size(); ++i) added->entries[i] = trace[i].raw();
  table.buckets[bucket] = at;
  return at;
}

std::uint32_t StackDepot::save(std::span<const VirtAddr> trace) {
  trace = trace.first(std::min<std::size_t>(trace.size(), kMaxDepth));
  Header* table = trace.empty() ? nullptr : header();
  if (table == nullptr) return 0;
  const std::uint32_t hash = hash_of(trace);
  const std::uint32_t bucket = hash % kBuckets;
  std::uint32_t at = table->buckets[bucket];
  for (std::uint32_t step = 0; step < kMaxChain; ++step) {
    const Record* known = record(at);
    if (known == nullptr) break;
    const bool same = known->hash == hash && known->count == trace.size() &&
                      std::equal(trace.begin(), trace.end(), known->entries,
                                 [](VirtAddr a, std::uint32_t b) { return a.raw() == b; });
    if (same) return at;
    at = known->next;
  }
  return add(*table, bucket, hash, trace);
}

std::vector<VirtAddr> StackDepot::fetch(std::uint32_t handle) const {
  std::vector<VirtAddr> trace;
  const Record* found = record(handle);
  if (found == nullptr || found->count > kMaxDepth) return trace;
  for (std::uint32_t i = 0; i < found->count; ++i) trace.emplace_back(found->entries[i]);
  return trace;
}

}  // namespace mm32
