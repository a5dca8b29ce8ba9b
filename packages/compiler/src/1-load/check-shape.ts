import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ErrorObject, ValidateFunction } from 'ajv';
import type { Diagnostic } from '@zhinan/model';
import { loadMessages } from '../diagnostics/messages/load.ts';
import { reporter } from '../diagnostics/message.ts';
import { nearest } from '../diagnostics/nearest.ts';
import { metaSchemas } from './meta-schemas.ts';
import type { FileKind } from './meta-schemas.ts';
import { pointerOf } from './pointer.ts';
import type { SourceFile } from './source.ts';

const report = reporter(loadMessages);

const typeNames: Readonly<Record<string, string>> = {
  object: '一个对象 { … }',
  array: '一个列表 [ … ]',
  string: '一段文字（带引号）',
  integer: '一个整数',
  number: '一个数',
  boolean: 'true 或 false',
  null: 'null',
};

const problems: Readonly<Record<string, (limit: string) => string>> = {
  minItems: (limit) => `至少要有 ${limit} 项`,
  maxItems: (limit) => `最多 ${limit} 项`,
  minLength: (limit) => `至少 ${limit} 个字`,
  maxLength: (limit) => `最多 ${limit} 个字`,
  minProperties: (limit) => `至少要有 ${limit} 项`,
  minimum: (limit) => `不能小于 ${limit}`,
  maximum: (limit) => `不能大于 ${limit}`,
  uniqueItems: () => '有重复的项',
  pattern: (limit) => `须符合 ${limit}`,
  format: (limit) => `须是 ${limit} 格式`,
  propertyNames: () => '名称须用英文字母开头',
  oneOf: () => '须是列出的几种写法之一',
  anyOf: () => '须是列出的几种写法之一',
  not: () => '这种写法不允许',
};

/** Made on first use and kept: compiling the schemas takes far longer than checking all files of an edition. */
const compiled = new Map<FileKind, ValidateFunction>();
let ajv: Ajv2020 | undefined;

function validatorOf(kind: FileKind): ValidateFunction {
  if (ajv === undefined) {
    ajv = new Ajv2020({
      allErrors: true,
      strict: false,
      discriminator: true,
      verbose: true,
      inlineRefs: false,
      // Polishing the code of a validator, and proving our own schemas, takes longer than all that is ever checked.
      code: { optimize: false },
      validateSchema: false,
    });
    // The shared rules have parts of the same shape.
    ajv.addSchema(metaSchemas.rules, 'rules.schema.json');
  }
  const validate = compiled.get(kind) ?? ajv.compile(metaSchemas[kind]);
  compiled.set(kind, validate);
  return validate;
}

/** Checks a file against the meta-schema of its kind: the same schema that an editor completes from. */
export function checkShape(kind: FileKind, file: SourceFile): readonly Diagnostic[] {
  const validate = validatorOf(kind);
  if (validate(file.json)) return [];
  const found = telling(validate.errors ?? []).map((error) => toDiagnostic(file, error));
  // A misspelt key is missing under its right name too: one finding says it.
  const meant = new Set(
    found.filter(({ code }) => code === 'shape/unknown-key').map(({ params }) => params['nearest']),
  );
  return found.filter(({ code, params }) => code !== 'shape/missing-key' || !meant.has(params['key'] ?? ''));
}

/**
 * Of the errors of a union only those of the branch that fits best tell the author something:
 * the errors that lie deepest, and none at a place where a deeper one was found.
 */
function telling(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const leaves = errors.filter(({ keyword }) => !['oneOf', 'anyOf', 'if', 'not', 'allOf'].includes(keyword));
  const all = leaves.length > 0 ? leaves : errors;
  const seen = new Set<string>();
  return all.filter((error) => {
    const deeper = all.some(
      (other) =>
        other !== error &&
        other.instancePath.startsWith(`${error.instancePath}/`) &&
        sharesUnion(error, other),
    );
    const key = `${error.instancePath}|${error.keyword}|${JSON.stringify(error.params)}`;
    if (deeper || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function sharesUnion(one: ErrorObject, other: ErrorObject): boolean {
  const union = /^(.*?\/(?:oneOf|anyOf))\//.exec(one.schemaPath)?.[1];
  return union !== undefined && other.schemaPath.startsWith(union);
}

function toDiagnostic(file: SourceFile, error: ErrorObject): Diagnostic {
  const at = error.instancePath;
  const params = error.params as Readonly<Record<string, unknown>>;
  switch (error.keyword) {
    case 'additionalProperties':
    case 'unevaluatedProperties': {
      const key = String(params['additionalProperty'] ?? params['unevaluatedProperty']);
      const known = Object.keys((error.parentSchema?.['properties'] as object | undefined) ?? {});
      return report('shape/unknown-key', file.keyPlace(at + pointerOf([key])), {
        key,
        nearest: nearest(key, known),
      });
    }
    case 'required': {
      const key = String(params['missingProperty']);
      const properties = error.parentSchema?.['properties'] as Record<string, { title?: string }> | undefined;
      return report('shape/missing-key', file.place(at), { key, title: properties?.[key]?.title ?? '' });
    }
    case 'type': {
      // That a value may be taken from a reading is not what somebody who mistyped a value wants to hear.
      const types = [params['type']].flat().map(String);
      const plain = types.filter((name) => name !== 'object' || error.parentSchema?.['$ref'] === undefined);
      const expected = (plain.length > 0 ? plain : types).map((name) => typeNames[name] ?? name);
      return report('shape/wrong-type', file.place(at), { expected: expected.join('或') });
    }
    case 'enum':
    case 'const': {
      const options = ([params['allowedValues'] ?? params['allowedValue']].flat() as unknown[]).map(String);
      const value = String(error.data);
      return report('shape/not-an-option', file.place(at), {
        value,
        options,
        nearest: nearest(value, options),
      });
    }
    case 'discriminator': {
      const union = (error.parentSchema?.['oneOf'] ?? []) as {
        properties?: Record<string, { const?: unknown }>;
      }[];
      const tag = String(params['tag']);
      const options = union
        .map(({ properties }) => String(properties?.[tag]?.const))
        .filter((name) => name !== 'undefined');
      const value = String(params['tagValue']);
      return report('shape/not-an-option', file.place(`${at}/${tag}`), {
        value,
        options,
        nearest: nearest(value, options),
      });
    }
    default: {
      const limit = String(params['limit'] ?? params['pattern'] ?? params['format'] ?? '');
      const problem = problems[error.keyword]?.(limit) ?? error.keyword;
      return report('shape/wrong-form', file.place(at), {
        problem,
        problemEn: error.message ?? error.keyword,
      });
    }
  }
}
