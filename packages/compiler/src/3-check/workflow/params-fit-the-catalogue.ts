import type { Diagnostic, Json } from '@zhinan/model';
import { reporter } from '../../diagnostics/message.ts';
import { workflowNameMessages } from '../../diagnostics/messages/workflow-names.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import { isJsonObject, listed } from './statechart/json.ts';
import type { ParameterSpec } from './references/catalogue.ts';
import type { WorkflowCheck } from './view.ts';

const report = reporter(workflowNameMessages);

/** Guards and actions have all the params they need, none they do not know, each of its type. */
export const paramsFitTheCatalogue: WorkflowCheck = ({ calls, place }) =>
  calls.flatMap(({ type: call, params, paramsPointer, entry }): readonly Diagnostic[] => {
    if (!entry) return [];
    const known = Object.keys(entry.params);
    const strange = Object.keys(params).filter((param) => !known.includes(param));
    return [
      ...strange.map((param) =>
        report('workflow/unknown-param', place(`${paramsPointer}/${param}`), {
          call,
          param,
          nearest: nearest(param, known),
        }),
      ),
      ...Object.entries(entry.params).flatMap(([param, spec]): readonly Diagnostic[] => {
        const value = params[param];
        if (value === undefined) {
          return spec.required
            ? [report('workflow/missing-param', place(paramsPointer), { call, param })]
            : [];
        }
        const { fits, expected } = shapes[spec.type];
        if (fits(value)) return [];
        return [
          report('workflow/wrong-param', place(`${paramsPointer}/${param}`), { call, param, expected }),
        ];
      }),
    ];
  });

interface Shape {
  readonly expected: string;
  readonly fits: (value: Json) => boolean;
}

const shapes: Readonly<Record<ParameterSpec['type'], Shape>> = {
  text: { expected: '一段文字', fits: (value) => typeof value === 'string' && value !== '' },
  texts: {
    expected: '一组文字',
    fits: (value) => isFilledList(value) && listed(value).every((each) => typeof each === 'string'),
  },
  values: { expected: '一组值', fits: isFilledList },
  value: { expected: '一个值', fits: () => true },
  count: {
    expected: '不小于0的整数',
    fits: (value) => typeof value === 'number' && Number.isInteger(value) && value >= 0,
  },
  guard: { expected: '一个条件', fits: (value) => isJsonObject(value) },
  guards: {
    expected: '一组条件',
    fits: (value) => isFilledList(value) && listed(value).every((each) => isJsonObject(each)),
  },
};

function isFilledList(value: Json): boolean {
  return Array.isArray(value) && value.length > 0;
}
