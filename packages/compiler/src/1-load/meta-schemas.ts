import clauses from '@zhinan/model/schemas/clauses.schema.json' with { type: 'json' };
import codeList from '@zhinan/model/schemas/code-list.schema.json' with { type: 'json' };
import document from '@zhinan/model/schemas/document.schema.json' with { type: 'json' };
import form from '@zhinan/model/schemas/form.schema.json' with { type: 'json' };
import guideline from '@zhinan/model/schemas/guideline.schema.json' with { type: 'json' };
import machine from '@zhinan/model/schemas/machine.schema.json' with { type: 'json' };
import program from '@zhinan/model/schemas/program.schema.json' with { type: 'json' };
import rules from '@zhinan/model/schemas/rules.schema.json' with { type: 'json' };
import scenario from '@zhinan/model/schemas/scenario.schema.json' with { type: 'json' };
import sharedRules from '@zhinan/model/schemas/shared-rules.schema.json' with { type: 'json' };
import translation from '@zhinan/model/schemas/translation.schema.json' with { type: 'json' };
import ui from '@zhinan/model/schemas/ui.schema.json' with { type: 'json' };

/** The JSON Schema of each kind of definition file. */
export const metaSchemas = {
  clauses,
  'code-list': codeList,
  document,
  form,
  guideline,
  machine,
  program,
  rules,
  scenario,
  'shared-rules': sharedRules,
  translation,
  ui,
};

export type FileKind = keyof typeof metaSchemas;
