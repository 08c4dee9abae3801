/**
 * `numerator / denominator` rounded to an integer, half away from zero (2.5 is 3, -2.5 is -3): the shop's one rule.
 * Both are integers; the division is exact, so no binary fraction decides which side a half falls on.
 */
export function divideRounded(numerator: number | bigint, denominator: number | bigint): number {
  const n = BigInt(numerator);
  const d = BigInt(denominator);
  if (d === 0n) throw new RangeError('Division by zero.');
  const isNegative = n < 0n !== d < 0n;
  const magnitude = (2n * abs(n) + abs(d)) / (2n * abs(d));
  return Number(isNegative && magnitude !== 0n ? -magnitude : magnitude);
}

const abs = (value: bigint): bigint => (value < 0n ? -value : value);

/** An integer amount times a rate in basis points (2000 = 20 %), rounded half away from zero. */
export function applyBasisPoints(amountMinor: number, basisPoints: number): number {
  return divideRounded(BigInt(amountMinor) * BigInt(basisPoints), 10_000n);
}
