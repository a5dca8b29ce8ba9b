import type { Language } from '@zhinan/model';

const zhCN = {
  title: (noun: string) => `从表格粘贴${noun}`,
  how: '在 Excel 或 WPS 里选中单元格复制，再粘贴到下面。第一行可以是标题，列的顺序不限。',
  columns: (titles: string) => `能识别的列：${titles}。`,
  field: '粘贴到这里',
  preview: (rows: number, measure: string) => `将添加 ${rows} ${measure}`,
  header: '第一行是标题，已按标题对应各列。',
  noHeader: '没有认出标题，按表单里各列的顺序对应。',
  ignored: (titles: string) => `这些列表单里没有，不会导入：${titles}。`,
  problems: (count: number) => `${count} 处需要核对，可以先添加，再在表单里修改。`,
  tooMany: (room: number, left: number, max: number, measure: string) =>
    `最多 ${max} ${measure}，还能添加 ${room} ${measure}；后 ${left} 行不会添加。`,
  more: (count: number) => `另有 ${count} 行未在此列出。`,
  nothing: '没有可添加的内容：除标题外没有数据行。',
  add: (rows: number, measure: string) => `添加 ${rows} ${measure}`,
  cancel: '取消',
  number: '行',
  empty: '空',
  problem: {
    date: '认不出的日期，应如 2025-10-08',
    number: '认不出的数',
    option: '没有这个选项，将留空',
    flag: '应写“是”或“否”，将留空',
  },
};

const en: typeof zhCN = {
  title: (noun) => `Paste ${noun} from a spreadsheet`,
  how: 'Copy cells in a spreadsheet and paste them below. The first row may hold the headings, in any order.',
  columns: (titles) => `Columns that are recognised: ${titles}.`,
  field: 'Paste here',
  preview: (rows) => (rows === 1 ? '1 row will be added' : `${rows} rows will be added`),
  header: 'The first row holds the headings; columns go by them.',
  noHeader: 'No headings were recognised; columns go in the order of the form.',
  ignored: (titles) => `Columns the form does not have are left out: ${titles}.`,
  problems: (count) => `${count} to check; they can be added first and mended in the form.`,
  tooMany: (room, left, max) =>
    `At most ${max} rows, ${room} more can be added; the last ${left} are left out.`,
  more: (count) => `${count} more rows are not listed here.`,
  nothing: 'There is nothing to add: no row but the headings.',
  add: (rows) => (rows === 1 ? 'Add 1 row' : `Add ${rows} rows`),
  cancel: 'Cancel',
  number: 'Row',
  empty: 'empty',
  problem: {
    date: 'no date; write 2025-10-08',
    number: 'no number',
    option: 'no such option; left empty',
    flag: 'write yes or no; left empty',
  },
};

export type PasteStrings = typeof zhCN;
export const pasteStrings: Readonly<Record<Language, PasteStrings>> = { 'zh-CN': zhCN, en };
