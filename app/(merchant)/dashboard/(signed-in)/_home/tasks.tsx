'use client';

import { useQuery } from '@tanstack/react-query';
import { ChevronRight, CircleCheck } from 'lucide-react';
import { api, ask, type Schema } from '@/app/(merchant)/_api/client';
import { ago, count, dateTime } from '@/app/(merchant)/_ui/format';
import { Link } from '@/app/(merchant)/_ui/link';
import { Section } from '@/app/(merchant)/_ui/page';
import { Loaded } from '@/app/(merchant)/_ui/states';
import { MOST_TASKS, type TaskKind } from '@/lib/tasks/model';

type Task = Schema<'Task'>;
type Words = {
  readonly one: string;
  readonly many: string;
  /** Where to do something about it. */
  readonly href: (task: Task) => string;
  /** Red: money or the books are at stake. */
  readonly isBad?: boolean;
};

/** To the one, where there is one; else to the list that has them all. */
const toOrder = (list: string) => (task: Task) =>
  task.count === 1 && task.subject !== null ? `/dashboard/orders/${task.subject}` : list;

const WORDS: Readonly<Record<TaskKind, Words>> = {
  'books-differ': {
    one: 'fault in the books of stock and money',
    many: 'faults in the books of stock and money',
    href: () => '/dashboard/stock',
    isBad: true,
  },
  'payments-in-doubt': {
    one: 'payment has been in doubt for a quarter of an hour',
    many: 'payments have been in doubt for a quarter of an hour',
    href: toOrder('/dashboard/orders?status=pending'),
    isBad: true,
  },
  'refunds-failed': {
    one: 'refund did not go through',
    many: 'refunds did not go through',
    href: ({ subject }) => (subject === null ? '/dashboard/orders' : `/dashboard/orders/${subject}`),
    isBad: true,
  },
  'jobs-failed': {
    one: 'job failed for good in the last day',
    many: 'jobs failed for good in the last day',
    href: () => '/dashboard/jobs?status=failed',
    isBad: true,
  },
  'orders-to-send': {
    one: 'order is paid and not sent',
    many: 'orders are paid and not sent',
    href: toOrder('/dashboard/orders?status=paid'),
  },
  'imports-failed': {
    one: 'import failed',
    many: 'imports failed',
    href: ({ count, subject }) =>
      count === 1 && subject !== null ? `/dashboard/imports/${subject}` : '/dashboard/imports',
  },
  'reports-failed': {
    one: 'report could not be built',
    many: 'reports could not be built',
    href: () => '/dashboard/reports',
  },
  'webhooks-off': {
    one: 'webhook was switched off: nothing arrived for days',
    many: 'webhooks were switched off: nothing arrived for days',
    href: () => '/dashboard/settings',
  },
  'stock-out': {
    one: 'variant that sells is sold out',
    many: 'variants that sell are sold out',
    href: () => '/dashboard/stock',
  },
};

/** What waits for a person, each with the way there. */
export function Tasks() {
  const tasks = useQuery({
    queryKey: ['home', 'tasks'],
    queryFn: ({ signal }) => ask(api.GET('/api/admin/tasks', { signal })),
  });
  return (
    <Section title="To do">
      <Loaded query={tasks} lines={2}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="flex items-center gap-2 text-sm text-muted">
              <CircleCheck aria-hidden className="size-4 text-good" /> Nothing waits for you.
            </p>
          ) : (
            <ul className="grid divide-y divide-line">
              {items.map((task) => (
                <li key={task.kind}>
                  <TaskLink task={task} />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Section>
  );
}

function TaskLink({ task }: { task: Task }) {
  const { one, many, href, isBad } = WORDS[task.kind];
  const shown = task.count >= MOST_TASKS ? `${count(MOST_TASKS)}+` : count(task.count);
  return (
    <Link
      href={href(task)}
      className="group flex items-center gap-3 rounded-sm px-1 py-2 text-sm hover:bg-ground"
    >
      <span
        className={`figures min-w-10 rounded-sm px-1.5 py-0.5 text-center text-sm font-semibold ${isBad ? 'bg-bad text-paper' : 'bg-line text-ink'}`}
      >
        {shown}
      </span>
      <span className="min-w-0 grow">
        {task.count === 1 ? one : many}
        {task.since === null ? null : (
          <span className="text-muted">
            {task.count === 1 ? ', ' : '; the oldest '}
            <time dateTime={task.since} title={dateTime(task.since)}>
              {ago(task.since)}
            </time>
          </span>
        )}
      </span>
      <ChevronRight aria-hidden className="size-4 shrink-0 text-muted group-hover:text-ink" />
    </Link>
  );
}
