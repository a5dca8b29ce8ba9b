import type { Diagnostic } from '@zhinan/model';
import type { Guideline } from '../2-resolve/guideline.ts';
import { accountsSayWhy } from './accounts-say-why.ts';
import { citedClausesExist } from './cited-clauses-exist.ts';
import type { Check } from './checking.ts';
import { clauseIdsAreUnique } from './clause-ids-are-unique.ts';
import { codeListsHold } from './code-lists-hold.ts';
import { computedFieldsHold } from './computed-fields-hold.ts';
import { conditionsAreDecidable } from './conditions-are-decidable.ts';
import { datesExist } from './dates-exist.ts';
import { documentFieldsExist } from './document-fields-exist.ts';
import { documentsCanBePrinted } from './documents-can-be-printed.ts';
import { everyClauseIsAccountedFor } from './every-clause-is-accounted-for.ts';
import { everyFieldIsTypedAndTitled } from './every-field-is-typed-and-titled.ts';
import { aWayNeedsSections } from './a-way-needs-sections.ts';
import { everyFieldStandsInASection } from './every-field-stands-in-a-section.ts';
import { everyPartCitesAClause } from './every-part-cites-a-clause.ts';
import { fieldsAgree } from './fields-agree.ts';
import { formRolesExist } from './form-roles-exist.ts';
import { instantsAreInOrder } from './instants-are-in-order.ts';
import { interpretationsExist } from './interpretations-exist.ts';
import { keywordsStayInProfile } from './keywords-stay-in-profile.ts';
import { limitsAgree } from './limits-agree.ts';
import { lookupsFillWhatARegisterKnows } from './lookups-fill-what-a-register-knows.ts';
import { nothingIsLeftToBeWritten } from './nothing-is-left-to-be-written.ts';
import { patternsCompile } from './patterns-compile.ts';
import { readingsAreAlternatives } from './readings-are-alternatives.ts';
import { requiredFieldsAreDeclared } from './required-fields-are-declared.ts';
import { rulesAreWellTyped } from './rules-are-well-typed.ts';
import { rulesHaveMeaning } from './rules-have-meaning.ts';
import { scenariosNameWhatExists } from './scenarios-name-what-exists.ts';
import { settingsHaveEffect } from './settings-have-effect.ts';
import { translationsSayWhatIsShown } from './translations-say-what-is-shown.ts';
import { workflowsAreSound } from './workflows-are-sound.ts';

const checks: readonly Check[] = [
  clauseIdsAreUnique,
  citedClausesExist,
  nothingIsLeftToBeWritten,
  everyClauseIsAccountedFor,
  accountsSayWhy,
  everyPartCitesAClause,
  interpretationsExist,
  readingsAreAlternatives,
  codeListsHold,
  datesExist,
  instantsAreInOrder,
  keywordsStayInProfile,
  everyFieldIsTypedAndTitled,
  requiredFieldsAreDeclared,
  everyFieldStandsInASection,
  aWayNeedsSections,
  settingsHaveEffect,
  conditionsAreDecidable,
  fieldsAgree,
  computedFieldsHold,
  lookupsFillWhatARegisterKnows,
  patternsCompile,
  limitsAgree,
  formRolesExist,
  documentFieldsExist,
  documentsCanBePrinted,
  rulesAreWellTyped,
  rulesHaveMeaning,
  translationsSayWhatIsShown,
  workflowsAreSound,
  scenariosNameWhatExists,
];

/** Stage 3: everything that can be said about a guideline without running it. */
export function check(guideline: Guideline): readonly Diagnostic[] {
  return distinct(checks.flatMap((look) => look(guideline)));
}

/** What stands in shared rules is looked at once for each programme, and told once. */
function distinct(found: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...new Map(found.map((one) => [JSON.stringify(one), one])).values()];
}
