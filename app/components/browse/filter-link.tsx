import type { ComponentProps, MouseEvent } from 'react';

/** A link to the same list with other wishes: followed in place, and a plain link wherever that cannot be. */
export function FilterLink({
  href,
  onFollow,
  ...rest
}: Omit<ComponentProps<'a'>, 'onClick'> & { href: string; onFollow: () => void }) {
  const follow = (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    onFollow();
  };
  return <a {...rest} href={href} onClick={follow} />;
}
