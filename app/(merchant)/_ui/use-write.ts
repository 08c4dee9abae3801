'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ApiFault } from '../_api/client';
import { faultWords } from '../_api/problem-words';
import { useToasts } from './toaster';

type Options<I, O> = {
  readonly write: (input: I) => Promise<O>;
  /** The first words of the queries that show what is changed. */
  readonly topics: readonly string[];
  /** What is said once it is done. */
  readonly done?: string | ((value: O, input: I) => string);
  readonly onDone?: (value: O, input: I) => void;
};

/**
 * A form's way to the API: what it sends, what is asked for anew afterwards, and where what is wrong is said. Nothing that was
 * typed is lost when the API says no.
 */
export function useWrite<I, O>({ write, topics, done, onDone }: Options<I, O>) {
  const queries = useQueryClient();
  const toasts = useToasts();
  const mutation = useMutation({
    mutationFn: write,
    onSuccess: (value, input) => {
      for (const topic of topics) void queries.invalidateQueries({ queryKey: [topic] });
      if (done !== undefined) toasts.done(typeof done === 'string' ? done : done(value, input));
      onDone?.(value, input);
    },
  });
  const { error } = mutation;
  const places = error instanceof ApiFault ? error.problem.errors : [];
  return {
    run: (input: I) => mutation.mutate(input),
    isBusy: mutation.isPending,
    /** What is wrong with one field, by its path. */
    faultAt: (path: string) => (error instanceof ApiFault ? error.at(path) : undefined),
    /** What is wrong with anything at or below a path. */
    faultBelow: (path: string) =>
      places.find((place) => place.path === path || place.path.startsWith(`${path}/`))?.message,
    /** What is wrong with the whole, in words; empty where fields say it. */
    fault: error === null || places.length > 0 ? '' : faultWords(error),
    /** Whether fields say what is wrong. */
    hasFaults: places.length > 0,
    reset: mutation.reset,
  };
}
