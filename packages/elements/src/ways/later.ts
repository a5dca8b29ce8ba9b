/** What no way needs before a person has begun to fill in: loaded once, after the fields stand. */
export { checkAnswersPage } from './check-answers.ts';
export { missingPanel } from './missing.ts';
