#include "emu/loader/kbuild.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "emu/loader/makefile.hpp"
#include "emu/loader/process.hpp"

namespace mm32::emu {
namespace {

using std::filesystem::path;

constexpr unsigned kMaxFolderDepth = 8;

class KbuildFile {
 public:
  KbuildFile(path folder, path file, const std::string& text)
      : folder_(std::move(folder)), file_(std::move(file)), make_(text, given(folder_)) {}

  Loaded<std::vector<ModuleSources>> modules(unsigned depth) const {
    std::vector<ModuleSources> result;
    for (const std::string& target : targets()) {
      if (target.ends_with('/')) {
        auto inner = read_folder(folder_ / target, depth + 1);
        if (!inner) return inner;
        std::ranges::move(*inner, std::back_inserter(result));
        continue;
      }
      auto module = module_of_target(target);
      if (!module) return tl::unexpected(module.error());
      result.push_back(std::move(*module));
    }
    if (make_.unknown_function())
      return load_error(
          fmt::format("{}: uses $({} …), which mm32 does not know; name the sources "
                      "on the command line",
                      file_.string(), *make_.unknown_function()));
    if (result.empty()) return load_error(file_.string() + ": names no module (obj-m)");
    return result;
  }

  static Loaded<std::vector<ModuleSources>> read_folder(const path& folder, unsigned depth) {
    std::error_code error;
    for (const char* name : {"Kbuild", "Makefile"}) {
      const path file = folder / name;
      if (!std::filesystem::is_regular_file(file, error)) continue;
      const auto text = read_text_file(file);
      if (!text) return load_error(file.string() + ": cannot be read", Errno::kNoEnt);
      if (depth > kMaxFolderDepth) return load_error(file.string() + ": is nested too deeply");
      return KbuildFile(folder, file, *text).modules(depth);
    }
    return load_error(folder.string() + ": has neither a Kbuild file nor a Makefile",
                      Errno::kNoEnt);
  }

 private:
  static std::map<std::string, std::string> given(const path& folder) {
    std::error_code error;
    const std::string here = std::filesystem::absolute(folder, error).lexically_normal().string();
    return {{"KERNELRELEASE", "6.1.0-mm32"},
            {"VERSION", "6"},
            {"PATCHLEVEL", "1"},
            {"src", here},
            {"obj", here},
            {"M", here},
            {"PWD", here},
            {"CURDIR", here},
            {"KBUILD_EXTMOD", here},
            {"ARCH", "i386"},
            {"SRCARCH", "x86"},
            {"CONFIG_X86", "y"},
            {"CONFIG_X86_32", "y"},
            {"CONFIG_MODULES", "y"},
            {"CONFIG_SMP", "y"},
            {"CONFIG_HIGHMEM", "y"}};
  }

  // obj-m, and whatever obj-$(CONFIG_…) became: the variable "obj-" when it is not configured.
  std::vector<std::string> targets() const {
    std::vector<std::string> targets = make_.words("obj-m");
    for (const char* name : {"obj-y", "obj-"})
      for (std::string& word : make_.words(name))
        if (std::ranges::find(targets, word) == targets.end()) targets.push_back(std::move(word));
    return targets;
  }

  std::vector<std::string> objects_of(const std::string& stem) const {
    std::vector<std::string> objects;
    for (const char* suffix : {"-objs", "-y", "-m"})
      for (std::string& word : make_.words(stem + suffix)) objects.push_back(std::move(word));
    if (objects.empty()) objects.push_back(stem + ".o");
    return objects;
  }

  Loaded<ModuleSources> module_of_target(const std::string& target) const {
    if (!target.ends_with(".o"))
      return load_error(
          fmt::format("{}: obj-m has {}, which is not an object", file_.string(), target));
    const std::string stem = target.substr(0, target.size() - 2);
    ModuleSources module = emu::module_of(path(stem).filename());
    module.files.clear();
    for (const std::string& object : objects_of(stem)) {
      auto source = source_of(object);
      if (!source) return tl::unexpected(source.error());
      const auto own = flags(fmt::format("CFLAGS_{}", object));
      if (!own.empty()) module.file_flags[source->string()] = own;
      module.files.push_back(std::move(*source));
    }
    for (const char* name : {"ccflags-y", "EXTRA_CFLAGS", "subdir-ccflags-y"})
      for (std::string& flag : flags(name)) module.flags.push_back(std::move(flag));
    return module;
  }

  Loaded<path> source_of(const std::string& object) const {
    const path stem = folder_ / path(object).replace_extension();
    std::error_code error;
    for (const char* ending : {".c", ".S"}) {
      path source = stem;
      source += ending;
      if (std::filesystem::exists(source, error)) return source.lexically_normal();
    }
    return load_error(fmt::format("{}: wants {}, but there is no {}.c", file_.string(), object,
                                  stem.lexically_normal().string()),
                      Errno::kNoEnt);
  }

  // Relative include folders are relative to the Kbuild file.
  std::vector<std::string> flags(const std::string& name) const {
    std::vector<std::string> words = shell_words(make_.value(name));
    for (std::size_t index = 0; index < words.size(); ++index) {
      std::string& word = words[index];
      if (word.starts_with("-I") && word.size() > 2 && word[2] != '/')
        word = "-I" + (folder_ / word.substr(2)).lexically_normal().string();
    }
    return words;
  }

  path folder_;
  path file_;
  Makefile make_;
};

}  // namespace

Loaded<std::vector<ModuleSources>> read_kbuild(const path& folder) {
  return KbuildFile::read_folder(folder, 0);
}

}  // namespace mm32::emu
