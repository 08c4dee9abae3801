type Update = { update(data: string | Uint8Array): Digest };
type Digest = { digest(encoding: 'hex' | 'base64url'): string };
type NodeCrypto = {
  createHash(name: 'sha256'): Update;
  createHmac(name: 'sha256', key: string): Update;
};

/**
 * Node's own hashing where there is Node: Web Crypto sends every digest through the thread pool, which costs a
 * checkout more than all of its validation. Asked for by name, so that edge runtimes never meet the import.
 */
export const nodeCrypto = findNodeCrypto();

function findNodeCrypto(): NodeCrypto | undefined {
  // Next's edge runtime has a `process` that throws when it is asked for more than the environment.
  if ('EdgeRuntime' in globalThis) return undefined;
  const { process } = globalThis as { process?: { getBuiltinModule?: (name: string) => unknown } };
  return process?.getBuiltinModule?.('node:crypto') as NodeCrypto | undefined;
}
