// The generated package as far as the hosts use it: they are type-checked before anything was generated.

declare module 'xinjiang-craftsman-2025/craftsman/define/application' {}

declare module 'xinjiang-craftsman-2025/craftsman/elements' {
  import type { FormElement } from '@zhinan/elements';

  export abstract class ApplicationElement extends FormElement {}
}

declare module 'xinjiang-craftsman-2025/craftsman/rjsf' {
  import type { RJSFSchema, UiSchema, ValidatorType } from '@rjsf/utils';

  export const application: {
    readonly schema: RJSFSchema;
    readonly uiSchema: UiSchema;
    readonly validator: ValidatorType;
  };
}
