'use client';

import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { api, ask } from '@/app/(merchant)/_api/client';
import { useMay } from '@/app/(merchant)/_shell/member';
import { SelectField, TextField } from '@/app/(merchant)/_ui/field';
import { Form } from '@/app/(merchant)/_ui/form';
import { Section } from '@/app/(merchant)/_ui/page';
import { Loaded } from '@/app/(merchant)/_ui/states';
import { useWrite } from '@/app/(merchant)/_ui/use-write';
import { type DiscountDraft, type DraftFault, draftOf, readDraft } from './discount-draft';
import type { Discount } from './discount-words';

type Body = ReturnType<typeof readDraft>['body'];
type Props = { discount: Discount | null; onSaved: (discount: Discount) => void; others?: ReactNode };

/** The terms of a code. The currencies and collections of the shop are looked up first. */
export function DiscountForm(props: Props) {
  const choices = useQuery({
    queryKey: ['settings', 'discount-choices'],
    queryFn: async ({ signal }) => {
      const [settings, collections] = await Promise.all([
        ask(api.GET('/api/admin/settings', { signal })),
        ask(api.GET('/api/admin/collections', { params: { query: { limit: 100 } }, signal })),
      ]);
      return { currencies: settings.currencies, collections: collections.items };
    },
  });
  return (
    <Loaded query={choices} lines={10}>
      {(found) => <Terms {...props} {...found} />}
    </Loaded>
  );
}

function Terms({
  discount,
  onSaved,
  others,
  currencies,
  collections,
}: Props & { currencies: readonly string[]; collections: readonly { id: string; title: string }[] }) {
  const mayWrite = useMay('discounts:write');
  const [draft, setDraft] = useState(() => draftOf(discount, currencies[0] ?? 'USD'));
  const [faults, setFaults] = useState<readonly DraftFault[]>([]);
  const state = useWrite({
    write: (body: Body) =>
      discount === null
        ? ask(api.POST('/api/admin/discounts', { body }))
        : ask(api.PATCH('/api/admin/discounts/{id}', { params: { path: { id: discount.id } }, body })),
    topics: ['discounts', 'audit'],
    done: ({ code }) => (discount === null ? `${code} can be used.` : `${code} is saved.`),
    onDone: onSaved,
  });
  const faultAt = (path: string) =>
    faults.find((fault) => fault.path === path)?.message ?? state.faultBelow(path);
  const field = (name: keyof DiscountDraft, path: string = name) => ({
    id: `discount-${name}`,
    value: draft[name],
    fault: faultAt(path),
    onChange: (event: { target: { value: string } }) => setDraft({ ...draft, [name]: event.target.value }),
  });
  function save() {
    const read = readDraft(draft);
    setFaults(read.faults);
    if (read.faults.length === 0) state.run(read.body);
  }
  const known = collections.some(({ id }) => id === draft.collectionId) || draft.collectionId === '';
  return (
    <Form
      label="Discount"
      state={{ ...state, hasFaults: state.hasFaults || faults.length > 0 }}
      onSubmit={save}
      verb={discount === null ? 'Make the discount' : 'Save the discount'}
      isReadOnly={!mayWrite}
      others={others}
    >
      <Section title="The code">
        <div className="grid gap-4 md:grid-cols-2">
          <TextField
            {...field('code')}
            label="Code"
            maxLength={64}
            autoCapitalize="characters"
            hint="What buyers type, in any case."
          />
          <SelectField {...field('kind')} label="Gives">
            <option value="percentage">a share of the price</option>
            <option value="amount">an amount</option>
            <option value="free_shipping">free shipping</option>
          </SelectField>
          {draft.kind === 'percentage' ? (
            <TextField
              {...field('percent', 'ratePpm')}
              label="Percent off"
              inputMode="decimal"
              placeholder="15"
            />
          ) : null}
          {draft.kind === 'amount' ? (
            <TextField {...field('amount')} label="Amount off" inputMode="decimal" placeholder="5.00" />
          ) : null}
        </div>
      </Section>
      <Section title="For what">
        <div className="grid gap-4 md:grid-cols-3">
          <SelectField {...field('collectionId')} label="Products">
            <option value="">All products</option>
            {known ? null : <option value={draft.collectionId}>The collection that it is bound to</option>}
            {collections.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </SelectField>
          <TextField
            {...field('minSubtotal')}
            label="From a subtotal of"
            inputMode="decimal"
            placeholder="any"
            hint="Of the products that it is for."
          />
          <SelectField
            {...field('currency')}
            label="Currency"
            hint="Of the amount and of the subtotal: orders in another one cannot use it."
          >
            {[...new Set([...currencies, draft.currency])].map((code) => (
              <option key={code}>{code}</option>
            ))}
          </SelectField>
        </div>
      </Section>
      <Section title="When and how often">
        <div className="grid gap-4 md:grid-cols-2">
          <TextField
            {...field('startsAt')}
            label="From"
            type="datetime-local"
            hint="Empty: at once. Your own time."
          />
          <TextField {...field('endsAt')} label="Until" type="datetime-local" hint="Empty: without an end." />
          <TextField
            {...field('usageLimit')}
            label="Orders in all"
            inputMode="numeric"
            placeholder="any number"
          />
          <TextField
            {...field('perCustomerLimit')}
            label="Orders of one buyer"
            inputMode="numeric"
            placeholder="any number"
          />
        </div>
      </Section>
    </Form>
  );
}
