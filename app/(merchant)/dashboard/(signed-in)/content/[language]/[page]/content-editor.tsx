'use client';

import { useQuery } from '@tanstack/react-query';
import { useParams } from 'next/navigation';
import { api, ask } from '@/app/(merchant)/_api/client';
import { Badge } from '@/app/(merchant)/_ui/badge';
import { buttonClass } from '@/app/(merchant)/_ui/button';
import { Page } from '@/app/(merchant)/_ui/page';
import { Loaded } from '@/app/(merchant)/_ui/states';
import { MARKETS, pathIn } from '@/app/components/market/markets';
import type { ContentLanguage, ContentPage } from '@/lib/content/model';
import { languageName } from '../../content-list';
import { ContentForm } from './content-form';
import { ContentHistory } from './content-history';

/** One page in one language: its words, how they will look, and what they were. */
export function ContentEditor() {
  const path = useParams<{ language: ContentLanguage; page: ContentPage }>();
  const content = useQuery({
    queryKey: ['settings', 'content', path.language, path.page],
    queryFn: ({ signal }) =>
      ask(api.GET('/api/admin/content/{language}/{page}', { params: { path }, signal })),
  });
  const market = MARKETS.find(({ language }) => language === path.language);
  const isOwn = (content.data?.versions[0]?.words ?? null) !== null;
  return (
    <Page
      title={content.data?.words.title ?? 'Content'}
      parent={{ href: '/dashboard/content', label: 'Content' }}
      aside={
        <>
          <Badge>{languageName(path.language)}</Badge>
          {content.data === undefined ? null : isOwn ? (
            <Badge tone="good">your own</Badge>
          ) : (
            <Badge>as it came</Badge>
          )}
        </>
      }
      actions={
        market === undefined ? null : (
          <a className={buttonClass()} href={pathIn(market, path.page === 'home' ? '/' : `/${path.page}`)}>
            Open in the shop
          </a>
        )
      }
    >
      <Loaded query={content} lines={10}>
        {(loaded) => (
          <>
            {/* Another version under one's hands is a form of its own: the API says whether both can be kept. */}
            <ContentForm content={loaded} />
            <ContentHistory content={loaded} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
