import type { ComponentProps } from 'react';
import { ProductTile } from './product-tile';
import { textOf } from './text/messages';

/** A product in a list of a page that is made on the server. */
export function ProductCard(props: Omit<ComponentProps<typeof ProductTile>, 't'>) {
  return <ProductTile {...props} t={textOf(props.market)} />;
}
