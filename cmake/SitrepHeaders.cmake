# Every header of include/sitrep and src compiles by itself: one line of source each, in one object library that is
# built with everything else where SITREP_CHECK_HEADERS is on (./dev check, and by default in debug builds).
if(CMAKE_BUILD_TYPE STREQUAL "Debug")
  set(check_headers ON)
else()
  set(check_headers OFF)
endif()
option(SITREP_CHECK_HEADERS "compile every header alone" ${check_headers})

# sitrep_headers_alone(LIBRARIES target...): the targets give the include folders.
function(sitrep_headers_alone)
  cmake_parse_arguments(HEADERS "" "" "LIBRARIES" ${ARGN})
  if(NOT SITREP_CHECK_HEADERS)
    return()
  endif()
  file(GLOB_RECURSE headers CONFIGURE_DEPENDS RELATIVE ${CMAKE_SOURCE_DIR} ${CMAKE_SOURCE_DIR}/include/sitrep/*.h
       ${CMAKE_SOURCE_DIR}/src/*.h)
  foreach(header ${headers})
    string(REGEX REPLACE "^(include|src)/" "" name ${header})
    string(REPLACE "/" "_" unit ${name})
    set(source ${CMAKE_BINARY_DIR}/headers_alone/${unit}.cpp)
    file(CONFIGURE OUTPUT ${source} CONTENT "#include \"${name}\"\n" @ONLY)
    list(APPEND units ${source})
  endforeach()
  add_library(headers_alone OBJECT ${units})
  target_link_libraries(headers_alone PRIVATE ${HEADERS_LIBRARIES})
  target_compile_definitions(headers_alone PRIVATE SITREP_SOURCE_DIR="" SITREP_BINARY_DIR="")
endfunction()
