export { chinese as words } from '@zhinan/engine/validation';
