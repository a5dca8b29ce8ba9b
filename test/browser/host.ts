import { join } from 'node:path';
import type { JsonObject } from '@zhinan/model';
import type { Browser } from 'playwright-core';
import { inject } from 'vitest';
import { buildHost } from '../../playground/hosts/portal/build-host.ts';
import type { HostName } from '../../playground/hosts/portal/hosts.ts';
import { serveHost, type PortalServer } from '../../playground/hosts/portal/server.ts';
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

/** An application with one row in each list, without the name: the portal knows that from the account. */
export function answersToType(): JsonObject {
  const { name: _, apprentices, budget, ...rest } = facts('eligible-general', 'application');
  return {
    ...rest,
    apprentices: (apprentices as readonly JsonObject[]).slice(0, 1),
    budget: (budget as readonly JsonObject[]).slice(0, 1),
  };
}
