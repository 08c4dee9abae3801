'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams, useRouter } from 'next/navigation';
import { type FormEvent, useEffect, useState } from 'react';
import { ApiFault, api, ask, type Schema } from '@/app/(merchant)/_api/client';
import { faultWords } from '@/app/(merchant)/_api/problem-words';
import { useMay } from '@/app/(merchant)/_shell/member';
import { Button, buttonClass } from '@/app/(merchant)/_ui/button';
import { Confirm } from '@/app/(merchant)/_ui/confirm';
import { CheckField, TextField } from '@/app/(merchant)/_ui/field';
import { Page, Section } from '@/app/(merchant)/_ui/page';
import { Loaded } from '@/app/(merchant)/_ui/states';
import { useToasts } from '@/app/(merchant)/_ui/toaster';
import { HtmlField } from '../../html-field';
import { fromLocalTime, toLocalTime } from '../../local-time';
import { CollectionBadge } from '../collection-list';
import { CollectionImage } from './collection-image';
import { CollectionProducts } from './collection-products';

type Collection = Schema<'Collection'>;

const PARENT = { href: '/dashboard/products/collections', label: 'Collections' };

/** One collection: what it is called, whether and when it opens, and what is in it. */
export function CollectionPage() {
  const { id } = useParams<{ id: string }>();
  const collection = useQuery({
    queryKey: ['collections', 'one', id],
    queryFn: ({ signal }) =>
      ask(api.GET('/api/admin/collections/{id}', { params: { path: { id } }, signal })),
  });
  if (collection.data) return <Editor collection={collection.data} />;
  return (
    <Page title="Collection" parent={PARENT}>
      <Loaded query={collection}>{() => null}</Loaded>
    </Page>
  );
}

const toForm = ({
  title,
  slug,
  descriptionHtml,
  position,
  published,
  opensAt,
  translations,
}: Collection) => ({
  ...{ title, slug, descriptionHtml, published },
  position: String(position),
  opensAt: toLocalTime(opensAt),
  frenchTitle: translations.fr?.title ?? '',
  frenchDescription: translations.fr?.descriptionHtml ?? '',
});

