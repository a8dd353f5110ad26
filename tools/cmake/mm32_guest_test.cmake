# mm32_add_guest_test(NAME name SOURCES file... [ARGS option...] [TIMEOUT seconds])
#
# Registers a CTest test that runs the guest programs SOURCES (.c, .ko, .o or user programs; relative
# to the current source folder) with `mm32 run`, unloads them and passes when the guest behaved:
# exit status 0, so no oops, BUG, WARNING or leak. ARGS are machine options (--mem 64M, --param …).
# Works inside mm32's own build and after find_package(mm32).
function(mm32_add_guest_test)
  cmake_parse_arguments(PARSE_ARGV 0 guest "" "NAME;TIMEOUT" "SOURCES;ARGS")
  if(NOT guest_NAME OR NOT guest_SOURCES OR guest_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR
            "usage: mm32_add_guest_test(NAME name SOURCES file... [ARGS option...] [TIMEOUT seconds])")
  endif()
  if(NOT guest_TIMEOUT)
    set(guest_TIMEOUT 60)
  endif()
  set(files "")
  foreach(source ${guest_SOURCES})
    cmake_path(ABSOLUTE_PATH source BASE_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR} NORMALIZE)
    list(APPEND files ${source})
  endforeach()
  add_test(NAME ${guest_NAME} COMMAND mm32::mm32 run ${files} ${guest_ARGS})
  set_tests_properties(${guest_NAME} PROPERTIES LABELS guest TIMEOUT ${guest_TIMEOUT})
endfunction()
