import type { JsonObject, MachineContract } from '@zhinan/model';
import { describe, expect, it } from 'vitest';
import type { Environment } from './environment.ts';
import { act, openProcedure } from './procedure.ts';
import { stepForms } from './step-form.ts';
import { caseMachine, environment } from './testing/fixture.ts';

const answers = { name: '测试人甲', level: 'senior' };
const submitted = (machines: Environment): ReturnType<typeof openProcedure> =>
  act(machines, openProcedure(machines, '2025-09-24T09:00:00+08:00'), {
    event: { type: 'SUBMIT', actor: { role: 'applicant' }, data: answers },
    at: '2025-09-25T10:00:00+08:00',
  });

/** The same case whose review shows the application with these permissions. */
function reviewing(fields: JsonObject): Environment {
  const { states, ...config } = caseMachine.config as { readonly states: Record<string, JsonObject> };
  const review = {
    ...states['review'],
    meta: { title: '审核', role: 'employer', form: 'application', fields },
  };
  const machine: MachineContract = {
    ...caseMachine,
    config: { ...config, states: { ...states, review } } as JsonObject,
  };
  return {
    ...environment,
    program: { ...environment.program, machines: { ...environment.program.machines, case: machine } },
  };
}

describe('form of a step', () => {
  it('is for the acting role to fill, for others to read', () => {
    const opened = openProcedure(environment, '2025-09-24T09:00:00+08:00');
    expect(stepForms(environment, opened, 'case', 'applicant')).toEqual([
      { form: 'application', state: 'drafting', readonly: false, fields: {}, answers: {} },
    ]);
    expect(stepForms(environment, opened, 'case', 'employer')).toMatchObject([{ readonly: true }]);
    expect(stepForms(environment, opened, 'case:9', 'applicant')).toEqual([]);
    expect(stepForms(environment, submitted(environment), 'case', 'employer')).toEqual([]);
  });

  it('shows what is stored with the step’s permissions, and does not hand out what it hides', () => {
    const machines = reviewing({ editable: ['level'], hidden: ['name'] });
    expect(stepForms(machines, submitted(machines), 'case', 'employer')).toEqual([
      {
        form: 'application',
        state: 'review',
        readonly: false,
        fields: { editable: ['level'], hidden: ['name'] },
        answers: { level: 'senior' },
      },
    ]);
    const all = reviewing({ readonly: ['*'] });
    expect(stepForms(all, submitted(all), 'case', 'employer')).toMatchObject([{ readonly: true, answers }]);
  });

  it('hides columns of tables and parts of groups', () => {
    const machines = reviewing({ hidden: ['members.phone', 'address.street'] });
    const played = submitted(machines);
    const own = played.instances.case;
    const stored = {
      members: [{ name: '甲', phone: '1' }, { name: '乙' }],
      address: { street: '某路', city: '某市' },
    };
    const procedure = own && {
      ...played,
      instances: {
        ...played.instances,
        case: { ...own, context: { ...own.context, forms: { application: stored } } },
      },
    };
    expect(procedure && stepForms(machines, procedure, 'case', 'employer')[0]?.answers).toEqual({
      members: [{ name: '甲' }, { name: '乙' }],
      address: { city: '某市' },
    });
  });
});
