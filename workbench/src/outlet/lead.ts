import type { OutletMatter } from '../api/answers';
import { plural } from '../ui/words';

/** By how much an outlet was ahead of the next one: "35 minutes before others", "2 days before others". */
export function lead({ lead_minutes: minutes, lead_days: days }: OutletMatter): string {
  if (typeof minutes === 'number' && minutes > 0) {
    if (minutes < 120) return `${plural(minutes, 'minute')} before others`;
    if (minutes < 48 * 60) return `${plural(Math.round(minutes / 60), 'hour')} before others`;
    return `${plural(Math.round(minutes / 1440), 'day')} before others`;
  }
  if (typeof days === 'number' && days > 0) return `${plural(days, 'day')} before others`;
  return 'before others';
}
