import type { FormElement, FormEventMap } from '@zhinan/elements';
import { useState, type HTMLAttributes } from 'react';
import { createRoot } from 'react-dom/client';
import 'xinjiang-craftsman-2025/craftsman/define/application';
import { account, apply, lookup, uploader, type Reply } from '../portal/client.ts';
import { Outcome } from '../portal/outcome.tsx';

export type ApplicationProps = HTMLAttributes<HTMLElement> &
  Partial<Pick<FormElement, 'value' | 'provenance' | 'uploader' | 'lookup'>> & {
    readonly onsubmit?: (event: FormEventMap['submit']) => void;
    readonly onchange?: (event: FormEventMap['change']) => void;
    readonly onvalidity?: (event: FormEventMap['validity']) => void;
  };

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'zn-xinjiang-craftsman-application': ApplicationProps;
    }
  }
}

/** React 19 sets properties and listens to events of custom elements by itself. */
function Portal() {
  const [answers, setAnswers] = useState<FormElement['value']>(account.value);
  const [valid, setValid] = useState(false);
  const [reply, setReply] = useState<Reply>();
  return (
    <>
      <Outcome valid={valid} answered={Object.keys(answers).length} reply={reply} />
      <zn-xinjiang-craftsman-application
        lang="zh-CN"
        value={answers}
        provenance={account.provenance}
        uploader={uploader}
        lookup={lookup}
        onchange={(event) => setAnswers((event.target as FormElement).value)}
        onvalidity={(event) => setValid(event.detail.valid)}
        onsubmit={(event) => void apply(event.detail.value).then(setReply)}
      >
        <p>表单正在载入。</p>
      </zn-xinjiang-craftsman-application>
    </>
  );
}

const root = document.querySelector('#app');
if (root !== null) createRoot(root).render(<Portal />);
