export type Theme = 'auto' | 'light' | 'dark';

const KEY = 'zhinan.playground.theme';

/** The chosen colour scheme; `auto` follows the system. */
export function theme(): Theme {
  const value = localStorage.getItem(KEY);
  return value === 'light' || value === 'dark' ? value : 'auto';
}

export function setTheme(next: Theme): void {
  localStorage.setItem(KEY, next);
  applyTheme();
}

export function applyTheme(): void {
  document.documentElement.dataset['theme'] = theme();
}
