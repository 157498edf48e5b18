// Short messages at the foot of the page, read out by screen readers.

export interface Note { id: number; text: string; kind: 'done' | 'failed' }

class Notes {
  list = $state<Note[]>([]);
  #next = 1;

  say(text: string, kind: Note['kind'] = 'done'): void {
    const id = this.#next++;
    this.list.push({ id, text, kind });
    setTimeout(() => this.dismiss(id), kind === 'failed' ? 12_000 : 5_000);
  }

  dismiss(id: number): void {
    this.list = this.list.filter((note) => note.id !== id);
  }
}

export const notes = new Notes();
