import { Button, Link, Text } from '@react-email/components';
import { formatMoney, type Money } from '@/lib/kernel/money';
import type { Order } from '@/lib/orders/model';
import type { Speech } from '../texts';
import { Layout } from './layout';
import { styles } from './styles';

type Props = {
  readonly speech: Speech;
  readonly shop: string;
  readonly order: Order;
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly tracking?: { readonly text: string; readonly url: string } | undefined;
  /** Opens the order: its token stands behind the #, which browsers send to nobody. */
  readonly orderUrl: string;
};

/** A mail about an order: what happened, what was ordered, what it came to, and the way to its page. */
export function OrderMail({ speech, shop, order, title, paragraphs, tracking, orderUrl }: Props) {
  const { t } = speech;
  const address = order.shippingAddress;
  const place = [address.postalCode, address.city, address.region, address.country].filter(Boolean).join(' ');
  return (
    <Layout
      language={speech.language}
      shop={shop}
      title={title}
      preview={paragraphs[0] ?? title}
      why={t('common.why', { shop })}
    >
      <Text style={styles.text}>{t('common.hello', { name: address.name })}</Text>
      {paragraphs.map((paragraph) => (
        <Text key={paragraph} style={styles.text}>
          {paragraph}
        </Text>
      ))}
      {tracking && (
        <Text style={styles.text}>
          <Link href={tracking.url}>{tracking.text}</Link>
        </Text>
      )}
      <Button href={orderUrl} style={styles.button}>
        {t('common.seeOrder')}
      </Button>
      <Text style={styles.small}>{t('common.orderNumber', { number: String(order.number) })}</Text>
      <Lines speech={speech} order={order} />
      <Text style={{ ...styles.small, marginTop: '24px' }}>
        {t('common.sentTo', {
          address: [address.name, address.line1, address.line2, place].filter(Boolean).join(', '),
        })}
      </Text>
      <Text style={styles.small}>{t('common.keepLink')}</Text>
    </Layout>
  );
}

function Lines({ speech: { t, locale }, order }: Pick<Props, 'speech' | 'order'>) {
  const money = (amount: Money) => formatMoney(amount, locale);
  const minus = ({ amount, currency }: Money) => money({ amount: -amount, currency });
  const rows: readonly (readonly [string, string])[] = [
    [t('common.subtotal'), money(order.subtotal)],
    ...(order.discount.amount > 0 ? ([[t('common.discount'), minus(order.discount)]] as const) : []),
    [t('common.shipping'), money(order.shipping)],
    ...(order.tax.amount > 0 ? ([[t('common.tax'), money(order.tax)]] as const) : []),
  ];
  return (
    <table className="facts" style={styles.table} cellPadding={0} cellSpacing={0}>
      <tbody>
        {order.lines.map((line) => (
          <tr key={line.variantId}>
            <td style={styles.cell}>
              {line.title}
              <br />
              <span style={styles.detail}>
                {[
                  ...line.options.map(({ value }) => value),
                  t('common.quantity', { count: line.quantity, price: money(line.unitPrice) }),
                ].join(' · ')}
              </span>
            </td>
            <td style={styles.amount}>{money(line.lineTotal)}</td>
          </tr>
        ))}
        {rows.map(([name, amount]) => (
          <tr key={name}>
            <td style={styles.cell}>{name}</td>
            <td style={styles.amount}>{amount}</td>
          </tr>
        ))}
        <tr>
          <td style={styles.cell}>
            <strong>{t('common.total')}</strong>
            {order.taxIncluded.amount > 0 && (
              <>
                <br />
                <span style={styles.detail}>
                  {t('common.taxIncluded', { amount: money(order.taxIncluded) })}
                </span>
              </>
            )}
          </td>
          <td style={styles.amount}>
            <strong>{money(order.total)}</strong>
          </td>
        </tr>
      </tbody>
    </table>
  );
}
