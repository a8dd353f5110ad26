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
include(${CMAKE_CURRENT_LIST_DIR}/mm32_unicorn.cmake)
