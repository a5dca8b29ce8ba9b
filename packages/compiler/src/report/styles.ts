/** Classes of entries that a filter bar may show alone. */
const filters = ['implemented', 'judgement', 'narrative', 'open', 'reading'];

const hiding = filters
  .map((key) => `body:has(#show-${key}:checked) .entry:not(.${key}) { display: none; }`)
  .join('\n');

/** The calm look that the reports share: light and dark, phone to paper, tokens first. */
export const reportStyles = `
:root { color-scheme: light dark; --ink: #1c2530; --dim: #56616e; --line: #d5dbe2; --paper: #fff; --soft: #f5f7f9; --accent: #0b5cad; --old: #fdeceb; --new: #e7f5ea; --warn: #fff4d6; --alarm: #b3261e; --second: #b45309; --third: #2e7d4f; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8ecf1; --dim: #a9b4c0; --line: #3a444f; --paper: #14191f; --soft: #1b222a; --accent: #8ab8f0; --old: #452421; --new: #1d3a26; --warn: #3d3418; --alarm: #ff9d94; --second: #f0b45a; --third: #7cc99a; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 24px 16px 64px; max-inline-size: 1120px; background: var(--paper); color: var(--ink); font: 16px/1.65 'Noto Sans CJK SC', 'Source Han Sans SC', 'PingFang SC', 'Microsoft YaHei', sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 24px; line-height: 1.4; margin: 0 0 4px; text-wrap: balance; }
h2 { font-size: 19px; margin: 36px 0 12px; padding-block-end: 6px; border-block-end: 1px solid var(--line); }
h3 { font-size: 16px; margin: 16px 0 4px; }
h4 { font-size: 16px; margin: 14px 0 2px; }
p { margin-block: 4px; }
a { color: var(--accent); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
main:focus { outline: none; }
.skip { position: absolute; inset-block-start: -4em; }
.skip:focus { inset-block-start: 8px; background: var(--paper); padding: 8px; z-index: 1; }
.dim, .count { color: var(--dim); font-size: 14px; }
code { font: 13px/1.5 'Noto Sans Mono CJK SC', ui-monospace, monospace; color: var(--dim); }
ul, ol { margin-block: 4px; padding-inline-start: 24px; }
li { margin-block: 2px; }
.plain { list-style: none; padding: 0; }
.changes > li { margin-block: 12px; }
nav ul { display: flex; flex-wrap: wrap; gap: 4px 20px; list-style: none; padding: 0; }
.figures { display: flex; flex-wrap: wrap; gap: 10px; margin-block: 16px; padding: 0; list-style: none; }
.figures li { margin: 0; padding: 8px 16px; background: var(--soft); border-radius: 8px; }
.figures strong { display: block; font-size: 22px; line-height: 1.3; font-variant-numeric: tabular-nums; }
.figures .alarm strong { color: var(--alarm); }
.filter { display: flex; flex-wrap: wrap; gap: 4px 18px; margin: 0 0 12px; padding: 8px 14px; border: 1px solid var(--line); border-radius: 8px; }
.filter label { padding-block: 6px; cursor: pointer; }
.filter input { accent-color: var(--accent); }
.entry { display: grid; grid-template-columns: minmax(0, 5fr) minmax(0, 7fr); gap: 4px 28px; padding: 14px 0; border-block-start: 1px solid var(--line); }
.entry h3 { margin: 0; display: flex; flex-wrap: wrap; gap: 8px; align-items: baseline; }
.entry:target { background: var(--soft); }
.badge { font-size: 13px; font-weight: normal; padding: 1px 8px; border-radius: 999px; border: 1px solid var(--line); color: var(--dim); white-space: nowrap; }
.open > .clause .badge.status, .alarm { color: var(--alarm); }
.open > .clause .badge.status { border-color: currentColor; font-weight: bold; }
dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 4px 14px; margin: 0; }
dt { color: var(--dim); }
dd { margin: 0; }
.values dd { padding-inline: 8px; border-radius: 4px; }
dd.old { background: var(--old); }
dd.new { background: var(--new); }
details { margin-block-start: 6px; }
summary { cursor: pointer; color: var(--accent); }
.readings { background: var(--warn); border-radius: 8px; padding: 8px 14px; margin-block-start: 8px; }
.readings .chosen { font-weight: bold; }
blockquote { margin: 6px 0; padding-inline-start: 12px; border-inline-start: 3px solid var(--line); }
.scroll { overflow-x: auto; margin-block: 8px; }
table { border-collapse: collapse; min-inline-size: 100%; }
th, td { padding: 6px 12px 6px 0; text-align: start; vertical-align: top; border-block-end: 1px solid var(--line); overflow-wrap: normal; word-break: keep-all; }
th { font-weight: 600; color: var(--dim); font-size: 14px; }
td:first-child { min-inline-size: 9em; overflow-wrap: anywhere; word-break: normal; }
.number { text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap; }
.chart { margin: 10px 0; }
.chart .row { display: grid; grid-template-columns: minmax(0, 15em) minmax(0, 1fr) 10.5em; gap: 2px 14px; align-items: center; padding-block: 4px; }
.chart.one .row { grid-template-columns: minmax(0, 15em) minmax(0, 1fr) 4em; }
.chart .value { text-align: end; font-variant-numeric: tabular-nums; font-size: 14px; }
.chart svg { display: block; inline-size: 100%; }
.legend { display: flex; flex-wrap: wrap; gap: 4px 18px; font-size: 14px; color: var(--dim); }
.legend svg { display: inline; inline-size: 12px; margin-inline-end: 6px; }
.ground { fill: var(--soft); }
.s0 { fill: var(--accent); }
.s1 { fill: var(--second); }
.s2 { fill: var(--third); }
${hiding}
@media (max-width: 720px) {
  .chart .row { grid-template-columns: minmax(0, 1fr) 9em; }
  .chart.one .row { grid-template-columns: minmax(0, 1fr) 3.5em; }
  .chart .label { grid-column: 1 / -1; }
  .entry { grid-template-columns: minmax(0, 1fr); }
}
@media print {
  @page { size: A4; margin: 18mm 15mm; @bottom-right { content: counter(page) ' / ' counter(pages); font: 9pt sans-serif; } }
  :root { --ink: #000; --dim: #444; --line: #bbb; --paper: #fff; --soft: #fff; --accent: #000; --old: #f3e3e2; --new: #e2f0e5; --warn: #fff; --alarm: #000; color-scheme: light; }
  body { max-inline-size: none; padding: 0; font-size: 10pt; }
  .filter, .skip, nav { display: none; }
  .entry { grid-template-columns: minmax(0, 5fr) minmax(0, 7fr); break-inside: avoid; }
  h2, h3, h4 { break-after: avoid; }
  .changes > li { break-inside: avoid; }
  .readings { border: 1px solid var(--line); }
  .chart .row, tr { break-inside: avoid; }
  .s0 { fill: #0b5cad; } .s1 { fill: #b45309; } .s2 { fill: #2e7d4f; } .ground { fill: #eee; }
  details:not([open])::details-content { content-visibility: visible; block-size: auto; }
}
`;
