// Which dialog is open. One at a time.

export type Dialog =
  | { name: 'help' }
  | { name: 'correct'; incident: string; field?: string }
  | { name: 'merge'; incident: string; others: string[] }
  | { name: 'split'; incident: string }
  | { name: 'reject'; incident: string }
  | { name: 'undo'; incident: string | null; number?: number };

class Dialogs {
  open = $state.raw<Dialog | null>(null);

  show(dialog: Dialog): void {
    this.open = dialog;
  }

  close(): void {
    this.open = null;
  }
}

export const dialogs = new Dialogs();
