# Tests of the project itself (include directions, set-up, package), and the benchmark program.

mm32_test_suite(mm32_hygiene_tests hygiene)
add_subdirectory(fuzz)

# All benchmarks as one program; tools/bench prints their figures next to the budgets.
file(GLOB_RECURSE bench_sources CONFIGURE_DEPENDS bench/*.cpp)
if(bench_sources)
  add_executable(mm32_bench ${bench_sources})
  target_link_libraries(mm32_bench PRIVATE $<IF:$<TARGET_EXISTS:mm32::emu>,mm32::emu,mm32::mm>
                                           benchmark::benchmark benchmark::benchmark_main mm32_warnings)
  target_compile_definitions(mm32_bench PRIVATE MM32_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
endif()

# The build and its scripts. Sanitized libraries need a sanitized consumer.
set(consumer_flags "")
if(MM32_SANITIZE)
  set(consumer_flags "-fsanitize=${MM32_SANITIZE}")
endif()
add_test(NAME package
         COMMAND ${CMAKE_COMMAND} -D BUILD=${PROJECT_BINARY_DIR} -D WORK=${CMAKE_CURRENT_BINARY_DIR}/package
                 -D COMPILER=${CMAKE_CXX_COMPILER} -D LAUNCHER=${CMAKE_CXX_COMPILER_LAUNCHER}
                 -D FLAGS=${consumer_flags} -P ${CMAKE_CURRENT_SOURCE_DIR}/package/package.cmake)
# The engine keeps 32 bytes for each machine, which only our own programs are told to ignore.
set_tests_properties(package PROPERTIES ENVIRONMENT ASAN_OPTIONS=detect_leaks=0)
add_test(NAME unicorn_version
         COMMAND ${CMAKE_COMMAND} -D WORK=${CMAKE_CURRENT_BINARY_DIR}/unicorn_version
                 -P ${CMAKE_CURRENT_SOURCE_DIR}/unicorn_version/refusal.cmake)
foreach(name sources rights bench_table)
  add_test(NAME setup_${name} COMMAND ${CMAKE_CURRENT_SOURCE_DIR}/setup/${name}_test.sh)
  set_tests_properties(setup_${name} PROPERTIES SKIP_RETURN_CODE 77)
endforeach()

# The built command, as a user runs it.
mm32_test_suite(mm32_command_tests command nlohmann_json::nlohmann_json)
if(TARGET mm32_command_tests)
  target_compile_definitions(mm32_command_tests PRIVATE MM32_COMMAND="$<TARGET_FILE:mm32>")
  # GCC 12 takes "text" + std::string for an overlapping copy (GCC bug 105651).
  target_compile_options(mm32_command_tests PRIVATE $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>)
  add_dependencies(mm32_command_tests mm32)
endif()

# The debugger: its core, its console, gdb's protocol with a real gdb.
mm32_test_suite(mm32_debug_tests debug mm32::emu nlohmann_json::nlohmann_json)
if(TARGET mm32)
  target_compile_definitions(mm32_debug_tests PRIVATE MM32_COMMAND="$<TARGET_FILE:mm32>")
  target_compile_options(mm32_debug_tests PRIVATE $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>)
  add_dependencies(mm32_debug_tests mm32)
  add_test(NAME command_completion
           COMMAND ${CMAKE_CURRENT_SOURCE_DIR}/command/completion_test.sh $<TARGET_FILE:mm32>)
  add_test(NAME command_completion_files
           COMMAND ${CMAKE_CURRENT_SOURCE_DIR}/command/completion_files_test.sh $<TARGET_FILE:mm32>
                   ${PROJECT_BINARY_DIR}/completion)
  add_test(NAME command_manual
           COMMAND ${CMAKE_CURRENT_SOURCE_DIR}/command/manual_test.sh $<TARGET_FILE:mm32>
                   ${PROJECT_BINARY_DIR}/mm32.1)
endif()

# The programs of guest/, as a user of `mm32 test` keeps them: what each expects stands at its end.
if(TARGET mm32)
  add_test(NAME guest_programs COMMAND mm32 test guest WORKING_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR})
endif()

# The debugger on a terminal.
find_program(MM32_PYTHON python3)
if(TARGET mm32 AND MM32_PYTHON)
  add_test(NAME debug_terminal
           COMMAND ${MM32_PYTHON} ${CMAKE_CURRENT_SOURCE_DIR}/debug/terminal_test.py $<TARGET_FILE:mm32>)
  set_tests_properties(debug_terminal PROPERTIES TIMEOUT 300 ENVIRONMENT "PYTHONDONTWRITEBYTECODE=1")
endif()

# The page of `mm32 story` in a headless Chromium, where there is one.
if(TARGET mm32 AND MM32_PYTHON)
  add_test(NAME story_page
           COMMAND ${MM32_PYTHON} ${CMAKE_CURRENT_SOURCE_DIR}/story/browser_test.py $<TARGET_FILE:mm32>)
  set_tests_properties(story_page PROPERTIES SKIP_RETURN_CODE 77 TIMEOUT 300
                       ENVIRONMENT "PYTHONDONTWRITEBYTECODE=1")
endif()
