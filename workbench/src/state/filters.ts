// What a user asks to see. The names in an address are those of the API, so one query serves both.

export type Box = [west: number, south: number, east: number, north: number];

export interface Filters {
  since: string; // ISO days, empty: open
  until: string;
  country: string[];
  place: string[];
  type: string[];
  actor: string[];
  outlet: string[];
  grade: string[];
  disputed: boolean;
  background: boolean;
  rejected: boolean;
  unplaced: boolean;
  minKilled: number | null;
  bbox: Box | null;
  text: string;
}

export const kLists = ['country', 'place', 'type', 'actor', 'outlet', 'grade'] as const;
export type ListFilter = (typeof kLists)[number];
const kSwitches = ['disputed', 'background', 'rejected'] as const;

export function noFilters(): Filters {
  return {
    since: '', until: '', country: [], place: [], type: [], actor: [], outlet: [], grade: [],
    disputed: false, background: false, rejected: false, unplaced: false,
    minKilled: null, bbox: null, text: '',
  };
}

export function readFilters(query: URLSearchParams): Filters {
  const filters = noFilters();
  filters.since = isoDay(query.get('since'));
  filters.until = isoDay(query.get('until'));
  for (const name of kLists) filters[name] = [...new Set(query.getAll(name).filter(Boolean))];
  for (const name of kSwitches) filters[name] = query.get(name) === '1';
  filters.unplaced = query.get('precision') === 'unknown';
  filters.minKilled = wholeNumber(query.get('min_killed'));
  filters.bbox = box(query.get('bbox'));
  filters.text = query.get('text') ?? '';
  return filters;
}

export function writeFilters(filters: Filters, query = new URLSearchParams()): URLSearchParams {
  if (filters.since) query.set('since', filters.since);
  if (filters.until) query.set('until', filters.until);
  for (const name of kLists) for (const value of filters[name]) query.append(name, value);
  for (const name of kSwitches) if (filters[name]) query.set(name, '1');
  if (filters.unplaced) query.set('precision', 'unknown');
  if (filters.minKilled !== null) query.set('min_killed', String(filters.minKilled));
  if (filters.bbox) query.set('bbox', filters.bbox.join(','));
  if (filters.text) query.set('text', filters.text);
  return query;
}

/** How many filters are set, the brush counting as one; background and rejected widen, they don't filter. */
export function countFilters(filters: Filters): number {
  const set = [
    filters.since || filters.until, filters.disputed, filters.unplaced, filters.minKilled !== null,
    filters.bbox, filters.text,
  ];
  return set.filter(Boolean).length + kLists.reduce((sum, name) => sum + filters[name].length, 0);
}

function isoDay(text: string | null): string {
  return text && /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : '';
}

function wholeNumber(text: string | null): number | null {
  return text && /^\d{1,7}$/.test(text) ? Number(text) : null;
}

function box(text: string | null): Box | null {
  const parts = (text ?? '').split(',').map(Number);
  if (!text || parts.length !== 4 || !parts.every(Number.isFinite)) return null;
  return parts as Box;
}
