'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { ApiFault, api, ask } from '@/app/(merchant)/_api/client';
import { faultWords } from '@/app/(merchant)/_api/problem-words';
import { Button } from '@/app/(merchant)/_ui/button';
import { Dialog, DialogActions } from '@/app/(merchant)/_ui/dialog';
import { TextField } from '@/app/(merchant)/_ui/field';
import { parseDecimalToMinor } from '@/lib/kernel/money';
import { useCurrencies } from './use-choices';

/** Makes a draft of one variant; everything else is told on its own page, which opens. */
export function NewProductDialog({ onClose }: { onClose: () => void }) {
  const router = useRouter();
  const queries = useQueryClient();
  const [currency = 'USD'] = useCurrencies();
  const [title, setTitle] = useState('');
  const [price, setPrice] = useState('');
  const [sku, setSku] = useState('');
  const [stock, setStock] = useState('');
  const [fault, setFault] = useState<unknown>();
  const [isBusy, setIsBusy] = useState(false);
  const parsed = parseDecimalToMinor(price, currency);
  const isStock = stock === '' || /^\d{1,9}$/.test(stock);
  const at = (path: string) => (fault instanceof ApiFault ? fault.at(path) : undefined);

  async function make(event: FormEvent) {
    event.preventDefault();
    if (!parsed.ok || !isStock) return;
    setIsBusy(true);
    setFault(undefined);
    try {
      const { id } = await ask(
        api.POST('/api/admin/products', {
          body: {
            title,
            status: 'draft',
            variants: [
              { sku, price: { amount: parsed.value, currency }, stock: stock === '' ? null : Number(stock) },
            ],
          },
        }),
      );
      await queries.invalidateQueries({ queryKey: ['products'] });
      router.push(`/dashboard/products/${id}`);
    } catch (error) {
      setFault(error);
      setIsBusy(false);
    }
  }

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title="New product"
      lead="It begins as a draft that nobody sees. Pictures, options and everything else come next."
    >
      <form className="grid gap-4" noValidate onSubmit={(event) => void make(event)}>
        <TextField
          id="new-title"
          label="Title"
          maxLength={255}
          required
          value={title}
          onChange={(event) => setTitle(event.target.value)}
          fault={at('title')}
        />
        <div className="grid gap-4 sm:grid-cols-3">
          <TextField
            id="new-price"
            label={`Price in ${currency}`}
            inputMode="decimal"
            required
            value={price}
            onChange={(event) => setPrice(event.target.value)}
            fault={price !== '' && !parsed.ok ? 'Write it as 19.90.' : at('variants/0/price/amount')}
          />
          <TextField
            id="new-sku"
            label="SKU"
            maxLength={255}
            value={sku}
            onChange={(event) => setSku(event.target.value)}
            fault={at('variants/0/sku')}
          />
          <TextField
            id="new-stock"
            label="Stock"
            inputMode="numeric"
            hint="Empty: not counted"
            value={stock}
            onChange={(event) => setStock(event.target.value.trim())}
            fault={isStock ? at('variants/0/stock') : 'Must be a whole number.'}
          />
        </div>
        <p role="alert" className="text-sm text-bad empty:hidden">
          {fault === undefined ? '' : faultWords(fault)}
        </p>
        <DialogActions>
          <Button onClick={onClose}>Back</Button>
          <Button
            kind="act"
            type="submit"
            isBusy={isBusy}
            disabled={title.trim() === '' || !parsed.ok || !isStock}
          >
            Make the draft
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
