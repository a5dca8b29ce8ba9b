import type { Found } from '@zhinan/elements';
import type { JsonObject } from '@zhinan/model';

interface Unit {
  readonly name: string;
  /** Legal representative, or who is responsible. */
  readonly head: string;
  readonly registeredOn: string;
}

/** A register by 统一社会信用代码. All of it is invented: no such code was given to anybody. */
const units: Readonly<Record<string, Unit>> = {
  '91652300MA7EXAM185': { name: '测试机械制造有限公司', head: '测试丁', registeredOn: '2010-03-01' },
  '91659002MA7EXAM189': { name: '测试纺织有限公司', head: '测试己', registeredOn: '2016-05-20' },
  '91650100MA7EXAM26W': { name: '测试精密加工有限公司', head: '测试戊', registeredOn: '2018-09-10' },
};

/**
 * What the register has of a unit, under every name that a form has for it: a form takes what its lookup fills in and
 * passes over the rest.
 */
export function unitRegister(by: JsonObject): Found | undefined {
  const [code] = Object.values(by);
  const unit = typeof code === 'string' && Object.hasOwn(units, code) ? units[code] : undefined;
  if (!unit) return undefined;
  const { name, head, registeredOn } = unit;
  const names = [
    'unitName',
    'employerName',
    'newUnitName',
    'newEmployerName',
    'businessName',
    'hospitalName',
  ];
  return {
    answers: {
      ...Object.fromEntries(names.map((field) => [field, name])),
      legalRepresentative: head,
      registeredOn,
    },
    source: '演练用单位登记库',
    verified: true,
  };
}
