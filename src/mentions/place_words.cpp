#include "mentions/place_words.h"

#include <boost/unordered/unordered_flat_map.hpp>
#include <string_view>

#include "core/text.h"

namespace sitrep::placing {

namespace {

using knowledge::PlaceKind;

struct Group {
  uint32_t use;
  std::string_view words;
};

constexpr Group kGroups[] = {
    {kInside, "in at inside throughout across around within where"},
    {kToward,
     "from to near into toward towards through outside off between over via beyond along above "
     "north south east west "
     "reach reached left enter entered visit visited visiting leave besieged liberated retook "
     "recaptured captured "
     "seized overran evacuated bombarded shelled"},
    {kNearby, "near outside off around beyond"},
    {kOf, "of"},
    {kTitle,
     "mr mrs ms miss dr prof professor president premier chancellor sen senator rep congressman "
     "congresswoman "
     "governor gov gen general lt col colonel maj major capt captain sgt sergeant cpl corporal pvt "
     "private rev "
     "reverend father sister brother pastor bishop archbishop cardinal pope imam sheikh sheik "
     "shaykh mullah ayatollah "
     "hojatoleslam judge justice sir lord lady dame prince princess king queen emir sultan "
     "secretary minister "
     "spokesman spokeswoman spokesperson ambassador envoy chief deputy commander admiral brig "
     "brigadier marshal "
     "mayor sheriff coach director chairman chairwoman superintendent detective officer inspector "
     "deputy attorney "
     "councilman councilwoman councilor commissioner trooper trustee alderman singer actor actress "
     "author actor "
     "journalist reporter photographer lawyer abu umm ibn bin ben"},
    {kFirstName,
     "james john robert michael william david richard joseph thomas charles christopher daniel "
     "matthew anthony mark "
     "donald steven stephen paul andrew joshua kenneth kevin brian george timothy ronald edward "
     "jason jeffrey jeff "
     "ryan jacob gary nicholas nick eric jonathan jon larry justin scott brandon benjamin samuel "
     "sam gregory greg "
     "frank alexander alex raymond ray patrick pat jack dennis jerry tyler aaron jose adam nathan "
     "henry douglas doug "
     "zachary peter kyle ethan walter noah jeremy christian keith roger terry austin sean shawn "
     "gerald carl harold "
     "dylan arthur lawrence jordan jesse bryan billy bruce gabriel joe logan alan juan albert "
     "willie elijah wayne "
     "randy vincent mason roy ralph bobby russell bradley brad philip phil eugene bob jim jimmy "
     "tom tommy tim bill "
     "dan dave mike matt chris steve rick ron don ken tony ed eddie fred charlie rob ben ted todd "
     "craig chad derek "
     "mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty "
     "sandra margaret "
     "ashley kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca sharon "
     "laura cynthia "
     "dorothy amy kathleen angela shirley brenda emma anna pamela nicole samantha katherine "
     "christine helen debra "
     "rachel carolyn janet maria catherine heather diane olivia julie joyce victoria ruth virginia "
     "lauren kelly "
     "christina joan evelyn judith andrea hannah megan cheryl jacqueline martha madison teresa "
     "gloria sara janice "
     "ann kathryn abigail sophia frances jean alice judy isabella julia grace amber denise "
     "danielle marilyn beverly "
     "charlotte natalie theresa diana brittany doris kayla alexis lori marie kate katie jane anne "
     "sue "
     "mohammed muhammad mohamed mohammad ahmed ahmad ali hassan hussein hussain omar umar ibrahim "
     "khalid khaled "
     "mahmoud mahmud mustafa yusuf youssef yousef abdul abdullah abdallah abdel abdulrahman salah "
     "saleh salih samir "
     "tariq bashar saddam osama usama ayman hamid karim kareem jamal nasser faisal fahd salman "
     "hamad qasem qassem "
     "haider nouri jalal masoud barham muqtada moqtada amir reza hossein mehdi mahdi javad akbar "
     "fatima aisha zainab "
     "leila layla mariam recep tayyip kemal mehmet fethullah binyamin benjamin yitzhak shimon "
     "moshe ariel ehud "
     "vladimir dmitry sergei sergey alexei aleksei boris nikolai mikhail igor ivan yuri andrei "
     "viktor oleg pavel "
     "petro volodymyr oleksandr angela emmanuel francois jacques pierre jean nicolas hans klaus "
     "giuseppe silvio mario "
     "luigi giovanni marco matteo carlos luis jorge pedro miguel alejandro fernando francisco "
     "antonio manuel rafael "
     "javier diego alvaro hugo enrique felipe ernesto raul fidel evo narendra rajiv sonia rahul "
     "imran nawaz asif "
     "pervez hamid ashraf xi hu jiang kim jong moon shinzo paris brooklyn chelsea sydney savannah "
     "dakota lincoln "
     "milton stanley clinton leon lance dale glenn brent clark curtis darrell dwight earl edgar "
     "elmer ernest everett "
     "floyd forrest francis geoffrey gilbert glen gordon grant guy harvey herbert homer howard "
     "hubert irving ira "
     "leonard leroy lester lloyd louis luther marvin maurice max melvin morris nelson norman "
     "oliver oscar otis perry "
     "preston ralph rodney roland ross roosevelt rudy sidney spencer sterling theodore travis troy "
     "vernon victor "
     "wallace warren wesley wendell wilbur winston"},
    {kAreaNoun,
     "province governorate district county region city town village state oblast prefecture "
     "municipality borough "
     "parish suburb neighborhood neighbourhood area island islands peninsula valley desert "
     "mountains coast border "
     "strip territory territories canton enclave countryside outskirts hills township republic"},
    {kLandmark,
     "street avenue road boulevard square highway hotel stadium theater theatre museum park school "
     "university college "
     "institute academy library hall palace tower building center centre market mall cathedral "
     "river lake creek bay "
     "mountain beach canyon lane drive court"},
    {kOrganisation,
     "police department council ministry army court university college school schools bank company "
     "corp corporation "
     "inc ltd llc co group association society foundation party union times post herald tribune "
     "news press journal "
     "gazette daily telegraph chronicle observer star courier examiner radio tv television "
     "football fc team club "
     "chamber board commission committee agency authority bureau office service services museum "
     "orchestra symphony "
     "conference congress parliament senate assembly front movement brigade brigades division "
     "battalion regiment "
     "high middle elementary community memorial institute sheriff sheriffs fire state "
     "pact treaty accord accords agreement declaration act convention protocol summit peace "
     "process cup open "
     "marathon games festival stock exchange medical"},
    {kFacilityPart,
     "air military international refugee oil gas border naval army main detention central training "
     "displacement power "
     "civil civilian forward operating logistics support joint local old new"},
    {kCompass,
     "north south east west northern southern eastern western northeast northwest southeast "
     "southwest northeastern "
     "northwestern southeastern southwestern central upper lower far"},
    {kPrefix, "al el ad as ar an at ash az"},
    {kConnector, "of de del la las los al el and the du da di do dos van upon sur es ez bin e"},
    {kBackedBy, "by with against under between"},
    {kFiller,
     "the town city village district province area northern southern eastern western central "
     "nearby capital coastal "
     "border neighboring neighbouring port old region suburb state"},
    {kReligion,
     "catholic christian muslim sunni shiite shia shii orthodox protestant methodist baptist "
     "lutheran presbyterian "
     "episcopal anglican coptic jewish hindu buddhist sikh evangelical pentecostal mormon islamic "
     "roman armenian"},
    {kNever,
     "january february march april may june july august september october november december jan "
     "feb mar apr jun jul "
     "aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue "
     "wed thu fri sat sun "
     "the a an and or but if in on at of to from by with for as is are was were be been has have "
     "had he she it they "
     "we you i his her its their our my your this that these those there here who what when where "
     "why how which not "
     "no yes so then than also just only after before during while since until about over under "
     "all any some each "
     "every both many much more most other such same new old first second third one two three four "
     "five six seven "
     "eight nine ten hundred thousand million can could will would shall should may might must do "
     "does did done get "
     "got go going gone said say says saying told tell asked ask make made take took taken see saw "
     "seen know us him "
     "them me mr mrs ms god christmas easter thanksgiving ramadan eid internet english god lord "
     "sir dad mom mama man "
     "men me re et al ie eh ya ye hey log lo ok okay amp et ad no de la el en un il am pm est gmt "
     "edt local according "
     "editor story photo photos video read more share click copyright page www com http https news "
     "update breaking "
     "exclusive opinion analysis watch live report reports agency reuters afp ap among nearly "
     "several now still even "
     "up out off down into use used order early late ran run said let lets well back like good bad "
     "long high low"},
    {kOrdinary,
     "advance airport aka alliance along angels anger ant arena aromas ask assumption bag bail "
     "baker ball band bank "
     "banks bar bare bark basin battle battlefield bay beach bear beaver bed beer bell best bias "
     "bishop bland bluff "
     "boom boot booth born bow box brains branch brand brick bridge bright brown burst bush "
     "butterfly buy cafe cannon "
     "canon cars cash cast cat cave celebration center central centre century change charge chase "
     "chop church circle "
     "city clay coalition college combine come comfort commerce congress constitution continental "
     "cook cool cork "
     "corner cottage council countryside court crane crooks cross cut damp date day deal delta "
     "deposit die dire "
     "dollar downside downtown drama driver dry eagle ear earth economy effort egg energy engineer "
     "enter era "
     "exhibition experiment eye fair fare fate federal fell field fiscal fleet force fort forth "
     "fortune fossil foster "
     "fox frank freedom friend friendly friendship front fry gang gap garrison gateway gay general "
     "give glad globe "
     "golden grain grand grandson grant grants grave gray green grill guard half halfway hall "
     "halls ham harbor hard "
     "hatch haven hay healing heel hell hill hire hit holder holiday home homeland honey hope hot "
     "house hub humble "
     "hunt hurt independence industry islam jack jam jar job junction justice karma key kill king "
     "lab lake landing "
     "landmark law lazy lead leader league legacy lens level liberal liberation liberty lion "
     "limestone limit line list "
     "live loss lot love loving loyal luck lucky luna mad main major man manage many mark marks "
     "marine mecca media "
     "mill miller mills mine minor mission mobile mold moore mop mountain mud natal naval navy "
     "neck net nice noble "
     "none normal officer olds opportunity orange outer outlook pace pack pains pale palm paper "
     "par paradise park "
     "parks parole pasta paste pay piano pigeon pilot pink pioneer plan planes plate plateau "
     "plenty plunge point "
     "police poll pool pop poses pray president price principal progress prospect prosperity "
     "prosperous punch "
     "purchase race rail rain reading real receiving red republic rescue research reserve retreat "
     "rice rich rid ripe "
     "rock rode root rose roses rot rude rum rush sad sake sale sales salon salt sand sandwich "
     "save say scenic school "
     "sector see send settle share shell short side sisters smile smith snow solo son song sort "
     "south north east west "
     "spa split spring springs staples star stall stock stone stores store street strong success "
     "summit sun superior "
     "supreme surprise tactic talent tame tank tasty tea temple tent time tire tires toast tool "
     "tours tower trail "
     "train trainer trip truth tube twist union unity university union valley vary vice victory "
     "volcano wake wall "
     "walls ward ways wedding welcome west white wings winner winters wise wood woods workers "
     "worms worth yoga young "
     "zone zoo american democrat democrats republican republicans conservative labor labour black "
     "blue silver gold "
     "christian christians muslim muslims jewish marines army corps air county state states "
     "western eastern northern "
     "southern most taliban allah islamic man woman children people street avenue road christ "
     "bible jesus moses "
     "facebook twitter google apple ford chrysler general motors university institute academy"},
};

struct FacilityNoun {
  std::string_view word;
  PlaceKind kind;
};

constexpr FacilityNoun kFacilities[] = {
    {"base", PlaceKind::base},
    {"bases", PlaceKind::base},
    {"airbase", PlaceKind::base},
    {"airfield", PlaceKind::base},
    {"garrison", PlaceKind::base},
    {"barracks", PlaceKind::base},
    {"airport", PlaceKind::airport},
    {"airstrip", PlaceKind::airport},
    {"camp", PlaceKind::camp},
    {"crossing", PlaceKind::crossing},
    {"checkpoint", PlaceKind::crossing},
    {"field", PlaceKind::oil_field},
    {"oilfield", PlaceKind::oil_field},
    {"refinery", PlaceKind::refinery},
    {"port", PlaceKind::port},
    {"seaport", PlaceKind::port},
    {"harbour", PlaceKind::port},
    {"harbor", PlaceKind::port},
    {"prison", PlaceKind::prison},
    {"jail", PlaceKind::prison},
    {"dam", PlaceKind::dam},
    {"hospital", PlaceKind::compound},
    {"mosque", PlaceKind::compound},
    {"church", PlaceKind::compound},
    {"embassy", PlaceKind::embassy},
    {"consulate", PlaceKind::embassy},
    {"bridge", PlaceKind::road},
    {"pipeline", PlaceKind::pipeline},
    {"plant", PlaceKind::power_plant},
    {"compound", PlaceKind::compound},
    {"synagogue", PlaceKind::compound},
};

// "full name:abbreviations", as newspapers and the post write them. Most are ordinary words, too
// (Ill., Miss., Me.): they count in "Peoria, Ill." only.
constexpr std::string_view kAbbreviations[] = {
    "alabama:ala al",
    "alaska:ak",
    "arizona:ariz az",
    "arkansas:ark ar",
    "california:calif ca cal",
    "colorado:colo co",
    "connecticut:conn ct",
    "delaware:del de",
    "florida:fla fl",
    "georgia state:ga",
    "hawaii:hi",
    "idaho:id",
    "illinois:ill il",
    "indiana:ind in",
    "iowa:ia",
    "kansas:kan ks kans",
    "kentucky:ky",
    "louisiana:la",
    "maine:me",
    "maryland:md",
    "massachusetts:mass ma",
    "michigan:mich mi",
    "minnesota:minn mn",
    "mississippi:miss ms",
    "missouri:mo",
    "montana:mont mt",
    "nebraska:neb ne nebr",
    "nevada:nev nv",
    "new hampshire:nh",
    "new jersey:nj",
    "new mexico:nm",
    "new york:ny",
    "north carolina:nc",
    "north dakota:nd",
    "ohio:oh",
    "oklahoma:okla ok",
    "oregon:ore or",
    "pennsylvania:pa penn",
    "rhode island:ri",
    "south carolina:sc",
    "south dakota:sd",
    "tennessee:tenn tn",
    "texas:tex tx",
    "utah:ut",
    "vermont:vt",
    "virginia:va",
    "washington state:wash wa",
    "west virginia:wva wv",
    "wisconsin:wis wi",
    "wyoming:wyo wy",
    "district of columbia:dc",
    "ontario:ont on",
    "quebec:que qc",
    "alberta:alta ab",
    "manitoba:man mb",
    "saskatchewan:sask sk",
    "british columbia:bc",
    "nova scotia:ns",
    "new brunswick:nb",
};

using Divisions = boost::unordered_flat_map<Key, std::string_view>;

Divisions make_divisions() {
  Divisions divisions;
  for (const std::string_view entry : kAbbreviations) {
    const size_t colon = entry.find(':');
    for (const auto word : split(entry.substr(colon + 1), ' '))
      divisions.try_emplace(key(word), entry.substr(0, colon));
  }
  return divisions;
}

using Uses = boost::unordered_flat_map<Key, uint32_t>;

Uses make_uses() {
  Uses uses;
  for (const Group& group : kGroups) {
    for (const auto word : split(group.words, ' ')) uses[key(word)] |= group.use;
  }
  for (const FacilityNoun& noun : kFacilities) uses[key(noun.word)] |= kFacility;
  for (const auto unit :
       {"km", "kms", "kilometers", "kilometres", "kilometer", "kilometre", "miles", "mile"}) {
    uses[key(unit)] |= kUnit;
  }
  return uses;
}

}  // namespace

uint32_t word_use(Key form) {
  static const Uses kUses = make_uses();
  const auto found = kUses.find(form);
  return found == kUses.end() ? 0 : found->second;
}

std::optional<PlaceKind> facility_kind(Key form) {
  for (const FacilityNoun& noun : kFacilities) {
    if (key(noun.word) == form) return noun.kind;
  }
  return std::nullopt;
}

std::string_view abbreviated_division(Key form) {
  static const Divisions kDivisions = make_divisions();
  const auto found = kDivisions.find(form);
  return found == kDivisions.end() ? std::string_view{} : found->second;
}

double unit_km(Key form) {
  if (form == key("mile") || form == key("miles")) return 1.609;
  return word_use(form) & kUnit ? 1.0 : 0.0;
}

}  // namespace sitrep::placing
