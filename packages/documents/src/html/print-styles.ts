import type { PrintedDocument } from '../layout/printed.ts';
import { shortFingerprint } from '../layout/fingerprint.ts';

/**
 * The style sheet of one document: on screen a sheet of paper, in print A4 with running title, page numbers and the
 * fingerprint in the margins. Fonts are named, never fetched: 仿宋 and 宋体 where installed, Noto otherwise.
 */
export function printStyles({ title, page, draft, fingerprint, contract }: PrintedDocument): string {
  return `@page {
  size: A4 ${page};
  margin: 24mm 20mm 22mm;
  @top-left { content: ${quoted(title)}; font: 9pt var(--song); color: #555; vertical-align: bottom; padding-block-end: 3mm; }
  @top-right { content: ${quoted(draft ? '草稿' : '')}; font: 9pt var(--song); color: #555; vertical-align: bottom; padding-block-end: 3mm; }
  @bottom-left { content: ${quoted(`校验码 ${shortFingerprint(fingerprint)}　版本 ${contract}`)}; font: 8pt var(--song); color: #555; vertical-align: top; padding-block-start: 3mm; }
  @bottom-right { content: '第 ' counter(page) ' 页 共 ' counter(pages) ' 页'; font: 9pt var(--song); color: #333; vertical-align: top; padding-block-start: 3mm; }
}
${sheet}`;
}

/** A CSS string: quotes, backslashes and line ends escaped. */
function quoted(text: string): string {
  const safe = text.replaceAll(/["\\\n\r\f<]/g, (character) => `\\${character.charCodeAt(0).toString(16)} `);
  return `"${safe}"`;
}

const sheet = `:root {
  --song: 'SimSun', '宋体', 'STSong', 'Songti SC', 'Noto Serif CJK SC', 'Source Han Serif SC', 'Noto Serif SC', 'SimSun-ExtB', 'Plangothic', serif;
  --fang: 'FangSong', '仿宋', 'FangSong_GB2312', 'STFangsong', 'Noto Serif CJK SC', 'Source Han Serif SC', 'Noto Serif SC', 'SimSun-ExtB', 'Plangothic', 'UKIJ Tuz', 'Noto Naskh Arabic', 'Noto Sans Mongolian', serif;
  --line: #222;
  color-scheme: light;
}
* { box-sizing: border-box; }
body { margin: 0; background: #e9ebee; color: #111; font: 12pt/1.6 var(--fang); -webkit-print-color-adjust: exact; print-color-adjust: exact; }
.paper { max-inline-size: 210mm; min-block-size: 297mm; margin: 8mm auto; padding: 24mm 20mm 22mm; background: #fff; box-shadow: 0 1px 6px #0003; }
.landscape .paper { max-inline-size: 297mm; min-block-size: 210mm; }
header { text-align: center; margin-block-end: 6mm; }
.guideline { margin: 0 0 2mm; font-size: 10.5pt; color: #444; text-wrap: balance; }
h1 { margin: 0; font: bold 20pt/1.4 var(--song); text-wrap: balance; }
h2 { margin: 6mm 0 2mm; font: bold 13pt/1.5 var(--song); break-after: avoid; }
.text { margin: 2mm 0; text-indent: 2em; text-align: justify; line-break: strict; }
table { inline-size: 100%; border-collapse: collapse; margin-block: 0 3mm; table-layout: fixed; }
th, td { border: 0.5pt solid var(--line); padding: 1.2mm 2mm; font-size: 11pt; line-height: 1.45; overflow-wrap: anywhere; line-break: strict; vertical-align: middle; }
th { font-weight: normal; font-family: var(--song); background: #f3f4f6; }
td { text-align: start; }
td.center { text-align: center; }
td.end { text-align: end; font-variant-numeric: tabular-nums; }
.grid th { text-align: center; text-wrap: balance; }
.grid tr { block-size: 9.5mm; }
.grid .long td { vertical-align: top; text-align: justify; }
col.label { inline-size: 17%; }
col.value { inline-size: 33%; }
/* Parts, not measures: a fixed table shares its width out in proportion. */
${[3, 4, 5, 6, 10].map((width) => `col.w${width} { inline-size: ${width}mm; }`).join('\n')}
.list th { text-align: center; padding-inline: 1mm; text-wrap: balance; }
.list td { padding-inline: 1.5mm; }
.list.dense :is(th, td) { font-size: 9pt; padding: 0.8mm 1mm; }
.list tr { block-size: 8mm; }
caption { caption-side: top; text-align: start; padding-block: 1mm; font: bold 11pt var(--song); }
thead { display: table-header-group; }
tr { break-inside: avoid; }
tr.long { break-inside: auto; }
.total td { font-weight: bold; }
.gap { border-block-end: 0.5pt solid var(--line); }
.tick { font-family: 'Segoe UI Symbol', 'Noto Sans Symbols 2', 'Noto Sans CJK SC', sans-serif; }
.sign-offs { display: flex; gap: 6mm; margin-block: 6mm 4mm; break-inside: avoid; }
.sign-offs section { position: relative; flex: 1; min-block-size: 34mm; display: flex; flex-direction: column; justify-content: space-between; padding-inline: 2mm; }
.sign-offs section:only-child { flex: 0 1 86mm; margin-inline-start: auto; }
.sign-offs p { margin: 0; position: relative; }
.line { border-block-end: 0.5pt solid var(--line); inline-size: 42mm; align-self: end; }
.stamp { position: absolute; inset-inline-end: 8mm; inset-block-start: 1mm; inline-size: 32mm; block-size: 32mm; display: grid; place-items: center; border: 0.6pt dashed #b9a2a2; border-radius: 50%; color: #b9a2a2; font-size: 9pt; }
.stamp::after { content: '公章'; }
.date { text-align: end; }
.day { display: inline-block; padding-inline-start: 9mm; }
.together { break-inside: avoid; }
.page-break { break-after: page; }
footer { margin-block-start: 8mm; border-block-start: 0.5pt solid #999; padding-block-start: 1.5mm; font: 8.5pt/1.5 var(--song); color: #555; break-inside: avoid; }
footer p { margin: 0; }
footer code { font: inherit; letter-spacing: 0.02em; }
.draft body::before { content: '草稿'; position: fixed; inset: 0; z-index: 1; margin: 0; display: grid; place-content: center; pointer-events: none; color: #c0202014; font: bold 120pt var(--song); letter-spacing: 0.3em; rotate: -30deg; }
.vertical body { writing-mode: vertical-lr; }
.vertical .paper { inline-size: 200mm; max-inline-size: none; min-block-size: 0; }
@media screen and (max-width: 800px) {
  .paper { margin: 0; padding: 6mm 4mm; box-shadow: none; }
  .scroll { overflow-x: auto; }
  .scroll .list { min-inline-size: 40rem; }
  col.label { inline-size: 24%; }
  col.value { inline-size: 26%; }
  h1 { font-size: 16pt; }
  .draft body::before { font-size: 60pt; }
}
@media print {
  body { background: none; }
  .vertical .paper { inline-size: auto; }
  .paper { max-inline-size: none; min-block-size: 0; margin: 0; padding: 0; box-shadow: none; }
}
`;
