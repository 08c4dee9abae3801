type Send = (request: Request) => Promise<Response>;

/**
 * Gives each POST of a merchant an idempotency key of its own, and the same one to the same call again until it has a clear
 * answer: two clicks, or another try after an answer that was lost, do a thing once. What carries a key already keeps it.
 */
export function keepIntents(send: Send): Send {
  const open = new Map<string, string>();
  return async (request) => {
    const isWrite = request.method === 'POST' && new URL(request.url).pathname.startsWith('/api/admin/');
    if (!isWrite || request.headers.has('idempotency-key')) return send(request);
    const intent = `${request.url} ${await request.clone().text()}`;
    const key = open.get(intent) ?? crypto.randomUUID();
    open.set(intent, key);
    request.headers.set('idempotency-key', key);
    const response = await send(request);
    // 503, 504 and the like leave open whether it was done; a refusal changed nothing and keeps nothing.
    if (response.status < 500) open.delete(intent);
    return response;
  };
}
