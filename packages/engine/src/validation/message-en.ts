import { checkResidentId, checkUscc } from '../identifiers/index.ts';
import { optionsOf, said } from './label.ts';
import { fileKinds, fileSize, samePositions, sizeOf, type Told, type IssueWords } from './message.ts';
import type { SubjectWords } from './subject.ts';

const subject: SubjectWords = {
  quote: (title) => `“${title}”`,
  entry: (position, _counter, noun) => `${noun} no. ${position}`,
  entryOf: (position, list) => `entry ${position} of ${list}`,
  file: (position) => `file ${position}`,
  join: (outer, inner) => `${inner} of ${outer}`,
  unnamed: 'this entry',
};

const checkDigit = (value: unknown, check: typeof checkResidentId | typeof checkUscc): boolean => {
  const result = check(value);
  return !result.valid && result.reason === 'checksum';
};

function format({ params, value, field }: Told): string {
  const example = said(field, 'h');
  switch (params['format']) {
    case 'resident-id':
      return checkDigit(value, checkResidentId)
        ? 'has a wrong check digit'
        : 'must be a valid 18-character resident identity number';
    case 'uscc':
      return checkDigit(value, checkUscc)
        ? 'has a wrong check character'
        : 'must be a valid 18-character unified social credit code';
    case 'mobile':
      return 'must be an 11-digit mobile number';
    case 'date':
      return 'must be a date that exists, such as 2025-10-08';
    case 'date-time':
      return 'must be a time with offset, such as 2025-10-08T20:00:00+08:00';
    case 'email':
      return 'must be an e-mail address';
    case 'uri':
      return 'must be a web address';
    default:
      return example === undefined ? 'is not in the expected form' : `must look like ${example}`;
  }
}

const typeWords: Readonly<Record<string, string>> = {
  string: 'must be text',
  integer: 'must be a whole number',
  number: 'must be a number',
  boolean: 'must be yes or no',
  array: 'must be a list',
  object: 'is incomplete',
};

function file(told: Told): string {
  if (told.path.at(-1) === 'mediaType' && told.keyword === 'enum')
    return `has the wrong file type; allowed: ${fileKinds(told.params['allowedValues']).join(', ')}`;
  if (told.path.at(-1) === 'size' && told.keyword === 'maximum')
    return `is larger than ${fileSize(told.limit)}`;
  return 'was not uploaded completely; please upload it again';
}

const number = ({ field, limit }: Told): string => [limit, said(field, 'U') ?? []].flat().join(' ');
const things = ({ field }: Told): string => (said(field, 'k') === 'f' ? 'files' : 'entries');

/** The English sentence of a finding; titles stay in the form's own language. */
function sentence(told: Told): string {
  const { subject, keyword, params, field, limit, value } = told;
  if (said(field, 'k') === 'd' && keyword !== 'unevaluatedProperties' && keyword !== 'additionalProperties')
    return `Please confirm ${subject}`;
  if (told.inFile && said(field, 'i') === undefined) return `${subject} ${file(told)}`;
  switch (keyword) {
    case 'required':
      return `${subject} ${said(field, 'k') === 'f' ? 'has not been uploaded' : 'has not been answered'}`;
    case 'dependentRequired':
      return `${subject} is needed because ${told.name([...told.path.slice(0, -1), String(params['property'])])} was answered`;
    case 'type':
      return `${subject} ${typeWords[String(params['type'])] ?? 'is not valid'}`;
    case 'enum': {
      const options = optionsOf(field);
      return `${subject} must be one of the options${options.length > 0 && options.length <= 8 ? `: ${options.join(', ')}` : ''}`;
    }
    case 'const': {
      const wanted = params['allowedValue'];
      return `${subject} must be ${typeof wanted === 'boolean' ? (wanted ? 'yes' : 'no') : `“${optionsOf(field)[0] ?? String(wanted)}”`}`;
    }
    case 'minLength':
      return `${subject} needs at least ${limit} characters, now ${sizeOf(value)}`;
    case 'maxLength':
      return `${subject} may have at most ${limit} characters, now ${sizeOf(value)}`;
    case 'minimum':
      return `${subject} must be at least ${number(told)}`;
    case 'maximum':
      return `${subject} must be at most ${number(told)}`;
    case 'exclusiveMinimum':
      return `${subject} must be more than ${number(told)}`;
    case 'exclusiveMaximum':
      return `${subject} must be less than ${number(told)}`;
    case 'computed':
      return params['expected'] === undefined
        ? `${subject} follows from other answers and cannot be known yet: it must be left empty`
        : `${subject} follows from other answers: it must be ${String(params['expected'])}`;
    case 'formatMinimum':
      return `${subject} must not be before ${String(params['day'])}`;
    case 'formatMaximum':
      return `${subject} must not be after ${String(params['day'])}`;
    case 'minItems':
      return `${subject} needs at least ${limit} ${things(told)}, now ${sizeOf(value)}`;
    case 'maxItems':
      return `${subject} may have at most ${limit} ${things(told)}, now ${sizeOf(value)}`;
    case 'uniqueItems': {
      const [first, second] = samePositions(told);
      return `Entries ${first} and ${second} of ${subject} are the same`;
    }
    case 'format':
    case 'pattern':
      return `${subject} ${format(told)}`;
    case 'contains':
      return `${subject} has no entry of the kind required`;
    case 'additionalProperties':
    case 'unevaluatedProperties':
    case 'propertyNames':
      return said(field, 't') === undefined
        ? 'Contains something that this form does not have'
        : `${subject} is not needed with the present answers`;
    default:
      return `${subject} does not agree with the other answers`;
  }
}

export const english: IssueWords = { subject, sentence };
