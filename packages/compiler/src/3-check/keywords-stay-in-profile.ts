import { formMessages } from '../diagnostics/messages/forms.ts';
import { reporter } from '../diagnostics/message.ts';
import { schemaNodes } from './form-walk.ts';
import type { Check } from './checking.ts';

const report = reporter(formMessages);

const profile = new Set(
  `$schema $id $ref $defs $comment title description type properties required items minItems maxItems uniqueItems enum const
  minimum maximum exclusiveMinimum exclusiveMaximum minLength maxLength pattern format formatMinimum formatMaximum default examples readOnly allOf if then else
  dependentRequired dependentSchemas oneOf not contains x-clause x-by x-code-list x-titles x-ordered x-unit x-attachment x-declaration x-sensitive
  x-third-person x-interpretation x-computed`.split(/\s+/),
);

/** What an author may have wanted where a JSON Schema keyword is not ours. */
const instead: Readonly<Record<string, string>> = {
  anyOf: 'oneOf（按一个字段的固定值分情形），或用 if / then 写条件',
  additionalProperties: '不用写，对象默认不接受多余的字段',
  unevaluatedProperties: '不用写，对象默认不接受多余的字段',
  patternProperties: 'properties',
  prefixItems: 'items 加对象',
  definitions: '$defs',
  dependencies: 'dependentRequired 或 dependentSchemas',
  multipleOf: 'type: integer，换一个更小的单位',
};

export const keywordsStayInProfile: Check = (guideline) =>
  [...schemaNodes(guideline)].flatMap(({ schema, pointer, keyPlace }) =>
    Object.keys(schema)
      .filter((keyword) => !profile.has(keyword))
      .map((keyword) =>
        report('form/keyword-outside-profile', keyPlace(`${pointer}/${keyword}`), {
          keyword,
          instead: instead[keyword] ?? '',
        }),
      ),
  );
