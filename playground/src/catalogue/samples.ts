import type { CaseView, JsonObject } from '@zhinan/model';

/** Answers as long as anybody writes them: names, texts and file names that have to break. */
export function long(answers: JsonObject): JsonObject {
  const text = '这一段很长，没有空格，用来看文字怎样换行。'.repeat(12);
  return {
    ...answers,
    name: '很长的姓名甲乙丙丁戊己庚辛壬癸',
    email: `${'very-long-address-'.repeat(4)}@example.org`,
    plan: text,
    proof: [
      {
        name: `${'scan-of-a-certificate-with-a-very-long-name-'.repeat(3)}.pdf`,
        mediaType: 'application/pdf',
        size: 9_876_543,
        sha256: 'cd'.repeat(32),
        ref: 'sample-2',
      },
    ],
  };
}

const steps: CaseView['steps'] = [
  {
    path: 'drafting',
    title: '填写',
    status: 'done',
    actors: ['申报人'],
    clauses: ['一'],
    enteredAt: '2026-06-01T09:00:00+08:00',
    leftAt: '2026-06-02T10:30:00+08:00',
  },
  {
    path: 'review',
    title: '审核',
    status: 'current',
    actors: ['受理办公室'],
    clauses: ['一'],
    enteredAt: '2026-06-02T10:30:00+08:00',
  },
  { path: 'notice', title: '公示', status: 'upcoming', actors: ['受理办公室'], clauses: ['二'] },
];

const active: CaseView = {
  title: '申报件',
  status: 'active',
  at: '2026-06-03T12:00:00+08:00',
  steps,
  due: [{ title: '申报截止', at: '2026-06-30T18:00:00+08:00', workdaysLeft: 18, clause: '一' }],
  log: [
    { at: '2026-06-02T10:30:00+08:00', title: '提交', actor: '申报人', clauses: ['一'] },
    {
      at: '2026-06-03T11:00:00+08:00',
      title: '退回修改',
      actor: '受理办公室',
      reason: '证书扫描件第二页看不清，请重新上传。',
      clauses: ['一'],
    },
  ],
};

const ended = (outcome: NonNullable<CaseView['outcome']>): CaseView => ({
  ...active,
  status: 'done',
  outcome,
  due: [],
  steps: steps.map((step) => ({ ...step, status: 'done' })),
});

export const cases = { active, accepted: ended('accepted'), refused: ended('refused') };
