'use client';

import { type FormEvent, useCallback, useEffect, useRef, useState } from 'react';
import type { ApiResult, FieldFault } from '@/app/components/api/call-api';
import type { OwnOrder } from '@/app/components/orders/stored-orders';
import { useText } from '@/app/components/text/text-provider';
import { SubmitButton } from '@/app/components/ui/submit-button';
import type { Cart } from '@/lib/cart/model';
import type { Totals } from '@/lib/orders/model';
import { AddressFields, ContactFields } from './address-fields';
import { type Draft, type FieldName, loadDraft, saveDraft } from './draft';
import { FaultList } from './fault-list';
import { type Faults, faultsFromErrors, findFaultAt, findFaults } from './faults';
import { type CheckoutBody, isUnclear } from './intent';
import { QuoteProblem } from './quote-problem';
import { Refusal } from './refusal';
import { SaveAddressChoice, SavedAddressChoice } from './saved-addresses';
import { ShippingMethods } from './shipping-methods';
import { Summary } from './summary';
import { useQuote } from './use-quote';
import { useSavedAddresses } from './use-saved-addresses';

/** A try to order: what was asked for, and what the shop said. */
export type Attempt = { readonly body: CheckoutBody; readonly answer: ApiResult<OwnOrder> };

type Props = {
  cart: Cart;
  /** What became of an attempt that an earlier visit of this page had begun. */
  resumed: Attempt | undefined;
  onOrder: (body: CheckoutBody) => Promise<ApiResult<OwnOrder>>;
  onCartChange: (answer?: ApiResult<Cart>) => void;
};

