// The ledger as the page knows it: the session, the table of this revision, and the rows in view.

import { ApiError, get, message } from '../api/client';
import { decodeTable, type Table, type WireTable } from '../api/table';
import type { Session } from '../api/types';
import { route } from './route.svelte';
import { orderOf, selectRows } from './select';

interface Found { text: string; revision: string; rows: Set<number> }

class LedgerState {
  session = $state.raw<Session | null>(null);
  table = $state.raw<Table | null>(null);
  /** One more with each table but the first: what was fetched before it may have changed. */
  generation = $state(0);
  failure = $state('');
  locked = $state(false); // the server asks for a token
  loading = $state(false);
  searching = $state(false);
  searchFailure = $state(''); // why the words were not searched for; nothing is shown for their answer then
  #loads = 0;
  loaded: Promise<void> = Promise.resolve(); // the load that goes on, or went on last
  /** Rows that the server found for `text`; null: no text is asked for. */
  found = $state.raw<Found | null>(null);

  readonly #rows = $derived.by(() => {
    const { table } = this;
    if (!table) return new Uint32Array();
    return selectRows(table, route.filters, this.textRows(), {}, orderOf(table, route.address.sort));
  });
  readonly #all = $derived.by(() => {
    const { table } = this;
    if (!table) return new Uint32Array();
    if (!route.filters.since && !route.filters.until) return this.#rows;
    return selectRows(table, route.filters, this.textRows(), { period: true });
  });

  /** The set that map, timeline and list show, in the order of the list. */
  get rows(): Uint32Array {
    return this.#rows;
  }

  /** The same set but for the brush: what the timeline draws behind it. */
  get rowsOfAllTime(): Uint32Array {
    return this.#all;
  }

  /** Of the words that are searched for, or were just now, until there is an answer; null: of none. */
  textRows(): Set<number> | null {
    return route.filters.text ? (this.found?.rows ?? null) : null;
  }

  load(): Promise<void> {
    this.loaded = this.#load();
    return this.loaded;
  }

  async #load(): Promise<void> {
    const mine = ++this.#loads;
    this.loading = true;
    this.failure = '';
    try {
      const query = { background: '1', rejected: '1' };
      const [session, wire] = await Promise.all([get<Session>('/session'), get<WireTable>('/table', query)]);
      const table = decodeTable(wire);
      const found = route.filters.text ? await this.#find(route.filters.text, table) : null;
      if (mine !== this.#loads) return; // another load began later, and knows more
      if (this.table) this.generation++;
      this.session = session;
      this.found = found; // rows of this table, so both at once
      this.table = table;
      this.searching = false;
      this.locked = false;
      if (found?.text !== route.filters.text) void this.search(route.filters.text);
    } catch (error) {
      if (mine !== this.#loads) return;
      this.locked = error instanceof ApiError && error.status === 401;
      this.failure = message(error);
    } finally {
      if (mine === this.#loads) this.loading = false;
    }
  }

  /** Looks the words up, for the rows in view; an answer that is overtaken by other words is dropped. */
  async search(text: string): Promise<void> {
    const { table } = this;
    this.searchFailure = '';
    this.searching = false;
    if (!table || !text) return;
    if (this.found?.text === text && this.found.revision === table.revision) return;
    this.searching = true;
    const found = await this.#find(text, table);
    if (text !== route.filters.text || table !== this.table) return;
    this.searching = false;
    this.found = found;
  }

  async #find(text: string, table: Table): Promise<Found | null> {
    try {
      const { ids } = await get<{ ids: string[] }>('/ids', { text, background: '1', rejected: '1' });
      const rows = new Set<number>();
      for (const id of ids) {
        const row = table.rowOf.get(id);
        if (row !== undefined) rows.add(row);
      }
      return { text, revision: table.revision, rows };
    } catch (error) {
      if (text === route.filters.text) this.searchFailure = message(error);
      return null;
    }
  }
}

export const ledger = new LedgerState();
