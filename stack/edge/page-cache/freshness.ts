import type { OriginAnswer } from './ask-origin';
import type { Variant } from './wish';

/** The header by which the origin's cache handler names a page's tags. It is ours, and leaves with no answer. */
export const TAGS_HEADER = 'x-page-tags';

/** However long an origin allows: a page is shown no longer than this after it was made, but for a failing origin. */
const MAX_SHOWN_MS = 60_000;
/** In the last part of that time a page is made anew behind the answers, so that nobody waits for it. */
const REFRESH_AHEAD_MS = 15_000;
/** Next answers with an old page as fresh (`x-nextjs-cache: STALE`) and makes a new one meanwhile: that one is next. */
const STALE_TRAP_MS = 1_000;
const MAX_ASSET_MS = 31_536_000_000;

/** How long an answer may be shown, counted from when it was asked for. */
export interface Lifetime {
  /** From here on it is made anew in the background. */
  readonly refreshMs: number;
  /** Until here it is fresh; between the two it is stale-while-revalidate's. */
  readonly freshMs: number;
  readonly shownMs: number;
}

/** How long an answer may be kept, or null when it may not: RFC 9111 for a shared cache, and stricter. */
export function lifetimeOf({ status, headers }: OriginAnswer, variant: Variant): Lifetime | null {
  if (status !== 200 || headers['set-cookie'] !== undefined) return null;
  const said = directives(headers['cache-control']);
  if (said.has('private') || said.has('no-store') || said.has('no-cache')) return null;
  if (variant === 'asset' || variant === 'file') {
    const ms = Math.min(seconds(said, 'max-age') * 1_000, MAX_ASSET_MS);
    return said.has('public') && ms > 0 ? { refreshMs: ms, freshMs: ms, shownMs: ms } : null;
  }
  if (variant !== 'segment' && headers[TAGS_HEADER] === undefined) return null;
  const ageMs = Number(headers.age ?? 0) * 1_000 || 0;
  const freshMs = Math.min(seconds(said, 's-maxage') * 1_000 - ageMs, MAX_SHOWN_MS);
  if (!(freshMs > 0)) return null;
  if (headers['x-nextjs-cache'] === 'STALE') {
    const ms = Math.min(freshMs, STALE_TRAP_MS);
    return { refreshMs: ms, freshMs: ms, shownMs: ms };
  }
  const shownMs = Math.min(freshMs + seconds(said, 'stale-while-revalidate') * 1_000, MAX_SHOWN_MS);
  return {
    refreshMs: Math.max(Math.min(freshMs, shownMs - REFRESH_AHEAD_MS), freshMs / 2),
    freshMs,
    shownMs,
  };
}

function directives(value: string | string[] | undefined): Map<string, string> {
  const parts = [value ?? []].flat().join(',').toLowerCase().split(',');
  return new Map(
    parts.map((part) => {
      const [name = '', argument = ''] = part.split('=', 2);
      return [name.trim(), argument.trim().replaceAll('"', '')];
    }),
  );
}

function seconds(said: ReadonlyMap<string, string>, name: string): number {
  const value = said.get(name) ?? '';
  return /^\d+$/.test(value) ? Number(value) : 0;
}
