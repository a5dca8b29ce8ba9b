// Writes the engine's calendar tables from definitions/shared/calendars: `npm run calendars`. The engine is bundled into
// portals and reads no files, so it carries a copy; a test fails while the two differ.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';

const definitions = new URL('../../../definitions/shared/calendars/', import.meta.url);
const tables = fileURLToPath(new URL('../src/calendar/tables.ts', import.meta.url));

const read = (name) => JSON.parse(readFileSync(new URL(`${name}.json`, definitions), 'utf8'));
const national = read('national');
const xinjiang = read('xinjiang');

const text = `// Written by \`npm run calendars\` from definitions/shared/calendars. Do not edit.
import type { HolidayYear } from './national.ts';
import type { Region, RegionalCalendar } from './regional.ts';

export const nationalYears: Readonly<Record<number, HolidayYear>> = ${JSON.stringify(national.years)};

export const regionalCalendars: Readonly<Record<Region, RegionalCalendar>> = {
  xinjiang: ${JSON.stringify({ title: xinjiang.title, announced: xinjiang.years, open: xinjiang.open })},
};
`;
writeFileSync(tables, await format(text, { ...(await resolveConfig(tables)), parser: 'typescript' }));
console.log('日历表已写入 packages/engine/src/calendar/tables.ts');
