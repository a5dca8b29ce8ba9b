import { message } from '../message.ts';

/** The text rules: every clause is accounted for and every citation leads to a clause. */
export const clauseMessages = {
  'clause/unknown': message<{ clause: string; nearest: string }>({
    severity: 'error',
    message: {
      zh: ({ clause }) => `引用的条款“${clause}”在 clauses.json 里不存在。`,
      en: ({ clause }) => `The clause "${clause}" is not in clauses.json.`,
    },
    hint: {
      zh: ({ nearest }) =>
        nearest ? `是不是想写“${nearest}”？` : '核对条款号，或在 clauses.json 里补上这一条。',
      en: ({ nearest }) =>
        nearest ? `Did you mean "${nearest}"?` : 'Check the number, or add the clause to clauses.json.',
    },
  }),
  'clause/not-accounted-for': message<{ clause: string; summary: string }>({
    severity: 'error',
    message: {
      zh: ({ clause, summary }) => `条款“${clause}”（${summary}）没有任何字段、规则、状态或文书引用它。`,
      en: ({ clause }) => `No field, rule, state or document cites the clause "${clause}".`,
    },
    hint: {
      zh: () =>
        '在落实它的地方写上 clause；如果要由人判断或只是叙述，写 "account": "judgement" 或 "narrative"，并用 note 说明。',
      en: () =>
        'Cite it where it is implemented; or give it "account": "judgement" | "narrative" with a note.',
    },
  }),
  'clause/to-be-written': message<{ clause: string; what: string }>({
    severity: 'error',
    message: {
      zh: ({ clause, what }) => `条款“${clause}”还没有概括${what ? `（${what}）` : ''}。`,
      en: ({ clause }) => `The clause "${clause}" has no summary yet.`,
    },
    hint: {
      zh: () =>
        '对照原文，用自己的话写一句；再在落实它的字段、规则、步骤或文书上写 clause，要由人判断或只是叙述的写 account 和 note。',
      en: () =>
        'Read the text and write one line in your own words; then cite the clause where it is implemented, or give it "account" and "note".',
    },
  }),
  'definition/to-be-written': message<{ what: string }>({
    severity: 'error',
    message: {
      zh: ({ what }) => `这里还没有写${what ? `：${what}` : ''}。`,
      en: () => 'This is still to be written.',
    },
    hint: {
      zh: () => '把“（待写）…”整个换成实际内容。',
      en: () => 'Replace the whole place holder （待写）… by what it stands for.',
    },
  }),
  'clause/account-without-note': message<{ clause: string }>({
    severity: 'error',
    message: {
      zh: ({ clause }) => `条款“${clause}”标为由人判断或叙述，但没有写明理由。`,
      en: ({ clause }) => `The clause "${clause}" is left to judgement or narrative without saying why.`,
    },
    hint: { zh: () => '补上 note。', en: () => 'Add a note.' },
  }),
  'clause/duplicate': message<{ clause: string }>({
    severity: 'error',
    message: {
      zh: ({ clause }) => `条款编号“${clause}”出现了两次。`,
      en: ({ clause }) => `The clause id "${clause}" stands twice.`,
    },
    hint: { zh: () => '给其中一条换一个编号。', en: () => 'Give one of them another id.' },
  }),
  'clause/uncited': message<{ what: string }>({
    severity: 'error',
    message: {
      zh: ({ what }) => `${what}没有写明依据哪一条。`,
      en: ({ what }) => `${what} cites no clause.`,
    },
    hint: { zh: () => '补上 "clause": "条款号"。', en: () => 'Add "clause": "…".' },
  }),
};
