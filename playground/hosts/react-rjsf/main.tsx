import type { JsonObject } from '@zhinan/model';
import Form from '@rjsf/core';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { application } from 'xinjiang-craftsman-2025/craftsman/rjsf';
import { account, apply, type Reply } from '../portal/client.ts';
import { Outcome } from '../portal/outcome.tsx';
import { Attachments, withAttachments } from './attachments.tsx';

const uiSchema = withAttachments(application.schema, application.uiSchema);

/** The same form and the same validator without our elements, for a portal that already draws forms by RJSF. */
function Portal() {
  const [answers, setAnswers] = useState<JsonObject>(account.value);
  const [reply, setReply] = useState<Reply>();
  const valid = application.validator.isValid(application.schema, answers, application.schema);
  return (
    <>
      <Outcome valid={valid} answered={Object.keys(answers).length} reply={reply} />
      <Form
        {...application}
        uiSchema={uiSchema}
        fields={{ attachments: Attachments }}
        formData={answers}
        noHtml5Validate
        focusOnFirstError
        // Without it RJSF writes each refusal to the console.
        onError={() => undefined}
        onChange={({ formData }) => setAnswers(formData as JsonObject)}
        onSubmit={({ formData }) => void apply(formData as JsonObject).then(setReply)}
      />
    </>
  );
}

const root = document.querySelector('#app');
if (root !== null) createRoot(root).render(<Portal />);
