import type { Schema } from '@/app/(merchant)/_api/client';
import { Badge } from '@/app/(merchant)/_ui/badge';
import { dateTime, LOCALE } from '@/app/(merchant)/_ui/format';
import { Section } from '@/app/(merchant)/_ui/page';
import { momentsOf } from './moments';

type Run = Schema<'JobRunDetail'>;

const CLOCK = new Intl.DateTimeFormat(LOCALE, { timeStyle: 'medium' });

export function RunTimeline({ run }: { run: Run }) {
  const moments = momentsOf(run);
  return (
    <Section title="What it did">
      {moments.length === 0 ? <p className="text-sm text-muted">Nothing yet.</p> : null}
      <ol className="grid gap-0">
        {moments.map((moment, at) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: what was done stays in its place
            key={at}
            className="relative grid grid-cols-[auto_1fr] gap-x-3 border-l border-line pb-4 pl-4 text-sm last:pb-0"
          >
            <span
              aria-hidden
              className={`absolute top-1.5 -left-[0.3rem] size-2.5 rounded-full ${moment.isBad ? 'bg-bad' : 'bg-good'}`}
            />
            <time dateTime={moment.at} title={dateTime(moment.at)} className="figures text-muted">
              {CLOCK.format(new Date(moment.at))}
            </time>
            <div className="min-w-0">
              <span className="font-medium">{moment.what}</span>{' '}
              <span className="text-muted">{moment.note}</span>{' '}
              {moment.isBad ? <Badge tone="bad">failed</Badge> : null}
              {moment.error === null ? null : (
                <p className="mt-1 text-bad [overflow-wrap:anywhere]">{moment.error}</p>
              )}
            </div>
          </li>
        ))}
      </ol>
    </Section>
  );
}
