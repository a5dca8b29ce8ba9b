import type { Attachment } from '@zhinan/model';
import { findSchemaDefinition, type FieldProps, type RJSFSchema, type UiSchema } from '@rjsf/utils';
import { useState } from 'react';
import { uploader } from '../portal/client.ts';

/** A list of references to stored files, wherever the form defines it. */
function holdsFiles(schema: RJSFSchema | boolean, root: RJSFSchema): boolean {
  if (typeof schema === 'boolean') return false;
  const { items } = schema.$ref === undefined ? schema : findSchemaDefinition(schema.$ref, root);
  return typeof items === 'object' && 'properties' in items && 'sha256' in (items.properties ?? {});
}

/** RJSF would draw a stored file's reference as five text boxes: lists of files get the field below. */
export function withAttachments(schema: RJSFSchema, uiSchema: UiSchema): UiSchema {
  const lists = Object.entries(schema.properties ?? {}).filter(([, part]) => holdsFiles(part, schema));
  return {
    ...uiSchema,
    ...Object.fromEntries(
      lists.map(([name]) => [name, { ...(uiSchema[name] as object), 'ui:field': 'attachments' }]),
    ),
  };
}

/** A list of files, each sent by the portal's uploader; the form keeps what the file service answers. */
export function Attachments({ formData, fieldPathId, schema, onChange, rawErrors }: FieldProps) {
  const stored = (formData ?? []) as readonly Attachment[];
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState('');
  const id = fieldPathId.$id;
  const add = async (files: readonly File[]): Promise<void> => {
    setBusy(true);
    setFailure('');
    try {
      const options = { signal: new AbortController().signal, onProgress: () => undefined };
      const added = await Promise.all(files.map((file) => uploader.upload(file, options)));
      onChange([...stored, ...added], fieldPathId.path);
    } catch {
      setFailure('上传失败，请重试');
    } finally {
      setBusy(false);
    }
  };
  return (
    <fieldset id={id}>
      <legend>{schema.title}</legend>
      <label htmlFor={`${id}-choose`}>选择文件</label>
      <input
        id={`${id}-choose`}
        type="file"
        multiple
        disabled={busy}
        onChange={({ target }) => void add([...(target.files ?? [])])}
      />
      <p role="status">{busy ? '正在上传' : failure || (rawErrors ?? []).join('；')}</p>
      <ul>
        {stored.map(({ name, ref }, index) => (
          <li key={ref}>
            {name}{' '}
            <button
              type="button"
              onClick={() =>
                onChange(
                  stored.filter((_, at) => at !== index),
                  fieldPathId.path,
                )
              }
            >
              移除 {name}
            </button>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
