// The .modinfo section of a module: `key=value` strings, each closed by a NUL.
//
// A copy of the section's strings; order and repeated keys are kept (a module has one `parm` string
// a parameter). Bytes that are not of the form key=value are skipped, as the kernel does.
// Linux 6.1: kernel/module/main.c, get_next_modinfo; include/linux/moduleparam.h, __MODULE_INFO.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mm32::emu {

class ModInfo {
 public:
  struct Entry {
    std::string key;
    std::string value;
  };

  ModInfo() = default;
  /// Reads the raw bytes of a .modinfo section. A last string without NUL ends with the section.
  static ModInfo parse(std::span<const std::byte> section);

  const std::vector<Entry>& entries() const { return entries_; }
  /// The first value of `key`.
  std::optional<std::string_view> first(std::string_view key) const;
  /// All values of `key`, in file order.
  std::vector<std::string_view> all(std::string_view key) const;

  /// `name`, or an empty string.
  std::string_view name() const { return first("name").value_or(""); }
  /// The kernel that the module was built for, e.g. "6.1.0-50-686 SMP preempt mod_unload".
  std::string_view vermagic() const { return first("vermagic").value_or(""); }

 private:
  std::vector<Entry> entries_;
};

}  // namespace mm32::emu
