export { english as words } from '@zhinan/engine/validation';
