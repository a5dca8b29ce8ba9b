export { toDocx } from './docx.ts';
