#include "emu/command/target_kernel.hpp"

#include <fmt/format.h>

#include "emu/loader/elf_object.hpp"

namespace mm32::emu {
namespace {

using std::filesystem::path;

std::optional<TargetKernel> kernel_of(const path& file) {
  std::error_code error;
  if (file.extension() == ".c" || !std::filesystem::is_regular_file(file, error))
    return std::nullopt;
  const auto object = ElfObject::open(file);
  if (!object) return std::nullopt;
  auto kernel = debian_kernel(object->modinfo().vermagic());
  if (kernel) kernel->file = file;
  return kernel;
}

}  // namespace

std::optional<TargetKernel> debian_kernel(std::string_view vermagic) {
  const std::string_view release = vermagic.substr(0, vermagic.find(' '));
  if (!release.starts_with("6.1.0-")) return std::nullopt;
  if (release.ends_with("-686-pae"))
    return TargetKernel{std::string(release), PagingMode::kPae, {}};
  if (release.ends_with("-686"))
    return TargetKernel{std::string(release), PagingMode::kTwoLevel, {}};
  return std::nullopt;
}

Expected<std::optional<TargetKernel>> kernel_of_files(const std::vector<path>& files) {
  std::optional<TargetKernel> first;
  for (const path& file : files) {
    const auto kernel = kernel_of(file);
    if (!kernel) continue;
    if (!first) first = kernel;
    if (first->paging != kernel->paging)
      return failure(ExitStatus::kUsage,
                     fmt::format("{} is built for {}, {} for {}: one machine cannot run both",
                                 first->file.string(), first->release, kernel->file.string(),
                                 kernel->release));
  }
  return first;
}

}  // namespace mm32::emu
