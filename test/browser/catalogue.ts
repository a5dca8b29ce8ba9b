import { compile } from '@zhinan/compiler';
import { bundlePackage, readDefinitions } from '@zhinan/compiler/node';
import type { JsonObject } from '@zhinan/model';

const root = new URL('../../packages/elements/catalogue/definition', import.meta.url).pathname;

/** Tags of the catalogue: the form with every kind of control, the one whose answers hang together, and the views. */
export const catalogueTags = {
  form: 'zn-catalogue-every-control',
  linked: 'zn-catalogue-linked-answers',
  eligibility: 'zn-catalogue-eligibility',
  case: 'zn-catalogue-case',
};

export interface Catalogue {
  /** The scripts a page may load: path → text. */
  readonly scripts: Readonly<Record<string, string>>;
  /** Answers of the filled form. */
  readonly answers: JsonObject;
}

/** The catalogue of controls, compiled and bundled as any guideline is. */
export async function catalogue(): Promise<Catalogue> {
  const { files, diagnostics } = await compile(await readDefinitions(root), 'catalogue/2026');
  if (!files)
    throw new Error(`the catalogue does not compile: ${diagnostics.map(({ code }) => code).join(', ')}`);
  const [scenario] = JSON.parse(files['controls/scenarios.json'] ?? '[]') as readonly {
    readonly facts: Readonly<Record<string, JsonObject>>;
  }[];
  return { scripts: await bundlePackage(files), answers: scenario?.facts['every-control'] ?? {} };
}
