import type { JsonObject } from '@zhinan/model';
import { blocks } from './catalogue.ts';
import type { Block } from './block.ts';
import { objectSchema } from './param.ts';
import { actShape, deadlineShape } from './shared-params.ts';

interface MachineSchema {
  readonly properties: Readonly<Record<string, JsonObject>> & {
    readonly delays: { readonly additionalProperties: JsonObject };
  };
  readonly $defs: Readonly<Record<string, JsonObject>>;
}

/**
 * The schema of machine files with its parts about blocks made anew from the catalogue: `state` becomes a plain state or a
 * use of a block, so that editors complete `use`, `with` and `next`.
 */
export function withBlocks(schema: MachineSchema): MachineSchema {
  const {
    plainState,
    state,
    block: _,
    next: __,
    period: ___,
    deadline: ____,
    act: _____,
    ...others
  } = schema.$defs;
  const plain = plainState ?? state;
  const root = Object.values(blocks).filter(({ around, next }) => around && next === 'none');
  return {
    ...schema,
    properties: {
      ...schema.properties,
      // The root of a machine may be used by a block that only stands around states.
      use: {
        title: '模块',
        enum: root.map(({ name }) => name),
        enumDescriptions: root.map(({ title }) => title),
      },
      with: { title: '参数', ...objectSchema(root[0]?.params ?? {}) },
    },
    $defs: {
      state: {
        title: '状态',
        description: '一个状态，或者一个模块（写 use）。',
        if: { type: 'object', required: ['use'] },
        then: { $ref: '#/$defs/block' },
        else: { $ref: '#/$defs/plainState' },
      },
      plainState: plain ?? {},
      block: {
        title: '模块',
        type: 'object',
        required: ['use'],
        discriminator: { propertyName: 'use' },
        oneOf: Object.values(blocks).map((block) => useSchema(block, plain ?? {})),
      },
      next: {
        title: '去往',
        description: '状态名，从近到远找；有几种去向时写成列表，依次看 guard，最后一条不写条件。',
        if: { type: 'array' },
        then: { type: 'array', minItems: 2, items: { $ref: '#/$defs/transition' } },
        else: { if: { type: 'string' }, then: { minLength: 1 }, else: { $ref: '#/$defs/transition' } },
      },
      period: {
        title: '期限',
        description: 'delays 里的期限名，或就地写明。',
        if: { type: 'string' },
        then: { minLength: 1 },
        else: { ...schema.properties.delays.additionalProperties, required: [] },
      },
      deadline: { title: '期限', ...objectSchema(deadlineShape) },
      act: { title: '办理', ...objectSchema(actShape) },
      ...others,
    },
  };
}

function useSchema({ name, title, purpose, params, next, around }: Block, state: JsonObject): JsonObject {
  const { meta: _, initial, ...own } = state['properties'] as JsonObject;
  const keys = Object.fromEntries(
    Object.keys({ ...own, ...(around ? { initial } : {}) }).map((key) => [
      key,
      { $ref: `#/$defs/plainState/properties/${key}` },
    ]),
  );
  return {
    type: 'object',
    title,
    description: purpose,
    properties: {
      use: { const: name, title, description: purpose },
      with: { title: '参数', ...objectSchema(params) },
      ...(next === 'none' ? {} : { next: { $ref: '#/$defs/next', title: '办完去往' } }),
      meta: { title: '说明的改写', type: 'object', properties: looseMeta, additionalProperties: false },
      ...keys,
    },
    required: ['use', 'with', ...(next === 'required' ? ['next'] : [])],
    additionalProperties: false,
  };
}

const looseMeta = Object.fromEntries(
  ['title', 'clause', 'role', 'form', 'fields', 'documents', 'interpretation'].map((key) => [
    key,
    { $ref: `#/$defs/stateMeta/properties/${key}` },
  ]),
);
