import { callAsOwner, read } from './client';
import { merchantOrderShape, pageOf } from './shapes';

/** How many orders there are for a mail address, whatever has become of them. */
export async function countOrdersOf(email: string): Promise<number> {
  const answer = await callAsOwner('GET', `/api/admin/orders?query=${encodeURIComponent(email)}`);
  return read(answer, 200, pageOf(merchantOrderShape)).items.length;
}
