import type { IncomingMessage, ServerResponse } from 'node:http';
import { describeError, logEveryMinute } from '@/lib/platform/log';
import type { TagView } from '@/lib/platform/tags/tag-view';
import { refuse } from '../answer';
import type { RequestTarget } from '../request-target';
import { createOriginClient, type OriginAnswer } from './ask-origin';
import { lifetimeOf } from './freshness';
import { type MadePage, makePage } from './made-page';
import { createPageStore, type StoredPage } from './page-store';
import { sendPage } from './send-page';
import { createWishReader, type KeptPage, type Wish } from './wish';

export interface PageCacheOptions {
  readonly pages: readonly KeptPage[];
  readonly origins: readonly URL[];
  readonly tags: Pick<TagView, 'mark' | 'isCurrent'>;
  /** The headers that every page has. */
  readonly extraHead: Readonly<Record<string, string>>;
  /** Asks a route of this process, where files that no origin has are. Null: there is none. */
  readonly askHere?: (path: string) => Promise<Response | null>;
  readonly maxBytes?: number;
  readonly fillTimeoutMs?: number;
  readonly nowMs?: () => number;
}

export interface PageCache {
  /** Answers if it is a request for what may be kept. False: it is not, and nothing was done. */
  answer(incoming: IncomingMessage, outgoing: ServerResponse, target: RequestTarget): Promise<boolean>;
  close(): void;
}

/** What came of asking an origin. `unfit`: each must ask for itself. */
type Filled =
  | { readonly kind: 'made'; readonly page: MadePage; readonly stored: StoredPage | null }
  | { readonly kind: 'failed' | 'unfit' };

type Fill = { readonly mark: number; readonly filled: Promise<Filled> };

const MAX_BYTES = 96 * 1024 * 1024;
const MAX_PAGE_BYTES = 8 * 1024 * 1024;
const FILL_TIMEOUT_MS = 10_000;
/** How long a page may stand in for one that its origin fails to make (RFC 5861). */
const STALE_IF_ERROR_MS = 3_600_000;
const AFTER_FAILURE_MS = 1_000;
const NAME = 'Doorbuster';
const isPrivate = /\b(?:private|no-store)\b/i;

/**
 * The one page cache of a shop that runs off Vercel. What it keeps is shown until its time is over or one of its tags has
 * changed; then one request asks the origin and the others wait for it. A page that cannot be made anew is shown as it
 * was; an error is never kept.
 */
