// What the keyboard can do, by where it makes sense.

import type { Tab } from '../state/address';
import { dialogs } from '../state/dialogs.svelte';
import type { Command } from '../state/keys.svelte';
import { ledger } from '../state/ledger.svelte';
import { list } from '../state/list.svelte';
import { notes } from '../state/notes.svelte';
import { route } from '../state/route.svelte';

function focusSearch(): void {
  const box = document.getElementById('search');
  if (box) box.focus();
  else {
    route.tab('overview');
    setTimeout(() => document.getElementById('search')?.focus());
  }
}

/** The incident that is open, else the one that the keyboard stands on. */
function subject(): string | null {
  if (route.address.incident) return route.address.incident;
  return route.address.tab === 'overview' ? list.activeId : null;
}

function correcting(act: (incident: string) => void): () => void {
  return () => {
    if (!ledger.session) return;
    if (!ledger.session.writable) return notes.say('This ledger is open for reading only.', 'failed');
    const incident = subject();
    if (incident) act(incident);
  };
}

function back(): void {
  const { report, incident } = route.address;
  if (report) route.read(null);
  else if (incident) route.open(null);
  else list.clearMarks();
}

const going: [string, string, Tab][] = [
  ['g o', 'Overview', 'overview'], ['g u', 'Outlets', 'outlets'], ['g b', 'Brief', 'brief'],
  ['g l', 'Log', 'log'], ['g a', 'Add reports', 'add'],
];

export const everywhere: Command[] = [
  { keys: '?', does: 'This help', group: 'Everywhere', run: () => dialogs.show({ name: 'help' }) },
  { keys: '/', does: 'Search', group: 'Everywhere', run: focusSearch },
  { keys: 'Escape', does: 'Close what is open', group: 'Everywhere', run: back },
  ...going.map(([keys, does, tab]): Command => ({ keys, does, group: 'Go to', run: () => route.tab(tab) })),
];

export const overview: Command[] = [
  { keys: 'j', does: 'Next incident', group: 'List', run: () => list.move(1) },
  { keys: 'k', does: 'Incident before', group: 'List', run: () => list.move(-1) },
  {
    keys: 'Enter', does: 'Open the incident', group: 'List',
    run: () => {
      if (list.activeId) route.open(list.activeId);
    },
  },
  {
    keys: ' ', does: 'Mark for merging, or unmark', group: 'List',
    run: () => {
      const incident = subject();
      if (incident) list.toggleMark(incident);
    },
  },
  { keys: 'c', does: 'Clear all filters', group: 'List', run: () => route.clearFilters() },
  {
    keys: 'd', does: 'Only disputed ones, or all', group: 'List',
    run: () => route.filter({ disputed: !route.filters.disputed }, true),
  },
  {
    keys: 'e', does: 'Correct a field', group: 'Correct',
    run: correcting((incident) => dialogs.show({ name: 'correct', incident })),
  },
  {
    keys: 'm', does: 'Merge with the marked ones', group: 'Correct',
    run: correcting((incident) => {
      const others = [...list.marked].filter((one) => one !== incident);
      dialogs.show({ name: 'merge', incident, others });
    }),
  },
  {
    keys: 's', does: 'Split', group: 'Correct',
    run: correcting((incident) => dialogs.show({ name: 'split', incident })),
  },
  {
    keys: 'x', does: 'Reject', group: 'Correct',
    run: correcting((incident) => dialogs.show({ name: 'reject', incident })),
  },
  {
    keys: 'u', does: 'Undo', group: 'Correct',
    run: correcting(() => dialogs.show({ name: 'undo', incident: route.address.incident })),
  },
];
