# Language level, warnings, ccache: the same for every target.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR})

if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Release)
endif()

find_program(SITREP_CCACHE ccache)
if(SITREP_CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${SITREP_CCACHE})
endif()

option(SITREP_WERROR "warnings are errors" ON)
option(SITREP_SANITIZE "address and undefined-behaviour sanitizers" OFF)

add_compile_options(-Wall -Wextra -Wshadow -Wconversion -Wno-sign-conversion -Wnon-virtual-dtor
                    -Wno-maybe-uninitialized -Wno-restrict)  # GCC 12 raises both wrongly, on std::optional and std::string
if(SITREP_WERROR)
  add_compile_options(-Werror)
endif()
if(SITREP_SANITIZE)
  add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
endif()
