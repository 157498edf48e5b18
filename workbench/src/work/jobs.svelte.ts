// Files on their way into the ledger, each with its progress.

import { get, message, postFile } from '../api/client';
import type { Job } from '../api/answers';
import { ledger } from '../state/ledger.svelte';

export interface Upload {
  key: number;
  name: string;
  state: 'sending' | 'reading' | 'done' | 'failed';
  read: number;
  coded: number;
  refused: { input: string; reason: string }[];
  error: string;
}

class Jobs {
  uploads = $state<Upload[]>([]);
  #next = 1;
  #busy = false;
  #queue: { upload: Upload; file: File }[] = [];

  add(files: Iterable<File>): void {
    for (const file of files) {
      const upload: Upload = {
        key: this.#next++, name: file.name, state: 'sending', read: 0, coded: 0, refused: [], error: '',
      };
      this.uploads.unshift(upload);
      this.#queue.push({ upload: this.uploads[0]!, file }); // the one that is watched
    }
    void this.#work();
  }

  get running(): number {
    return this.uploads.filter((one) => one.state === 'sending' || one.state === 'reading').length;
  }

  /** One file after another: the ledger has one writer. */
  async #work(): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    for (let next = this.#queue.shift(); next; next = this.#queue.shift()) {
      await this.#bring(next.upload, next.file);
    }
    this.#busy = false;
    await ledger.load();
  }

  async #bring(upload: Upload, file: File): Promise<void> {
    try {
      const { job } = await postFile<{ job: string }>('/reports', file);
      upload.state = 'reading';
      await follow(job, (progress) => take(upload, progress));
    } catch (error) {
      upload.state = 'failed';
      upload.error = message(error);
    }
  }
}

function take(upload: Upload, progress: Job): void {
  upload.read = progress.read;
  upload.coded = progress.coded;
  upload.refused = progress.refused;
  if (progress.state === 'done') upload.state = 'done';
  if (progress.state === 'failed') {
    upload.state = 'failed';
    upload.error = progress.error ?? 'The files could not be read.';
  }
}

const ended = (job: Job) => job.state === 'done' || job.state === 'failed';

/** By server-sent events; where the stream breaks off, by asking. */
function follow(id: string, tell: (job: Job) => void): Promise<void> {
  const path = `/jobs/${encodeURIComponent(id)}`;
  return new Promise((resolve, reject) => {
    const source = new EventSource(`/api/v1${path}/events`);
    const read = (event: MessageEvent<string>) => {
      const job = JSON.parse(event.data) as Job;
      tell(job);
      if (!ended(job)) return;
      source.close();
      resolve();
    };
    source.addEventListener('progress', read);
    source.onmessage = read;
    source.onerror = () => {
      source.close();
      poll(path, tell).then(resolve, reject);
    };
  });
}

async function poll(path: string, tell: (job: Job) => void): Promise<void> {
  for (;;) {
    const job = await get<Job>(path);
    tell(job);
    if (ended(job)) return;
    await new Promise((done) => setTimeout(done, 500));
  }
}

export const jobs = new Jobs();
