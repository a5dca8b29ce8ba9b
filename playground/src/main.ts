import { applyTheme } from './theme.ts';
import './app.ts';

applyTheme();
