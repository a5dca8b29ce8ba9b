export { caseViewFor } from './case-view-for.ts';
export { inboxView } from './inbox-view.ts';
export { reviewView } from './review-view.ts';
