// The ledger as the page knows it: the session, the table of this revision, and the rows in view.

import { ApiError, get, message } from '../api/client';
import { decodeTable, type Table, type WireTable } from '../api/table';
import type { Session } from '../api/types';
import { route } from './route.svelte';
import { orderOf, selectRows } from './select';

class LedgerState {
  session = $state.raw<Session | null>(null);
  table = $state.raw<Table | null>(null);
  /** One more with each table but the first: what was fetched before it may have changed. */
  generation = $state(0);
  failure = $state('');
  locked = $state(false); // the server asks for a token
  loading = $state(false);
  searching = $state(false);
  loaded: Promise<void> = Promise.resolve(); // the load that goes on, or went on last
  /** Rows that the server found for `text`; null: no text is asked for. */
  found = $state.raw<{ text: string; revision: string; rows: Set<number> } | null>(null);

  readonly #rows = $derived.by(() => {
    const { table } = this;
    if (!table) return new Uint32Array();
    return selectRows(table, route.filters, this.#textRows(), {}, orderOf(table, route.address.sort));
  });
  readonly #all = $derived.by(() => {
    const { table } = this;
    if (!table) return new Uint32Array();
    if (!route.filters.since && !route.filters.until) return this.#rows;
    return selectRows(table, route.filters, this.#textRows(), { period: true });
  });

  /** The set that map, timeline and list show, in the order of the list. */
  get rows(): Uint32Array {
    return this.#rows;
  }

  /** The same set but for the brush: what the timeline draws behind it. */
  get rowsOfAllTime(): Uint32Array {
    return this.#all;
  }

  #textRows(): Set<number> | null {
    return route.filters.text ? (this.found?.rows ?? null) : null;
  }

  load(): Promise<void> {
    this.loaded = this.#load();
    return this.loaded;
  }

  async #load(): Promise<void> {
    this.loading = true;
    this.failure = '';
    try {
      const query = { background: '1', rejected: '1' };
      const [session, wire] = await Promise.all([
        get<Session>('/session'),
        get<WireTable>('/table', query),
      ]);
      if (this.table) this.generation++;
      this.session = session;
      this.table = decodeTable(wire);
      await this.search(route.filters.text);
      this.locked = false;
    } catch (error) {
      this.locked = error instanceof ApiError && error.status === 401;
      this.failure = message(error);
    } finally {
      this.loading = false;
    }
  }

  async search(text: string): Promise<void> {
    const { table } = this;
    if (!table || !text) return;
    if (this.found?.text === text && this.found.revision === table.revision) return;
    this.searching = true;
    try {
      const query = { text, background: '1', rejected: '1' };
      const { ids } = await get<{ ids: string[] }>('/ids', query);
      if (text !== route.filters.text || table !== this.table) return;
      const rows = new Set<number>();
      for (const id of ids) {
        const row = table.rowOf.get(id);
        if (row !== undefined) rows.add(row);
      }
      this.found = { text, revision: table.revision, rows };
    } catch (error) {
      this.failure = message(error);
    } finally {
      this.searching = false;
    }
  }
}

export const ledger = new LedgerState();
