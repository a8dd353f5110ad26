# Finds every library that mm32 uses (shared design, section 6) and wraps those without a CMake package.
find_package(PkgConfig REQUIRED)
find_package(fmt REQUIRED)
find_package(spdlog REQUIRED)
find_package(CLI11 REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(Threads REQUIRED)
find_package(GTest REQUIRED)
find_package(benchmark REQUIRED)

find_path(MM32_EXPECTED_INCLUDE tl/expected.hpp REQUIRED)
add_library(mm32_expected INTERFACE)
target_include_directories(mm32_expected SYSTEM INTERFACE ${MM32_EXPECTED_INCLUDE})

pkg_check_modules(ELF REQUIRED IMPORTED_TARGET libelf)
pkg_check_modules(DW REQUIRED IMPORTED_TARGET libdw)
pkg_check_modules(XXHASH REQUIRED IMPORTED_TARGET libxxhash)
find_path(ZYDIS_INCLUDE Zydis/Zydis.h REQUIRED)
find_library(ZYDIS_LIBRARY Zydis REQUIRED)

# Unicorn: a private copy under the build tree (tools/setup puts it there) goes before the system's.
set(MM32_UNICORN_ROOT "${PROJECT_SOURCE_DIR}/build/deps/unicorn" CACHE PATH
    "Folder with a private Unicorn (usr/include, usr/lib), used when it exists")
file(GLOB MM32_UNICORN_HINT ${MM32_UNICORN_ROOT}/usr/lib/*)
find_path(UNICORN_INCLUDE unicorn/unicorn.h HINTS ${MM32_UNICORN_ROOT}/usr/include)
find_library(UNICORN_LIBRARY unicorn HINTS ${MM32_UNICORN_HINT})
if(NOT UNICORN_INCLUDE OR NOT UNICORN_LIBRARY)
  message(FATAL_ERROR "Unicorn Engine was not found. Run tools/setup, which installs everything "
                      "that mm32 needs, or install libunicorn-dev 2.1.1 or newer.")
endif()
file(STRINGS ${UNICORN_INCLUDE}/unicorn/unicorn.h MM32_UC_VERSION_LINES
     REGEX "#define UC_API_(MAJOR|MINOR|PATCH) [0-9]+")
string(REGEX REPLACE ".*MAJOR ([0-9]+).*MINOR ([0-9]+).*PATCH ([0-9]+).*" "\\1.\\2.\\3"
       MM32_UNICORN_VERSION "${MM32_UC_VERSION_LINES}")
if(MM32_UNICORN_VERSION VERSION_LESS 2.1.1)
  message(FATAL_ERROR "Unicorn ${MM32_UNICORN_VERSION} was found in ${UNICORN_INCLUDE}; mm32 needs "
                      "2.1.1 or newer because older ones cannot translate addresses. Run "
                      "tools/setup: it fetches a newer one into build/deps.")
endif()
message(STATUS "Unicorn ${MM32_UNICORN_VERSION}: ${UNICORN_LIBRARY}")
add_library(mm32_unicorn INTERFACE)
target_include_directories(mm32_unicorn SYSTEM INTERFACE ${UNICORN_INCLUDE})
target_link_libraries(mm32_unicorn INTERFACE ${UNICORN_LIBRARY})
