import type { Language, ScenarioStep, Way } from '@zhinan/model';

/** The steps, and where they end if they do not arrive. */
export function wayText({ steps, stopped }: Way, language: Language): string {
  const played = steps.map(stepText).join(' → ');
  if (!stopped) return played;
  return `${played}${played ? ' → ' : ''}${stoppedText(stopped, language)}`;
}

/** Why a way could not be played to its end. */
export function stoppedText(
  { because, next, notes }: NonNullable<Way['stopped']>,
  language: Language,
): string {
  const said = reasons[language];
  const step = next === undefined ? '' : said.next(next);
  return said.stopped(`${said[because]}${step}${notes.length > 0 ? said.notes(notes) : ''}`);
}

const reasons = {
  'zh-CN': {
    condition: '用现有的样例答案走不到',
    cut: '尝试次数用尽，没有走到',
    machine: '规则或表还有错误，流程运行不了',
    next: (event: string) => `，下一步须 ${event}`,
    notes: (notes: readonly string[]) => `：${notes.join('；')}`,
    stopped: (why: string) => `（未能重演：${why}）`,
  },
  en: {
    condition: 'the answers at hand do not lead there',
    cut: 'gave up after the most tries',
    machine: 'rules or forms have mistakes, so the procedure cannot run',
    next: (event: string) => `; ${event} would be next`,
    notes: (notes: readonly string[]) => `: ${notes.join('; ')}`,
    stopped: (why: string) => `(not replayed: ${why})`,
  },
};

const stepText = (step: ScenarioStep): string => ('advanceTo' in step ? step.advanceTo : step.event);
