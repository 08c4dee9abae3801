import type { FileNaming } from '@/lib/platform/files/model';

/** What a fetched picture is called in storage until it is rendered. Nobody is ever shown it. */
export function originalName(contentHash: string): FileNaming {
  return { name: `pictures/${contentHash}`, mediaType: 'application/octet-stream', isPublic: false };
}

/** What an upload goes by among pictures that lie elsewhere: equal ones are rendered once. No address is like it. */
export const uploadUrl = (hash: string) => `upload:${hash}`;
