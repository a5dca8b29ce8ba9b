export { isDate, isDateTime } from './date.ts';
export { formats, isMobile, isResidentId, isUscc } from './formats.ts';
export { checkMobile } from './mobile.ts';
export type { Check } from './reason.ts';
export { birthDateOf, checkResidentId, sexOf, type ResidentIdReason } from './resident-id.ts';
export { checkUscc, type UsccReason } from './uscc.ts';
