'use client';

import { useEffect, useState } from 'react';
import { type ApiProblem, callApi } from '@/app/components/api/call-api';
import { viewOf } from '@/app/components/market/markets';
import { useText } from '@/app/components/text/text-provider';
import type { Quote } from '@/lib/orders/model';

export type QuoteRequest = {
  readonly cartId: string;
  readonly country: string;
  readonly region: string;
  readonly shippingMethod: string;
  readonly discountCode: string;
};

export type Quoted = {
  /** The last total that was worked out; it may be an older one while a new one is on its way. */
  readonly quote: Quote | undefined;
  readonly problem: ApiProblem | undefined;
  readonly isFresh: boolean;
};

const SETTLE_MS = 250;

/** What checkout would charge now, asked again whenever the destination, the method, the cart or `version` changes. */
export function useQuote(request: QuoteRequest | undefined, version: string): Quoted {
  const [answered, setAnswered] = useState<{ for: string; quote?: Quote; problem?: ApiProblem }>();
  const { language } = viewOf(useText().market);
  const question = request === undefined ? undefined : JSON.stringify([request, version]);
  useEffect(() => {
    if (question === undefined) return;
    const leaving = new AbortController();
    const [wish] = JSON.parse(question) as [QuoteRequest];
    const inLanguage = language === undefined ? '' : (`?language=${language}` as const);
    const ask = async () => {
      const answer = await callApi<Quote>(`/api/checkout/quote${inLanguage}`, {
        method: 'POST',
        body: {
          cartId: wish.cartId,
          shippingAddress: { country: wish.country, region: wish.region },
          ...(wish.shippingMethod === '' ? {} : { shippingMethod: wish.shippingMethod }),
          ...(wish.discountCode === '' ? {} : { discountCode: wish.discountCode }),
        },
        signal: leaving.signal,
      });
      if (answer.ok) setAnswered({ for: question, quote: answer.value });
      else {
        setAnswered((last) => ({
          for: question,
          problem: answer.problem,
          ...(last?.quote ? { quote: last.quote } : {}),
        }));
      }
    };
    const timer = setTimeout(() => {
      ask().catch(() => {
        // Another question took its place.
      });
    }, SETTLE_MS);
    return () => {
      clearTimeout(timer);
      leaving.abort();
    };
  }, [question, language]);
  const isFresh = question !== undefined && answered?.for === question;
  return {
    quote: answered?.quote,
    problem: isFresh ? answered.problem : undefined,
    isFresh: isFresh && answered.problem === undefined,
  };
}
