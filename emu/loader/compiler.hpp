// Makes a loadable module out of C sources, as Kbuild would: compile each, add a generated file
// with the module's own structure (__this_module, name, vermagic), link all relocatably.
//
// Results are cached by content; a hit starts no program. Nothing is left behind but cache files.
// Errors are one line that starts with the name of the file; the compiler's own messages come with
// it as it wrote them.
// The contract with the headers in the include folder: including <linux/module.h> defines
// __this_module, weak and link-once. linux/kconfig.h and linux/compiler_types.h, where they exist,
// are included before everything else, as in the kernel.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "emu/loader/compile_cache.hpp"
#include "emu/loader/load_error.hpp"
#include "emu/loader/toolchain.hpp"

namespace mm32::emu {

/// What to build. `name` is the module's name with '_' for '-'.
struct ModuleSources {
  std::string name;
  std::vector<std::filesystem::path> files;
  std::vector<std::string> flags{};  // after all others, e.g. ccflags-y of a Kbuild file
  std::map<std::string, std::vector<std::string>> file_flags{};  // more, by a file's path
};

/// The module that one source file makes: it is called as the file without its ending.
ModuleSources module_of(const std::filesystem::path& source);

enum class MessageColour : std::uint8_t { kNever, kAlways };

struct CompilerOptions {
  std::vector<std::filesystem::path> include_folders{};
  std::filesystem::path cache_folder = CompileCache::default_folder();  // empty: no cache
  std::vector<std::string> flags{};
  MessageColour colour = MessageColour::kNever;
  std::string vermagic = "6.1.0-mm32 SMP preempt mod_unload 686 ";
};

enum class CompileOrigin : std::uint8_t { kCompiled, kCache };

struct CompiledModule {
  std::vector<std::byte> object{};  // an ET_REL file
  std::string messages{};           // warnings of the compiler, for standard error
  CompileOrigin origin = CompileOrigin::kCompiled;
};

class Compiler {
 public:
  explicit Compiler(CompilerOptions options);

  /// Compiles and links. Errors: a source that cannot be read (kNoEnt), no compiler (kNoEnt), a
  /// user program instead of a module, messages of the compiler (kNoExec).
  Loaded<CompiledModule> compile(const ModuleSources& module) const;

 private:
  std::vector<std::string> flags_for(const Toolchain& toolchain, const ModuleSources& module) const;
  std::string cache_key(const Toolchain& toolchain, const ModuleSources& module) const;

  CompilerOptions options_;
  CompileCache cache_;
};

}  // namespace mm32::emu
