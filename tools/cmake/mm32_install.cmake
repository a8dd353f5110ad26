# Install rules and the CMake package. Included last, when all targets exist.
#
#   bin/mm32                   the command             share/mm32           guest kernel, headers, examples
#   lib/libmm32_*.a            the libraries           include/mm32/{mm,emu}
#   lib/cmake/mm32             find_package(mm32)      lib/mm32/unicorn     a private Unicorn, if used
include(CMakePackageConfigHelpers)
set(MM32_INSTALL_CMAKE ${CMAKE_INSTALL_LIBDIR}/cmake/mm32)
set(MM32_INSTALL_SHARE ${CMAKE_INSTALL_DATADIR}/mm32)
set(MM32_INSTALL_UNICORN ${CMAKE_INSTALL_LIBDIR}/mm32/unicorn)

set_target_properties(mm32_warnings PROPERTIES EXPORT_NAME warnings)
foreach(target mm32_warnings mm32_mm mm32_emu mm32)
  if(TARGET ${target})
    install(TARGETS ${target} EXPORT mm32Targets)
  endif()
endforeach()

foreach(part mm emu)
  install(DIRECTORY ${PROJECT_SOURCE_DIR}/${part} DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/mm32
          FILES_MATCHING PATTERN *.hpp)
endforeach()
foreach(part modules user)
  if(EXISTS ${PROJECT_SOURCE_DIR}/guest/${part})
    install(DIRECTORY ${PROJECT_SOURCE_DIR}/guest/${part} DESTINATION ${CMAKE_INSTALL_DATADIR}/mm32)
  endif()
endforeach()

cmake_path(IS_PREFIX MM32_UNICORN_ROOT ${UNICORN_LIBRARY} MM32_UNICORN_IS_PRIVATE)
if(MM32_UNICORN_IS_PRIVATE)
  install(DIRECTORY ${MM32_UNICORN_ROOT}/usr DESTINATION ${MM32_INSTALL_UNICORN} USE_SOURCE_PERMISSIONS
          PATTERN share EXCLUDE PATTERN pkgconfig EXCLUDE PATTERN *.a EXCLUDE)
  if(TARGET mm32)
    cmake_path(GET UNICORN_LIBRARY PARENT_PATH folder)
    cmake_path(RELATIVE_PATH folder BASE_DIRECTORY ${MM32_UNICORN_ROOT})
    file(RELATIVE_PATH rpath ${CMAKE_INSTALL_FULL_BINDIR}
         ${CMAKE_INSTALL_FULL_LIBDIR}/mm32/unicorn/${folder})
    set_target_properties(mm32 PROPERTIES INSTALL_RPATH $ORIGIN/${rpath})
  endif()
endif()

install(EXPORT mm32Targets NAMESPACE mm32:: DESTINATION ${MM32_INSTALL_CMAKE})
configure_package_config_file(tools/cmake/mm32Config.cmake.in ${PROJECT_BINARY_DIR}/mm32Config.cmake
                              INSTALL_DESTINATION ${MM32_INSTALL_CMAKE}
                              PATH_VARS MM32_INSTALL_UNICORN MM32_INSTALL_SHARE)
write_basic_package_version_file(${PROJECT_BINARY_DIR}/mm32ConfigVersion.cmake
                                 COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/mm32Config.cmake ${PROJECT_BINARY_DIR}/mm32ConfigVersion.cmake
              tools/cmake/mm32_libraries.cmake tools/cmake/mm32_unicorn.cmake
              tools/cmake/mm32_guest_test.cmake
        DESTINATION ${MM32_INSTALL_CMAKE})
