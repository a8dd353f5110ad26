#include "emu/loader/compiler.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "emu/loader/content_hash.hpp"
#include "emu/loader/dependency_file.hpp"
#include "emu/loader/elf_object.hpp"
#include "emu/loader/process.hpp"
#include "emu/loader/source_kind.hpp"

namespace mm32::emu {
namespace {

using std::filesystem::path;

constexpr const char* kForcedIncludes[] = {"linux/kconfig.h", "linux/compiler_types.h"};

// Collects the export entries, which EXPORT_SYMBOL may put into sections of their own, in the order
// of their names, and drops what only build tools read.
constexpr const char* kLinkScript = R"(SECTIONS {
  /DISCARD/ : { *(.discard) *(.discard.*) }
  __ksymtab 0 : { *(SORT(___ksymtab+*)) *(__ksymtab) }
  __ksymtab_gpl 0 : { *(SORT(___ksymtab_gpl+*)) *(__ksymtab_gpl) }
}
)";

// Whether the compiler complained of calls and members that the headers have in another form.
bool has_other_forms(std::string_view messages) {
  constexpr std::string_view kForms[] = {"implicit declaration of function", "has no member named",
                                         "arguments, but takes just", "arguments to function",
                                         "from incompatible pointer type"};
  return std::ranges::any_of(
      kForms, [&](std::string_view form) { return messages.find(form) != std::string_view::npos; });
}

std::string underscored(std::string name) {
  std::ranges::replace(name, '-', '_');
  return name;
}

// What the kernel's modpost adds to every module: its structure, name and vermagic.
std::string module_source(const ModuleSources& module, std::string_view vermagic) {
  return fmt::format(R"(#include <linux/module.h>
static const char mm32_name[] __attribute__((used, section(".modinfo"), aligned(1))) = "name={0}";
static const char mm32_vermagic[] __attribute__((used, section(".modinfo"), aligned(1))) =
    "vermagic={1}";
extern int init_module(void) __attribute__((weak));
extern void cleanup_module(void) __attribute__((weak));
struct module __this_module
    __attribute__((used, section(".gnu.linkonce.this_module"))) = {{
  .name = "{0}",
  .init = init_module,
  .exit = cleanup_module,
}};
)",
                     module.name, vermagic);
}

std::vector<std::string> name_flags(const std::string& module, const path& source) {
  return {fmt::format("-DKBUILD_MODNAME=\"{}\"", module),
          fmt::format("-DKBUILD_MODFILE=\"{}\"", module),
          fmt::format("-DKBUILD_BASENAME=\"{}\"", underscored(source.stem().string())),
          fmt::format("-D__KBUILD_MODNAME=kmod_{}", module)};
}

void append(std::vector<std::string>& to, const std::vector<std::string>& more) {
  to.insert(to.end(), more.begin(), more.end());
}

// One build in a folder of its own.
class Build {
 public:
  Build(const Toolchain& toolchain, const ModuleSources& module, std::vector<std::string> flags,
        std::string_view vermagic, const path& scratch)
      : toolchain_(toolchain),
        module_(module),
        flags_(std::move(flags)),
        vermagic_(vermagic),
        scratch_(scratch) {}

  Loaded<CompileCache::Entry> run() {
    auto headers = toolchain_.own_headers(scratch_);
    if (!headers) return tl::unexpected(headers.error());
    append(flags_, {"-isystem", *headers});
    if (!write_text_file(scratch_ / "mod.c", module_source(module_, vermagic_)) ||
        !write_text_file(scratch_ / "module.lds", kLinkScript))
      return load_error(scratch_.string() + ": cannot be written", Errno::kIo);
    start_compilers();
    if (auto error = wait_for_compilers()) return tl::unexpected(std::move(*error));
    if (auto error = link()) return tl::unexpected(std::move(*error));
    auto object = read_text_file(scratch_ / "module.ko");
    if (!object) return load_error(module_.name + ": the linker made no module", Errno::kIo);
    return CompileCache::Entry{std::move(*object), messages_};
  }

  /// Every file that took part.
  std::vector<path> dependencies() const {
    std::vector<path> files;
    for (std::size_t index = 0; index <= module_.files.size(); ++index)
      for (path& file : parse_dependencies(read_text_file(numbered(index, ".d")).value_or("")))
        if (file.parent_path() != scratch_) files.push_back(std::move(file));
    std::ranges::sort(files);
    files.erase(std::unique(files.begin(), files.end()), files.end());
    return files;
  }

 private:
  using Failure = std::optional<LoadError>;

  path numbered(std::size_t index, const char* ending) const {
    return scratch_ / (std::to_string(index) + ending);
  }

  // Source number `files.size()` is the generated one.
  void start_compilers() {
    for (std::size_t index = 0; index <= module_.files.size(); ++index) {
      const bool generated = index == module_.files.size();
      const path source = generated ? scratch_ / "mod.c" : module_.files[index];
      std::vector<std::string> arguments = toolchain_.command();
      append(arguments, flags_);
      append(arguments, name_flags(module_.name, generated ? path(module_.name) : source));
      if (generated) arguments.emplace_back("-g0");
      if (source.extension() == ".S") arguments.emplace_back("-D__ASSEMBLY__");
      if (const auto own = module_.file_flags.find(source.string());
          own != module_.file_flags.end())
        append(arguments, own->second);
      append(arguments, {"-MD", "-MF", numbered(index, ".d").string(), "-c", "-o",
                         numbered(index, ".o").string(), source.string()});
      processes_.push_back(Process::start(arguments, numbered(index, ".log")));
    }
  }

