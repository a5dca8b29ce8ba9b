import { formMessages } from '../diagnostics/messages/forms.ts';
import { reporter } from '../diagnostics/message.ts';
import { nearest } from '../diagnostics/nearest.ts';
import { topLevelFields } from '../2-resolve/resolve-form.ts';
import { formsOf } from './form-walk.ts';
import type { Check } from './checking.ts';

const report = reporter(formMessages);

/** A field in no section is invisible; a section that names no field of the form is a slip. */
export const everyFieldStandsInASection: Check = (guideline) =>
  formsOf(guideline).flatMap(({ form, place, uiPlace }) => {
    const fields = Object.keys(topLevelFields(form.schema));
    const shown = new Set(form.sections.flatMap((section) => section.fields));
    const invisible = fields.filter((field) => !shown.has(field));
    const unknown = form.sections.flatMap((section, at) =>
      section.fields.flatMap((field, index) =>
        fields.includes(field) ? [] : [{ field, pointer: `/ui:options/sections/${at}/fields/${index}` }],
      ),
    );
    return [
      ...invisible.map((field) =>
        report('form/field-in-no-section', place(`/properties/${field}`), { field }),
      ),
      ...unknown.map(({ field, pointer }) =>
        report('form/section-field-unknown', uiPlace(pointer), {
          field,
          nearest: nearest(field, fields),
        }),
      ),
    ];
  });
