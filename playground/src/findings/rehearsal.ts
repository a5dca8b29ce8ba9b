import { rehearsalLink } from '@zhinan/engine';
import type { RenderedDiagnostic } from '@zhinan/model';
import { routeHref } from '../route.ts';

const SCENARIO = /\/scenarios\/([^/]+)\.json$/;
const STEP = /^\/steps\/(\d+)/;

/** The address that shows a finding, and after how many steps: its shortest way, or its scenario at that step. */
export async function rehearsalOf(
  edition: string,
  program: string,
  { way, place, message }: RenderedDiagnostic,
): Promise<{ readonly href: string; readonly steps?: number } | undefined> {
  if (way !== undefined && way.steps.length > 0) {
    const { cases, steps } = way;
    const href = await rehearsalLink(edition, way.program, {
      title: message,
      ...(cases && { cases }),
      steps,
    });
    return { href, steps: steps.length };
  }
  const scenario = SCENARIO.exec(place.file)?.[1];
  if (scenario === undefined) return undefined;
  const step = STEP.exec(place.pointer)?.[1];
  const at = step === undefined ? undefined : String(Number(step) + 1);
  return { href: routeHref({ edition, program, page: 'procedure' }, { scenario, at }) };
}