  Failure wait_for_compilers() {
    bool failed = false;
    for (auto& process : processes_) {
      if (!process)
        return LoadError{Errno::kNoEnt, {toolchain_.command().front() + ": cannot be started"}};
      const ProcessResult result = process->wait();
      // The generated file shows only what is wrong with the headers: one report is enough.
      if (&process == &processes_.back() && failed) break;
      messages_ += result.output;
      failed |= result.exit_status != 0;
    }
    if (!failed) return std::nullopt;
    return refused();
  }

  Failure link() {
    std::vector<std::string> arguments = toolchain_.command();
    append(arguments, {"-nostdlib", "-r", "-Wl,-T," + (scratch_ / "module.lds").string(), "-o",
                       (scratch_ / "module.ko").string()});
    for (std::size_t index = 0; index <= module_.files.size(); ++index)
      arguments.push_back(numbered(index, ".o").string());
    auto process = Process::start(arguments, scratch_ / "link.log");
    if (!process)
      return LoadError{Errno::kNoEnt, {toolchain_.command().front() + ": cannot be started"}};
    const ProcessResult result = process->wait();
    messages_ += result.output;
    if (result.exit_status == 0) return std::nullopt;
    return refused();
  }

  LoadError refused() const {
    const std::string name =
        module_.files.size() == 1 ? module_.files.front().string() : module_.name;
    std::vector<std::string> lines{name + ": does not compile"};
    if (!version_chosen() && has_other_forms(messages_))
      lines.push_back(
          "it may be written for another Linux than 6.1: --kernel-version 2.6.32 (or "
          "3.10, 4.19, ...) gives it the declarations of that version");
    return {Errno::kNoExec, std::move(lines), messages_};
  }
  bool version_chosen() const {
    return std::ranges::any_of(
        flags_, [](const std::string& flag) { return flag.starts_with("-DLINUX_VERSION_CODE="); });
  }

  const Toolchain& toolchain_;
  const ModuleSources& module_;
  std::vector<std::string> flags_;
  std::string_view vermagic_;
  const path& scratch_;
  std::vector<std::optional<Process>> processes_;
  std::string messages_;
};

Loaded<std::string> read_source(const path& source) {
  auto text = read_text_file(source);
  std::error_code error;
  if (!text || std::filesystem::is_directory(source, error))
    return load_error(source.string() + ": cannot be read: " + std::strerror(errno), Errno::kNoEnt);
  return std::move(*text);
}

std::vector<std::byte> to_bytes(const std::string& text) {
  const auto bytes = std::as_bytes(std::span(text));
  return {bytes.begin(), bytes.end()};
}

}  // namespace

ModuleSources module_of(const path& source) {
  return {underscored(source.stem().string()), {source}, {}};
}

Compiler::Compiler(CompilerOptions options)
    : options_(std::move(options)), cache_(options_.cache_folder) {}

std::vector<std::string> Compiler::flags_for(const Toolchain& toolchain,
                                             const ModuleSources& module) const {
  std::vector<std::string> flags = toolchain.kernel_flags();
  flags.emplace_back(options_.colour == MessageColour::kAlways ? "-fdiagnostics-color=always"
                                                               : "-fdiagnostics-color=never");
  for (const path& folder : options_.include_folders) {
    append(flags, {"-I", folder.string()});
    for (const char* header : kForcedIncludes) {
      std::error_code error;
      if (std::filesystem::exists(folder / header, error))
        append(flags, {"-include", (folder / header).string()});
    }
  }
  append(flags, options_.flags);
  append(flags, module.flags);
  return flags;
}

std::string Compiler::cache_key(const Toolchain& toolchain, const ModuleSources& module) const {
  std::error_code error;
  std::string inputs =
      fmt::format("1\n{}\n{}\n{}\n{}\n", toolchain.identity(), module.name, options_.vermagic,
                  std::filesystem::current_path(error).string());
  inputs += module_source(module, options_.vermagic) + kLinkScript;
  for (const std::string& flag : flags_for(toolchain, module)) inputs += flag + '\n';
  for (const path& source : module.files) inputs += source.string() + '\n';
  for (const auto& [file, flags] : module.file_flags)
    for (const std::string& flag : flags) inputs += file + ' ' + flag + '\n';
  return content_hash(inputs);
}

Loaded<CompiledModule> Compiler::compile(const ModuleSources& module) const {
  for (const path& source : module.files) {
    auto text = read_source(source);
    if (!text) return tl::unexpected(text.error());
    if (classify_source(*text) == SourceKind::kUserProgram)
      return load_error(source.string() +
                        ": is a user program (it has main() and no module_init), not a module");
  }
  auto toolchain = Toolchain::find();
  if (!toolchain) return tl::unexpected(toolchain.error());
  const std::string key = cache_key(*toolchain, module);
  if (auto hit = cache_.find(key))
    return CompiledModule{to_bytes(hit->object), std::move(hit->messages), CompileOrigin::kCache};
  const auto scratch = TemporaryFolder::create();
  if (!scratch) return load_error("no temporary folder can be made in $TMPDIR or /tmp", Errno::kIo);
  Build build(*toolchain, module, flags_for(*toolchain, module), options_.vermagic,
              scratch->path());
  auto entry = build.run();
  if (!entry) return tl::unexpected(entry.error());
  cache_.store(key, build.dependencies(), *entry);
  return CompiledModule{to_bytes(entry->object), std::move(entry->messages),
                        CompileOrigin::kCompiled};
}

}  // namespace mm32::emu
