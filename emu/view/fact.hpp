// One thing that is known about an address or a page frame, for people and for programs.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace mm32::emu {

struct Fact {
  std::string key;                   // "area": the word before the text, and the key in JSON
  std::string text;                  // one line
  nlohmann::ordered_json data;       // the same for programs
  std::vector<std::string> lines{};  // what belongs below it
};

}  // namespace mm32::emu
