import { issuesOf } from '@zhinan/engine/validation';
import type { JsonObject, Language } from '@zhinan/model';
import { words as chinese } from '../strings/issues-zh-cn.ts';
import type { FormClass } from './form-class.ts';
import type { Explain } from './form-model.ts';

export { drawErrorSummary } from './error-summary.ts';
export { telling } from './issues.ts';

/** Everything that is needed to say what is wrong with the answers of a form, in one language. */
export async function explainer(form: FormClass, language: Language): Promise<Explain> {
  const [{ shape, entries, follows }, words] = await Promise.all([
    form.explanation(),
    language === 'en' ? import('../strings/issues-en.ts').then((english) => english.words) : chinese,
  ]);
  return (answers: JsonObject) => issuesOf(shape, answers, words, entries, follows?.(answers));
}
