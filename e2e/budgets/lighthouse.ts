import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

/** What Lighthouse says of a page, as its mobile profile sees it: a mid-range phone on a slow network, simulated. */
export type PageScore = {
  /** 0 to 100. */
  readonly scores: Readonly<Record<(typeof CATEGORIES)[number], number>>;
  readonly lcpMs: number;
  readonly cls: number;
  /** All scripts of the page, as they were transferred. */
  readonly scriptBytes: number;
  /** What keeps a category from 100, by the ids of its audits. */
  readonly faults: readonly string[];
};

/** Opens a page in a browser of its own and judges it. Throws when Lighthouse itself fails. */
export async function scorePage(url: string, chromePath: string): Promise<PageScore> {
  const chrome = await launch({
    chromePath,
    chromeFlags: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
  });
  try {
    const run = await lighthouse(url, {
      port: chrome.port,
      output: 'json',
      logLevel: 'error',
      onlyCategories: [...CATEGORIES],
    });
    if (run === undefined || run.lhr.runtimeError !== undefined)
      throw new Error(`Lighthouse could not judge ${url}: ${run?.lhr.runtimeError?.message ?? 'no result'}`);
    const { audits, categories } = run.lhr;
    const scoreOf = (id: string) => Math.round((categories[id]?.score ?? 0) * 100);
    const faults = CATEGORIES.flatMap((category) =>
      (categories[category]?.auditRefs ?? []).flatMap(({ id, weight }) => {
        const score = audits[id]?.score ?? null;
        return weight > 0 && score !== null && score < 0.9 ? [`${category}: ${id}`] : [];
      }),
    );
    return {
      scores: {
        performance: scoreOf('performance'),
        accessibility: scoreOf('accessibility'),
        'best-practices': scoreOf('best-practices'),
        seo: scoreOf('seo'),
      },
      lcpMs: audits['largest-contentful-paint']?.numericValue ?? Number.POSITIVE_INFINITY,
      cls: audits['cumulative-layout-shift']?.numericValue ?? Number.POSITIVE_INFINITY,
      scriptBytes: scriptBytes(audits['network-requests']?.details),
      faults,
    };
  } finally {
    chrome.kill();
  }
}

type NetworkItem = { resourceType?: string; transferSize?: number };

function scriptBytes(details: unknown): number {
  const { items = [] } = (details ?? {}) as { items?: NetworkItem[] };
  return items
    .filter(({ resourceType }) => resourceType === 'Script')
    .reduce((sum, { transferSize = 0 }) => sum + transferSize, 0);
}
