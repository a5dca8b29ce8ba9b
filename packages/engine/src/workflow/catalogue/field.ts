import type { FormSchema, Json } from '@zhinan/model';
import { listOf } from '../json.ts';

/** Schema of the field under a dotted path; undefined where the form does not declare it outside conditions. */
export function fieldSchema(root: FormSchema | undefined, path: string): FormSchema | undefined {
  let schema = root;
  for (const key of path.split('.')) {
    const properties = resolved(schema, root)?.properties;
    schema = properties && Object.hasOwn(properties, key) ? properties[key] : undefined;
  }
  return schema && { ...resolved(schema, root), ...schema };
}

/** An answer as the person knows it: titles for codes, 是 and 否. */
export function answerText(value: Json, schema: FormSchema | undefined): string {
  const options = schema?.items ?? schema;
  return listOf(value)
    .map((each) => {
      if (typeof each === 'boolean') return each ? '是' : '否';
      const position = options?.enum?.findIndex((option) => option === each) ?? -1;
      return (
        options?.['x-titles']?.[position] ?? (typeof each === 'object' ? JSON.stringify(each) : String(each))
      );
    })
    .join('、');
}

function resolved(schema: FormSchema | undefined, root: FormSchema | undefined): FormSchema | undefined {
  const name = schema?.$ref?.match(/^#\/\$defs\/(.+)$/)?.[1];
  return name === undefined ? schema : root?.$defs?.[name];
}
