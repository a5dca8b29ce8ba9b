/* What the pages use of packages that are installed for the bench only, and so are not there for the type check. */

declare module '@bpmn-io/form-js-viewer' {
  export class Form {
    constructor(options: { readonly container: HTMLElement });
    importSchema(schema: object, data: object): Promise<unknown>;
    submit(): unknown;
  }
}

declare module 'survey-core' {
  export class Model {
    constructor(json: object);
    data: object;
    completeLastPage(): boolean;
  }
}

declare module 'survey-core/i18n/simplified-chinese';

declare module 'survey-js-ui' {
  import type { Model } from 'survey-core';
  export function renderSurvey(model: Model, host: HTMLElement): void;
}

declare module '@jsonforms/core' {
  export type JsonSchema = object;
  export type UISchemaElement = object;
}

declare module '@jsonforms/react' {
  import type { JsonSchema, UISchemaElement } from '@jsonforms/core';
  import type { ReactElement } from 'react';
  export function JsonForms(props: {
    readonly schema: JsonSchema;
    readonly uischema: UISchemaElement;
    readonly data: object;
    readonly renderers: readonly unknown[];
    readonly cells: readonly unknown[];
  }): ReactElement;
}

declare module '@jsonforms/vanilla-renderers' {
  export const vanillaRenderers: readonly unknown[];
  export const vanillaCells: readonly unknown[];
}
