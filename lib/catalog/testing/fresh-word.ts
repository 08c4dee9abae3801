import { newId } from '@/lib/kernel/ids';

/** For tests: letters only, so that text search takes it as one word. */
export const freshWord = () =>
  `z${newId('req')
    .slice(-20)
    .replaceAll(/\d/g, (digit) => 'ghijklmnop'[Number(digit)] ?? '')}`;
