// Files on their way into the ledger, each with its progress.

import { get, message, postFile } from '../api/client';
import type { Job } from '../api/answers';
import { ledger } from '../state/ledger.svelte';

export interface Upload {
  key: number;
  name: string;
  job: Job | null; // null: still on its way to the server
  error: string;
}

const ended = (job: Job | null) => job?.state === 'done' || job?.state === 'failed';
export const isRunning = (upload: Upload) => !upload.error && !ended(upload.job);

class Jobs {
  uploads = $state<Upload[]>([]);
  #next = 1;
  #busy = false;
  #queue: { upload: Upload; file: File }[] = [];

  add(files: Iterable<File>): void {
    for (const file of files) {
      this.uploads.unshift({ key: this.#next++, name: file.name, job: null, error: '' });
      this.#queue.push({ upload: this.uploads[0]!, file }); // the one that is watched
    }
    void this.#work();
  }

  get running(): number {
    return this.uploads.filter(isRunning).length;
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
      await follow(job, (progress) => {
        upload.job = progress;
      });
      if (upload.job?.state === 'failed') upload.error = upload.job.reason ?? 'The file could not be read.';
    } catch (error) {
      upload.error = message(error);
    }
  }
}

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
