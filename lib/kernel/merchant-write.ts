/** Who changes something, under which request: what the audit log keeps beside the change. */
export type WriteContext = { readonly actor: string; readonly requestId?: string | undefined };
