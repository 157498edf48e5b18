// Who owns up to a deed, in other words than "claimed responsibility".
#include "claims.h"

namespace sitrep {
namespace {

TEST(Claimants, SayThatItWasTheirs) {
  expect_all({
      {"A bomb derailed a train near Quetta on Monday. The Baloch Liberation Army said the bomb "
       "was "
       "theirs.",
       "perpetrators Baloch Liberation Army affirmed claimed <The Baloch Liberation Army>"},
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

TEST(Claimants, AreNotWhoAlwaysIsTheFirst) {
  EXPECT_TRUE(events_of("When a mine is laid badly, sappers are the first to die.").empty());
}

TEST(Claimants, InTheirOwnReports) {
  expect_all({
      {"Our fighters ambushed an army patrol near Gao on Monday and killed two soldiers.",
       "perpetrators Our fighters affirmed claimed <>"},
  });
}

}  // namespace
TEST(Claimants, WhoDeniesHisOwnPartDeniesNoDeed) {
  for (const char* text :
       {"Rockets hit a gas field near Kirkuk on Tuesday, wounding two guards. \"Nobody under our "
        "command fired at the field,\" a spokesman for the front said.",
        "Rockets hit a gas field near Kirkuk on Tuesday, wounding two guards. \"None of our men "
        "fired at the field,\" a spokesman for the front said."}) {
    const Event event = event_of(text);
    for (const Claim& claim : event.claims) {
      const bool denied = claim.polarity == Polarity::denied;
      EXPECT_FALSE(denied && claim.field != Field::perpetrators) << text << name(claim.field);
    }
  }
}

}  // namespace sitrep
