# cmake -D WORK=folder -P refusal.cmake: an older Unicorn is refused with a sentence that says what
# to do, and the same build tree configures once a newer one has taken its place.
function(put_unicorn major minor patch)
  set(lines "#define UC_API_MAJOR ${major}\n#define UC_API_MINOR ${minor}\n"
            "#define UC_API_PATCH ${patch}\n#define UC_API_EXTRA 255\n")
  file(WRITE ${WORK}/unicorn/usr/include/unicorn/unicorn.h ${lines})
  file(WRITE ${WORK}/unicorn/usr/lib/any/libunicorn.so "")
endfunction()

function(configure)
  execute_process(COMMAND ${CMAKE_COMMAND} -G Ninja -S ${CMAKE_CURRENT_LIST_DIR} -B ${WORK}/build
                          -D MM32_UNICORN_ROOT=${WORK}/unicorn
                  RESULT_VARIABLE status OUTPUT_VARIABLE output ERROR_VARIABLE output)
  string(REGEX REPLACE "[ \n]+" " " output "${output}")
  set(status ${status} PARENT_SCOPE)
  set(output "${output}" PARENT_SCOPE)
endfunction()

file(REMOVE_RECURSE ${WORK})
put_unicorn(2 0 1)
configure()
if(status EQUAL 0 OR NOT output MATCHES "Unicorn 2\\.0\\.1 was found .*needs 2\\.1\\.1 or newer.*Run tools/setup")
  message(FATAL_ERROR "2.0.1 was not refused as it should be (${status}): ${output}")
endif()
put_unicorn(2 1 1)
configure()
if(NOT status EQUAL 0 OR NOT output MATCHES "Unicorn 2\\.1\\.1: ")
  message(FATAL_ERROR "2.1.1 was not accepted in the same build tree (${status}): ${output}")
endif()
