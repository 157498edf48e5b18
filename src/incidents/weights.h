// What speaks for and against two events being one: every weight of the comparison, with the name
// that `why` shows.
#pragma once

#include <array>
#include <string_view>

namespace sitrep::incidents {

struct Weight {
  std::string_view name;
  double value;         // of two events of one report, or of two where little happens
  double busy = value;  // of two reports, where much happens
};

namespace weight {

// Two events of different reports are one incident from this sum on.
inline constexpr double kThreshold = 3.5;
// A link below kStrong holds two events together only where it is the strongest of one of them, or
// by no more than kWeaker below that.
inline constexpr double kStrong = 7.5;
inline constexpr double kWeaker = 1.0;
// What a join must have on top when it puts two events of one report into one incident that do not
// belong together by themselves.
inline constexpr double kSameReport = 3.5;
// Two events of one report belong together from this sum on.
inline constexpr double kTogether = 2.0;
// A pair that was never compared, in the average of two groups; so many compared pairs speak for
// all others.
inline constexpr double kNotCompared = -0.5;
inline constexpr double kEnoughCompared = 12;
// What the best pair of two groups weighs beside their average, where one pair is compared and
// where enough are; and by how much less they need then to be joined. In between by the logarithm.
inline constexpr double kBestOfOne = 0.5;
inline constexpr double kBestOfMany = 0.25;
inline constexpr double kEasedForMany = 1.0;
// So far apart that nothing else is looked at.
inline constexpr double kReject = -12.0;

// Two events of different reports, so long as nothing is known of them. In quiet places it stands
// for a country of which hardly anything else is told in these weeks; told_of_country takes from
// it.
inline constexpr Weight two_reports{"of two reports", 2.0, 1.2};

inline constexpr Weight same_type{"same type", 1.0, 3.3};
inline constexpr Weight kin_type{"kindred types", 0.5, 1.2};
inline constexpr Weight vague_type{"a type that leaves the means open", 0.2, -1.1};
inline constexpr Weight loose_type{"loosely kindred types", -0.3, 0.7};
inline constexpr Weight alien_type{"unlike types", -2.5, -2.9};

inline constexpr Weight same_day{"same day", 2.0, 2.3};
inline constexpr Weight same_part{"same part of the day", 0.5, 1.5};
inline constexpr Weight other_part{"another part of the day", -1.2, -3.4};
inline constexpr Weight over_midnight{"days that meet at midnight", 0.8, 0.4};
inline constexpr Weight next_day{"the day before or after", -1.5, -0.3};
inline constexpr Weight days_apart{"days apart", -4.0, -0.9};
inline constexpr Weight weeks_apart{"weeks apart", -5.5, -6.8};
inline constexpr Weight months_apart{"months apart", -7.0, -7.2};
inline constexpr Weight each_on_its_day{"each told on its own day", -4.5, -2.4};
inline constexpr Weight day_in_both{"days apart, though both reports name one of them", -1.2, -1.6};
inline constexpr Weight soft_next_day{"next day, one of them inferred", 0.3};
inline constexpr Weight soft_near_day{"days apart, one of them inferred", -1.0, -1.6};
inline constexpr Weight soft_weeks{"weeks apart, one of them inferred", -2.5, -4.6};
inline constexpr Weight soft_months{"months apart, one of them inferred", -3.5, -4.6};
// Of events without a day, by when they are told.
inline constexpr Weight told_weeks_apart{"told weeks apart, neither with a day", -1.5};
inline constexpr Weight told_months_apart{"told months apart, neither with a day", -5.0};
inline constexpr Weight within_week{"day within the week", 1.0, 1.6};
inline constexpr Weight within_month{"within the same month", 0.7, 0.8};
inline constexpr Weight within_year{"within the same year", 0.2};

inline constexpr Weight same_spot{"same place", 2.0, 0.0};
inline constexpr Weight near_spot{"places near each other", 1.5, -0.1};
inline constexpr Weight close_spot{"places in reach of each other", 0.4, -2.1};
inline constexpr Weight apart{"places apart", -1.5, -4.3};
inline constexpr Weight far_apart{"places far apart", -4.5, -6.0};
inline constexpr Weight farther_apart{"places very far apart", -7.5, -7.2};
inline constexpr Weight place_in_both{"places apart, though both reports name one of them", -1.0,
                                      -3.9};
inline constexpr Weight same_division{"same division", 0.8, -0.2};
inline constexpr Weight other_division{"another division", -2.0, -3.9};
inline constexpr Weight same_country{"same country", 0.4, -0.4};
inline constexpr Weight other_country{"another country", -6.0, -6.1};

inline constexpr Weight same_outcome{"same outcome", 0.3, 2.6};
inline constexpr Weight other_outcome{"one averted, one not", -1.0};
inline constexpr Weight not_carried_out{"one never carried out", -2.0};

inline constexpr Weight same_weapon{"same weapon", 0.7, -0.1};
inline constexpr Weight kin_weapon{"kindred weapons", 0.3, -3.1};
inline constexpr Weight other_weapon{"unlike weapons", -1.5, -1.5};
inline constexpr Weight same_weapon_count{"as many weapons", 0.8, 0.9};
inline constexpr Weight other_weapon_count{"another number of weapons", -0.8, -1.3};

inline constexpr Weight same_person{"same victim", 3.0, 2.5};
inline constexpr Weight same_surname{"victim of that name", 2.2, 1.5};
inline constexpr Weight other_person{"other victims", -1.0, 0.0};
inline constexpr Weight same_target{"same target", 1.2, 2.7};
inline constexpr Weight telling_thing{"a like target, seldom told", 0.5, 2.9};
inline constexpr Weight like_thing{"a like target", 0.5, 2.5};
inline constexpr Weight kin_thing{"a target of a kind", 0.1, -4.0};
inline constexpr Weight other_thing{"another target", -0.4, -4.9};
inline constexpr Weight other_telling_thing{"another target, seldom told", -0.4, -4.9};
inline constexpr Weight telling_people{"like people, seldom told", 0.5, 2.7};
inline constexpr Weight like_people{"like people", 0.5, 2.2};
inline constexpr Weight kin_people{"people of a kind", 0.1, -4.7};
inline constexpr Weight other_people{"other people", -0.4};
inline constexpr Weight other_telling_people{"other people, seldom told", -0.4, -4.9};

inline constexpr Weight same_actor{"same perpetrator", 0.8, 0.3};
inline constexpr Weight kin_actor{"kindred perpetrators", 0.4, -1.3};
inline constexpr Weight other_actor{"another perpetrator, both as fact", -1.5, -2.3};
inline constexpr Weight unlike_actor{"another perpetrator", -1.0, -2.3};

inline constexpr Weight same_toll{"same toll", 0.5, 1.6};
inline constexpr Weight same_high_toll{"same high toll", 1.0, 2.6};
inline constexpr Weight growing_toll{"a toll that grew", 0.1, 0.2};
inline constexpr Weight other_toll{"another toll", -0.6, -0.2};

// By how much happens there (Setting::bustle), where no name is told by both that is told there on
// few days only.
inline constexpr std::array<Weight, 6> busy_place = {{
    {"a quiet place", 0},
    {"a lively place", -1.0, -4.2},
    {"a busy place", -3.0, -4.9},
    {"a very busy place", -7.0, -5.6},
    {"a crowded place", -9.0, -6.1},
    {"one of the busiest places", -11.0, -7.5},
}};
// By how much is told of the country (Setting::told), where the place is a quiet one.
inline constexpr std::array<Weight, 3> told_of_country = {{
    {"a country of which little is told", 0},
    {"a country of which more is told", -1.0},
    {"a country of which much is told", -2.0},
}};
// By the days on which the rarest name that both tell is told there (Setting::spread): 2, 4, 6.
inline constexpr std::array<Weight, 3> names_told = {{
    {"a name of their own in a busy place", -1.0, -3.3},
    {"a name that is told there on other days", -3.0, -3.1},
    {"a name that is often told there", -5.0, -3.1},
}};
inline constexpr Weight two_own_names{"several names of their own", 1.0, 0.7};

// Two events of one report.
inline constexpr Weight one_report{"of one report", 1.2};
inline constexpr Weight one_report_one_type{"of one report, told apart as one type", -1.0};
inline constexpr Weight undated_there{"of one report, one told without a day", 2.5};
inline constexpr Weight other_side_of_it{"of one report, another side of it", -0.3};
inline constexpr Weight other_hour_there{"of one report, at another hour", -3.2};
inline constexpr Weight other_weapon_there{"of one report, by other means", -4.0};
inline constexpr Weight other_toll_there{"of one report, with another toll", -2.1};
inline constexpr Weight items_of_a_list{"of one report, items of a list", -5.0};
inline constexpr Weight arrest_for_it{"an arrest for it", 4.5};
inline constexpr Weight leading_deed{"what the report is mainly about", 0.3};
inline constexpr Weight arrest_before{"an arrest before it", -4.0};

inline constexpr Weight both_lead{"what both reports are mainly about, of one day", 0.5, 0.0};
inline constexpr Weight same_phase{"same phase", 0.3, -1.8};
inline constexpr Weight other_phase{"news here, background there", -0.6, -0.8};
// Of what stands in hardly any report: a village, a ship. In busy places names_told has its say.
inline constexpr Weight rare_name{"a seldom name in both", 1.8, 0.0};
inline constexpr Weight rare_names{"seldom names in both", 2.6, 0.0};
inline constexpr Weight same_road{"in the same road", 0.0, 2.0};
inline constexpr Weight other_road{"in another road", 0.0, -3.0};
// Times what the cosine is above kPlainCosine.
inline constexpr Weight like_words{"alike in words", 13.0, 6.5};
inline constexpr Weight like_stories{"reports alike in words", 25.0, 13.7};
inline constexpr double kPlainCosine = 0.20;
inline constexpr double kMostForWords = 4.5;
inline constexpr double kMostForStories = 8.0;
inline constexpr double kWordsThatSettle = 60;  // of a report: fewer alike say less
inline constexpr double kLeastForWords =
    -0.7;  // a sentence or two, which may say the same in other words
inline constexpr double kLeastForStories = -3.0;  // whole reports of one piece of news each

}  // namespace weight

}  // namespace sitrep::incidents
