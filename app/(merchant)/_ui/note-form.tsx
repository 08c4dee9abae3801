'use client';

import { type FormEvent, useState } from 'react';
import { ApiFault } from '../_api/client';
import { faultWords } from '../_api/problem-words';
import { Button } from './button';
import { TextArea } from './field';

/** Something that the shop's people write down. What was typed stays when it could not be kept, with why. */
export function NoteForm({
  id,
  hint,
  onAdd,
}: {
  id: string;
  hint: string;
  onAdd: (text: string) => Promise<unknown>;
}) {
  const [text, setText] = useState('');
  const [isBusy, setIsBusy] = useState(false);
  const [fault, setFault] = useState<string>();

  async function add(event: FormEvent) {
    event.preventDefault();
    setIsBusy(true);
    setFault(undefined);
    try {
      await onAdd(text);
      setText('');
    } catch (error) {
      setFault((error instanceof ApiFault ? error.at('text') : undefined) ?? faultWords(error));
    }
    setIsBusy(false);
  }

  return (
    <form className="grid gap-2" onSubmit={(event) => void add(event)}>
      <TextArea
        id={id}
        label="Note"
        hint={hint}
        rows={2}
        maxLength={2000}
        value={text}
        onChange={({ target }) => setText(target.value)}
        fault={fault}
      />
      <div className="flex justify-end">
        <Button type="submit" isBusy={isBusy} disabled={text.trim() === ''}>
          Add note
        </Button>
      </div>
    </form>
  );
}
