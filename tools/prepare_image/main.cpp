// mm32_prepare_image OBJECT IMAGE: links the guest's resident kernel for no place in particular
// (emu/machine/prepared_image.hpp). Used by the build only.
#include <cstdio>
#include <filesystem>
#include <fstream>

#include "emu/export/registry.hpp"
#include "emu/machine/image_preparer.hpp"

namespace {

int fail(const char* what) {
  std::fprintf(stderr, "mm32_prepare_image: %s\n", what);
  return 1;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return fail("usage: mm32_prepare_image OBJECT IMAGE");
  const auto object = mm32::emu::ElfObject::open(argv[1]);
  if (!object) return fail(object.error().lines.front().c_str());
  const auto bytes = mm32::emu::prepare_image(*object, mm32::emu::all_exports());
  if (!bytes) return fail(bytes.error().lines.front().c_str());
  // A run that has the old file mapped keeps it.
  const std::filesystem::path image = argv[2];
  const std::filesystem::path fresh = image.string() + ".new";
  {
    std::ofstream file(fresh, std::ios::binary);
    file.write(reinterpret_cast<const char*>(bytes->data()),
               static_cast<std::streamsize>(bytes->size()));
    if (!file.flush()) return fail("the image cannot be written");
  }
  std::error_code error;
  std::filesystem::rename(fresh, image, error);
  return error ? fail("the image cannot be renamed") : 0;
}
