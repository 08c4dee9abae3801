import { num, sheetHeight, sheetWidth } from '../svg';

type Box = { x: number; y: number; width: number; height: number };

/** Places a drawn sheet inside another picture; `part` is the piece of the sheet that shows (all of it by default). */
export function inset(sheetSvg: string, box: Box, part?: Box): string {
  const { x, y, width, height } = part ?? { x: 0, y: 0, width: sheetWidth, height: sheetHeight };
  const place = `x="${num(box.x)}" y="${num(box.y)}" width="${num(box.width)}" height="${num(box.height)}"`;
  const view = `viewBox="${num(x)} ${num(y)} ${num(width)} ${num(height)}" preserveAspectRatio="none"`;
  return sheetSvg.replace(/^<svg [^>]*>/, `<svg ${place} ${view}>`);
}

/** A finished scene as a document of its own, the size of a sheet, with the one blur that soft shadows use. */
export function scene(body: string): string {
  const blur = (id: string, deviation: number): string =>
    `<filter id="${id}" x="-30%" y="-30%" width="160%" height="160%"><feGaussianBlur stdDeviation="${deviation}"/></filter>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${sheetWidth} ${sheetHeight}"><defs>${blur('soft', 22)}${blur('near', 7)}</defs>${body}</svg>`;
}
