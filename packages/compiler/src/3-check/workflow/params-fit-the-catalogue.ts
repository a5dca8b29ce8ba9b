import { parameterFaults, type ParameterSpec } from '@zhinan/engine';
import type { Diagnostic } from '@zhinan/model';
import { pointerOf } from '../../1-load/pointer.ts';
import { reporter } from '../../diagnostics/message.ts';
import { workflowNameMessages } from '../../diagnostics/messages/workflow-names.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import type { WorkflowCheck } from './view.ts';

const report = reporter(workflowNameMessages);

const expectations: Readonly<Record<ParameterSpec['type'], string>> = {
  text: '一段文字',
  texts: '一组文字',
  values: '一组值',
  value: '一个值',
  count: '不小于 0 的整数',
  guard: '一个条件',
  guards: '一组条件',
};

/** Guards and actions have all the params they need, none they do not know, each of its type: as the kernel sees it. */
export const paramsFitTheCatalogue: WorkflowCheck = ({ calls, place }) =>
  calls.flatMap(({ type: call, params, paramsPointer, entry }): readonly Diagnostic[] => {
    if (!entry) return [];
    return parameterFaults(entry, params).map(({ param, fault }) => {
      const at = place(`${paramsPointer}${pointerOf([param])}`);
      switch (fault) {
        case 'missing':
          return report('workflow/missing-param', place(paramsPointer), { call, param });
        case 'unknown':
          return report('workflow/unknown-param', at, {
            call,
            param,
            nearest: nearest(param, Object.keys(entry.params)),
          });
        case 'wrong': {
          const spec = entry.params[param];
          return report('workflow/wrong-param', at, {
            call,
            param,
            expected: spec ? expectations[spec.type] : '',
          });
        }
      }
    });
  });
