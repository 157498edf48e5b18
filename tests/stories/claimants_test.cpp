// Who owns up to a deed, in other words than "claimed responsibility".
#include "claims.h"

namespace sitrep {
namespace {

TEST(Claimants, SayThatItWasTheirs) {
  expect_all({
      {"A bomb broke a shop window in Chania on Monday. The Popular Front for the Liberation of "
       "Palestine said on Thursday that the bomb was theirs.",
       "perpetrators Popular Front for the Liberation of Palestine affirmed claimed <The Popular "
       "Front for the Liberation of Palestine>"},
      {"A bomb broke a shop window in Chania on Monday. The Black Lanterns, an unknown group, said "
       "in a call that the device was its own.",
       "perpetrators Black Lanterns affirmed claimed <The Black Lanterns>"},
  });
}

TEST(Claimants, SayThatTheyDidIt) {
  expect_all({
      {"Gunmen attacked a convoy near Gao on Monday. A second group, the Macina Battalion, also "
       "said it had done it.",
       "perpetrators Macina Battalion affirmed claimed <A second group>"},
      {"A bomb derailed a train near Quetta on Monday. The army said that the Baloch Liberation "
       "Army had done it.",
       "perpetrators Baloch Liberation Army affirmed accused <The army>"},
  });
}

// Nobody else's "it".
TEST(Claimants, UnderANameThatNoDictionaryHas) {
  expect_all({
      {"A bomb broke the windows of a bank in Volos on Monday. The Grey Masks said that it had "
       "placed the bomb.",
       "perpetrators Grey Masks affirmed claimed <The Grey Masks>"},
  });
}

TEST(Claimants, AreWhoWasFirstToDoIt) {
  expect_all({
      {"It was the Eritrean soldiers who on Monday were the first to open fire on shepherds in the "
       "village of Badme.",
       "perpetrators Eritrean soldiers affirmed stated <>"},
  });
}

TEST(Claimants, InTheirOwnReports) {
  expect_all({
      {"Our fighters ambushed an army patrol near Gao on Monday and killed two soldiers.",
       "perpetrators Our fighters affirmed claimed <>"},
  });
}

TEST(Claimants, ThroughACaller) {
  expect_all({
      {"A bomb broke the windows of a bank in Volos on Monday. On Sunday a call to a newspaper "
       "claimed the bomb for the Northern Cells.",
       "perpetrators Northern Cells affirmed claimed <the Northern Cells>"},
  });
}

}  // namespace
}  // namespace sitrep
