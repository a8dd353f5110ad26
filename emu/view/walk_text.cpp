// The text and JSON forms of a walk.
#include <fmt/format.h>

#include <array>

#include "emu/view/walk_view.hpp"

namespace mm32::emu {
namespace {

using Json = nlohmann::ordered_json;

std::string join(const std::vector<std::string>& words) {
  return fmt::format("{}", fmt::join(words, " "));
}

std::string hex(std::uint64_t value) { return fmt::format("0x{:x}", value); }

std::string size_text(Bytes size) {
  return size.raw() >= (1u << 20) ? fmt::format("{} MB", size.raw() >> 20)
                                  : fmt::format("{} KB", size.raw() >> 10);
}

bool is_pae(const WalkView& view) { return view.paging.mode == PagingMode::kPae; }

std::string answer_text(const AccessAnswer& a) {
  return a.allowed ? std::string("yes") : fmt::format("#PF({:x})", a.error_code);
}

std::string answers_text(const WalkView& view, Ring ring) {
  std::vector<std::string> words;
  for (const AccessAnswer& a : view.answers)
    if (a.ring == ring)
      words.push_back(fmt::format("{} {}", access_name(a.access), answer_text(a)));
  return fmt::format("{}", fmt::join(words, ", "));
}

std::string head_text(const WalkView& view) {
  return fmt::format("0x{:08x} ({})\n", view.address.raw(), view.region);
}

std::string cr3_text(const WalkView& view) {
  return fmt::format("  CR3     0x{:08x}  {}\n", view.paging.cr3.raw(),
                     is_pae(view) ? "PAE, three levels" : "two levels");
}

std::string step_text(const WalkView& view, const WalkStep& s) {
  const auto names = entry_flags(s.entry, s.level, view.paging.mode);
  return fmt::format("  level {} {}[{}] at 0x{:08x} (virtual 0x{:08x}) = 0x{:0{}x}  {}\n", s.level,
                     table_name(s.level), s.index, s.entry_pa.raw(),
                     direct_map_va(s.entry_pa).raw(), s.entry, is_pae(view) ? 16 : 8,
                     !names.empty() ? join(names)
                     : s.entry == 0 ? "not present"
                                    : "not present (the CPU ignores the other bits)");
}

std::string result_text(const WalkView& view) {
  const Walk& w = view.walk;
  std::string out =
      w.has_leaf()
          ? fmt::format("  frame   0x{:x}, {} page, physical address 0x{:08x}\n",
                        w.page_pa().raw() >> kPageShift, size_text(w.page_size), w.physical.raw())
          : fmt::format("  fault   #PF({:x}): {} (level {})\n", w.error_code, check_text(w.failed),
                        w.steps[w.failed_step].level);
  out += "  ring 0  " + answers_text(view, Ring::kSupervisor) + "\n";
  return out + "  ring 3  " + answers_text(view, Ring::kUser) + "\n";
}

std::string facts_text(const WalkView& view) {
  std::string out;
  for (const Fact& fact : view.facts) {
    out += fmt::format("  {:<7} {}\n", fact.key, fact.text);
    for (const std::string& line : fact.lines) out += fmt::format("          {}\n", line);
  }
  return out;
}

// How the address is cut: "11 0010101000 …".
std::string bits_text(const WalkView& view) {
  const Walk& w = view.walk;
  std::string out;
  unsigned shift = 32;
  const auto cut = [&](unsigned low, std::string_view what) {
    const std::uint32_t value = static_cast<std::uint32_t>(
        (std::uint64_t{view.address.raw()} >> low) & ((std::uint64_t{1} << (shift - low)) - 1));
    out += fmt::format("          bits {:>2}-{:<2} {:>22} = {:<5} {}\n", shift - 1, low,
                       fmt::format("{:0{}b}", value, shift - low), value, what);
    shift = low;
  };
  for (unsigned i = 0; i < w.step_count; ++i) {
    const unsigned level = w.steps[i].level;
    const unsigned low =
        with_policy(view.paging.mode, [level]<PagingPolicy P>() { return P::shift(level); });
    cut(low, fmt::format("index in the {}", table_name(level)));
  }
  if (w.has_leaf()) cut(0, "offset in the page");
  return out;
}

// Where the entry of step `i` comes from: the table's address and the index.
std::string origin_text(const WalkView& view, unsigned i) {
  const WalkStep& s = view.walk.steps[i];
  const unsigned entry_bytes = is_pae(view) ? 8 : 4;
  const std::uint64_t table = s.entry_pa.raw() - std::uint64_t{s.index} * entry_bytes;
  const std::string from =
      i == 0 ? std::string("CR3")
             : fmt::format("the {} entry", table_name(view.walk.steps[i - 1].level));
  return fmt::format("          {} says 0x{:x}; + {} * {} = 0x{:x}\n", from, table, s.index,
                     entry_bytes, s.entry_pa.raw());
}

std::string arrival_text(const WalkView& view) {
  const Walk& w = view.walk;
  if (!w.has_leaf()) return {};
  const std::uint64_t offset = w.physical.raw() & (w.page_size.raw() - 1);
  return fmt::format("          the {} entry says 0x{:x}; + offset 0x{:x} = 0x{:x}\n",
                     table_name(w.leaf().level), w.physical.raw() - offset, offset,
                     w.physical.raw());
}

Json steps_json(const WalkView& view) {
  Json steps = Json::array();
  for (unsigned i = 0; i < view.walk.step_count; ++i) {
    const WalkStep& s = view.walk.steps[i];
    steps.push_back({{"level", s.level},
                     {"table", std::string(table_name(s.level))},
                     {"index", s.index},
                     {"entry_physical", hex(s.entry_pa.raw())},
                     {"entry_virtual", hex(direct_map_va(s.entry_pa).raw())},
                     {"entry", hex(s.entry)},
                     {"flags", entry_flags(s.entry, s.level, view.paging.mode)}});
  }
  return steps;
}

Json access_json(const WalkView& view) {
  Json access = Json::array();
  for (const AccessAnswer& a : view.answers)
    access.push_back({{"ring", a.ring == Ring::kUser ? 3 : 0},
                      {"access", std::string(access_name(a.access))},
                      {"allowed", a.allowed},
                      {"error_code", a.allowed ? Json(nullptr) : Json(a.error_code)}});
  return access;
}

}  // namespace

std::string to_text(const WalkView& view) {
  std::string out = head_text(view) + cr3_text(view);
  for (unsigned i = 0; i < view.walk.step_count; ++i) out += step_text(view, view.walk.steps[i]);
  return out + result_text(view) + facts_text(view);
}

std::vector<std::string> to_steps(const WalkView& view) {
  std::vector<std::string> steps{head_text(view) + bits_text(view) + cr3_text(view)};
  for (unsigned i = 0; i < view.walk.step_count; ++i)
    steps.push_back(origin_text(view, i) + step_text(view, view.walk.steps[i]));
  steps.push_back(arrival_text(view) + result_text(view));
  if (std::string facts = facts_text(view); !facts.empty()) steps.push_back(std::move(facts));
  return steps;
}

nlohmann::ordered_json to_json(const WalkView& view) {
  const Walk& w = view.walk;
  Json json = {{"address", fmt::format("0x{:08x}", view.address.raw())},
               {"region", view.region},
               {"cr3", hex(view.paging.cr3.raw())},
               {"mode", is_pae(view) ? "pae" : "two-level"},
               {"steps", steps_json(view)},
               {"mapped", w.has_leaf()}};
  if (w.has_leaf()) {
    json["frame"] = hex(w.page_pa().raw() >> kPageShift);
    json["physical"] = hex(w.physical.raw());
    json["page_size"] = w.page_size.raw();
  } else {
    json["fault"] = {{"error_code", w.error_code},
                     {"level", w.steps[w.failed_step].level},
                     {"reason", std::string(check_text(w.failed))}};
  }
  json["access"] = access_json(view);
  for (const Fact& fact : view.facts) json[fact.key] = fact.data;
  return json;
}

}  // namespace mm32::emu
