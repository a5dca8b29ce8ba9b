import { createComponent, type EventName } from '@lit/react';
import type { FormElement, FormEventMap } from '@zhinan/elements';
import React, { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { ApplicationElement } from 'xinjiang-craftsman-2025/craftsman/elements';
import 'xinjiang-craftsman-2025/craftsman/define/application';
import { account, apply, lookup, uploader, type Reply } from '../portal/client.ts';
import { Outcome } from '../portal/outcome.tsx';

/** React before 19 sets attributes only: the wrapper sets properties and listens. */
const Application = createComponent({
  react: React,
  tagName: 'zn-xinjiang-craftsman-application',
  elementClass: ApplicationElement as unknown as new () => FormElement,
  events: {
    onChange: 'change' as EventName<FormEventMap['change']>,
    onSubmit: 'submit' as EventName<FormEventMap['submit']>,
    onValidity: 'validity' as EventName<FormEventMap['validity']>,
  },
});

function Portal() {
  const [answers, setAnswers] = useState<FormElement['value']>(account.value);
  const [valid, setValid] = useState(false);
  const [reply, setReply] = useState<Reply>();
  return (
    <>
      <Outcome valid={valid} answered={Object.keys(answers).length} reply={reply} />
      <Application
        lang="zh-CN"
        value={answers}
        provenance={account.provenance}
        uploader={uploader}
        lookup={lookup}
        onChange={(event) => setAnswers((event.target as FormElement).value)}
        onValidity={(event) => setValid(event.detail.valid)}
        onSubmit={(event) => void apply(event.detail.value).then(setReply)}
      >
        <p>表单正在载入。</p>
      </Application>
    </>
  );
}

const root = document.querySelector('#app');
if (root !== null) createRoot(root).render(<Portal />);