function Editor({ collection }: { collection: Collection }) {
  const queries = useQueryClient();
  const router = useRouter();
  const toasts = useToasts();
  const isReadOnly = !useMay('products:write');
  const [base, setBase] = useState(collection);
  const [form, setForm] = useState(() => toForm(collection));
  const [fault, setFault] = useState<unknown>();
  const [isBusy, setIsBusy] = useState(false);
  const before = toForm(base);
  const isChanged = JSON.stringify(form) !== JSON.stringify(before);
  const at = (path: string) => (fault instanceof ApiFault ? fault.at(path) : undefined);
  const set = (part: Partial<typeof form>) => setForm((known) => ({ ...known, ...part }));

  useEffect(() => {
    if (collection === base || isChanged) return;
    setBase(collection);
    setForm(toForm(collection));
  }, [collection, base, isChanged]);

  async function save(event: FormEvent) {
    event.preventDefault();
    setIsBusy(true);
    setFault(undefined);
    const { title, slug, descriptionHtml, published, position, opensAt, frenchTitle, frenchDescription } =
      form;
    const change = {
      ...{ title, slug, descriptionHtml, published },
      ...(/^\d{1,5}$/.test(position) ? { position: Number(position) } : {}),
      ...(opensAt === before.opensAt ? {} : { opensAt: fromLocalTime(opensAt) }),
      translations: { ...base.translations, fr: { title: frenchTitle, descriptionHtml: frenchDescription } },
    };
    try {
      const saved = await ask(
        api.PATCH('/api/admin/collections/{id}', {
          params: { path: { id: collection.id } },
          body: change,
        }),
      );
      setBase(saved);
      setForm(toForm(saved));
      queries.setQueryData(['collections', 'one', collection.id], saved);
      void queries.invalidateQueries({ queryKey: ['collections'] });
      toasts.done('The collection is saved.');
    } catch (error) {
      setFault(error);
    } finally {
      setIsBusy(false);
    }
  }

  return (
    <Page
      title={base.title}
      parent={PARENT}
      aside={<CollectionBadge collection={collection} />}
      actions={
        <>
          {collection.published ? (
            <a href={`/collections/${collection.slug}`} className={buttonClass()}>
              See it in the shop
            </a>
          ) : null}
          {isReadOnly ? null : (
            <>
              <Confirm
                label="Remove…"
                title={`Remove ${base.title}`}
                verb="Remove the collection"
                onConfirm={async () => {
                  await ask(
                    api.DELETE('/api/admin/collections/{id}', { params: { path: { id: collection.id } } }),
                  );
                  toasts.done('The collection is removed.');
                  router.push('/dashboard/products/collections');
                  await queries.invalidateQueries({ queryKey: ['collections'] });
                }}
              >
                <p>
                  Its products stay. A collection that a discount which is switched on is for cannot be
                  removed.
                </p>
              </Confirm>
              <Button kind="act" type="submit" form="collection" isBusy={isBusy} disabled={!isChanged}>
                Save
              </Button>
            </>
          )}
        </>
      }
    >
      {fault === undefined ? null : (
        <p role="alert" className="rounded-md border border-bad px-4 py-3 text-sm text-bad">
          {faultWords(fault)}
        </p>
      )}
      <form
        id="collection"
        noValidate
        onSubmit={(event) => void save(event)}
        className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]"
      >
        <div className="grid min-w-0 gap-4">
          <Section title="What it is">
            <TextField
              id="collection-title"
              label="Title"
              maxLength={255}
              readOnly={isReadOnly}
              value={form.title}
              fault={at('title')}
              onChange={(event) => set({ title: event.target.value })}
            />
            <HtmlField
              id="collection-description"
              label="Description"
              isReadOnly={isReadOnly}
              value={form.descriptionHtml}
              fault={at('descriptionHtml')}
              onChange={(descriptionHtml) => set({ descriptionHtml })}
            />
          </Section>
          <Section title="In French" lead="What is empty is shown in the shop’s own language.">
            <TextField
              id="collection-title-fr"
              label="French title"
              lang="fr"
              maxLength={255}
              readOnly={isReadOnly}
              value={form.frenchTitle}
              onChange={(event) => set({ frenchTitle: event.target.value })}
            />
            <HtmlField
              id="collection-description-fr"
              label="French description"
              isReadOnly={isReadOnly}
              value={form.frenchDescription}
              onChange={(frenchDescription) => set({ frenchDescription })}
            />
          </Section>
        </div>
        <Section title="For shoppers">
          <CheckField
            id="collection-published"
            label="Shoppers see it"
            disabled={isReadOnly}
            checked={form.published}
            onChange={(event) => set({ published: event.target.checked })}
          />
          <TextField
            id="collection-opens"
            type="datetime-local"
            label="Opens at"
            hint="In your own time zone. Until then its drafts are announced; then they go on sale by themselves. Empty: it is open."
            readOnly={isReadOnly}
            value={form.opensAt}
            fault={at('opensAt')}
            onChange={(event) => set({ opensAt: event.target.value })}
          />
          <TextField
            id="collection-position"
            label="Place among the collections"
            inputMode="numeric"
            readOnly={isReadOnly}
            value={form.position}
            fault={/^\d{1,5}$/.test(form.position) ? at('position') : 'Must be a whole number.'}
            onChange={(event) => set({ position: event.target.value.trim() })}
          />
          <TextField
            id="collection-slug"
            label="Address"
            hint={`/collections/${form.slug}; a former address leads here.`}
            readOnly={isReadOnly}
            value={form.slug}
            fault={at('slug')}
            onChange={(event) => set({ slug: event.target.value })}
          />
        </Section>
      </form>
      <CollectionImage collection={collection} isReadOnly={isReadOnly} />
      <CollectionProducts collection={collection} isReadOnly={isReadOnly} />
    </Page>
  );
}
