// The small world in which the tests of places are set: six countries, their capitals, bases,
// namesakes.
#pragma once

#include <string>
#include <string_view>

#include "core/text.h"
#include "knowledge/small_world.h"
#include "language/analyser.h"
#include "mentions/place_names.h"
#include "mentions/places.h"

namespace sitrep {

// Rows of place_words.tsv: `words`, parted by blanks, for one use.
inline std::string place_word_rows(std::string_view use, std::string_view words) {
  std::string rows;
  for (const auto word : split(words, ' ')) rows.append(word).append("\t").append(use).append("\n");
  return rows;
}

// Tables, as they would stand in dictionaries/.
// NOLINTNEXTLINE(readability-function-size)
inline const knowledge::SmallWorld& place_test_world() {
  static const std::string kCountries =
      "code\tname\taliases\tadjectives\tpeople\tcapital\tseats\tlat\tlon\n"
      "IQ\tIraq\tRepublic of Iraq\tIraqi\tIraqis\tBaghdad\tBaghdad\t33.22\t43.68\n"
      "SY\tSyria\t\tSyrian\tSyrians\tDamascus\t\t34.80\t39.00\n"
      "IR\tIran\tIslamic Republic of Iran\tIranian\tIranians\tTehran\t\t32.43\t53.69\n"
      "US\tUnited States\tUS|U.S.|USA|America\tAmerican\tAmericans\tWashington\t\t39.83\t-98.58\n"
      "JO\tJordan\t\tJordanian\tJordanians\tAmman\t\t31.00\t36.00\n"
      "TR\tTurkey\t\tTurkish\tTurks\tAnkara\t\t39.00\t35.00\n"
      "GE\tGeorgia\t\tGeorgian\tGeorgians\tTbilisi\t\t42.32\t43.36\n"
      "FR\tFrance\t\tFrench\t\tParis\t\t46.20\t2.20\n"
      "GB\tUnited Kingdom\tUK|Britain\tBritish\tBritons\tLondon\t\t54.00\t-2.50\n";
  static const std::string kDivisions =
      "country\tname\taliases\tlat\tlon\n"
      "IQ\tAnbar\tAl-Anbar\t32.56\t41.92\n"
      "IQ\tNineveh\tNinewa\t36.00\t42.50\n"
      "SY\tDeir ez-Zor\tDeir al-Zor|Deir Ezzor\t35.10\t40.30\n"
      "US\tTexas\t\t31.50\t-99.30\n"
      "US\tIllinois\t\t40.00\t-89.20\n"
      "US\tLouisiana\t\t31.10\t-92.00\n"
      "US\tGeorgia state\t\t32.60\t-83.40\n";
  static const std::string kPlaces =
      "id\tname\taliases\tlat\tlon\tcountry\tadmin1\tkind\n"
      "ain-al-asad\tAin al-Asad Air Base\tAin al-Asad|Ain al-Asad base|Al-Asad "
      "base\t33.79\t42.44\tIQ\tAnbar\tbase\n"
      "baghdad-airport\tBaghdad International Airport\tBaghdad "
      "airport\t33.26\t44.23\tIQ\tBaghdad\tairport\n"
      "al-omar\tAl-Omar Oil Field\tAl-Omar field\t35.09\t40.55\tSY\tDeir ez-Zor\toil_field\n"
      "al-bukamal\tAl-Bukamal\tAlbu Kamal\t34.45\t40.92\tSY\tDeir ez-Zor\ttown\n"
      "hit-iq\tHit\t\t33.64\t42.83\tIQ\tAnbar\ttown\n"
      "strait-of-hormuz\tStrait of Hormuz\t\t26.57\t56.25\tIR\t\tstrait\n"
      "middle-east\tMiddle East\t\t31.00\t42.00\t\t\tregion\n";
  static const std::string kActors =
      "id\tname\taliases\tkind\tcountry\tparent\tfrom\tto\n"
      "isis\tIslamic State\tIS|Islamic State in Iraq and Syria\tarmed_group\t\t\t\t\n"
      "iq-army\tIraqi army\t\tstate_forces\tIQ\t\t\t\n"
      "kirkuk-shield\tKirkuk Shield Brigades\t\tmilitia\tIQ\t\t\t\n"
      "us-government\tU.S. government\tWashington\tstate\tUS\t\t\t\n";
  static const std::string kSpeech =
      "phrase\tpos\tcertainty\tpolarity\tcomplement\n"
      "said\tverb\tstated\taffirmed\tclause\nsay\tverb\tstated\taffirmed\tclause\n"
      "denied\tverb\tstated\tdenied\tclause\n";
  static const std::string kNumbers = "word\tlow\tbest\thigh\ntwenty\t20\t20\t20\nfive\t5\t5\t5\n";
  static const std::string kRoles =
      "phrase\tkind\nforeign minister\tpolitical\nspokesman\tspokesperson\n";
  static const std::string kLandmarks =
      "noun\tkind\twhen\nroad\troad\talways\nriver\triver\talways\ntheatre\tcompound\tlocated\n"
      "street\troad\talways\nlake\tsea\talways\nmount\tmountain\tbefore\n"
      "rue\troad\tbefore\nvia\troad\tbefore\nneighborhood\tneighbourhood\tsmall\n"
      "ranch\tneighbourhood\tsmall\n";
  static const std::string kPersonNames =
      "name\tgiven\tfamily\npalmer\t\tyes\nhouston\t\tyes\nmichael\talways\t\n"
      "andrew\talways\t\ndouglas\talways\t\njackson\tyes\tyes\n";
  static const std::string kPlaceWords =
      "word\tuse\n" + place_word_rows("inside", "in at across") +
      place_word_rows("toward", "to from near outside off between north south left") +
      place_word_rows("nearby", "near outside off") + place_word_rows("of", "of") +
      place_word_rows("backed_by", "by between") + place_word_rows("kilometre", "km kilometers") +
      place_word_rows("mile", "miles") + place_word_rows("filler", "the city town western") +
      place_word_rows("compass", "north south southwest western") +
      place_word_rows("area_noun", "province city town governorate") +
      place_word_rows("landmark", "road river theatre") +
      place_word_rows("organisation", "police department state college university news") +
      place_word_rows("masthead", "news weather sports") +
      place_word_rows("elsewhere", "hospital jail airlifted lives born") +
      place_word_rows("facility_part", "international air oil") +
      place_word_rows("religion", "catholic") + place_word_rows("title", "gen mr") +
      place_word_rows("prefix", "al el ar") + place_word_rows("connector", "de of") +
      place_word_rows("never", "a the they he she two in of march good");
  static const std::string kFacilityNouns =
      "noun\tkind\nbase\tbase\nairport\tairport\nfield\toil_field\nhospital\tcompound\n"
      "church\tcompound\ncamp\tcamp\nport\tport\n";
  static const std::string kAbbreviations =
      "country\tdivision\tabbreviations\nUS\tIllinois\tIll|IL\n";
  static const std::string kRegionPeople =
      "id\tname\twords\tlat\tlon\tcountry\n"
      "people-kurdistan\tKurdistan\tKurdish|Kurds\t37.00\t43.00\t\n";
  static const std::string kOrdinary = "word\nsplit\nmobile\nreading\n";
  static const std::string kGazetteer =
      "98182\tBaghdad\t\t33.34\t44.40\tIQ\tBaghdad\t7216000\tP\t1\n"
      "99072\tMosul\tAl Mawsil\t36.33\t43.12\tIQ\tNineveh\t1739800\tP\t2\n"
      "94787\tKirkuk\t\t35.47\t44.39\tIQ\tKirkuk\t601433\tP\t2\n"
      "95446\tErbil\tArbil\t36.19\t44.01\tIQ\tErbil\t932800\tP\t2\n"
      "91290\tFallujah\tAl Fallujah\t33.35\t43.78\tIQ\tAnbar\t190159\tP\t0\n"
      "172955\tAr Raqqah\t\t35.95\t39.01\tSY\tRaqqa\t177636\tP\t2\n"
      "173480\tAl Mayadin\t\t35.02\t40.45\tSY\tDeir ez-Zor\t44028\tP\t0\n"
      "170654\tDamascus\t\t33.51\t36.29\tSY\tDamascus\t1569394\tP\t1\n"
      "112931\tTehran\t\t35.69\t51.42\tIR\tTehran\t7153309\tP\t1\n"
      "4140963\tWashington\t\t38.90\t-77.04\tUS\tWashington, D.C.\t601723\tP\t1\n"
      "5815135\tWashington\t\t40.17\t-80.25\tUS\tPennsylvania\t13500\tP\t0\n"
      "2988507\tParis\t\t48.85\t2.35\tFR\tÎle-de-France\t2138551\tP\t1\n"
      "4717560\tParis\t\t33.66\t-95.56\tUS\tTexas\t24782\tP\t0\n"
      "4684888\tDallas\t\t32.78\t-96.81\tUS\tTexas\t1300092\tP\t0\n"
      "4705349\tMount Vernon\t\t33.19\t-95.22\tUS\tTexas\t2662\tP\t0\n"
      "361058\tAlexandria\t\t31.20\t29.92\tEG\tAlexandria\t3811516\tP\t2\n"
      "4314550\tAlexandria\t\t31.31\t-92.45\tUS\tLouisiana\t47889\tP\t0\n"
      "3668605\tSanta Marta\t\t11.24\t-74.20\tCO\tMagdalena\t431781\tP\t2\n"
      "2511110\tSanta Marta\t\t38.62\t-6.63\tES\tExtremadura\t4204\tP\t0\n"
      "4314551\tPineville\t\t31.32\t-92.43\tUS\tLouisiana\t14555\tP\t0\n"
      "4315588\tBaton Rouge\t\t30.45\t-91.15\tUS\tLouisiana\t229493\tP\t2\n"
      "4905687\tPeoria\t\t40.69\t-89.59\tUS\tIllinois\t115007\tP\t0\n"
      "5308480\tPeoria\t\t33.58\t-112.24\tUS\tArizona\t171237\tP\t0\n"
      "4180439\tAtlanta\t\t33.75\t-84.39\tUS\tGeorgia\t420003\tP\t2\n"
      "2639577\tReading\t\t51.46\t-0.97\tGB\tEngland\t318014\tP\t0\n"
      "4076598\tMobile\t\t30.69\t-88.04\tUS\tAlabama\t195111\tP\t0\n"
      "2643743\tLondon\t\t51.51\t-0.13\tGB\tEngland\t7556900\tP\t1\n"
      "298184\tSanta Cruz de Tenerife\t\t28.47\t-16.25\tES\tCanary Islands\t222417\tP\t2\n"
      "323786\tAnkara\t\t39.92\t32.85\tTR\tAnkara\t3517182\tP\t1\n"
      "314830\tGaziantep\t\t37.06\t37.38\tTR\tGaziantep\t1065975\tP\t2\n"
      "4699066\tHouston\t\t29.76\t-95.36\tUS\tTexas\t2296224\tP\t0\n"
      "4726206\tJackson\t\t32.30\t-90.18\tUS\tMississippi\t170674\tP\t2\n"
      "5293183\tDouglas\t\t31.34\t-109.55\tUS\tArizona\t16531\tP\t0\n"
      "4717782\tMarch\t\t52.55\t0.09\tGB\tEngland\t18040\tP\t0\n"
      "250441\tAmman\t\t31.96\t35.95\tJO\tAmman\t1275857\tP\t1\n"
      "4700001\tPalmer\t\t34.00\t-97.00\tUS\tTexas\t1200\tP\t0\n"
      "4700002\tSedona\t\t37.27\t-107.88\tUS\tColorado\t16887\tP\t0\n"
      "4700003\tSplit\tSpalato\t43.51\t16.44\tHR\tSplit-Dalmatia\t176314\tP\t2\n"
      "4700004\tZavala County\t\t33.67\t-95.57\tUS\tTexas\t0\tA\t0\n"
      "4700005\tDimmit County\t\t33.59\t-96.11\tUS\tTexas\t0\tA\t0\n"
      "4700006\tMexico\t\t39.17\t-91.88\tUS\tMissouri\t11543\tP\t0\n"
      "4700007\tOtter Bend\t\t40.74\t-74.45\tUS\tNew Jersey\t0\tP\t0\n"
      "4700010\tState College\t\t40.79\t-77.86\tUS\tPennsylvania\t41992\tP\t0\n"
      "4700011\tUniversity\t\t28.07\t-82.43\tUS\tFlorida\t41163\tP\t0\n"
      "4700012\tSt. Orrin\t\t31.40\t-92.40\tUS\tLouisiana\t9000\tP\t0\n"
      "4700013\tGood Mosul\t\t31.90\t-92.90\tUS\tLouisiana\t0\tP\t0\n"
      "4700014\tPrince Orrin's County\t\t31.80\t-92.80\tUS\tLouisiana\t0\tA\t0\n"
      "4700008\tJalalabad\t\t34.43\t70.45\tAF\tNangarhar\t200331\tP\t2\n"
      "4700009\tAziz Abad\t\t33.00\t62.00\tAF\tHerat\t0\tP\t0\n"
      "611717\tTbilisi\t\t41.69\t44.83\tGE\tTbilisi\t1049498\tP\t1\n";
  static const knowledge::SmallWorld kWorld({{"countries.tsv", kCountries},
                                             {"divisions.tsv", kDivisions},
                                             {"places/test.tsv", kPlaces},
                                             {"actors/test.tsv", kActors},
                                             {"speech.tsv", kSpeech},
                                             {"numbers.tsv", kNumbers},
                                             {"roles.tsv", kRoles},
                                             {"landmarks.tsv", kLandmarks},
                                             {"person_names.tsv", kPersonNames},
                                             {"region_people.tsv", kRegionPeople},
                                             {"place_words.tsv", kPlaceWords},
                                             {"facility_nouns.tsv", kFacilityNouns},
                                             {"division_abbreviations.tsv", kAbbreviations},
                                             {"ordinary_words.tsv", kOrdinary}},
                                            kGazetteer);
  return kWorld;
}

// `text` must outlive the document.
inline Mentions find_test_places(std::string_view text, Document& document) {
  const knowledge::SmallWorld& world = place_test_world();
  Mentions mentions;
  tokenise(text, document);
  std::vector<knowledge::Word> words;
  for (uint32_t i = 0; i < document.tokens.size(); ++i)
    words.push_back(placing::word_at(document, i));
  world.lexicon().find(words, mentions.hits);
  find_places(document, world.lexicon(), world.gazetteer(), mentions);
  return mentions;
}

}  // namespace sitrep
