'use client';

import { Trash2 } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { ApiFault, api, ask } from '@/app/(merchant)/_api/client';
import { faultWords } from '@/app/(merchant)/_api/problem-words';
import { useMay } from '@/app/(merchant)/_shell/member';
import { Button, IconButton } from '@/app/(merchant)/_ui/button';
import { TextArea } from '@/app/(merchant)/_ui/field';
import { ago, dateTime } from '@/app/(merchant)/_ui/format';
import { Section } from '@/app/(merchant)/_ui/page';
import { useToasts } from '@/app/(merchant)/_ui/toaster';
import { type CustomerFile, useCustomerRefresh } from './customer';

/** What the shop's people wrote down about a customer. */
export function CustomerNotes({ customer }: { customer: CustomerFile }) {
  const mayWrite = useMay('customers:write');
  const [text, setText] = useState('');
  const [isBusy, setIsBusy] = useState(false);
  const [fault, setFault] = useState<unknown>();
  const { done, failed } = useToasts();
  const refresh = useCustomerRefresh();
  const path = { id: customer.id };

  async function write(body: { text: string }) {
    await ask(api.POST('/api/admin/customers/{id}/notes', { params: { path }, body }));
    await refresh();
  }

  async function add(event: FormEvent) {
    event.preventDefault();
    setIsBusy(true);
    setFault(undefined);
    try {
      await write({ text });
      setText('');
    } catch (error) {
      setFault(error);
    }
    setIsBusy(false);
  }

  async function remove(note: CustomerFile['notes'][number]) {
    try {
      const params = { path: { ...path, noteId: note.id } };
      await ask(api.DELETE('/api/admin/customers/{id}/notes/{noteId}', { params }));
      done('The note was taken away', { onUndo: () => write({ text: note.text }).catch(failed) });
    } catch (error) {
      failed(error);
    }
    await refresh();
  }

  const told =
    fault instanceof ApiFault
      ? (fault.at('text') ?? faultWords(fault))
      : fault
        ? faultWords(fault)
        : undefined;
  return (
    <Section title="Notes">
      {mayWrite ? (
        <form className="grid gap-2" onSubmit={(event) => void add(event)}>
          <TextArea
            id="customer-note"
            label="Note"
            hint="For the shop’s people alone. It goes when the person is erased."
            rows={2}
            maxLength={2000}
            value={text}
            onChange={({ target }) => setText(target.value)}
            fault={told}
          />
          <div className="flex justify-end">
            <Button type="submit" isBusy={isBusy} disabled={text.trim() === ''}>
              Add note
            </Button>
          </div>
        </form>
      ) : null}
      {customer.notes.length === 0 ? (
        <p className="text-sm text-muted">None.</p>
      ) : (
        <ul className="grid gap-3 text-sm">
          {customer.notes.map((note) => (
            <li
              key={note.id}
              className="flex items-start gap-2 border-b border-line pb-3 last:border-0 last:pb-0"
            >
              <div className="grid min-w-0 grow gap-0.5">
                <p className="whitespace-pre-wrap break-words">{note.text}</p>
                <p className="text-xs text-muted">
                  <time dateTime={note.at} title={dateTime(note.at)}>
                    {ago(note.at)}
                  </time>{' '}
                  by {note.actorName ?? 'somebody who left'}
                </p>
              </div>
              {mayWrite ? (
                <IconButton label="Take this note away" onClick={() => void remove(note)}>
                  <Trash2 aria-hidden />
                </IconButton>
              ) : null}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
