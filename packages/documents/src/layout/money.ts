import nzh from 'nzh/cn';

/** 贰拾万元整. `fen`: a whole number of 分. */
export function capitalMoney(fen: number): string {
  return nzh.toMoney(decimal(fen), { outSymbol: false });
}

/** 200,000元. */
export function inYuan(fen: number): string {
  const [whole = '', part] = decimal(fen).split('.');
  return `${grouped(whole)}${part === undefined ? '' : `.${part}`}元`;
}

/** 200000 → 200,000. `whole`: digits, perhaps with a sign. */
export function grouped(whole: string): string {
  return whole.replaceAll(/\B(?=(\d{3})+$)/g, ',');
}

/** 20万元, 22.5万元. */
export function inWan(fen: number): string {
  const sign = fen < 0 ? '-' : '';
  const digits = String(Math.abs(fen)).padStart(7, '0');
  const part = digits.slice(-6).replace(/0+$/, '');
  return `${sign}${digits.slice(0, -6)}${part === '' ? '' : `.${part}`}万元`;
}

/** 分 → 元 as text; no floating point, so nothing is rounded. */
function decimal(fen: number): string {
  const sign = fen < 0 ? '-' : '';
  const digits = String(Math.abs(fen)).padStart(3, '0');
  const part = digits.slice(-2);
  return `${sign}${digits.slice(0, -2)}${part === '00' ? '' : `.${part}`}`;
}
