const digits = '零壹贰叁肆伍陆柒捌玖';
const places = ['', '拾', '佰', '仟'];
const groups = ['', '万', '亿', '万亿'];

/** An amount of whole 元 in financial capitals, 200000 → 贰拾万元整. Below 10^16; undefined for what is no such amount. */
export function inCapitals(yuan: number): string | undefined {
  if (!Number.isSafeInteger(yuan) || Math.abs(yuan) >= 1e16) return undefined;
  if (yuan === 0) return '零元整';
  const fours: number[] = [];
  for (let rest = Math.abs(yuan); rest > 0; rest = Math.floor(rest / 10_000)) fours.push(rest % 10_000);
  let text = '';
  for (const [index, four] of [...fours.entries()].toReversed()) {
    // A gap between two groups is one 零, however long.
    if (four === 0) continue;
    const after = fours.slice(index + 1);
    const gap = after.length > 0 && (four < 1000 || fours[index + 1] === 0);
    text += `${gap ? '零' : ''}${group(four)}${index === 3 ? '万' : (groups[index] ?? '')}`;
    // 亿 is said once for the 万亿 and the 亿 together.
    if (index === 3 && fours[2] === 0) text += '亿';
  }
  return `${yuan < 0 ? '负' : ''}${text}元整`;
}

function group(four: number): string {
  const signs = [...String(four).padStart(4, '0')];
  return signs
    .map((sign, index) => (sign === '0' ? '零' : (digits[Number(sign)] ?? '') + (places[3 - index] ?? '')))
    .join('')
    .replaceAll(/零+/g, '零')
    .replace(/^零|零$/g, '')
    .replace(/零$/, '');
}