export function createPageCache({
  pages,
  origins,
  tags,
  extraHead,
  askHere = async () => null,
  maxBytes = MAX_BYTES,
  fillTimeoutMs = FILL_TIMEOUT_MS,
  nowMs = Date.now,
}: PageCacheOptions): PageCache {
  const readWish = createWishReader(pages);
  const store = createPageStore(maxBytes);
  const origin = createOriginClient(origins, { timeoutMs: fillTimeoutMs, maxBytes: MAX_PAGE_BYTES });
  const fills = new Map<string, Fill>();

  const isCurrent = (stored: StoredPage) => tags.isCurrent(stored.mark, stored.tags);
  const ageMs = (stored: StoredPage) => nowMs() - stored.askedAtMs;

  /** One request to the origin for all that wait for the same, unless something changed since it was sent. */
  function fill(wish: Wish): { readonly filled: Promise<Filled>; readonly isShared: boolean } {
    const running = fills.get(wish.key);
    const mark = tags.mark();
    // Of a page that is not known it is not known what it shows: any change since may concern it.
    const known = running === undefined ? undefined : store.find(wish.key);
    if (running?.mark === mark || (running && known && tags.isCurrent(running.mark, known.tags))) {
      return { filled: running.filled, isShared: true };
    }
    const filled = ask(wish, mark).catch((error: unknown): Filled => {
      logEveryMinute('error', 'page-cache:fill', { error: describeError(error) });
      return { kind: 'failed' };
    });
    const mine: Fill = { mark, filled };
    fills.set(wish.key, mine);
    void filled.then(() => {
      if (fills.get(wish.key) === mine) fills.delete(wish.key);
    });
    return { filled, isShared: false };
  }

  async function ask(wish: Wish, mark: number): Promise<Filled> {
    const askedAtMs = nowMs();
    const pageTags = wish.page === null ? null : await tagsOf(wish.page);
    const isHere = wish.variant === 'file';
    const answer = isHere ? await readHere(wish.path) : await origin.ask(wish.path, wish.headers);
    if (answer === 'failed') return failed(wish);
    if (answer === 'too-large' || answer.headers['set-cookie'] !== undefined) return { kind: 'unfit' };
    const page = await makePage(answer, {
      // A route says its own.
      extraHead: isHere ? {} : extraHead,
      kept: isHere || wish.variant === 'asset' ? 'for-long' : 'a-while',
    });
    // What most browsers take is compressed before anybody waits for it twice.
    await page.body('br');
    if (answer.status >= 500) {
      const instead = failed(wish);
      return store.find(wish.key) === undefined ? { kind: 'made', page, stored: null } : instead;
    }
    const lifetime = lifetimeOf(answer, wish.variant);
    // It looks at who asks after all.
    if (lifetime === null && answer.status === 200 && isPrivate.test(String(answer.headers['cache-control'])))
      return { kind: 'unfit' };
    const shownBy = wish.variant === 'segment' ? pageTags : page.tags;
    if (lifetime === null || shownBy === null) {
      store.drop(wish.key);
      return { kind: 'made', page, stored: null };
    }
    const stored: StoredPage = { ...lifetime, page, mark, tags: shownBy, askedAtMs, askAgainAtMs: 0 };
    const newer = store.find(wish.key);
    // A slower one that was asked for earlier must not take the place of a later one.
    if (newer === undefined || newer.mark <= mark) store.keep(wish.key, stored);
    return { kind: 'made', page, stored };
  }

  async function readHere(path: string): Promise<OriginAnswer | 'failed' | 'too-large'> {
    const response = await askHere(path);
    if (response === null) return 'too-large';
    if (Number(response.headers.get('content-length') ?? 0) > MAX_PAGE_BYTES) {
      await response.body?.cancel();
      return 'too-large';
    }
    const body = Buffer.from(await response.arrayBuffer());
    return { status: response.status, headers: Object.fromEntries(response.headers), body };
  }

  function failed(wish: Wish): Filled {
    const known = store.find(wish.key);
    if (known !== undefined) known.askAgainAtMs = nowMs() + AFTER_FAILURE_MS;
    return { kind: 'failed' };
  }

  /** A part of a page names no tags: they are those of the whole, which is made for it when it is not there. */
  async function tagsOf(page: Wish): Promise<readonly string[] | null> {
    const known = store.find(page.key);
    if (known !== undefined && isCurrent(known) && ageMs(known) < known.shownMs) return known.tags;
    const filled = await fill(page).filled;
    return filled.kind === 'made' ? (filled.stored?.tags ?? null) : null;
  }

  function hit(stored: StoredPage, how: string) {
    const age = Math.floor(ageMs(stored) / 1_000);
    const ttl = Math.ceil((stored.freshMs - ageMs(stored)) / 1_000);
    return { page: stored.page, ageSeconds: Math.max(age, 0), cacheStatus: `${NAME}; hit; ttl=${ttl}${how}` };
  }

  async function answer(
    incoming: IncomingMessage,
    outgoing: ServerResponse,
    target: RequestTarget,
  ): Promise<boolean> {
    const wish = readWish(incoming, target);
    if (wish === null) return false;
    const stored = store.find(wish.key);
    if (stored !== undefined && isCurrent(stored) && ageMs(stored) < stored.shownMs) {
      if (ageMs(stored) >= stored.refreshMs && nowMs() >= stored.askAgainAtMs) fill(wish);
      await send(incoming, outgoing, wish, hit(stored, ''));
      return true;
    }
    const isFailing = stored !== undefined && nowMs() < stored.askAgainAtMs;
    const { filled, isShared } = isFailing
      ? { filled: { kind: 'failed' } as Filled, isShared: true }
      : fill(wish);
    const result = await filled;
    if (outgoing.destroyed) return true;
    if (result.kind === 'unfit') return false;
    const forwarded = `${NAME}; fwd=${stored === undefined ? 'uri-miss' : 'stale'}`;
    if (result.kind === 'made') {
      const cacheStatus = `${forwarded}; fwd-status=${result.page.status}${result.stored === null ? '' : '; stored'}${isShared ? '; collapsed' : ''}`;
      await send(incoming, outgoing, wish, { page: result.page, ageSeconds: null, cacheStatus });
    } else if (stored !== undefined && ageMs(stored) < STALE_IF_ERROR_MS) {
      await send(incoming, outgoing, wish, hit(stored, '; detail=stale-if-error'));
    } else {
      for (const [name, value] of Object.entries(extraHead)) outgoing.setHeader(name, value);
      await refuse(incoming, outgoing, { code: 'temporarily-unavailable', retryAfterSeconds: 5, as: 'page' });
    }
    return true;
  }

  async function send(
    incoming: IncomingMessage,
    outgoing: ServerResponse,
    wish: Wish,
    what: Parameters<typeof sendPage>[2],
  ): Promise<void> {
    const before = what.page.bytes();
    await sendPage(incoming, outgoing, what);
    if (what.page.bytes() !== before) store.weigh(wish.key);
  }

  return { answer, close: () => origin.close() };
}
