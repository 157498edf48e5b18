#include "server/assets.h"

#include <gmock/gmock.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "server/test_server.h"

namespace sitrep::server {
namespace {

using testing::HasSubstr;

// What pack_assets makes of a small workbench.
std::string packed(const test::Folder& folder) {
  std::filesystem::create_directories(folder / "dist/assets");
  std::ofstream(folder / "dist/index.html") << "<!doctype html><title>Sitrep</title>";
  std::ofstream(folder / "dist/assets/app-1a2b3c4d.js") << std::string(5000, 'x');
  std::ofstream(folder / "dist/map.png") << std::string("\x89PNG\n\t\0\n", 8);
  const std::string call = std::string(SITREP_BINARY_DIR "/pack_assets ") + (folder / "dist") +
                           " " + (folder / "out.pack");
  EXPECT_EQ(0, std::system(call.c_str()));
  std::ifstream file(folder / "out.pack", std::ios::binary);
  std::stringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

TEST(Assets, FilesWithTypesAndForHowLongTheyMayBeKept) {
  const test::Folder folder;
  const Assets assets(packed(folder));
  const auto script = assets.find("assets/app-1a2b3c4d.js");
  ASSERT_TRUE(script);
  EXPECT_EQ("text/javascript; charset=utf-8", script->type);
  EXPECT_THAT(script->cache_control, HasSubstr("immutable"));
  EXPECT_EQ(std::string(5000, 'x'), script->plain);
  EXPECT_LT(script->gzipped.size(), 200u);
  const auto picture = assets.find("map.png");
  ASSERT_TRUE(picture);
  EXPECT_EQ("image/png", picture->type);
  EXPECT_EQ("no-cache", picture->cache_control);
  EXPECT_EQ(8u, picture->plain.size());
  EXPECT_EQ("", picture->gzipped);
  EXPECT_THAT(assets.page()->plain, HasSubstr("<title>Sitrep</title>"));
  EXPECT_FALSE(assets.find("../out.pack"));
}

TEST(Assets, WithoutAWorkbenchAPageSaysSo) {
  EXPECT_THAT(Assets("").page()->plain, HasSubstr("not built"));
  EXPECT_THAT(Assets("damaged\npack").page()->plain, HasSubstr("not built"));
}

}  // namespace
}  // namespace sitrep::server
