'use client';

import { Trash2 } from 'lucide-react';
import { api, ask } from '@/app/(merchant)/_api/client';
import { useMay } from '@/app/(merchant)/_shell/member';
import { IconButton } from '@/app/(merchant)/_ui/button';
import { ago, dateTime } from '@/app/(merchant)/_ui/format';
import { NoteForm } from '@/app/(merchant)/_ui/note-form';
import { Section } from '@/app/(merchant)/_ui/page';
import { useToasts } from '@/app/(merchant)/_ui/toaster';
import { type CustomerFile, useCustomerRefresh } from './customer';

/** What the shop's people wrote down about a customer. */
export function CustomerNotes({ customer }: { customer: CustomerFile }) {
  const mayWrite = useMay('customers:write');
  const { done, failed } = useToasts();
  const refresh = useCustomerRefresh();
  const path = { id: customer.id };

  async function write(body: { text: string }) {
    await ask(api.POST('/api/admin/customers/{id}/notes', { params: { path }, body }));
    await refresh();
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

  return (
    <Section title="Notes">
      {mayWrite ? (
        <NoteForm
          id="customer-note"
          hint="For the shop’s people alone. It goes when the person is erased."
          onAdd={(text) => write({ text })}
        />
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
