import { answerNotFound } from '@/app/api/_edge/route';

export const runtime = 'edge';

export const GET = answerNotFound;
export const HEAD = answerNotFound;
export const OPTIONS = answerNotFound;
export const POST = answerNotFound;
export const PUT = answerNotFound;
export const PATCH = answerNotFound;
export const DELETE = answerNotFound;
