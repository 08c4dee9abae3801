'use client';

import { useQuery } from '@tanstack/react-query';
import { api, ask } from '@/app/(merchant)/_api/client';
import { useMember } from '@/app/(merchant)/_shell/member';
import { CheckField } from '@/app/(merchant)/_ui/field';
import { Section } from '@/app/(merchant)/_ui/page';
import { Loaded } from '@/app/(merchant)/_ui/states';
import { useWrite } from '@/app/(merchant)/_ui/use-write';
import type { NoticeKind } from '@/lib/notifications/model';

const WORDS: Readonly<Record<NoticeKind, { title: string; hint: string }>> = {
  'job-failed': { title: 'A job failed for good', hint: 'Once an hour for each job, at most.' },
  'low-stock': { title: 'Something runs low', hint: 'Once each time that sales bring it down to its level.' },
  'books-broken': { title: 'The books do not balance', hint: 'After the nightly check of stock and money.' },
  'webhook-disabled': {
    title: 'A webhook was switched off',
    hint: 'When nothing arrived there for three days.',
  },
};

/** Which notices whoever is at the screen gets by mail. Each member chooses for themselves. */
export function Notices() {
  const { email } = useMember();
  const notices = useQuery({
    queryKey: ['mails', 'notices'],
    queryFn: ({ signal }) => ask(api.GET('/api/admin/notices', { signal })),
  });
  const choose = useWrite({
    topics: ['mails'],
    done: 'Your choice is kept',
    write: (choice: { kind: NoticeKind; wanted: boolean }) =>
      ask(api.PUT('/api/admin/notices', { body: choice })),
  });
  return (
    <Section
      title="What you are told by mail"
      lead={`Notices to ${email}. Everybody chooses for themselves.`}
    >
      <Loaded query={notices} lines={3}>
        {({ items }) => (
          <div className="grid gap-1">
            {items.map(({ kind, wanted }) => (
              <CheckField
                key={kind}
                id={`notice-${kind}`}
                label={WORDS[kind].title}
                hint={WORDS[kind].hint}
                checked={wanted}
                disabled={choose.isBusy}
                onChange={(event) => choose.run({ kind, wanted: event.target.checked })}
              />
            ))}
            {items.length === 0 ? (
              <p className="text-sm text-muted">There are no notices about what your role may see.</p>
            ) : null}
            <p role="alert" className="text-sm text-bad empty:hidden">
              {choose.fault}
            </p>
          </div>
        )}
      </Loaded>
    </Section>
  );
}
