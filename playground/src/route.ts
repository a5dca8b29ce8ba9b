export type PageName = 'form' | 'procedure' | 'clauses' | 'rules' | 'findings';

/** Where the visitor is: home, the catalogue of controls, or a page of one programme. The address is the hash, so no server rewriting is needed. */
export type Route =
  | { readonly page: 'home' }
  | { readonly page: 'catalogue'; readonly query: URLSearchParams }
  | {
      readonly page: PageName;
      readonly edition: string;
      readonly program: string;
      readonly query: URLSearchParams;
    };

export type ProgramRoute = Extract<Route, { readonly edition: string }>;

const PAGES: readonly string[] = [
  'form',
  'procedure',
  'clauses',
  'rules',
  'findings',
] satisfies readonly PageName[];

function isPage(name: string): name is PageName {
  return PAGES.includes(name);
}

/** Reads `#/scheme/edition/program/page?query`; anything else is home. */
export function parseRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?', 2);
  if (path === 'catalogue') return { page: 'catalogue', query: new URLSearchParams(query) };
  const [scheme, edition, program, page = 'form'] = path.split('/').map(decodeURIComponent);
  if (!scheme || !edition || !program || !isPage(page)) return { page: 'home' };
  return { page, edition: `${scheme}/${edition}`, program, query: new URLSearchParams(query) };
}

/** The address of a page; empty values are left out. */
export function routeHref(
  target: { readonly edition: string; readonly program: string; readonly page: PageName },
  query: Readonly<Record<string, string | undefined>> = {},
): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) if (value) params.set(key, value);
  const text = params.toString();
  return `#/${target.edition}/${target.program}/${target.page}${text === '' ? '' : `?${text}`}`;
}

/** Changes the address without a new history entry and without a `hashchange`: the page already shows it. */
export function replaceHref(href: string): void {
  history.replaceState(history.state, '', href);
}
