'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from 'next/navigation';
import { type FormEvent, useEffect, useState } from 'react';
import { ApiFault, api, ask, type Schema } from '@/app/(merchant)/_api/client';
import { faultWords } from '@/app/(merchant)/_api/problem-words';
import { useMay } from '@/app/(merchant)/_shell/member';
import { Button, buttonClass } from '@/app/(merchant)/_ui/button';
import { CheckField, TextField } from '@/app/(merchant)/_ui/field';
import { Page, Section } from '@/app/(merchant)/_ui/page';
import { Loaded } from '@/app/(merchant)/_ui/states';
import { useToasts } from '@/app/(merchant)/_ui/toaster';
import { HtmlField } from '../html-field';
import { ProductStatusBadge } from '../product-status';
import { useCollections, useCurrencies, useVendors } from '../use-choices';
import { OptionFields } from './option-fields';
import { type ProductForm, readForm, toForm } from './product-form';
import { ProductImages } from './product-images';
import { PublishSection } from './publish-section';
import { VariantGrid } from './variant-grid';
import { arrangeRows, type CellFaults, type OptionText } from './variant-rows';

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
  const vendors = useVendors();
  const [currency = ''] = currencies;
  // What the form was filled from: a newer product takes its place while nothing is typed.
  const [base, setBase] = useState(product);
  const [form, setForm] = useState(() => toForm(product));
  const [fault, setFault] = useState<unknown>();
  const [isBusy, setIsBusy] = useState(false);
  const { change, isChanged, faults } = readForm(form, base, currency);
  const at = (path: string) => (fault instanceof ApiFault ? fault.at(path) : undefined);
  const set = (part: Partial<ProductForm>) => setForm((known) => ({ ...known, ...part }));

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
          body: change as never,
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
              fault={at('title')}
              onChange={(event) => set({ title: event.target.value })}
            />
            <HtmlField
              id="product-description"
              label="Description"
              isReadOnly={isReadOnly}
              value={form.descriptionHtml}
              fault={at('descriptionHtml')}
              onChange={(descriptionHtml) => set({ descriptionHtml })}
            />
          </Section>
          <ProductImages product={product} isReadOnly={isReadOnly} />
          <Variants
            form={form}
            currencies={currencies}
            faults={{ ...faults, ...toCellFaults(fault) }}
            isReadOnly={isReadOnly}
            set={set}
          />
          <Section title="In French" lead="What is empty is shown in the shop’s own language.">
            <TextField
              id="product-title-fr"
              label="French title"
              lang="fr"
              maxLength={255}
              readOnly={isReadOnly}
              value={form.french.title}
              fault={at('translations/fr/title')}
              onChange={(event) => set({ french: { ...form.french, title: event.target.value } })}
            />
            <HtmlField
              id="product-description-fr"
              label="French description"
              isReadOnly={isReadOnly}
              value={form.french.descriptionHtml}
              fault={at('translations/fr/descriptionHtml')}
              onChange={(descriptionHtml) => set({ french: { ...form.french, descriptionHtml } })}
            />
          </Section>
        </div>
        <div className="grid min-w-0 gap-4">
          <PublishSection product={product} isReadOnly={isReadOnly} />
          <Section title="Where it stands">
            <TextField
              id="product-vendor"
              label="Vendor"
              list="product-vendors"
              maxLength={255}
              readOnly={isReadOnly}
              value={form.vendor}
              fault={at('vendor')}
              onChange={(event) => set({ vendor: event.target.value })}
            />
            <datalist id="product-vendors">
              {vendors.map((vendor) => (
                <option key={vendor} value={vendor} />
              ))}
            </datalist>
            <TextField
              id="product-type"
              label="Type"
              maxLength={255}
              readOnly={isReadOnly}
              value={form.productType}
              fault={at('productType')}
              onChange={(event) => set({ productType: event.target.value })}
            />
            <TextField
              id="product-tags"
              label="Tags"
              hint="Separated by commas"
              readOnly={isReadOnly}
              value={form.tags}
              onChange={(event) => set({ tags: event.target.value })}
            />
            <TextField
              id="product-slug"
              label="Address"
              hint={`/products/${form.slug}; a former address leads here.`}
              readOnly={isReadOnly}
              value={form.slug}
              fault={
                at('slug') ??
                (fault instanceof ApiFault && fault.problem.code === 'slug-taken'
                  ? 'Another product has this address.'
                  : undefined)
              }
              onChange={(event) => set({ slug: event.target.value })}
            />
          </Section>
          <Collections
            ids={form.collectionIds}
            isReadOnly={isReadOnly}
            onChange={(collectionIds) => set({ collectionIds })}
          />
        </div>
      </form>
    </Page>
  );
}

/** What the API says of variants, by the cells that it is of: `variants/0/price/amount` is that of `0/price`. */
function toCellFaults(fault: unknown): CellFaults {
  if (!(fault instanceof ApiFault)) return {};
  return Object.fromEntries(
    fault.problem.errors.flatMap(({ path, message }) => {
      const [, row, name = ''] = /^variants\/(\d+)\/(\w+)/.exec(path) ?? [];
      const column = { compareAtPrice: 'compareAt', weightGrams: 'weight' }[name] ?? name;
      return row === undefined ? [] : [[`${row}/${column}`, message]];
    }),
  );
}

function Variants({
  form,
  currencies,
  faults,
  isReadOnly,
  set,
}: {
  form: ProductForm;
  currencies: readonly string[];
  faults: CellFaults;
  isReadOnly: boolean;
  set: (part: Partial<ProductForm>) => void;
}) {
  const said = Object.entries(faults);
  return (
    <Section
      title="Variants"
      lead="Arrows and Enter go from cell to cell. A variant that is taken out is no longer sold; orders keep it."
    >
      {isReadOnly ? null : (
        <OptionFields
          options={form.options}
          onChange={(options) => set({ options })}
          onDone={(options: readonly OptionText[]) => set({ rows: arrangeRows(form.rows, options) })}
        />
      )}
      <VariantGrid
        rows={form.rows}
        currencies={currencies}
        faults={faults}
        isReadOnly={isReadOnly}
        onChange={(rows) => set({ rows })}
      />
      {said.length === 0 ? null : (
        <ul role="alert" className="grid gap-1 text-sm text-bad">
          {said.map(([cell, message]) => (
            <li key={cell}>
              Row {Number(cell.split('/')[0]) + 1}, {cell.split('/')[1]}: {message}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function Collections({
  ids,
  isReadOnly,
  onChange,
}: {
  ids: readonly string[];
  isReadOnly: boolean;
  onChange: (ids: readonly string[]) => void;
}) {
  const collections = useCollections();
  return (
    <Section title="Collections">
      {collections.length === 0 ? <p className="text-sm text-muted">There are none yet.</p> : null}
      <div className="max-h-64 overflow-y-auto">
        {collections.map(({ id, title }) => (
          <CheckField
            key={id}
            id={`in-${id}`}
            label={title}
            disabled={isReadOnly}
            checked={ids.includes(id)}
            onChange={(event) =>
              onChange(event.target.checked ? [...ids, id] : ids.filter((one) => one !== id))
            }
          />
        ))}
      </div>
    </Section>
  );
}
