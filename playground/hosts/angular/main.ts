import { bootstrapApplication } from '@angular/platform-browser';
import 'xinjiang-craftsman-2025/craftsman/define/application';
import { Portal } from './portal.component.ts';

await bootstrapApplication(Portal);
