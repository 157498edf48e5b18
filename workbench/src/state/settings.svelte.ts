// What a browser remembers of its user: the name for the log, light or dark.

export type Theme = 'system' | 'light' | 'dark';

function recall(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null; // storage may be forbidden
  }
}

function remember(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // It then holds for this page only.
  }
}

class Settings {
  user = $state(recall('sitrep.user') ?? '');
  theme = $state<Theme>(readTheme(recall('sitrep.theme')));
  #systemDark = $state(false);

  constructor() {
    const query = matchMedia('(prefers-color-scheme: dark)');
    this.#systemDark = query.matches;
    query.addEventListener('change', (event) => {
      this.#systemDark = event.matches;
    });
  }

  get dark(): boolean {
    return this.theme === 'system' ? this.#systemDark : this.theme === 'dark';
  }

  setTheme(theme: Theme): void {
    this.theme = theme;
    remember('sitrep.theme', theme);
  }

  setUser(user: string): void {
    this.user = user;
    remember('sitrep.user', user);
  }
}

function readTheme(text: string | null): Theme {
  return text === 'light' || text === 'dark' ? text : 'system';
}

export const settings = new Settings();
