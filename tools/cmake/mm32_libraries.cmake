# Finds the libraries that mm32's own libraries stand on (design, section 6) and wraps those without
# a CMake package. Used by the build and, installed, by mm32Config.cmake: every target made here is
# an imported one, so that the exported targets can name it.
find_package(PkgConfig REQUIRED)
find_package(fmt REQUIRED)
find_package(spdlog REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(Threads REQUIRED)

# mm32_header_library(TARGET VARIABLE HEADER [LIBRARY]): TARGET is the folder of HEADER, and LIBRARY.
macro(mm32_header_library target variable header)
  find_path(${variable}_INCLUDE ${header} REQUIRED)
  if(NOT TARGET ${target})
    add_library(${target} INTERFACE IMPORTED)
    target_include_directories(${target} INTERFACE ${${variable}_INCLUDE})
  endif()
  foreach(library ${ARGN})
    find_library(${variable}_LIBRARY ${library} REQUIRED)
    set_property(TARGET ${target} PROPERTY INTERFACE_LINK_LIBRARIES ${${variable}_LIBRARY})
  endforeach()
endmacro()

mm32_header_library(mm32_expected MM32_EXPECTED tl/expected.hpp)
mm32_header_library(mm32_zydis ZYDIS Zydis/Zydis.h Zydis)
mm32_header_library(mm32_asio MM32_ASIO asio.hpp)
mm32_header_library(mm32_edit MM32_EDIT histedit.h edit)
pkg_check_modules(ELF REQUIRED IMPORTED_TARGET libelf)
pkg_check_modules(DW REQUIRED IMPORTED_TARGET libdw)
pkg_check_modules(XXHASH REQUIRED IMPORTED_TARGET libxxhash)
pkg_check_modules(UNPACK REQUIRED IMPORTED_TARGET zlib liblzma libzstd)
include(${CMAKE_CURRENT_LIST_DIR}/mm32_unicorn.cmake)

# The archives of those libraries, when all are there and link; otherwise the shared ones are taken.
function(mm32_find_archives result)
  set(${result} "" PARENT_SCOPE)
  set(archives "")
  foreach(name ${ARGN})
    find_library(MM32_ARCHIVE_${name} lib${name}.a)
    mark_as_advanced(MM32_ARCHIVE_${name})
    if(NOT MM32_ARCHIVE_${name})
      return()
    endif()
    list(APPEND archives ${MM32_ARCHIVE_${name}})
  endforeach()
  file(WRITE ${CMAKE_BINARY_DIR}/archives.cpp
       "#include <elfutils/libdw.h>\n#include <histedit.h>\n#include <lzma.h>\n#include <xxhash.h>\n"
       "#include <zlib.h>\n#include <zstd.h>\n"
       "int main() {\n  return dwarf_begin(0, DWARF_C_READ) == nullptr && history_init() == nullptr &&\n"
       "    lzma_code(nullptr, LZMA_RUN) && XXH3_64bits(nullptr, 0) && inflate(nullptr, 0) &&\n"
       "    ZSTD_createDStream() == nullptr;\n}\n")
  try_compile(MM32_ARCHIVES_LINK ${CMAKE_BINARY_DIR}/archives ${CMAKE_BINARY_DIR}/archives.cpp
              LINK_LIBRARIES ${archives} pthread)
  if(MM32_ARCHIVES_LINK)
    set(${result} "${archives}" PARENT_SCOPE)
  endif()
endfunction()

if(NOT TARGET mm32_files)
  mm32_find_archives(MM32_ARCHIVES dw elf xxhash lzma bz2 zstd z edit tinfo bsd md)
  add_library(mm32_files INTERFACE IMPORTED)
  set(mm32_shared_files PkgConfig::DW PkgConfig::ELF PkgConfig::XXHASH PkgConfig::UNPACK)
  if(MM32_ARCHIVES)
    set(mm32_wants_archives $<BOOL:$<TARGET_PROPERTY:MM32_STATIC_ENGINE>>)
    target_link_libraries(
      mm32_files INTERFACE $<IF:${mm32_wants_archives},${MM32_ARCHIVES},${mm32_shared_files}>)
  else()
    target_link_libraries(mm32_files INTERFACE ${mm32_shared_files})
  endif()
endif()
