export function findBrowser(): Promise<string | undefined>;
export function findFirefox(): string | undefined;
export function findWebKit():
  { readonly driver: string; readonly screen: string; readonly browser: string } | undefined;
