import type { ImportId } from '@/lib/kernel/ids';

/** What imports announce, by name, with its payload. */
export type ImportEvents = {
  /** A file was uploaded and waits. */
  'imports/import.requested': { readonly importId: ImportId };
  /** All its products were looked at; their pictures may still lie elsewhere. */
  'imports/import.finished': { readonly importId: ImportId };
};
