// The row that the keyboard stands on, and the rows that are marked to be merged.

import { ledger } from './ledger.svelte';
import { route } from './route.svelte';

class ListState {
  active = $state(0);
  marked = $state.raw<Set<string>>(new Set());

  get activeId(): string | null {
    const row = ledger.rows[this.active];
    return row === undefined || !ledger.table ? null : (ledger.table.id[row] ?? null);
  }

  move(by: number): void {
    const last = ledger.rows.length - 1;
    this.active = Math.max(0, Math.min(last, this.active + by));
    if (route.address.incident && this.activeId) route.open(this.activeId, false);
  }

  /** Puts the keyboard on an incident that was opened from elsewhere. */
  follow(id: string): void {
    const row = ledger.table?.rowOf.get(id);
    const at = row === undefined ? -1 : ledger.rows.indexOf(row);
    if (at >= 0) this.active = at;
  }

  toggleMark(id: string): void {
    const next = new Set(this.marked);
    if (!next.delete(id)) next.add(id);
    this.marked = next;
  }

  clearMarks(): void {
    this.marked = new Set();
  }
}

export const list = new ListState();
