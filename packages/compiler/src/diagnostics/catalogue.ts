import type { Messages } from './message.ts';
import { analysisMessages } from './messages/analysis.ts';
import { blockMessages } from './messages/blocks.ts';
import { clauseMessages } from './messages/clauses.ts';
import { codeListMessages } from './messages/code-lists.ts';
import { dateMessages } from './messages/dates.ts';
import { documentMessages } from './messages/documents.ts';
import { formMessages } from './messages/forms.ts';
import { interpretationMessages } from './messages/interpretations.ts';
import { loadMessages } from './messages/load.ts';
import { lookupMessages } from './messages/lookups.ts';
import { resolveMessages } from './messages/resolve.ts';
import { ruleMessages } from './messages/rules.ts';
import { scenarioMessages } from './messages/scenarios.ts';
import { translationMessages } from './messages/translations.ts';
import { workflowNameMessages } from './messages/workflow-names.ts';
import { workflowTimeMessages } from './messages/workflow-time.ts';
import { workflowMessages } from './messages/workflow.ts';

/** Every code the compiler can report. A code outside it does not compile; each has a rejected sample. */
export const catalogue: Messages = {
  ...loadMessages,
  ...resolveMessages,
  ...clauseMessages,
  ...interpretationMessages,
  ...codeListMessages,
  ...dateMessages,
  ...formMessages,
  ...lookupMessages,
  ...documentMessages,
  ...ruleMessages,
  ...analysisMessages,
  ...scenarioMessages,
  ...translationMessages,
  ...workflowMessages,
  ...workflowNameMessages,
  ...workflowTimeMessages,
  ...blockMessages,
};
