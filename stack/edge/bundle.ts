import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { RouteModule } from './host';
import type { KeptPage } from './page-cache/wish';
import type { createEdge } from './server';

/** What build.ts generates. */
export interface EdgeBundle {
  readonly buildId: string;
  readonly release: string;
  /** Every route below app/api; those without a module run on Node origins. */
  readonly routes: readonly { readonly path: string; readonly module: RouteModule | null }[];
  /** The pages that may be kept. */
  readonly pages?: readonly KeptPage[];
  /** What runs the routes, compiled with them: a development loader between would cost each request. */
  readonly createEdge: typeof createEdge;
  /** From app/edge.ts: what an instance does beside answering. */
  readonly startBackground?: () => { stop(): Promise<void> };
}

/** Where the bundle lies below the directory of a build, next to what Next made of the same sources. */
export const edgeBundlePath = join('doorbuster-edge', 'edge.mjs');

/** Loads the bundle of the build in `distDir` (absolute). @throws whatever a route module throws while it loads */
export async function loadEdgeBundle(distDir: string): Promise<EdgeBundle> {
  return (await import(pathToFileURL(join(distDir, edgeBundlePath)).href)) as EdgeBundle;
}
