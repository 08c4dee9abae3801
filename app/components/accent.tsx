import { mix } from '@/lib/kernel/colour';
import type { Accent } from '@/lib/shop/model';

const HOVER_SHARE = 0.35;

/**
 * The shop's own accent in place of the tokens that app/globals.css gives: what stands on it and what it becomes under a
 * pointer follow from it. Pages carry the tag of the shop, so a change is on all of them within seconds.
 */
export function AccentTokens({ accent: { light, dark } }: { accent: Accent }) {
  const strong = `light-dark(${mix(light, '#000000', HOVER_SHARE)}, ${mix(dark, '#ffffff', HOVER_SHARE)})`;
  const tokens = {
    '--color-act': `light-dark(${light}, ${dark})`,
    '--color-act-strong': strong,
    '--color-on-act': 'light-dark(#ffffff, #121211)',
  };
  const rules = Object.entries(tokens).map(([name, value]) => `${name}:${value}`);
  return <style>{`:root{${rules.join(';')}}`}</style>;
}
