import { formMessages } from '../diagnostics/messages/forms.ts';
import { reporter } from '../diagnostics/message.ts';
import { formOptions } from '../forms/form-options.ts';
import type { Check } from './checking.ts';
import { formsOf } from './form-walk.ts';

const report = reporter(formMessages);

/** Going from section to section means nothing where there is one. */
export const aWayNeedsSections: Check = (guideline) =>
  formsOf(guideline).flatMap(({ form, uiPlace }) => {
    const { way = 'page' } = formOptions(form.ui);
    if (way === 'page' || form.sections.length > 1) return [];
    return [report('form/way-without-sections', uiPlace('/ui:options/way'), { way })];
  });
