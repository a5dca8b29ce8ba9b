// Test data: a block in a small machine of its own, played through the kernel as a host would.
import {
  activeLeaves,
  effectLabel,
  explainRefusal,
  step,
  type Environment,
  type Snapshot,
  type StepResult,
} from '@zhinan/engine';
import type {
  CompiledRules,
  Contract,
  FormContract,
  FormValidator,
  Interpretation,
  JsonObject,
  MachineContract,
  MachineKind,
} from '@zhinan/model';
import { checkShape } from '../../1-load/check-shape.ts';
import { parseJson } from '../../1-load/parse-json.ts';
import { checkWorkflow } from '../../3-check/workflow/check-workflow.ts';
import { expandBlocks } from '../expand.ts';

export interface Stage {
  readonly kind?: MachineKind;
  /** Of the machine, beside its states: `on`, `delays`. */
  readonly root?: JsonObject;
  /** Amounts by id: what rules.json would say. */
  readonly amounts?: CompiledRules['amounts'];
  readonly eligibility?: 'eligible' | 'ineligible' | 'undecided';
  readonly quotas?: CompiledRules['quotas'];
}

interface Doing {
  readonly as?: string;
  readonly person?: string;
  readonly for?: string;
  readonly data?: JsonObject;
  readonly reason?: string;
  readonly key?: string;
  readonly from?: MachineKind;
}

export interface Player {
  /** Dotted paths of the active states. */
  readonly state: string;
  /** What the last step asked of the host. */
  readonly effects: readonly string[];
  readonly snapshot: Snapshot;
  /** Findings of the workflow checks, notes aside. */
  readonly findings: readonly string[];
  /** Fires an event at the present moment; the state it led to, or `refused: …` with the reason. */
  act(event: string, doing?: Doing): string;
  /** Moves the clock (Beijing time) and fires what is due. */
  until(at: string): string;
}

// Most samples are a part of a procedure only, so their end approves nobody.
const ends = {
  done: 'cancelled',
  other: 'cancelled',
  refused: 'refused',
  expired: 'expired',
  stopped: 'cancelled',
  recovered: 'cancelled',
  withdrawn: 'withdrawn',
};
const roles = ['applicant', 'unit', 'office', 'officer', 'experts', 'finance', 'public', 'bureau', 'system'];
const forms = ['application', 'pledge', 'opinion', 'review', 'decision', 'proposal', 'scan', 'summary'];

export const noticeDays: Interpretation = {
  question: '公示当日是否计入',
  clause: '一',
  readings: { next: { title: '次日起算', value: false }, same: { title: '当日计入', value: true } },
  chosen: 'next',
  decidedBy: '样例',
} as unknown as Interpretation;

const form = (id: string): FormContract => ({
  id,
  title: `${id} 表`,
  by: 'applicant',
  clauses: ['一'],
  ui: {},
  sections: [],
  schema: {
    type: 'object',
    title: `${id} 表`,
    properties: {
      text: { type: 'string', title: '文字' },
      total: { type: 'number', title: '总分' },
      amount: { type: 'integer', title: '金额' },
      unit: { type: 'string', title: '单位' },
      hash: { type: 'string', title: '校验值' },
      recusal: { type: 'string', title: '回避', enum: ['无需回避', '应当回避'] },
      conclusion: { type: 'string', title: '结论', enum: ['同意', '不同意'] },
    },
  },
});

/** A document with `bad` is what a form's validator refuses. */
function validator(): FormValidator<unknown> {
  const issues = (data: unknown) =>
    (data as JsonObject)['bad'] === undefined
      ? []
      : [{ pointer: '/bad', keyword: 'x', message: '不对', params: {} }];
  const validate = (data: unknown) => issues(data).length === 0;
  return Object.assign(validate, { issues }) as unknown as FormValidator<unknown>;
}

/** Machines of the other kinds, which open and hear whatever a block sends. */
function others(kind: MachineKind): Readonly<Record<string, MachineContract>> {
  const kinds: readonly MachineKind[] = ['case', 'batch', 'round', 'entitlement', 'amendment'];
  return Object.fromEntries(
    kinds
      .filter((each) => each !== kind)
      .map((each): [string, MachineContract] => [
        each,
        {
          id: each,
          kind: each,
          title: each,
          clauses: ['一'],
          delays: {},
          config: {
            id: each,
            initial: 'open',
            states: {
              open: {
                meta: { title: '办理', role: 'office' },
                entry: [{ type: 'send', params: { to: kind, event: 'OPENED' } }],
              },
            },
          },
        },
      ]),
  );
}

