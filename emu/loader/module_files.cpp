#include "emu/loader/module_files.hpp"

#include <algorithm>
#include <set>

#include "emu/loader/kbuild.hpp"
#include "emu/loader/load_order.hpp"

namespace mm32::emu {
namespace {

using std::filesystem::path;

// What the module of a file, compressed or not, is called.
std::string name_of(const path& file) {
  std::string name = file.filename().string();
  name.resize(std::min(name.find(".ko"), name.size()));
  std::ranges::replace(name, '-', '_');
  return name;
}

class Collector {
 public:
  explicit Collector(const Compiler& compiler) : compiler_(compiler) {}

  std::optional<LoadError> add(const path& file) {
    std::error_code error;
    const auto status = std::filesystem::status(file, error);
    if (std::filesystem::is_directory(status)) return add_folder(file);
    // Reading a pipe or a device could wait for ever.
    if (std::filesystem::exists(status) && !std::filesystem::is_regular_file(status))
      return LoadError{Errno::kInval, {file.string() + ": is not a regular file"}};
    if (file.extension() == ".c") return compile(module_of(file));
    return read(file);
  }

  // Files that appear while they are walked over are walked over too.
  std::optional<LoadError> add_dependencies() {
    for (std::size_t index = 0; index < files_.modules.size(); ++index) {
      for (const path& file : dependency_files(files_.modules[index])) {
        if (names_.contains(name_of(file))) continue;
        if (auto failure = read(file)) return failure;
      }
    }
    return std::nullopt;
  }

  ModuleFiles take() { return std::move(files_); }

 private:
  std::optional<LoadError> add_folder(const path& folder) {
    auto modules = read_kbuild(folder);
    if (!modules) return modules.error();
    for (const ModuleSources& module : *modules)
      if (auto failure = compile(module)) return failure;
    return std::nullopt;
  }

  std::optional<LoadError> compile(const ModuleSources& module) {
    auto compiled = compiler_.compile(module);
    if (!compiled) return compiled.error();
    files_.messages += compiled->messages;
    const path folder = module.files.empty() ? path() : module.files.front().parent_path();
    return keep(
        ElfObject::parse((folder / (module.name + ".ko")).string(), std::move(compiled->object)));
  }

  std::optional<LoadError> read(const path& file) {
    auto object = ElfObject::open(file);
    if (object && object->kind() != ElfObject::Kind::kModule)
      return LoadError{Errno::kNoExec, {file.string() + ": is a kernel image, not a module"}};
    return keep(std::move(object));
  }

  std::optional<LoadError> keep(Loaded<ElfObject> object) {
    if (!object) return object.error();
    names_.insert(object->module_name());
    files_.modules.push_back(std::move(*object));
    return std::nullopt;
  }

  const Compiler& compiler_;
  ModuleFiles files_;
  std::set<std::string> names_;
};

}  // namespace

Loaded<ModuleFiles> open_modules(const std::vector<path>& files, const Compiler& compiler) {
  Collector collector(compiler);
  for (const path& file : files)
    if (auto error = collector.add(file)) return tl::unexpected(std::move(*error));
  if (auto error = collector.add_dependencies()) return tl::unexpected(std::move(*error));
  ModuleFiles result = collector.take();
  auto ordered = order_modules(std::move(result.modules));
  if (!ordered) return tl::unexpected(ordered.error());
  result.modules = std::move(*ordered);
  return result;
}

}  // namespace mm32::emu
