# sitrep_room(NAME [DEPENDS room...] [LIBRARIES target...])
#
# One static library of all sources of src/NAME that are neither tests (*_test.cpp) nor main.cpp, and one test program
# of its *_test.cpp. The rooms named after DEPENDS become visible to it.
function(sitrep_room NAME)
  cmake_parse_arguments(ROOM "" "" "DEPENDS;LIBRARIES" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  file(GLOB tests CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*_test.cpp)
  list(FILTER sources EXCLUDE REGEX "(_test|/main)\\.cpp$")
  add_library(sitrep_${NAME} STATIC ${sources})
  target_include_directories(sitrep_${NAME} PUBLIC ${CMAKE_SOURCE_DIR}/include ${CMAKE_SOURCE_DIR}/src)
  set(rooms ${ROOM_DEPENDS})
  list(TRANSFORM rooms PREPEND sitrep_)
  target_link_libraries(sitrep_${NAME} PUBLIC ${rooms} ${ROOM_LIBRARIES})
  if(tests)
    add_executable(${NAME}_test ${tests})
    target_link_libraries(${NAME}_test PRIVATE sitrep_${NAME} GTest::gmock GTest::gtest_main)
    target_compile_definitions(${NAME}_test PRIVATE SITREP_SOURCE_DIR="${CMAKE_SOURCE_DIR}"
                               SITREP_BINARY_DIR="${CMAKE_BINARY_DIR}")
    gtest_discover_tests(${NAME}_test TEST_PREFIX "${NAME}." DISCOVERY_TIMEOUT 60)
  endif()
endfunction()
