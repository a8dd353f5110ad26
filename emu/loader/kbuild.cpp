#include "emu/loader/kbuild.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "emu/loader/make_variables.hpp"
#include "emu/loader/shell_words.hpp"

namespace mm32::emu {
namespace {

using std::filesystem::path;

constexpr unsigned kMaxFolderDepth = 8;

class KbuildFile {
 public:
  KbuildFile(path folder, path file, MakeVariables make, std::string inherited_flags)
      : folder_(std::move(folder)),
        file_(std::move(file)),
        make_(std::move(make)),
        inherited_flags_(std::move(inherited_flags)) {}

  Loaded<std::vector<ModuleSources>> modules(unsigned depth) const {
    std::vector<ModuleSources> result;
    for (const std::string& target : targets()) {
      if (target.ends_with('/')) {
        auto inner = read_folder(folder_ / target, depth + 1, subfolder_flags());
        if (!inner) return inner;
        std::ranges::move(*inner, std::back_inserter(result));
        continue;
      }
      auto module = module_of_target(target);
      if (!module) return tl::unexpected(module.error());
      result.push_back(std::move(*module));
    }
    if (result.empty()) return load_error(file_.string() + ": names no module (obj-m)");
    return result;
  }

  static Loaded<std::vector<ModuleSources>> read_folder(const path& folder, unsigned depth,
                                                        const std::string& inherited_flags) {
    std::error_code error;
    for (const char* name : {"Kbuild", "Makefile"}) {
      const path file = folder / name;
      if (!std::filesystem::is_regular_file(file, error)) continue;
      if (depth > kMaxFolderDepth) return load_error(file.string() + ": is nested too deeply");
      auto variables = read_make_variables(file, given(folder));
      if (!variables) return tl::unexpected(variables.error());
      return KbuildFile(folder, file, std::move(*variables), inherited_flags).modules(depth);
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
            {"srctree", here},
            {"objtree", here},
            {"srcroot", here},
            {"PWD", here},
            {"KBUILD_EXTMOD", here},
            {"ARCH", "i386"},
            {"SRCARCH", "x86"},
            {"CONFIG_X86", "y"},
            {"CONFIG_X86_32", "y"},
            {"CONFIG_MODULES", "y"},
            {"CONFIG_SMP", "y"},
            {"CONFIG_HIGHMEM", "y"}};
  }

  // obj-m and the folders of obj-y. Of a file that has neither, whatever obj-$(CONFIG_…) became:
  // the variable "obj-" when it is not configured, since it is there to be run.
  std::vector<std::string> targets() const {
    std::vector<std::string> targets = make_.words("obj-m");
    for (std::string& word : make_.words("obj-y"))
      if (word.ends_with('/')) targets.push_back(std::move(word));
    if (!targets.empty()) return targets;
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
      auto own = undefined(make_.words(fmt::format("CFLAGS_REMOVE_{}", object)));
      std::ranges::move(flags(make_.value(fmt::format("CFLAGS_{}", object))),
                        std::back_inserter(own));
      if (!own.empty()) module.file_flags[source->string()] = own;
      module.files.push_back(std::move(*source));
    }
    const std::string text = subfolder_flags() + " " + make_.value("ccflags-y") + " " +
                             make_.value("ccflags-m") + " " + make_.value("EXTRA_CFLAGS");
    const auto removed = shell_words(make_.value("ccflags-remove-y"));
    for (std::string& flag : flags(text))
      if (std::ranges::find(removed, flag) == removed.end())
        module.flags.push_back(std::move(flag));
    return module;
  }

  // What one file is compiled without: of the flags that a Makefile gives, names it defines.
  static std::vector<std::string> undefined(const std::vector<std::string>& removed) {
    std::vector<std::string> flags;
    for (const std::string& flag : removed)
      if (flag.starts_with("-D")) flags.push_back("-U" + flag.substr(2, flag.find('=') - 2));
    return flags;
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
  std::vector<std::string> flags(const std::string& text) const {
    std::vector<std::string> words = shell_words(text);
    for (std::size_t index = 0; index < words.size(); ++index) {
      std::string& word = words[index];
      if (word.starts_with("-I") && word.size() > 2 && word[2] != '/')
        word = "-I" + (folder_ / word.substr(2)).lexically_normal().string();
    }
    return words;
  }

  // Of this folder and of those above it.
  std::string subfolder_flags() const {
    return inherited_flags_ + " " + make_.value("subdir-ccflags-y");
  }

  path folder_;
  path file_;
  MakeVariables make_;
  std::string inherited_flags_;
};

}  // namespace

Loaded<std::vector<ModuleSources>> read_kbuild(const path& folder) {
  return KbuildFile::read_folder(folder, 0, "");
}

}  // namespace mm32::emu
