import type { FirstReport } from '../api/answers';
import { plural } from '../ui/words';

/** By how much an outlet was ahead of the next one: "35 minutes before Garmian Daily". */
export function lead(first: FirstReport): string {
  const before = `before ${first.next_outlet || 'others'}`;
  const { lead_minutes: minutes, lead_days: days } = first;
  if (minutes !== null && minutes > 0) {
    if (minutes < 120) return `${plural(minutes, 'minute')} ${before}`;
    if (minutes < 48 * 60) return `${plural(Math.round(minutes / 60), 'hour')} ${before}`;
    return `${plural(Math.round(minutes / 1440), 'day')} ${before}`;
  }
  return days > 0 ? `${plural(days, 'day')} ${before}` : before;
}
