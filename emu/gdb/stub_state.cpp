// What a gdb has set up, from a stub to the copy of it that takes over when the run goes back.
#include <nlohmann/json.hpp>

#include "emu/gdb/stub.hpp"

namespace mm32::emu::gdb {

using nlohmann::json;

// Files that gdb has open go along: the copy may be older than the module that they describe.
std::string Stub::save() const {
  json points = json::array();
  for (const auto& [point, number] : points_)
    points.push_back({point.type, point.address, point.size, number});
  json open = json::array();
  for (const auto& [handle, file] : open_) {
    const std::vector<std::uint8_t> bytes(file->bytes.begin(), file->bytes.end());
    open.push_back({handle, file->name, json::binary(bytes), file->loaded_sections});
  }
  const json saved = {{"points", points},
                      {"open", open},
                      {"next_handle", next_handle_},
                      {"told_libraries", told_libraries_},
                      {"physical", physical_}};
  std::string bytes;
  json::to_cbor(saved, bytes);
  return bytes;
}

void Stub::restore(std::string_view bytes) {
  const json saved = json::from_cbor(bytes);
  points_.clear();
  for (const json& j : saved.at("points"))
    points_[{j.at(0).get<std::uint64_t>(), j.at(1).get<std::uint64_t>(),
             j.at(2).get<std::uint64_t>()}] = j.at(3).get<unsigned>();
  open_.clear();
  for (const json& j : saved.at("open")) {
    const auto& content = j.at(2).get_binary();
    open_[j.at(0).get<std::uint64_t>()] = files_.adopt(
        {j.at(1).get<std::string>(), {content.begin(), content.end()}, j.at(3).get<unsigned>()});
  }
  next_handle_ = saved.at("next_handle").get<std::uint64_t>();
  told_libraries_ = saved.at("told_libraries").get<std::vector<std::string>>();
  physical_ = saved.at("physical").get<bool>();
}

}  // namespace mm32::emu::gdb
