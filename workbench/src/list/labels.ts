import type { ListFilter } from '../state/filters';
import { countryName, title } from '../ui/words';

/** A filter's value as people read it. */
export function filterValue(name: ListFilter, value: string): string {
  if (name === 'country') return countryName(value);
  if (name === 'type' || name === 'grade') return title(value);
  return value;
}
