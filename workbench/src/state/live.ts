// Keeps the page true while others write: the server tells when the ledger has another revision.

import { ledger } from './ledger.svelte';
import { notes } from './notes.svelte';

export function followRevisions(): () => void {
  const source = new EventSource('/api/v1/events');
  let timer: ReturnType<typeof setTimeout> | undefined;
  source.addEventListener('revision', (event: MessageEvent<string>) => {
    if (revisionOf(event.data) === ledger.table?.revision) return;
    clearTimeout(timer);
    timer = setTimeout(() => void refresh(), 300); // an import makes many in a row
  });
  return () => source.close();
}

async function refresh(): Promise<void> {
  const before = ledger.table?.revision;
  if (!before) return;
  await ledger.load();
  if (ledger.table?.revision !== before) notes.say('The ledger has changed; the page shows it as it is now.');
}

function revisionOf(data: string): string {
  try {
    const parsed: unknown = JSON.parse(data);
    if (parsed && typeof parsed === 'object' && 'revision' in parsed) return String(parsed.revision);
    return String(parsed);
  } catch {
    return data;
  }
}
