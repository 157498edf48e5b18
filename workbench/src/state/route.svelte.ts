// Where the user is. Steps that one would go back from make an entry in the history; a moved map, a
// brush or a typed letter replace the present one.

import { readAddress, writeAddress, type Address, type Tab } from './address';
import { noFilters, type Filters } from './filters';

class Route {
  address = $state.raw<Address>(readAddress(location.pathname, location.search));

  constructor() {
    addEventListener('popstate', () => {
      this.address = readAddress(location.pathname, location.search);
    });
  }

  get filters(): Filters {
    return this.address.filters;
  }

  /** Changes a part of the address; `step` makes an entry in the history. */
  go(change: Partial<Address>, step = true): void {
    const next = { ...this.address, ...change };
    const text = writeAddress(next);
    const same = text === location.pathname + location.search;
    this.address = next;
    if (same) return;
    if (step) history.pushState(null, '', text);
    else history.replaceState(null, '', text);
  }

  href(change: Partial<Address>): string {
    return writeAddress({ ...this.address, ...change });
  }

  filter(change: Partial<Filters>, step = false): void {
    this.go({ filters: { ...this.filters, ...change } }, step);
  }

  clearFilters(): void {
    this.go({ filters: noFilters() });
  }

  tab(tab: Tab): void {
    this.go({ tab, outlet: null, incident: null, report: null, mark: null });
  }

  open(incident: string | null, step = true): void {
    this.go({ incident, report: null, mark: null }, step);
  }

  read(report: string | null, mark: string | null = null): void {
    this.go({ report, mark });
  }
}

export const route = new Route();
