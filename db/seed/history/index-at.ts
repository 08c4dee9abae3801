/** Which of the weights a place between 0 and their sum falls on; -1 past the end. */
export function indexAt(weights: readonly number[], place: number): number {
  let left = place;
  return weights.findIndex((weight) => {
    left -= weight;
    return left < 0;
  });
}
