export type EventKind = 'processing' | 'succeeded' | 'declined';

/** What the test provider does with one attempt. */
export type TestScript = {
  readonly outcome: 'succeeded' | 'declined';
  /** Whether the request reaches the provider at all. */
  readonly arrives: boolean;
  /** Until then it is at work: asked, it says so; closed, it declines. */
  readonly decidesAfterMs: number;
  /** How late the answer to the charge comes; null: never. */
  readonly answersAfterMs: number | null;
  /** The webhooks it sends, in no particular order. Those of one kind are the same event, delivered again. */
  readonly webhooks: readonly { readonly kind: EventKind; readonly afterMs: number }[];
};

const AT_ONCE = { arrives: true, decidesAfterMs: 0, answersAfterMs: 0 } as const;
const METHODS: Readonly<Record<string, TestScript>> = {
  test_ok: { ...AT_ONCE, outcome: 'succeeded', webhooks: [{ kind: 'succeeded', afterMs: 0 }] },
  test_declined: { ...AT_ONCE, outcome: 'declined', webhooks: [{ kind: 'declined', afterMs: 0 }] },
  // Its webhook is lost as well: only asking tells.
  test_timeout: { ...AT_ONCE, outcome: 'succeeded', answersAfterMs: null, webhooks: [] },
};

/**
 * What a method of the test provider stands for. Beside those of the API there is, for tests, a script in the form of a
 * query: `script:outcome=declined&arrives=no&decides=500&answers=never&webhooks=succeeded@0,processing@100`. What is not
 * said is as with `test_ok`, without a webhook.
 */
export function parseTestMethod(method: string): TestScript {
  const known = Object.hasOwn(METHODS, method) ? METHODS[method] : undefined;
  if (known !== undefined) return known;
  if (!method.startsWith('script:')) throw new TypeError(`${method} is no method of the test provider.`);
  const said = new URLSearchParams(method.slice('script:'.length));
  const answers = said.get('answers') ?? '0';
  return {
    outcome: said.get('outcome') === 'declined' ? 'declined' : 'succeeded',
    arrives: said.get('arrives') !== 'no',
    decidesAfterMs: Number(said.get('decides') ?? 0),
    answersAfterMs: answers === 'never' ? null : Number(answers),
    webhooks: (said.get('webhooks') ?? '')
      .split(',')
      .filter((text) => text !== '')
      .map((text) => {
        const [kind, afterMs = '0'] = text.split('@');
        return { kind: kind as EventKind, afterMs: Number(afterMs) };
      }),
  };
}
