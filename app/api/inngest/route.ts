import { serve } from 'inngest/edge';
import { inngest } from '@/inngest/client';
import { functions } from '@/inngest/functions';

export const runtime = 'nodejs';
export const dynamic = 'force-dynamic';

/** Where the job engine calls the shop's jobs. The SDK checks the signature of every call when a signing key is set. */
const answer = serve({ client: inngest, functions, servePath: '/api/inngest' });

export { answer as GET, answer as POST, answer as PUT };
