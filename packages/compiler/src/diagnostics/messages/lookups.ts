import { message } from '../message.ts';

/** What can be wrong with what a register is asked, and may fill in. */
export const lookupMessages = {
  'lookup/unknown-field': message<{ field: string; nearest: string }>({
    severity: 'error',
    message: {
      zh: ({ field }) => `lookups 里的“${field}”不是这张表的字段。`,
      en: ({ field }) => `"${field}" in lookups is no field of this form.`,
    },
    hint: {
      zh: ({ nearest }) => (nearest ? `是不是想写“${nearest}”？` : '核对字段名；分组里的写“组.字段”。'),
      en: ({ nearest }) =>
        nearest ? `Did you mean "${nearest}"?` : 'Check the name; inside a group it is "group.field".',
    },
  }),
  'lookup/several-answers': message<{ field: string; what: 'list' | 'group' }>({
    severity: 'error',
    message: {
      zh: ({ field, what }) =>
        what === 'list'
          ? `“${field}”是列表、附件或列表里的字段，不能按它查询，也不能带出。`
          : `“${field}”是一组字段，不是一项内容。`,
      en: ({ field, what }) =>
        what === 'list'
          ? `"${field}" is a list, a file field or a field inside a list: a lookup takes single answers.`
          : `"${field}" is a group of fields, no single answer.`,
    },
    hint: {
      zh: ({ field, what }) =>
        what === 'list' ? '改用列表以外的单个字段，或去掉它。' : `写出组里的字段，例如“${field}.字段”。`,
      en: ({ field, what }) =>
        what === 'list'
          ? 'Name a single field outside lists, or leave it out.'
          : `Name the fields inside, e.g. "${field}.field".`,
    },
  }),
  'lookup/field-in-both': message<{ field: string }>({
    severity: 'error',
    message: {
      zh: ({ field }) => `“${field}”既用来查询（by），又要带出（fills）。`,
      en: ({ field }) => `"${field}" is both asked with (by) and filled in (fills).`,
    },
    hint: {
      zh: () => '填表人自己填的留在 by，登记库给的留在 fills。',
      en: () => 'Keep in by what the person types, in fills what the register knows.',
    },
  }),
  'lookup/fixed-field': message<{ field: string; why: 'computed' | 'read-only' | 'declaration' }>({
    severity: 'error',
    message: {
      zh: ({ field, why }) =>
        ({
          computed: `“${field}”是算出来的，不能从登记库带出。`,
          'read-only': `“${field}”由系统带入、不让填（readOnly），不能从登记库带出。`,
          declaration: `“${field}”要由本人承诺，不能由登记库代答。`,
        })[why],
      en: ({ field, why }) =>
        ({
          computed: `"${field}" is computed: no register can fill it in.`,
          'read-only': `"${field}" is readOnly, brought in by the host: no register can fill it in.`,
          declaration: `"${field}" is declared by the person: no register can do that for them.`,
        })[why],
    },
    hint: {
      zh: () => '从 fills 里去掉它。',
      en: () => 'Remove it from fills.',
    },
  }),
  'lookup/twice': message<{ register: string; by: string }>({
    severity: 'error',
    message: {
      zh: ({ register, by }) => `按“${by}”查“${register}”写了两次，填表人会看到两个一样的按钮。`,
      en: ({ register, by }) =>
        `"${register}" is asked twice by "${by}": the person would see the same button twice.`,
    },
    hint: {
      zh: () => '合并成一个，把 fills 写在一起。',
      en: () => 'Join the two, with all fields in one fills.',
    },
  }),
  'lookup/without-clause': message<{ field: string; what: 'sensitive' | 'third-person' }>({
    severity: 'error',
    message: {
      zh: ({ field, what }) =>
        `“${field}”是${what === 'sensitive' ? '敏感个人信息' : '他人的信息'}，要查登记库却没有写依据。`,
      en: ({ field, what }) =>
        `"${field}" is ${what === 'sensitive' ? 'sensitive personal data' : 'data of a third person'}, and no ground is given for the lookup.`,
    },
    hint: {
      zh: () => '在这一条写上 "clause"（允许查询的条款）；没有依据的，去掉这个字段。',
      en: () => 'Give the lookup a "clause" that allows it; without one, leave the field out.',
    },
  }),
};
