# Everything that building mm32 needs: the libraries below its own, and those of its command and tests.
set(MM32_UNICORN_ROOT "${PROJECT_SOURCE_DIR}/build/deps/unicorn" CACHE PATH
    "Folder with a private Unicorn (usr/include, usr/lib), used when it exists")
include(mm32_libraries)
find_package(CLI11 REQUIRED)
if(BUILD_TESTING)
  find_package(GTest REQUIRED)
  find_package(benchmark REQUIRED)
  mm32_header_library(mm32_rapidcheck RAPIDCHECK rapidcheck.h rapidcheck)
endif()
