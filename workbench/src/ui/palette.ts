// Twenty-one types in six kinds: as many colours as an eye tells apart on a map.

export const kKinds = {
  fighting: ['battle', 'raid'],
  blast: ['shelling', 'air_strike', 'drone_attack', 'bombing', 'suicide_bombing', 'chemical_attack', 'strike'],
  assault: ['armed_attack', 'assassination', 'sexual_violence'],
  taking: ['kidnapping', 'hijacking', 'robbery', 'arson'],
  state: ['arrest', 'seizure'],
  crowd: ['protest', 'riot', 'work_stoppage'],
} as const;

export type Kind = keyof typeof kKinds;

export const kKindNames: Record<Kind, string> = {
  fighting: 'Fighting',
  blast: 'Shelling, bombs, strikes',
  assault: 'Attacks on people',
  taking: 'Taking, burning',
  state: 'Arrests, seizures',
  crowd: 'Protests, riots',
};

const kindOfType = new Map<string, Kind>(
  Object.entries(kKinds).flatMap(([kind, types]) => types.map((type) => [type, kind as Kind])),
);

export const kindOf = (type: string): Kind => kindOfType.get(type) ?? 'blast';

export const kGrades = ['confirmed', 'fair', 'weak', 'contested', 'discounted'] as const;

/** The fields of a record in the order in which they are shown. */
export const kFields = [
  'type', 'outcome', 'when', 'where', 'perpetrators', 'instruments', 'physical_targets',
  'human_targets', 'killed', 'wounded', 'abducted', 'damage',
] as const;
export type FieldName = (typeof kFields)[number];
