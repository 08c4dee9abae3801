'use client';

import { useState } from 'react';
import { Dialog } from '@/app/(merchant)/_ui/dialog';
import { Form } from '@/app/(merchant)/_ui/form';
import { useWrite } from '@/app/(merchant)/_ui/use-write';
import { CodeField } from './code-field';

type Props<T> = {
  title: string;
  lead: string;
  verb: string;
  done?: string;
  send: (code: string) => Promise<T>;
  onClose: () => void;
  onDone: (answer: T) => void;
};

/** Something that is done for whoever shows a code of the second factor. */
export function CodeDialog<T>({ title, lead, verb, done, send, onClose, onDone }: Props<T>) {
  const [code, setCode] = useState('');
  const state = useWrite({ write: send, topics: ['staff'], onDone, ...(done === undefined ? {} : { done }) });
  return (
    <Dialog isOpen onClose={onClose} title={title} lead={lead}>
      <Form label={title} state={state} onSubmit={() => state.run(code)} verb={verb}>
        <CodeField
          value={code}
          onChange={setCode}
          fault={state.faultAt('code')}
          hint="Six digits from the app, or a recovery code."
        />
      </Form>
    </Dialog>
  );
}
