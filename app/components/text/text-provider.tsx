'use client';

import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { Market } from '@/app/components/market/markets';
import { createTranslate, type Messages, type Translate } from './translate';

type Speech = { readonly market: Market; readonly messages: Partial<Messages>; readonly t: Translate };

const SpeechContext = createContext<Speech | null>(null);

/** Hands a market and sections of its texts to the islands below, beside those that an outer provider gave. */
export function TextProvider(props: { market: Market; messages: Partial<Messages>; children: ReactNode }) {
  const outer = useContext(SpeechContext);
  const speech = useMemo(() => {
    const messages = { ...outer?.messages, ...props.messages };
    return { market: props.market, messages, t: createTranslate(messages, props.market.locale) };
  }, [outer, props.market, props.messages]);
  return <SpeechContext value={speech}>{props.children}</SpeechContext>;
}

/** The market that an island is in, and its texts. */
export function useText(): { market: Market; t: Translate } {
  const speech = useContext(SpeechContext);
  if (speech === null) throw new Error('An island needs a TextProvider above it.');
  return speech;
}
