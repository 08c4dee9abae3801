import { fromUuid, type IdOf, type IdPrefix } from '@/lib/kernel/ids';
import type { Money } from '@/lib/kernel/money';
import type { Fulfilment, OrderRefund, OrderReturn, OrderWork } from '../model';

type UnitsRow = { variantId: string; quantity: number };

/** What order_work_document() answers. */
export type OrderWorkRow = {
  fulfilment: Fulfilment | null;
  currency: string;
  units: {
    variantId: string;
    sent: number;
    refunded: number;
    returning: number;
    returned: number;
    toSend: number;
    paid: number;
    taxRatePpm: number;
    canRestock: boolean;
  }[];
  parcels: {
    id: string;
    at: string;
    actor: string;
    carrier: string | null;
    trackingNumber: string | null;
    trackingUrl: string | null;
    lines: UnitsRow[] | null;
  }[];
  returns: {
    id: string;
    at: string;
    closedAt: string | null;
    status: OrderReturn['status'];
    reason: string;
    actor: string;
    refundId: string | null;
    lines: UnitsRow[] | null;
  }[];
  refunds: {
    id: string;
    at: string;
    actor: string;
    amount: number;
    status: OrderRefund['status'];
    reason: string;
    lines: (UnitsRow & { amount: number; restocked: number })[];
  }[];
  taxes: { ratePpm: number | null; net: number; tax: number; taxIncluded: number }[];
  paid: number;
  refunded: number;
  refundable: number;
  discountCode: string | null;
  paidAt: string | null;
  market: string | null;
  customerId: string | null;
};

const instant = (text: string) => new Date(text).toISOString();
const maybeId = <P extends IdPrefix>(prefix: P, uuid: string | null): IdOf<P> | null =>
  uuid === null ? null : fromUuid(prefix, uuid);
const toUnits = ({ variantId, quantity }: UnitsRow) => ({ variantId: fromUuid('var', variantId), quantity });

/** Amounts get their currency, ids their family. */
export function toOrderWork(row: OrderWorkRow): OrderWork {
  const money = (amount: number): Money => ({ amount, currency: row.currency });
  return {
    fulfilment: row.fulfilment,
    units: row.units.map((line) => ({
      ...line,
      variantId: fromUuid('var', line.variantId),
      paid: money(line.paid),
    })),
    parcels: row.parcels.map((parcel) => ({
      ...parcel,
      id: fromUuid('ful', parcel.id),
      at: instant(parcel.at),
      lines: (parcel.lines ?? []).map(toUnits),
    })),
    returns: row.returns.map((back) => ({
      ...back,
      id: fromUuid('ret', back.id),
      at: instant(back.at),
      closedAt: back.closedAt === null ? null : instant(back.closedAt),
      refundId: maybeId('ref', back.refundId),
      lines: (back.lines ?? []).map(toUnits),
    })),
    refunds: row.refunds.map(({ id, at, actor, amount, status, reason, lines }) => ({
      id: fromUuid('ref', id),
      at: instant(at),
      actor,
      amount: money(amount),
      status,
      reason,
      lines: lines.map((line) => ({
        ...toUnits(line),
        amount: money(line.amount),
        restocked: line.restocked,
      })),
    })),
    taxes: row.taxes.map(({ ratePpm, net, tax, taxIncluded }) => ({
      ratePpm,
      net: money(net),
      tax: money(tax),
      taxIncluded: money(taxIncluded),
    })),
    paid: money(row.paid),
    refunded: money(row.refunded),
    refundable: money(row.refundable),
    discountCode: row.discountCode,
    paidAt: row.paidAt === null ? null : instant(row.paidAt),
    market: row.market,
    customerId: maybeId('cust', row.customerId),
  };
}
