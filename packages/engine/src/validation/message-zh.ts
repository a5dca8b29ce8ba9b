import { checkResidentId, checkUscc } from '../identifiers/index.ts';
import { fieldAt, isChoice, optionsOf, said } from './label.ts';
import { fileKinds, fileSize, type IssueWords, samePositions, sizeOf, type Told } from './message.ts';
import type { SubjectWords } from './subject.ts';

const subject: SubjectWords = {
  quote: (title) => `「${title}」`,
  entry: (position, counter, noun) => `第 ${position} ${counter}${noun}`,
  entryOf: (position, list) => `${list}第 ${position} 项`,
  file: (position) => `第 ${position} 个文件`,
  join: (outer, inner) => `${outer}的${inner}`,
  unnamed: '本项',
};

const residentId = (value: unknown): string => {
  const check = checkResidentId(value);
  const reason = check.valid ? 'shape' : check.reason;
  if (reason === 'checksum') return '校验码不对，请核对';
  if (reason === 'region') return '前 6 位地区代码不对，请核对';
  if (reason === 'birth-date' || reason === 'birth-year') return '中的出生日期不对，请核对';
  if (reason === 'fifteen-digits') return '是 15 位旧号码，请填 18 位号码';
  return '须为 18 位，末位可以是大写 X';
};

const uscc = (value: unknown): string => {
  const check = checkUscc(value);
  return !check.valid && check.reason === 'checksum'
    ? '校验码不对，请核对'
    : '不是有效的 18 位统一社会信用代码，请核对';
};

function format({ params, value, field }: Told): string {
  const example = said(field, 'h');
  switch (params['format']) {
    case 'resident-id':
      return residentId(value);
    case 'uscc':
      return uscc(value);
    case 'mobile':
      return '须为 11 位手机号码';
    case 'date':
      return '须为真实的日期，如 2025-10-08';
    case 'date-time':
      return '须为带时区的时间，如 2025-10-08T20:00:00+08:00';
    case 'email':
      return '须为电子邮箱地址，如 name@example.org';
    case 'uri':
      return '须为网址，如 https://example.org';
    default:
      return example === undefined ? '格式不对，请核对' : `格式不对，应如 ${example}`;
  }
}

const typeWords: Readonly<Record<string, string>> = {
  string: '须填写文字',
  integer: '须填写整数',
  number: '须填写数字',
  boolean: '请选择“是”或“否”',
  array: '须为列表',
  object: '填写不完整',
};

function choice({ field }: Told): string {
  const options = optionsOf(field);
  return options.length > 0 && options.length <= 8
    ? `须从下列选项中选择：${options.join('、')}`
    : '须从所列选项中选择';
}

function required({ field }: Told): string {
  if (said(field, 'k') === 'f') return '还没有上传';
  if (isChoice(field) || isChoice(fieldAt(field, 0))) return '还没有选择';
  return '还没有填写';
}

function file(told: Told): string {
  if (told.path.at(-1) === 'mediaType' && told.keyword === 'enum')
    return `类型不对，可用：${fileKinds(told.params['allowedValues']).join('、')}`;
  if (told.path.at(-1) === 'size' && told.keyword === 'maximum')
    return `超过 ${fileSize(told.limit)}，请压缩后重新上传`;
  return '没有上传完整，请重新上传';
}

function count(told: Told, bound: '至少' | '最多'): string {
  const { field, limit, value } = told;
  if (said(field, 'k') === 'f') return `${bound}上传 ${limit} 个文件，现在 ${sizeOf(value)} 个`;
  const unit = said(field, 'U') ?? '项';
  return `${bound} ${limit} ${unit}，现在 ${sizeOf(value)} ${unit}`;
}

const number = ({ field, limit }: Told): string => [limit, said(field, 'U') ?? []].flat().join(' ');

function sentence(told: Told): string {
  const { subject, keyword, params, field, limit, value } = told;
  if (said(field, 'k') === 'd' && keyword !== 'unevaluatedProperties' && keyword !== 'additionalProperties')
    return `请确认${subject}`;
  if (told.inFile && said(field, 'i') === undefined) return `${subject}${file(told)}`;
  switch (keyword) {
    case 'required':
      return `${subject}${required(told)}`;
    case 'dependentRequired':
      return `填写了${told.name([...told.path.slice(0, -1), String(params['property'])])}，还须填写${subject}`;
    case 'type':
      return `${subject}${typeWords[String(params['type'])] ?? '填写的内容不对'}`;
    case 'enum':
      return `${subject}${choice(told)}`;
    case 'const':
      return `${subject}须为${typeof params['allowedValue'] === 'boolean' ? (params['allowedValue'] ? '“是”' : '“否”') : `“${optionsOf(field)[0] ?? String(params['allowedValue'])}”`}`;
    case 'minLength':
      return `${subject}至少 ${limit} 个字，现在 ${sizeOf(value)} 个`;
    case 'maxLength':
      return `${subject}最多 ${limit} 个字，现在 ${sizeOf(value)} 个`;
    case 'minimum':
      return `${subject}不能小于 ${number(told)}`;
    case 'maximum':
      return `${subject}不能大于 ${number(told)}`;
    case 'exclusiveMinimum':
      return `${subject}须大于 ${number(told)}`;
    case 'exclusiveMaximum':
      return `${subject}须小于 ${number(told)}`;
    case 'computed':
      return params['expected'] === undefined
        ? `${subject}由其他内容得出，现在还得不出，应留空`
        : `${subject}由其他内容得出，应为 ${String(params['expected'])}`;
    case 'formatMinimum':
      return `${subject}不能早于 ${String(params['day'])}`;
    case 'formatMaximum':
      return `${subject}不能晚于 ${String(params['day'])}`;
    case 'minItems':
      return `${subject}${count(told, '至少')}`;
    case 'maxItems':
      return `${subject}${count(told, '最多')}`;
    case 'uniqueItems': {
      const [first, second] = samePositions(told);
      return `${subject}中第 ${first} 项与第 ${second} 项重复`;
    }
    case 'format':
    case 'pattern':
      return `${subject}${format(told)}`;
    case 'contains':
      return `${subject}中没有符合要求的一项`;
    case 'additionalProperties':
    case 'unevaluatedProperties':
    case 'propertyNames':
      return said(field, 't') === undefined
        ? '含有本表没有的内容，请删除'
        : `按目前的填写，不需要填${subject}`;
    default:
      return `${subject}与其他填写内容不符，请核对`;
  }
}

export const chinese: IssueWords = { subject, sentence };
