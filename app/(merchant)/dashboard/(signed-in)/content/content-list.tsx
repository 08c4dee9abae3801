'use client';

import { useQuery } from '@tanstack/react-query';
import { api, ask, type Schema } from '@/app/(merchant)/_api/client';
import { Badge } from '@/app/(merchant)/_ui/badge';
import { type Column, DataTable } from '@/app/(merchant)/_ui/data-table';
import { ago } from '@/app/(merchant)/_ui/format';
import { Link } from '@/app/(merchant)/_ui/link';
import { Page } from '@/app/(merchant)/_ui/page';
import { Loaded } from '@/app/(merchant)/_ui/states';

type Entry = Schema<'ContentList'>['items'][number];

const languages = new Intl.DisplayNames('en', { type: 'language' });
export const languageName = (code: string): string => languages.of(code) ?? code;

const hrefOf = ({ language, page }: Entry) => `/dashboard/content/${language}/${page}`;

const COLUMNS: readonly Column<Entry>[] = [
  {
    key: 'title',
    head: 'Page',
    cell: (entry) => (
      <Link href={hrefOf(entry)} tabIndex={-1} className="font-medium hover:underline">
        {entry.title}
      </Link>
    ),
  },
  { key: 'language', head: 'Language', cell: ({ language }) => languageName(language) },
  {
    key: 'state',
    head: 'Text',
    cell: ({ isDefault }) => (isDefault ? <Badge>as it came</Badge> : <Badge tone="good">your own</Badge>),
  },
  {
    key: 'at',
    head: 'Changed',
    isWideOnly: true,
    cell: ({ updatedAt }) =>
      updatedAt === null ? <span className="text-muted">never</span> : ago(updatedAt),
  },
];

/** The texts of the shop, by page and language. */
export function ContentList() {
  const content = useQuery({
    queryKey: ['settings', 'content'],
    queryFn: ({ signal }) => ask(api.GET('/api/admin/content', { signal })),
  });
  return (
    <Page
      title="Content"
      lead="What the shop says of itself. Every page comes with a text, which is replaced by yours; shoppers read a change within two seconds."
    >
      <Loaded query={content} lines={12}>
        {({ items }) => (
          <DataTable
            label="Texts of the shop"
            columns={COLUMNS}
            rows={items}
            idOf={({ language, page }) => `${language}-${page}`}
            nameOf={({ title }) => title}
            hrefOf={hrefOf}
          />
        )}
      </Loaded>
    </Page>
  );
}
