// What is fetched for a part of the page: again when its address or the ledger's revision changes.

import { get, message, type Query } from '../api/client';
import { ledger } from '../state/ledger.svelte';

export class Loaded<T> {
  value = $state.raw<T | null>(null);
  failure = $state('');
  loading = $state(true);
  /** The address that `value` answers. */
  path = $state('');
  #again = $state(0);

  /** `where` gives the path, or null where nothing is to be fetched. To be called while a component is made. */
  constructor(where: () => { path: string; query?: Query } | null) {
    $effect(() => {
      const wanted = where();
      void ledger.generation;
      void this.#again;
      if (!wanted) return;
      const controller = new AbortController();
      void this.#fetch(wanted.path, wanted.query, controller.signal);
      return () => controller.abort();
    });
  }

  readonly retry = (): void => {
    this.#again++;
  };

  async #fetch(path: string, query: Query, signal: AbortSignal): Promise<void> {
    this.loading = true;
    this.failure = '';
    try {
      const value = await get<T>(path, query, signal);
      if (signal.aborted) return;
      this.value = value;
      this.path = path;
    } catch (error) {
      if (signal.aborted) return;
      this.value = null;
      this.failure = message(error);
    }
    this.loading = false;
  }
}
