const encoder = new TextEncoder();

type Digest = { digest(encoding: 'hex'): string };
type NodeCrypto = { createHash(name: 'sha256'): { update(data: string | Uint8Array): Digest } };

/**
 * Node's own hashing where there is Node: Web Crypto sends every digest through the thread pool, which costs a
 * checkout more than all of its validation. Asked for by name, so that edge runtimes never meet the import.
 */
const nodeCrypto = findNodeCrypto();

function findNodeCrypto(): NodeCrypto | undefined {
  // Next's edge runtime has a `process` that throws when it is asked for more than the environment.
  if ('EdgeRuntime' in globalThis) return undefined;
  const { process } = globalThis as { process?: { getBuiltinModule?: (name: string) => unknown } };
  return process?.getBuiltinModule?.('node:crypto') as NodeCrypto | undefined;
}

/** SHA-256 of text (as UTF-8) or bytes as 64 lowercase hex digits. */
export async function sha256Hex(input: string | Uint8Array<ArrayBuffer>): Promise<string> {
  if (nodeCrypto !== undefined) return nodeCrypto.createHash('sha256').update(input).digest('hex');
  const bytes = typeof input === 'string' ? encoder.encode(input) : input;
  let text = '';
  for (const byte of new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))) {
    text += byte.toString(16).padStart(2, '0');
  }
  return text;
}
