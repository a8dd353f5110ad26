# Finds Unicorn 2.1.1 or newer and defines mm32_unicorn. A private copy (tools/setup unpacks one
# where the system's is too old, mm32's own package brings it along) goes before the system's.
# A refusal leaves nothing in the cache, so that the next configuration looks again.
set(MM32_UNICORN_MINIMUM 2.1.1)

function(mm32_refuse_unicorn)
  unset(UNICORN_INCLUDE CACHE)
  unset(UNICORN_LIBRARY CACHE)
  message(FATAL_ERROR ${ARGN})
endfunction()

function(mm32_unicorn_version include_folder result)
  file(STRINGS ${include_folder}/unicorn/unicorn.h lines
       REGEX "^#define UC_API_(MAJOR|MINOR|PATCH) [0-9]+")
  string(REGEX REPLACE ".*MAJOR ([0-9]+).*MINOR ([0-9]+).*PATCH ([0-9]+).*" "\\1.\\2.\\3"
         version "${lines}")
  set(${result} "${version}" PARENT_SCOPE)
endfunction()

file(GLOB MM32_UNICORN_HINT ${MM32_UNICORN_ROOT}/usr/lib/*)
find_path(UNICORN_INCLUDE unicorn/unicorn.h HINTS ${MM32_UNICORN_ROOT}/usr/include)
find_library(UNICORN_LIBRARY unicorn HINTS ${MM32_UNICORN_HINT})
if(NOT UNICORN_INCLUDE OR NOT UNICORN_LIBRARY)
  mm32_refuse_unicorn("Unicorn Engine was not found. Run tools/setup, which installs everything "
                      "that mm32 needs, or install libunicorn-dev ${MM32_UNICORN_MINIMUM} or newer.")
endif()
mm32_unicorn_version(${UNICORN_INCLUDE} MM32_UNICORN_VERSION)
if(MM32_UNICORN_VERSION VERSION_LESS MM32_UNICORN_MINIMUM)
  mm32_refuse_unicorn("Unicorn ${MM32_UNICORN_VERSION} was found in ${UNICORN_INCLUDE}; mm32 needs "
                      "${MM32_UNICORN_MINIMUM} or newer because older ones cannot translate "
                      "addresses. Run tools/setup: it fetches a newer one into build/deps.")
endif()

# A target whose property MM32_STATIC_ENGINE is true gets the engine linked in, and the libraries of
# mm32_libraries.cmake: the loader of shared libraries takes 3 ms for the 80,000 relocations of the
# shared engine, a third of a short run, and 0.1 ms for each small library.
function(mm32_find_static_engine result)
  cmake_path(GET UNICORN_LIBRARY PARENT_PATH folder)
  set(archive ${folder}/libunicorn.a)
  set(${result} "" PARENT_SCOPE)
  if(NOT EXISTS ${archive})
    return()
  endif()
  file(WRITE ${CMAKE_BINARY_DIR}/static_engine.cpp
       "#include <unicorn/unicorn.h>\n"
       "int main() { uc_engine* e; return uc_open(UC_ARCH_X86, UC_MODE_32, &e); }\n")
  try_compile(MM32_STATIC_ENGINE_LINKS ${CMAKE_BINARY_DIR}/static_engine
              ${CMAKE_BINARY_DIR}/static_engine.cpp
              CMAKE_FLAGS -DINCLUDE_DIRECTORIES=${UNICORN_INCLUDE}
              LINK_LIBRARIES ${archive} pthread m)
  if(MM32_STATIC_ENGINE_LINKS)
    set(${result} "${archive};pthread;m" PARENT_SCOPE)
  endif()
endfunction()

if(NOT TARGET mm32_unicorn)
  message(STATUS "Unicorn ${MM32_UNICORN_VERSION}: ${UNICORN_LIBRARY}")
  mm32_find_static_engine(MM32_STATIC_UNICORN)
  add_library(mm32_unicorn INTERFACE IMPORTED)
  target_include_directories(mm32_unicorn INTERFACE ${UNICORN_INCLUDE})
  if(MM32_STATIC_UNICORN)
    set(wants_static $<BOOL:$<TARGET_PROPERTY:MM32_STATIC_ENGINE>>)
    target_link_libraries(
      mm32_unicorn INTERFACE $<IF:${wants_static},${MM32_STATIC_UNICORN},${UNICORN_LIBRARY}>)
  else()
    target_link_libraries(mm32_unicorn INTERFACE ${UNICORN_LIBRARY})
  endif()
endif()
