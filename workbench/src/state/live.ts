// Keeps the page true while others write: the server tells when the ledger has another revision.

import { ledger } from './ledger.svelte';
import { notes } from './notes.svelte';

export function followRevisions(): () => void {
  const source = new EventSource('/api/v1/events');
  let timer: ReturnType<typeof setTimeout> | undefined;
  source.addEventListener('revision', (event: MessageEvent<string>) => {
    const { revision } = JSON.parse(event.data) as { revision: string };
    clearTimeout(timer);
    timer = setTimeout(() => void reach(revision), 300); // an import makes many in a row
  });
  return () => {
    clearTimeout(timer);
    source.close();
  };
}

/** The first event tells the present revision, which the page may be about to have. */
async function reach(revision: string): Promise<void> {
  await ledger.loaded;
  const before = ledger.table?.revision;
  if (!before || before === revision) return;
  await ledger.load();
  if (ledger.table?.revision !== before) notes.say('The ledger has changed; the page shows it as it is now.');
}
