import type { Operation } from '@/app/api/_edge/operation';

const quote = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;

/** A call of the operation as a shell command. `$SHOP` is the shop's address, `$KEY` an API key. */
export function curlOf({ method, path, actor, headers, idempotency, example }: Operation): string {
  const lines = [`curl${method === 'GET' ? '' : ` -X ${method}`} "$SHOP${path}"`];
  if (actor !== 'public') lines.push('-H "Authorization: Bearer $KEY"');
  for (const name of Object.keys(headers?.shape ?? {})) lines.push(`-H "${name}: …"`);
  if (idempotency === 'required') lines.push('-H "Idempotency-Key: $(uuidgen)"');
  if (example !== undefined)
    lines.push("-H 'Content-Type: application/json'", `-d ${quote(JSON.stringify(example))}`);
  return lines.join(' \\\n  ');
}