/** The form: who, where to, what it costs, and one button. */
export function CheckoutForm({ cart, resumed, onOrder, onCartChange }: Props) {
  const { market, t } = useText();
  const [draft, setDraft] = useState<Draft>(() => loadDraft(market.country));
  const saved = useSavedAddresses(draft, setDraft);
  const [faults, setFaults] = useState<Faults>({});
  const [answer, setAnswer] = useState(resumed?.answer);
  const [sent, setSent] = useState(resumed?.body);
  const [tries, setTries] = useState(0);
  const [isSending, setIsSending] = useState(false);
  /** The fields that were marked when it was last tried. */
  const [wasTried, setWasTried] = useState(false);
  const [refusedCode, setRefusedCode] = useState('');
  const form = useRef<HTMLFormElement>(null);
  const refusal = useRef<HTMLDivElement>(null);

  const { country, region, shippingMethod, discountCode } = draft;
  const version = `${quoteVersion(cart, answer)} ${tries}`;
  const { quote, problem, isFresh } = useQuote(
    { cartId: cart.id, country, region, shippingMethod, discountCode },
    version,
  );
  const shownFaults = problem ? { ...faultsFromErrors(problem.errors, t), ...faults } : faults;

  // A code that does not apply, or not any more, is said and dropped: there is a total without it.
  const dropCode = useCallback(
    (errors: readonly FieldFault[]) => {
      if (discountCode === '' || !errors.some(({ path }) => path === 'discountCode')) return;
      setRefusedCode(discountCode);
      setDraft((last) => ({ ...last, discountCode: '' }));
    },
    [discountCode],
  );

  useEffect(() => saveDraft(draft), [draft]);
  useEffect(() => {
    // A method that is not offered any more, for this place or this cart, gives way to the cheapest.
    if (problem?.errors.some(({ path }) => path === 'shippingMethod')) {
      setDraft((last) => ({ ...last, shippingMethod: '' }));
    }
    if (problem) dropCode(problem.errors);
    // The shop has forgotten the cart: it is made again from the browser.
    if (problem?.code === 'cart-not-found') onCartChange();
  }, [problem, dropCode, onCartChange]);
  useEffect(() => {
    if (answer && !answer.ok && answer.problem.code !== 'validation-failed') refusal.current?.focus();
  }, [answer]);

  function change(name: FieldName, value: string) {
    setDraft((last) => ({
      ...last,
      [name]: value,
      // A region and a method belong to a country.
      ...(name === 'country' ? { region: '', shippingMethod: '' } : {}),
    }));
    setFaults(({ [name]: _, ...others }) => others);
  }

  function leave(name: FieldName) {
    const fault = findFaultAt(name, draft, t);
    if (fault !== undefined) setFaults((known) => ({ ...known, [name]: fault }));
  }

  function goTo(name: string) {
    form.current?.querySelector<HTMLElement>(`[name="${name}"]`)?.focus();
  }

  async function submit(event?: FormEvent) {
    event?.preventDefault();
    if (isSending || quote === undefined || !isFresh) return;
    const found = findFaults(draft, t);
    setFaults(found);
    setWasTried(true);
    const [first] = Object.keys(found);
    if (first !== undefined) return goTo(first);
    await send(toBody(cart, draft, quote, market.code));
  }

  async function send(body: CheckoutBody) {
    setIsSending(true);
    setSent(body);
    setAnswer(undefined);
    const given = await onOrder(body);
    setIsSending(false);
    setAnswer(given);
    if (given.ok) return saved.save(body.shippingAddress);
    if (given.problem.code === 'validation-failed') mark(given.problem.errors);
    if (given.problem.code === 'cart-not-found' || given.problem.code === 'out-of-stock') onCartChange();
  }

  function mark(errors: readonly FieldFault[]) {
    const found = faultsFromErrors(errors, t);
    setFaults(found);
    dropCode(errors);
    const [first] = Object.keys(found);
    if (first !== undefined) goTo(first);
  }

  const isLocked = isSending || (answer !== undefined && isUnclear(answer));
  return (
    <form ref={form} noValidate onSubmit={submit} className="grid gap-12 md:grid-cols-12 md:gap-x-12">
      <div className="grid content-start gap-10 md:col-span-7">
        <fieldset disabled={isLocked} className="grid gap-10">
          <ContactFields draft={draft} faults={shownFaults} onChange={change} onLeave={leave} />
          <SavedAddressChoice saved={saved} onChosen={() => setFaults({})} />
          <AddressFields draft={draft} faults={shownFaults} onChange={change} onLeave={leave} />
          <SaveAddressChoice saved={saved} />
          <ShippingMethods
            quote={quote}
            chosen={shippingMethod}
            onChoose={(code) => change('shippingMethod', code)}
          />
        </fieldset>
      </div>
      <div className="grid content-start gap-6 md:sticky md:top-8 md:col-span-5 md:self-start">
        <Summary
          lines={cart.lines}
          subtotal={cart.subtotal}
          quote={quote}
          isFresh={isFresh}
          discount={{
            code: discountCode,
            refused: refusedCode,
            onCode: (code) => {
              setRefusedCode('');
              setDraft((last) => ({ ...last, discountCode: code }));
            },
          }}
        />
        {problem ? <QuoteProblem problem={problem} onTryAgain={() => setTries(tries + 1)} /> : null}
        <div ref={refusal} tabIndex={-1} className="outline-none">
          {answer?.ok === false ? (
            <Refusal
              problem={answer.problem}
              cart={cart}
              expected={sent?.expectedTotal}
              onAskAgain={() => sent && void send(sent)}
              onCartChange={(changed) => {
                setAnswer(undefined);
                onCartChange(changed);
              }}
            />
          ) : null}
        </div>
        {wasTried ? <FaultList faults={faults} onGo={goTo} /> : null}
        {isLocked && !isSending ? null : (
          <>
            <SubmitButton
              kind="act"
              disabled={quote === undefined || !isFresh}
              aria-disabled={isSending}
              className="w-full"
            >
              {isSending ? t('checkout.submitting') : t('checkout.submit')}
            </SubmitButton>
            <p className="text-sm text-muted">{t('checkout.holdNote')}</p>
          </>
        )}
      </div>
    </form>
  );
}

/** Changes when the total may have: another cart, or a refusal that says so. */
function quoteVersion(cart: Cart, answer: ApiResult<OwnOrder> | undefined): string {
  const lines = cart.lines.map(({ variantId, quantity }) => `${variantId}:${quantity}`).join(' ');
  return `${lines} ${answer?.ok === false ? answer.problem.code : ''}`;
}

function toBody(cart: Cart, draft: Draft, quote: Totals, market: string): CheckoutBody {
  const { email, name, line1, line2, city, region, postalCode, country, shippingMethod, discountCode } =
    draft;
  return {
    cartId: cart.id,
    email: email.trim(),
    shippingAddress: {
      name,
      line1,
      ...(line2.trim() === '' ? {} : { line2 }),
      city,
      ...(region.trim() === '' ? {} : { region }),
      postalCode,
      country,
    },
    ...(shippingMethod === '' ? {} : { shippingMethod }),
    ...(discountCode === '' ? {} : { discountCode }),
    expectedTotal: quote.total,
    market,
  };
}
