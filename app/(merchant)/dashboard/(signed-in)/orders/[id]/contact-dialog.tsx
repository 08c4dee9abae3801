'use client';

import { useState } from 'react';
import { api, ask } from '@/app/(merchant)/_api/client';
import { TextField } from '@/app/(merchant)/_ui/field';
import { useToasts } from '@/app/(merchant)/_ui/toaster';
import { MoveDialog } from './move-dialog';
import { type OrderDetail, useOrderMove } from './order';

const FIELDS = [
  { name: 'name', label: 'Name', max: 200, required: true },
  { name: 'line1', label: 'Address', max: 200, required: true },
  { name: 'line2', label: 'Address, second line', max: 200, required: false },
  { name: 'postalCode', label: 'Postal code', max: 20, required: true },
  { name: 'city', label: 'City', max: 100, required: true },
  { name: 'region', label: 'Region', max: 100, required: false },
] as const;

/** Where an order goes and who is written to, before it is sent. */
export function ContactDialog({ order, onClose }: { order: OrderDetail; onClose: () => void }) {
  const before = { email: order.email, shippingAddress: order.shippingAddress };
  const [email, setEmail] = useState(order.email);
  const [address, setAddress] = useState(order.shippingAddress);
  const move = useOrderMove(order.id);
  const { done, failed } = useToasts();
  const params = { path: { id: order.id } };

  async function change() {
    const body = { email, shippingAddress: address };
    await move(ask(api.PATCH('/api/admin/orders/{id}', { params, body })));
    done('E-mail and address are changed', {
      onUndo: () => {
        move(ask(api.PATCH('/api/admin/orders/{id}', { params, body: before }))).catch(failed);
      },
    });
  }

  return (
    <MoveDialog
      title="E-mail and address"
      lead={`The country stays ${order.shippingAddress.country}: tax and shipping were computed for it.`}
      verb="Save"
      onClose={onClose}
      onSubmit={change}
    >
      {(fault) => (
        <>
          <TextField
            id="contact-email"
            label="E-mail"
            type="email"
            required
            maxLength={254}
            value={email}
            onChange={({ target }) => setEmail(target.value)}
            fault={fault?.at('email')}
          />
          <div className="grid gap-3 sm:grid-cols-2">
            {FIELDS.map(({ name, label, max, required }) => (
              <TextField
                key={name}
                id={`contact-${name}`}
                label={label}
                required={required}
                maxLength={max}
                value={address[name] ?? ''}
                onChange={({ target }) => setAddress({ ...address, [name]: target.value })}
                fault={fault?.at(`shippingAddress/${name}`)}
              />
            ))}
          </div>
        </>
      )}
    </MoveDialog>
  );
}
