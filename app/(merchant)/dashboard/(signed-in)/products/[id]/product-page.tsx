'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from 'next/navigation';
import { type FormEvent, useEffect, useState } from 'react';
import { ApiFault, api, ask, type Schema } from '@/app/(merchant)/_api/client';
import { faultWords } from '@/app/(merchant)/_api/problem-words';
import { useMay } from '@/app/(merchant)/_shell/member';
import { Button, buttonClass } from '@/app/(merchant)/_ui/button';
import { TextField } from '@/app/(merchant)/_ui/field';
import { Page, Section } from '@/app/(merchant)/_ui/page';
import { Loaded } from '@/app/(merchant)/_ui/states';
import { useToasts } from '@/app/(merchant)/_ui/toaster';
import { HtmlField } from '../html-field';
import { ProductStatusBadge } from '../product-status';
import { useCurrencies } from '../use-choices';
import { CollectionSection } from './collection-section';
import { FrenchSection } from './french-section';
import { PlaceSection } from './place-section';
import { type FormPart, type ProductForm, readForm, toForm } from './product-form';
import { ProductImages } from './product-images';
import { PublishSection } from './publish-section';
import { VariantSection } from './variant-section';

type Product = Schema<'MerchantProduct'>;

const PICTURES_MS = 3_000;
const PARENT = { href: '/dashboard/products', label: 'Products' };

/** One product, whole: what it is, looks like and costs, where it stands, and whether shoppers see it. */
export function ProductPage() {
  const { id } = useParams<{ id: string }>();
  const product = useQuery({
    queryKey: ['products', 'one', id],
    queryFn: ({ signal }) => ask(api.GET('/api/admin/products/{id}', { params: { path: { id } }, signal })),
    // Nobody announces that a picture is ready: it is looked for while one is awaited.
    refetchInterval: ({ state }) =>
      state.data?.images.some((image) => image.state === 'waiting') ? PICTURES_MS : false,
  });
  const currencies = useCurrencies();
  if (product.data && currencies.length > 0) return <Editor product={product.data} currencies={currencies} />;
  return (
    <Page title="Product" parent={PARENT}>
      <Loaded query={{ ...product, data: undefined }} lines={12}>
        {() => null}
      </Loaded>
    </Page>
  );
}

function Editor({ product, currencies }: { product: Product; currencies: readonly string[] }) {
  const queries = useQueryClient();
  const toasts = useToasts();
  const isReadOnly = !useMay('products:write');
  const [currency = ''] = currencies;
  // What the form was filled from: a newer product takes its place while nothing is typed.
  const [base, setBase] = useState(product);
  const [form, setForm] = useState(() => toForm(product));
  const [fault, setFault] = useState<unknown>();
  const [isBusy, setIsBusy] = useState(false);
  const { change, isChanged, faults } = readForm(form, base, currency);
  const set = (some: Partial<ProductForm>) => setForm((known) => ({ ...known, ...some }));
  const part: FormPart = { form, fault: fault instanceof ApiFault ? fault : undefined, isReadOnly, set };

  useEffect(() => {
    if (product === base || isChanged) return;
    setBase(product);
    setForm(toForm(product));
  }, [product, base, isChanged]);
  useEffect(() => {
    if (!isChanged) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [isChanged]);

  async function save(event: FormEvent) {
    event.preventDefault();
    if (!isChanged || Object.keys(faults).length > 0) return;
    setIsBusy(true);
    setFault(undefined);
    try {
      const saved = await ask(
        api.PATCH('/api/admin/products/{id}', {
          params: { path: { id: product.id } },
          body: change,
        }),
      );
      setBase(saved);
      setForm(toForm(saved));
      queries.setQueryData(['products', 'one', product.id], saved);
      void queries.invalidateQueries({ queryKey: ['products'] });
      void queries.invalidateQueries({ queryKey: ['stock'] });
      toasts.done('The product is saved.');
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
      aside={<ProductStatusBadge product={product} />}
      actions={
        <>
          {product.status === 'active' ? (
            <a href={`/products/${product.slug}`} className={buttonClass()}>
              See it in the shop
            </a>
          ) : null}
          {isReadOnly ? null : (
            <>
              {isChanged ? <Button onClick={() => setForm(toForm(base))}>Discard</Button> : null}
              <Button kind="act" type="submit" form="product" isBusy={isBusy} disabled={!isChanged}>
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
        id="product"
        noValidate
        onSubmit={(event) => void save(event)}
        className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]"
      >
        <div className="grid min-w-0 gap-4">
          <Section title="What it is">
            <TextField
              id="product-title"
              label="Title"
              maxLength={255}
              readOnly={isReadOnly}
              value={form.title}
              fault={part.fault?.at('title')}
              onChange={(event) => set({ title: event.target.value })}
            />
            <HtmlField
              id="product-description"
              label="Description"
              isReadOnly={isReadOnly}
              value={form.descriptionHtml}
              fault={part.fault?.at('descriptionHtml')}
              onChange={(descriptionHtml) => set({ descriptionHtml })}
            />
          </Section>
          <ProductImages product={product} isReadOnly={isReadOnly} />
          <VariantSection {...part} currencies={currencies} unreadable={faults} />
          <FrenchSection {...part} />
        </div>
        <div className="grid min-w-0 gap-4">
          <PublishSection product={product} isReadOnly={isReadOnly} />
          <PlaceSection {...part} />
          <CollectionSection
            ids={form.collectionIds}
            isReadOnly={isReadOnly}
            onChange={(collectionIds) => set({ collectionIds })}
          />
        </div>
      </form>
    </Page>
  );
}
