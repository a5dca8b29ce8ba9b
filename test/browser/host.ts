import { join } from 'node:path';
import type { JsonObject } from '@zhinan/model';
import type { Browser } from 'playwright-core';
import { inject } from 'vitest';
import { buildHost } from '../../playground/hosts/portal/build-host.ts';
import type { HostName } from '../../playground/hosts/portal/hosts.ts';
import { serveHost, type PortalServer } from '../../playground/hosts/portal/server.ts';
import { account } from '../../playground/hosts/portal/client.ts';
import { facts, packageFolder } from './generated.ts';
import { watchedPage, type WatchedPage } from './page.ts';

/** A visitor at a portal that embeds the generated package. */
export interface Visit extends WatchedPage {
  readonly host: PortalServer;
}

/** Builds a host's page as a portal team would, serves it, and opens it in a session of its own. */
export async function visitHost(browser: Browser, name: HostName): Promise<Visit> {
  const built = join(inject('dist'), '../hosts', name);
  await buildHost(name, packageFolder(), built);
  const host = await serveHost(name, packageFolder(), built);
  const watched = await watchedPage(browser);
  await watched.page.goto(host.url);
  return {
    ...watched,
    host,
    close: async () => {
      await watched.close();
      await host.close();
    },
  };
}

/** What the portal does not know of the applicant already, with one row in each list. */
export function answersToType(): JsonObject {
  const answers = facts('eligible-general', 'application');
  const unknown = Object.entries(answers).filter(([name]) => !Object.hasOwn(account.value, name));
  const first = (list: unknown): readonly JsonObject[] => (list as readonly JsonObject[]).slice(0, 1);
  return {
    ...Object.fromEntries(unknown),
    apprentices: first(answers['apprentices']),
    budget: first(answers['budget']),
  };
}
