import type { Words } from '../model';

const FRONT_MATTER = /^---\n([\s\S]*?)\n---\n/;

/** The parts of a file of content/. One without a title or a description is a mistake that is noticed. */
export function parseWords(source: string): Words {
  const head = FRONT_MATTER.exec(source);
  const field = (name: string) => {
    const value = new RegExp(`^${name}: (.+)$`, 'm').exec(head?.[1] ?? '')?.[1];
    if (value === undefined) throw new Error(`A page of content/ has no ${name}.`);
    return value;
  };
  const body = source.slice(head?.[0].length ?? 0).trim();
  return { title: field('title'), description: field('description'), body };
}
