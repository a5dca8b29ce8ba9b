import { issuesOf } from '@zhinan/engine/validation';
import type { JsonObject, Language } from '@zhinan/model';
import { words as chinese } from '../strings/issues-zh-cn.ts';
import { drawErrorSummary } from './error-summary.ts';
import type { FormClass } from './form-class.ts';
import type { Explain, Tell } from './form-model.ts';
import { telling } from './issues.ts';

/** Everything that is needed to say what is wrong with the answers of a form. */
export interface Explained {
  readonly explain: Explain;
  readonly tell: Tell;
  readonly drawSummary: typeof drawErrorSummary;
}

/** In one language. */
export async function explained(form: FormClass, language: Language): Promise<Explained> {
  const [{ shape, entries, follows }, words] = await Promise.all([
    form.explanation(),
    language === 'en' ? import('../strings/issues-en.ts').then((english) => english.words) : chinese,
  ]);
  const explain = (answers: JsonObject) => issuesOf(shape, answers, words, entries, follows?.(answers));
  return { explain, tell: telling(explain), drawSummary: drawErrorSummary };
}