export function play(states: JsonObject, stage: Stage = {}): Player {
  const { kind = 'case', root = {} } = stage;
  const written = JSON.stringify({ states, root });
  const finals = Object.fromEntries(
    Object.entries(ends)
      .filter(([key]) => written.includes(`"${key}"`))
      .map(([key, outcome]) => [key, { type: 'final', meta: { title: key, clause: '一', outcome } }]),
  );
  const text = JSON.stringify({
    kind,
    title: '样例',
    clause: '一',
    id: kind,
    initial: Object.keys(states)[0] ?? '',
    ...root,
    states: { ...states, ...finals },
  });
  const { value: file } = parseJson('s/e/p/workflow/machine.json', text);
  const shape = file ? checkShape('machine', file) : [];
  if (!file || shape.length > 0) throw new Error(`not of the right shape: ${JSON.stringify(shape)}`);
  const titled = (ids: readonly string[]) => Object.fromEntries(ids.map((id) => [id, { title: id }]));
  const { file: expanded, diagnostics } = expandBlocks(file, { roles: titled(roles), forms: titled(forms) });
  if (diagnostics.length > 0) throw new Error(JSON.stringify(diagnostics));
  const { title: _title, clause: _clause, kind: _kind, delays = {}, ...config } = expanded.json as JsonObject;
  const machine: MachineContract = {
    id: kind,
    kind,
    title: '样例',
    clauses: ['一'],
    delays: delays as unknown as MachineContract['delays'],
    config,
  };
  const contract = {
    format: 1,
    id: 's/e',
    scheme: 's',
    edition: 'e',
    title: '样例',
    shortTitle: '样例',
    issuer: [],
    instants: { deadline: { title: '截止', at: '2025-10-13T20:00:00+08:00', clause: '一' } },
    roles: Object.fromEntries(roles.map((id) => [id, { title: id, kind: 'body' }])),
    clauses: [],
    interpretations: { 'notice-days': noticeDays },
    codeLists: {},
    programs: {},
    hash: 'hash',
    generator: 'test',
  } as unknown as Contract;
  const program = {
    id: 'p',
    title: '样例',
    clauses: [],
    subject: 'person',
    applicationForm: 'application',
    forms: Object.fromEntries(forms.map((id) => [id, form(id)])),
    machines: { ...others(kind), [kind]: machine },
    rules: {
      facts: ['application'],
      rules: [],
      amounts: [{ id: 'grant' }],
      quotas: [{ id: 'places' }, { id: 'south-places' }],
    },
    documents: { notice: {}, sheet: {} },
  } as unknown as Environment['program'];
  const environment: Environment = {
    contract,
    program,
    rules: {
      eligibility: () => ({ verdict: stage.eligibility ?? 'eligible', rules: [], missing: [] }),
      amounts: stage.amounts ?? (() => []),
      quotas: stage.quotas ?? (() => []),
      explain: () => '',
    } as unknown as CompiledRules,
    validators: Object.fromEntries(forms.map((id) => [id, validator()])),
  };
  let at = '2025-09-01T09:00:00+08:00';
  let result: StepResult = step(environment, kind, undefined, undefined, at);
  const where = () => activeLeaves(result.snapshot.value).join(' ');
  const told = () => (result.refusal ? `refused: ${explainRefusal(result.refusal)}` : where());
  return {
    get state() {
      return where();
    },
    get effects() {
      return result.effects.map((effect) => effectLabel(effect));
    },
    get snapshot() {
      return result.snapshot;
    },
    get findings() {
      const place = (pointer: string) => expanded.place(pointer);
      const keyPlace = (pointer: string) => expanded.keyPlace(pointer);
      const { instants, interpretations, clauses } = contract;
      const guideline = { roles: contract.roles, instants, interpretations, clauses };
      return (
        checkWorkflow({
          guideline,
          program,
          machine,
          siblings: [machine, ...Object.values(others(kind))],
          place,
          keyPlace,
        } as never)
          // Which machine opens an entitlement is a matter of the whole programme, and a sample is one machine of it.
          .filter(({ severity, code }) => severity !== 'info' && code !== 'workflow/never-opened')
          .map(({ code, place: { pointer }, params }) => `${code} ${pointer} ${JSON.stringify(params)}`)
      );
    },
    act(event, { as = 'applicant', person, for: principal, data, reason, key, from } = {}) {
      result = step(
        environment,
        kind,
        result.snapshot,
        {
          type: event,
          ...(from
            ? { from: { machine: from, id: `${from}:1`, status: 'x' } }
            : {
                actor: {
                  role: as,
                  ...(person === undefined ? {} : { person }),
                  ...(principal === undefined ? {} : { for: principal }),
                },
              }),
          ...(data ? { data } : {}),
          ...(reason === undefined ? {} : { reason }),
          ...(key === undefined ? {} : { key }),
        },
        at,
      );
      return told();
    },
    until(moment) {
      at = `${moment.length > 10 ? moment : `${moment}T00:00`}:00+08:00`;
      result = step(environment, kind, result.snapshot, undefined, at);
      return told();
    },
  };
}
