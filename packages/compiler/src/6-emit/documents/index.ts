import { planDocuments } from '@zhinan/documents';
import type { DocumentPlan } from '@zhinan/documents';
import type { EmitInput, Emitter } from '../emitter.ts';
import { header } from '../names.ts';

/**
 * `<program>/documents.js`: every document planned, plain data that `@zhinan/documents` fills and renders, on a
 * server or in a page. Word and Excel are loaded from entries of their own, by hosts that want them.
 */
export const documentsEmitter: Emitter = ({ contract, program }: EmitInput) => {
  const plans = Object.values(planDocuments(contract, program));
  if (plans.length === 0) return {};
  const entries = plans.map((plan) => `  /** ${titleOf(plan)} */\n  ${JSON.stringify(plan.id)}: `);
  return {
    [`${program.id}/documents.js`]: `${header(contract)}
export const documents = {
${plans.map((plan, index) => `${entries[index]}${JSON.stringify(plan)},`).join('\n')}
};
`,
    [`${program.id}/documents.d.ts`]: `${header(contract)}
import type { DocumentPlan } from '@zhinan/documents';

export declare const documents: {
${entries.map((entry) => entry.replace(/: $/, ': DocumentPlan;')).join('\n')}
};
`,
  };
};

const titleOf = ({ title, by, clauses }: DocumentPlan): string => `${title}（${by}；${clauses.join('、')}）`;
