import type { Database } from '../database';
import type { Registry } from '../sync/registry';
import type { Route } from './router';

export function pageRoutes(_db: Database, _registry: Registry, _wake: () => void): Route[] {
  return [];
}
