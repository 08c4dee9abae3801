'use client';

import { CalendarRange } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { Button } from '@/app/(merchant)/_ui/button';
import { Dialog, DialogActions } from '@/app/(merchant)/_ui/dialog';
import { TextField } from '@/app/(merchant)/_ui/field';
import { useAddress } from '@/app/(merchant)/_ui/use-address';
import { SPANS, type Span } from '@/lib/sales/model';
import { isSpan, SPAN_WORDS } from './period-words';

const ON = 'aria-pressed:border-ink aria-pressed:bg-ink aria-pressed:text-paper';

/** Which days the figures are of; it stands in the address. */
export function PeriodPicker() {
  const address = useAddress();
  const [isOpen, setIsOpen] = useState(false);
  const [from, to] = [address.get('from'), address.get('to')];
  const hasDays = from !== '' && to !== '';
  const given = address.get('span');
  const span = hasDays ? null : isSpan(given) ? given : 'today';
  return (
    <fieldset className="flex flex-wrap gap-1.5">
      <legend className="sr-only">Period</legend>
      {(Object.keys(SPANS) as Span[]).map((one) => (
        <Button
          key={one}
          className={ON}
          aria-pressed={one === span}
          onClick={() => address.set({ span: one === 'today' ? '' : one, from: '', to: '' })}
        >
          {SPAN_WORDS[one]}
        </Button>
      ))}
      <Button className={ON} aria-pressed={hasDays} onClick={() => setIsOpen(true)}>
        <CalendarRange aria-hidden /> Other days
      </Button>
      <Dialog
        isOpen={isOpen}
        onClose={() => setIsOpen(false)}
        title="Other days"
        lead="Days of the shop’s clock, both included, at most a year."
      >
        <DaysForm
          from={from}
          to={to}
          onChosen={(days) => {
            address.set({ ...days, span: '' });
            setIsOpen(false);
          }}
        />
      </Dialog>
    </fieldset>
  );
}

const YEAR_MS = 366 * 86_400_000;

function DaysForm({
  from,
  to,
  onChosen,
}: {
  from: string;
  to: string;
  onChosen: (days: { from: string; to: string }) => void;
}) {
  const [days, setDays] = useState({ from, to });
  const [fault, setFault] = useState('');

  function choose(event: FormEvent) {
    event.preventDefault();
    if (days.from > days.to) return setFault('The last day must not be before the first.');
    if (Date.parse(days.to) - Date.parse(days.from) >= YEAR_MS) return setFault('That is more than a year.');
    onChosen(days);
  }

  return (
    <form onSubmit={choose} className="grid gap-4">
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          id="period-from"
          label="First day"
          type="date"
          required
          value={days.from}
          onChange={(event) => setDays({ ...days, from: event.target.value })}
        />
        <TextField
          id="period-to"
          label="Last day"
          type="date"
          required
          fault={fault}
          value={days.to}
          onChange={(event) => setDays({ ...days, to: event.target.value })}
        />
      </div>
      <DialogActions>
        <Button kind="act" type="submit">
          Show these days
        </Button>
      </DialogActions>
    </form>
  );
}
