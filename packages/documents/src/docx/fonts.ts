/** Body 仿宋, heads 宋体; latin letters and figures alike in Times New Roman. Named, never embedded. */
export const fang = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '仿宋', cs: 'UKIJ Tuz' };
export const song = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '宋体', cs: 'UKIJ Tuz' };
