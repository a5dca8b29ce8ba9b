import type { JsonObject } from '@zhinan/model';
import Form, { type FormProps } from '@rjsf/core';
import { createRef } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { programmes } from 'virtual:programmes';

type Kit = Pick<FormProps<JsonObject>, 'schema' | 'validator'>;

/** A form as its user and its server meet it, whoever draws it. */
export interface Seen {
  /** Ids of what stands on the screen: RJSF's DOM ids without prefix, our pointers in the same form. */
  readonly drawn: readonly string[];
  /** `pointer message` of everything that keeps it from being sent. */
  readonly errors: readonly string[];
  /** What would be sent. */
  readonly data: object;
}

/** What this page uses of a generated element; `controls` is internal, and tests may look. */
interface FormTag extends HTMLElement {
  value: object;
  validate(): Promise<readonly { readonly pointer: string; readonly message: string }[]>;
  readonly controls: Iterable<{ readonly pointer: string }>;
  readonly updateComplete: Promise<unknown>;
  getValue(): object;
}

/** The same pointer whichever form it was written in: `/a/0/b`. */
const pointerOf = (property: string): string =>
  property
    .replaceAll(/\[(?:'([^']*)'|([^\]]*))\]/g, (_, name: string | undefined, at: string) => `.${name ?? at}`)
    .split('.')
    .filter((part) => part !== '')
    .map((part) => `/${part}`)
    .join('');

function throughRjsf(kit: Kit, answers: object): Seen {
  const place = document.createElement('div');
  document.body.replaceChildren(place);
  const root = createRoot(place);
  const form = createRef<Form<JsonObject>>();
  flushSync(() =>
    root.render(
      <Form<JsonObject>
        ref={form}
        {...kit}
        formData={answers as JsonObject}
        noHtml5Validate
        onError={() => undefined}
      />,
    ),
  );
  const { current } = form;
  if (!current) throw new Error('RJSF did not mount');
  const drawn = [...place.querySelectorAll('[id^="root_"]')]
    .map(({ id }) => id.slice('root'.length))
    .filter((id) => /^(?:_[A-Za-z0-9]+)+$/.test(id))
    .map((id) => id.replaceAll('_', '/'));
  flushSync(() => current.validateForm());
  const { formData, errors } = current.state;
  const data: object = current.omitExtraData(formData) ?? {};
  const seen = {
    drawn,
    errors: errors.map(({ property = '', message = '' }) => `${pointerOf(property)} ${message}`),
    data,
  };
  root.unmount();
  return seen;
}

async function throughElement(tag: string, answers: object): Promise<Seen> {
  await customElements.whenDefined(tag);
  const element = document.createElement(tag) as FormTag;
  // All sections at once, as RJSF draws them.
  element.setAttribute('way', 'page');
  document.body.replaceChildren(element);
  // A form nobody has begun keeps what its definition prefills.
  if (Object.keys(answers).length > 0) element.value = answers;
  await element.updateComplete;
  await element.updateComplete;
  return {
    drawn: [...element.controls].map(({ pointer }) => pointer),
    errors: (await element.validate()).map(({ pointer, message }) => `${pointer} ${message}`),
    data: element.getValue(),
  };
}

/** Documents to put through one form of a programme both ways; handed over as text. */
export interface Asked {
  readonly folder: string;
  readonly kit: string;
  readonly tag: string;
  readonly documents: readonly object[];
}

async function parity(asked: string): Promise<readonly { ours: Seen; theirs: Seen }[]> {
  const { folder, kit, tag, documents } = JSON.parse(asked) as Asked;
  const kits = await programmes[folder]?.();
  const found = kits?.[kit];
  if (!found) throw new Error(`no kit ${kit} in ${folder}`);
  const seen: { ours: Seen; theirs: Seen }[] = [];
  for (const answers of documents)
    seen.push({ ours: await throughElement(tag, answers), theirs: throughRjsf(found as Kit, answers) });
  return seen;
}

Object.assign(globalThis, { parity });
