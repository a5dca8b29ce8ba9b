import { message } from '../message.ts';

const money = (value: number, unit: string) => `${value.toLocaleString('en-US')}${unit}`;

/** Rules that are well formed but cannot mean what their author meant; each with an applicant who shows it. */
export const analysisMessages = {
  'analysis/never-fails': message<{ rule: string; applicant: string }>({
    severity: 'warning',
    message: {
      zh: ({ rule, applicant }) => `“${rule}”谁都符合，等于没有这一条。例如：${applicant}，也符合。`,
      en: ({ rule, applicant }) =>
        `Nobody can fail "${rule}": it decides nothing. For example: ${applicant} passes too.`,
    },
    hint: {
      zh: () => '核对比较号（>、>= …）和数；“不是甲也不是乙”写作 x != "甲" and x != "乙"。',
      en: () => 'Check the comparison and the number; "neither A nor B" is x != "A" and x != "B".',
    },
  }),
  'analysis/never-passes': message<{ rule: string; applicant: string }>({
    severity: 'warning',
    message: {
      zh: ({ rule, applicant }) => `“${rule}”按表格能填的内容，谁都不符合。例如：${applicant}，也不符合。`,
      en: ({ rule, applicant }) =>
        `Nobody can meet "${rule}" with what the form accepts. For example: ${applicant} fails too.`,
    },
    hint: {
      zh: () => '核对数、单位（百分比写 0.3）、日期的先后和表格的上下限。',
      en: () =>
        'Check the number, its unit (percentages are 0.3), the order of dates and the limits of the form.',
    },
  }),
  'analysis/condition-never-holds': message<{ title: string; condition: string; applicant: string }>({
    severity: 'warning',
    message: {
      zh: ({ title, condition, applicant }) =>
        `“${title}”里的“${condition}”按表格能填的内容从不成立。例如：${applicant}，不成立。`,
      en: ({ title, condition, applicant }) =>
        `In "${title}", "${condition}" never holds with what the form accepts. For example: ${applicant} does not meet it.`,
    },
    hint: {
      zh: () => '两个取值二选一用 or 或 in ["甲", "乙"]；核对数是否超出表格的上下限、日期先后是否写反。',
      en: () =>
        'For one of two values use or, or in ["A", "B"]; check the limits of the form and the order of dates.',
    },
  }),
  'analysis/condition-always-holds': message<{ title: string; condition: string; applicant: string }>({
    severity: 'warning',
    message: {
      zh: ({ title, condition, applicant }) =>
        `“${title}”里的“${condition}”总是成立，写不写一样。例如：${applicant}，也成立。`,
      en: ({ title, condition, applicant }) =>
        `In "${title}", "${condition}" always holds. For example: ${applicant} meets it too.`,
    },
    hint: {
      zh: () => '都要排除时用 and：x != "甲" and x != "乙"；核对比较号和数。',
      en: () => 'To exclude both use and: x != "A" and x != "B"; check the comparison and the number.',
    },
  }),
  'analysis/same-rule': message<{ rule: string; other: string; applicant: string }>({
    severity: 'warning',
    message: {
      zh: ({ rule, other, applicant }) =>
        `“${rule}”与“${other}”是同一个要求：符合的人、不符合的人都一样。例如：${applicant}，两条都不符合。`,
      en: ({ rule, other, applicant }) =>
        `"${rule}" asks the same as "${other}": the same people meet both. For example: ${applicant} fails both.`,
    },
    hint: {
      zh: () => '留下一条，把两处条款都写进 clause；或者核对其中一条是否抄错。',
      en: () => 'Keep one and cite both clauses; or check whether one was copied and not changed.',
    },
  }),
  'analysis/rule-follows-from-another': message<{ rule: string; other: string; applicant: string }>({
    severity: 'warning',
    message: {
      zh: ({ rule, other, applicant }) =>
        `符合“${other}”的人都符合“${rule}”，这一条不起作用。例如：${applicant}，两条都不符合，没有人只差这一条。`,
      en: ({ rule, other, applicant }) =>
        `Whoever meets "${other}" meets "${rule}": it has no effect. For example: ${applicant} fails both; nobody fails this one alone.`,
    },
    hint: {
      zh: () => '核对两条的数；只对一部分人要求的，用 when 写明对谁。',
      en: () => 'Check the numbers of both; if one is for some people only, say so with "when".',
    },
  }),
  'analysis/contradiction': message<{
    rule: string;
    other: string;
    applicant: string;
    otherApplicant: string;
  }>({
    severity: 'warning',
    message: {
      zh: ({ rule, other, applicant, otherApplicant }) =>
        `“${rule}”与“${other}”不能同时符合，谁都不能申报。符合前者的例子：${applicant}；符合后者的例子：${otherApplicant}。`,
      en: ({ rule, other, applicant, otherApplicant }) =>
        `Nobody can meet both "${rule}" and "${other}". Who meets the first: ${applicant}; who meets the second: ${otherApplicant}.`,
    },
    hint: {
      zh: () => '任选其一的写成一条规则的 any；只对一部分人的，用 when 写明对谁。',
      en: () => 'Alternatives are one rule with "any"; what is for some people only says so with "when".',
    },
  }),
  'analysis/relaxation-without-effect': message<{ title: string; applicant: string }>({
    severity: 'warning',
    message: {
      zh: ({ title, applicant }) => `放宽“${title}”不改变任何人的结论。例如：${applicant}，有没有它都一样。`,
      en: ({ title, applicant }) =>
        `The relaxation "${title}" changes nobody's result. For example: ${applicant} has the same with and without it.`,
    },
    hint: {
      zh: () => '核对 set 的值是否与默认值相同、when 的条件能否成立，规则里是否用了这个参数。',
      en: () =>
        'Check that "set" differs from the default, that "when" can hold and that a rule reads the parameter.',
    },
  }),
  'analysis/declared-but-unused': message<{ name: string }>({
    severity: 'warning',
    message: {
      zh: ({ name }) => `“${name}”没有任何表达式用到。`,
      en: ({ name }) => `No expression uses "${name}".`,
    },
    hint: {
      zh: () => '在规则里用它的名字代替直接写出的值；不需要就删去。',
      en: () => 'Use its name in the rule instead of the value itself, or take it away.',
    },
  }),
  'analysis/reference-unused': message<{ rule: string; instant: string }>({
    severity: 'warning',
    message: {
      zh: ({ rule, instant }) => `“${rule}”写了基准时点“${instant}”，表达式里却没有用“基准日”。`,
      en: ({ rule, instant }) =>
        `"${rule}" names the instant "${instant}", but its expression does not use 基准日.`,
    },
    hint: {
      zh: () => '写成 years(字段, 基准日) 或 字段 <= 基准日；不需要就删去 reference。',
      en: () => 'Write years(field, 基准日) or field <= 基准日, or take "reference" away.',
    },
  }),
  'analysis/cap-never-reached': message<{
    amount: string;
    limit: number;
    value: number;
    unit: string;
    applicant: string;
  }>({
    severity: 'warning',
    message: {
      zh: ({ amount, limit, value, unit, applicant }) =>
        `“${amount}”的上限${money(limit, unit)}谁都达不到，最多${money(value, unit)}：${applicant}。`,
      en: ({ amount, limit, value, unit, applicant }) =>
        `Nobody reaches the cap ${money(limit, unit)} of "${amount}"; the most is ${money(value, unit)}: ${applicant}.`,
    },
    hint: {
      zh: () => '核对上限的位数和单位（20万元写 200000），以及每人、每项的标准。',
      en: () => 'Check the digits and the unit of the cap, and the rate for each person or item.',
    },
  }),
  'analysis/cap-always-reached': message<{
    amount: string;
    limit: number;
    value: number;
    unit: string;
    applicant: string;
  }>({
    severity: 'warning',
    message: {
      zh: ({ amount, limit, value, unit, applicant }) =>
        `“${amount}”凡有的都超过上限${money(limit, unit)}，计算式不起作用；最少的也有${money(value, unit)}：${applicant}。`,
      en: ({ amount, limit, value, unit, applicant }) =>
        `Whoever gets any of "${amount}" is above its cap ${money(limit, unit)}; even the least is ${money(value, unit)}: ${applicant}.`,
    },
    hint: {
      zh: () => '核对上限的位数和单位（20万元写 200000）。',
      en: () => 'Check the digits and the unit of the cap.',
    },
  }),
  'analysis/floor-never-reached': message<{
    amount: string;
    limit: number;
    value: number;
    unit: string;
    applicant: string;
  }>({
    severity: 'warning',
    message: {
      zh: ({ amount, limit, value, unit, applicant }) =>
        `“${amount}”的下限${money(limit, unit)}从不起作用，最少的也有${money(value, unit)}：${applicant}。`,
      en: ({ amount, limit, value, unit, applicant }) =>
        `The floor ${money(limit, unit)} of "${amount}" has no effect; even the least is ${money(value, unit)}: ${applicant}.`,
    },
    hint: { zh: () => '核对下限的位数和单位。', en: () => 'Check the digits and the unit of the floor.' },
  }),
  'analysis/floor-above-cap': message<{ amount: string; floor: number; cap: number; unit: string }>({
    severity: 'warning',
    message: {
      zh: ({ amount, floor, cap, unit }) =>
        `“${amount}”的下限${money(floor, unit)}高于上限${money(cap, unit)}。`,
      en: ({ amount, floor, cap, unit }) =>
        `The floor ${money(floor, unit)} of "${amount}" is above its cap ${money(cap, unit)}.`,
    },
    hint: {
      zh: () => 'floor 是最少给多少，cap 是最多给多少，核对是否写反。',
      en: () => '"floor" is the least and "cap" the most that is given.',
    },
  }),
  'analysis/amount-negative': message<{
    amount: string;
    limit: number;
    value: number;
    unit: string;
    applicant: string;
  }>({
    severity: 'warning',
    message: {
      zh: ({ amount, value, unit, applicant }) =>
        `“${amount}”会算出负数（按0计）：${applicant}，得${money(value, unit)}。`,
      en: ({ amount, value, unit, applicant }) =>
        `"${amount}" can come out negative (and counts as 0): ${applicant} comes to ${money(value, unit)}.`,
    },
    hint: {
      zh: () => '核对加减号；要扣减的写 max(0, …)。',
      en: () => 'Check the signs; write max(0, …) where something is taken off.',
    },
  }),
  'analysis/amount-always-zero': message<{
    amount: string;
    limit: number;
    value: number;
    unit: string;
    applicant: string;
  }>({
    severity: 'warning',
    message: {
      zh: ({ amount, applicant }) => `“${amount}”按表格能填的内容总是0，谁都拿不到。例如：${applicant}。`,
      en: ({ amount, applicant }) =>
        `"${amount}" is always 0 with what the form accepts. For example: ${applicant}.`,
    },
    hint: { zh: () => '核对筛选条件和各项标准。', en: () => 'Check the filters and the rates.' },
  }),
  'analysis/quota-impossible': message<{
    quota: string;
    min: number;
    max: number;
    other: string;
    applicant: string;
  }>({
    severity: 'warning',
    message: {
      zh: ({ quota, min, max, other, applicant }) =>
        `“${quota}”至少${min}名，而“${other}”至多${max}名，满足不了。计入的人例如：${applicant}。`,
      en: ({ quota, min, max, other, applicant }) =>
        `"${quota}" asks for at least ${min}, but "${other}" allows at most ${max}. Who counts, for example: ${applicant}.`,
    },
    hint: {
      zh: () => '核对 min 和 max 是否写反，或者人数是否写错。',
      en: () => 'Check whether min and max are swapped, or a number is wrong.',
    },
  }),
  'analysis/wordings-differ': message<{
    field: string;
    one: string;
    other: string;
    from: string;
    until: string;
  }>({
    severity: 'warning',
    message: {
      zh: ({ field, one, other, from, until }) =>
        `两处对“${field}”的说法不一致：“${one}”与“${other}”。${field}在 ${from}${from === until ? '' : ` 至 ${until}`} 的，一处符合、一处不符合。`,
      en: ({ field, one, other, from, until }) =>
        `Two wordings about "${field}" differ: "${one}" and "${other}". Those with ${from}${from === until ? '' : ` to ${until}`} meet one and not the other.`,
    },
    hint: {
      zh: () => '问清按周岁还是按日期，把选定的读法记入 interpretations，并在规则上写 interpretation。',
      en: () =>
        'Find out which is meant, record the reading under "interpretations" and name it on the rule.',
    },
  }),
  'analysis/row-never-matches': message<{ table: string; row: number }>({
    severity: 'warning',
    message: {
      zh: ({ table, row }) => `“${table}”第${row}行按表格能填的内容，谁都不适用。`,
      en: ({ table, row }) => `Row ${row} of "${table}" matches nobody with what the form accepts.`,
    },
    hint: {
      zh: () => '核对这一行的各格：数是否超出表格的上下限，几格的条件能否同时成立。',
      en: () => 'Check its cells: the limits of the form, and whether all of them can hold together.',
    },
  }),
  'analysis/row-never-wins': message<{ table: string; row: number; winner: number; applicant: string }>({
    severity: 'warning',
    message: {
      zh: ({ table, row, winner, applicant }) =>
        `“${table}”第${row}行轮不到：适用它的人都先适用别的行。例如：${applicant}，先适用第${winner}行。`,
      en: ({ table, row, winner, applicant }) =>
        `Row ${row} of "${table}" never decides: whoever it matches is decided by a row before it. For example: ${applicant} is decided by row ${winner}.`,
    },
    hint: { zh: () => '把条件更细的行放在前面。', en: () => 'Put the more special row first.' },
  }),
  'analysis/rows-overlap': message<{ table: string; row: number; other: number; applicant: string }>({
    severity: 'warning',
    message: {
      zh: ({ table, row, other, applicant }) =>
        `“${table}”第${other}行和第${row}行同时适用，不知道按哪一行。例如：${applicant}。`,
      en: ({ table, row, other, applicant }) =>
        `Rows ${other} and ${row} of "${table}" both match, so the answer is unknown. For example: ${applicant}.`,
    },
    hint: {
      zh: () => '区间用 [1..5) 写明端点归谁；要按先后取的，命中方式写 F。',
      en: () => 'Say with [1..5) to which row an end belongs; or use the hit policy F to take the first.',
    },
  }),
  'analysis/table-gap': message<{ table: string; count: number; applicant: string }>({
    severity: 'warning',
    message: {
      zh: ({ table, count, applicant }) =>
        `“${table}”写明是完整的，却有${count}种情况没有一行适用。例如：${applicant}。`,
      en: ({ table, count, applicant }) =>
        `"${table}" claims to be complete, but ${count} case${count === 1 ? ' has' : 's have'} no row. For example: ${applicant}.`,
    },
    hint: {
      zh: () => '补上这一行，给输出写 default，或者去掉 complete。',
      en: () => 'Add a row, give the output a "default", or take "complete" away.',
    },
  }),
};
