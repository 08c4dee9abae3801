import { fileURLToPath } from 'node:url';

/** The absolute path of this repository's folder, without a slash at the end. */
export const repositoryRoot = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '');
