export { toXlsx } from './xlsx.ts';
