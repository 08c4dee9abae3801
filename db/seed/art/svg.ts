/** A place on the sheet, in sheet units (the sheet is 1600 by 2000). */
export type Point = readonly [x: number, y: number];

/** Sheet size in SVG units, the 4:5 every picture of the house has. */
export const sheetWidth = 1600;
export const sheetHeight = 2000;

/** A coordinate with one decimal: small files, and no last digit that differs between machines. */
export function num(value: number): string {
  const rounded = Math.round(value * 10) / 10;
  return Object.is(rounded, -0) ? '0' : String(rounded);
}

type Attributes = Record<string, string | number | undefined>;

/** One SVG element; numbers are rounded, undefined attributes left out. Values are ours, never a stranger's. */
export function el(name: string, attributes: Attributes, children = ''): string {
  const text = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? num(value) : value}"`)
    .join('');
  return children === '' ? `<${name}${text}/>` : `<${name}${text}>${children}</${name}>`;
}

/** Path data of straight lines through the points. */
export function lines(points: readonly Point[], closed = false): string {
  const [first, ...rest] = points;
  if (!first) return '';
  const tail = rest.map(([x, y]) => `L${num(x)} ${num(y)}`).join('');
  return `M${num(first[0])} ${num(first[1])}${tail}${closed ? 'Z' : ''}`;
}

/** Path data of a soft curve through the points (Catmull-Rom as Beziers). */
export function curve(points: readonly Point[], closed = false): string {
  const count = points.length;
  const first = points[0];
  if (!first || count < 3) return lines(points, closed);
  const at = (i: number): Point =>
    points[closed ? (i + count) % count : Math.min(count - 1, Math.max(0, i))] ?? first;
  const parts = [`M${num(first[0])} ${num(first[1])}`];
  for (let i = 0; i < (closed ? count : count - 1); i++) {
    const [p0, p1, p2, p3] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
    const near = `${num(p1[0] + (p2[0] - p0[0]) / 6)} ${num(p1[1] + (p2[1] - p0[1]) / 6)}`;
    const far = `${num(p2[0] - (p3[0] - p1[0]) / 6)} ${num(p2[1] - (p3[1] - p1[1]) / 6)}`;
    parts.push(`C${near} ${far} ${num(p2[0])} ${num(p2[1])}`);
  }
  return parts.join('') + (closed ? 'Z' : '');
}
