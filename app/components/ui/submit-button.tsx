'use client';

import type { ComponentProps } from 'react';
import { useAwake } from '@/app/components/hooks/use-awake';
import { Button } from './button';

/** Sends its form. Not before the page's script is there: the browser would send it by itself, and what was typed be lost. */
export function SubmitButton({ disabled = false, ...rest }: Omit<ComponentProps<typeof Button>, 'type'>) {
  const isAwake = useAwake();
  return <Button {...rest} type="submit" disabled={disabled || !isAwake} />;
}
