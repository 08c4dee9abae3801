'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask, type Schema } from '@/app/(merchant)/_api/client';
import { useMay } from '@/app/(merchant)/_shell/member';
import { Badge } from '@/app/(merchant)/_ui/badge';
import { Button } from '@/app/(merchant)/_ui/button';
import { Confirm } from '@/app/(merchant)/_ui/confirm';
import { Dialog, DialogActions } from '@/app/(merchant)/_ui/dialog';
import { dateTime } from '@/app/(merchant)/_ui/format';
import { Section } from '@/app/(merchant)/_ui/page';
import { useToasts } from '@/app/(merchant)/_ui/toaster';
import { useWrite } from '@/app/(merchant)/_ui/use-write';
import type { Words } from '@/lib/content/model';

type Content = Schema<'Content'>;
type Version = Content['versions'][number];

/** What a page said before, and the way back to it. */
export function ContentHistory({ content }: { content: Content }) {
  const { language, page, versions } = content;
  const mayWrite = useMay('content:write');
  const queries = useQueryClient();
  const toasts = useToasts();
  const [shown, setShown] = useState<Version>();
  const path = { params: { path: { language, page } } };
  const restore = useWrite({
    write: (words: Words) => ask(api.PUT('/api/admin/content/{language}/{page}', { ...path, body: words })),
    topics: ['settings', 'audit'],
    done: 'That version counts again.',
    onDone: () => setShown(undefined),
  });
  if (versions.length === 0) return null;
  async function reset() {
    await ask(api.DELETE('/api/admin/content/{language}/{page}', path));
    await queries.invalidateQueries({ queryKey: ['settings'] });
    toasts.done('The text that the shop came with counts again.');
  }
  return (
    <Section
      title="Versions"
      actions={
        mayWrite && versions[0]?.words ? (
          <Confirm
            label="Back to the text it came with"
            title="Back to the text that the shop came with?"
            verb="Use that text"
            isDanger={false}
            onConfirm={reset}
          >
            <p>Your own stays among the versions, and can be put back.</p>
          </Confirm>
        ) : null
      }
    >
      <ol className="grid divide-y divide-line text-sm">
        {versions.map((version, at) => (
          <li key={version.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
            <time dateTime={version.at}>{dateTime(version.at)}</time>
            <span className="text-muted">{version.byName ?? version.by}</span>
            {version.words === null ? <Badge>as it came</Badge> : null}
            {at === 0 ? <Badge tone="good">counts now</Badge> : null}
            {version.words === null ? null : (
              <Button kind="quiet" className="ml-auto" onClick={() => setShown(version)}>
                Look at it<span className="sr-only">: {dateTime(version.at)}</span>
              </Button>
            )}
          </li>
        ))}
      </ol>
      <Dialog
        isOpen={shown !== undefined}
        onClose={() => setShown(undefined)}
        size="wide"
        title={shown?.words?.title ?? ''}
        lead={shown === undefined ? '' : `As it was from ${dateTime(shown.at)} on.`}
      >
        <pre className="rounded-sm border border-line bg-ground p-3 text-xs break-words whitespace-pre-wrap">
          {shown?.words?.body}
        </pre>
        <p role="alert" className="text-sm text-bad empty:hidden">
          {restore.fault}
        </p>
        {mayWrite && shown?.words && shown.id !== versions[0]?.id ? (
          <DialogActions>
            <Button
              kind="act"
              isBusy={restore.isBusy}
              onClick={() => shown.words && restore.run(shown.words)}
            >
              Put this version back
            </Button>
          </DialogActions>
        ) : null}
      </Dialog>
    </Section>
  );
}
