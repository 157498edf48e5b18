// The keyboard: commands are registered by who can do them and told in the help dialog.

export interface Command {
  keys: string; // "j", "?", or two in a row: "g b"
  does: string;
  group: string;
  run: () => void;
}

class Keys {
  #commands = $state.raw<Command[]>([]);
  #prefix = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  get commands(): Command[] {
    return this.#commands;
  }

  register(commands: Command[]): void {
    this.#commands = [...this.#commands, ...commands];
  }

  handle(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (isTyping(event.target) || document.querySelector('dialog[open]')) return;
    if ((event.key === 'Enter' || event.key === ' ') && isPressed(event.target)) return;
    const pressed = this.#prefix ? `${this.#prefix} ${event.key}` : event.key;
    this.#forget();
    const command = this.#commands.find((one) => one.keys === pressed);
    if (command) {
      event.preventDefault();
      command.run();
    } else if (this.#commands.some((one) => one.keys.startsWith(`${pressed} `))) {
      event.preventDefault();
      this.#prefix = pressed;
      this.#timer = setTimeout(() => this.#forget(), 1500);
    }
  }

  #forget(): void {
    clearTimeout(this.#timer);
    this.#prefix = '';
  }
}

/** What Enter and Space are for where it has the focus. */
function isPressed(target: EventTarget | null): boolean {
  if (!(target instanceof Element) || target.closest('dialog:not([open])')) return false;
  return target.closest('button, a, summary, input, select') !== null;
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  // A field of a dialog that was closed has the focus until the next frame.
  if (!target.isConnected || target.closest('dialog:not([open])')) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
  if (target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(target.type);
}

export const keys = new Keys();
