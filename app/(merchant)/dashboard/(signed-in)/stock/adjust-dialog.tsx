'use client';

import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { ApiFault, api, ask, type Schema } from '@/app/(merchant)/_api/client';
import { faultWords } from '@/app/(merchant)/_api/problem-words';
import { Button } from '@/app/(merchant)/_ui/button';
import { Dialog, DialogActions } from '@/app/(merchant)/_ui/dialog';
import { SelectField, TextField } from '@/app/(merchant)/_ui/field';
import { count } from '@/app/(merchant)/_ui/format';
import { useToasts } from '@/app/(merchant)/_ui/toaster';

type Line = Schema<'StockLine'>;
type How = 'add' | 'remove' | 'set' | 'uncounted';

const REASONS = ['Delivery', 'Correction', 'Damaged', 'Sold elsewhere', 'Returned', 'Gift or sample'];

/** Changes how many there are of a variant, with a reason for the ledger, and when it runs low. */
export function AdjustDialog({ line, name, onClose }: { line: Line; name: string; onClose: () => void }) {
  const queries = useQueryClient();
  const toasts = useToasts();
  const isCounted = line.available !== null;
  const [how, setHow] = useState<How>(isCounted ? 'add' : 'set');
  const [units, setUnits] = useState('');
  const [reason, setReason] = useState('');
  const [lowAt, setLowAt] = useState(line.lowAt === null ? '' : String(line.lowAt));
  const [fault, setFault] = useState<unknown>();
  const [isBusy, setIsBusy] = useState(false);
  const wanted = Number(units);
  const hasUnits = how === 'uncounted' || (/^\d+$/.test(units) && (how === 'set' || wanted > 0));
  const isLowChanged = lowAt !== (line.lowAt === null ? '' : String(line.lowAt));
  const after = how === 'set' ? wanted : (line.available ?? 0) + (how === 'add' ? wanted : -wanted);
  const at = (path: string) => (fault instanceof ApiFault ? fault.at(path) : undefined);

  async function act(event: FormEvent) {
    event.preventDefault();
    setIsBusy(true);
    setFault(undefined);
    const path = { id: line.variantId };
    try {
      if (hasUnits) {
        const why = { reason: reason.trim() };
        const body =
          how === 'uncounted'
            ? { set: null, ...why }
            : how === 'set'
              ? { set: wanted, ...why }
              : { delta: how === 'add' ? wanted : -wanted, ...why };
        const level = await ask(api.POST('/api/admin/variants/{id}/stock', { params: { path }, body }));
        toasts.done(
          level.available === null
            ? `${name} is not counted any more.`
            : `${name}: ${count(level.available)} available.`,
        );
      }
      if (isLowChanged) {
        const level = lowAt === '' ? null : Number(lowAt);
        await ask(api.PUT('/api/admin/variants/{id}/low-stock', { params: { path }, body: { level } }));
        if (!hasUnits)
          toasts.done(`${name} runs low at ${level === null ? 'the shop’s level' : count(level)}.`);
      }
      void queries.invalidateQueries({ queryKey: ['stock'] });
      void queries.invalidateQueries({ queryKey: ['products'] });
      onClose();
    } catch (error) {
      setFault(error);
    } finally {
      setIsBusy(false);
    }
  }

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={`Adjust ${name}`}
      lead={
        isCounted
          ? `${count(line.available ?? 0)} available now, beside what orders hold.`
          : 'It is not counted: always sellable.'
      }
    >
      <form className="grid gap-4" noValidate onSubmit={(event) => void act(event)}>
        <div className="grid gap-4 sm:grid-cols-2">
          <SelectField
            id="adjust-how"
            label="What to do"
            value={how}
            onChange={(event) => setHow(event.target.value as How)}
          >
            {isCounted ? <option value="add">Add units</option> : null}
            {isCounted ? <option value="remove">Take units away</option> : null}
            <option value="set">{isCounted ? 'Set the number' : 'Count it from now on'}</option>
            {isCounted ? <option value="uncounted">Stop counting</option> : null}
          </SelectField>
          {how === 'uncounted' ? null : (
            <TextField
              id="adjust-units"
              label="Units"
              inputMode="numeric"
              autoComplete="off"
              value={units}
              onChange={(event) => setUnits(event.target.value.trim())}
              fault={at('delta') ?? at('set')}
              hint={hasUnits && isCounted ? `${count(after)} afterwards` : undefined}
            />
          )}
        </div>
        <TextField
          id="adjust-reason"
          label="Reason"
          list="adjust-reasons"
          maxLength={200}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          fault={at('reason')}
          hint="It stands in the history of the variant."
        />
        <datalist id="adjust-reasons">
          {REASONS.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
        {isCounted && how !== 'uncounted' ? (
          <TextField
            id="adjust-low"
            label="Runs low at"
            inputMode="numeric"
            autoComplete="off"
            value={lowAt}
            onChange={(event) => setLowAt(event.target.value.trim())}
            fault={at('level')}
            hint="Empty: the shop’s own level, from the settings."
          />
        ) : null}
        <p role="alert" className="text-sm text-bad empty:hidden">
          {fault === undefined ? '' : faultWords(fault)}
        </p>
        <DialogActions>
          <Button onClick={onClose}>Back</Button>
          <Button kind="act" type="submit" isBusy={isBusy} disabled={!hasUnits && !isLowChanged}>
            {hasUnits ? 'Adjust the stock' : 'Save'}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
