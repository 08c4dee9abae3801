import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { shop } from './shop';

export type Theme = 'light' | 'dark';

/** In the short form each theme is looked at in one window: the rules are the same in both. */
export const themesOf = (project: { readonly name: string }): readonly Theme[] => {
  if (shop.long) return ['light', 'dark'];
  return [project.name === 'phone' ? 'light' : 'dark'];
};

/** For a sweep of screens that are of the same parts as those which the short form does look at. */
export const IN_LONG_FORM = 'Axe looks at these screens in the long form.';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * Looks into frames as well, where there are any: then what is found in each is put together in a page that is opened for
 * it, which takes longer than the looking itself.
 */
export function axe(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).setLegacyMode(page.frames().length === 1);
}

/** What axe finds serious or critical on the page as it stands, a line each; `name` says which page and state it was. */
export async function seriousFaults(page: Page, name: string): Promise<string[]> {
  const { violations } = await axe(page).withTags(RULES).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, impact, nodes }) =>
        `${name}: ${id} (${impact}) ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
    );
}
