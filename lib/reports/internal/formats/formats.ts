import type { ReportFormat } from '../../model';
import { csv } from './csv';
import type { Format } from './format';
import { pdf } from './pdf';
import { xlsx } from './xlsx';

/** How each format is written. What one keeps between its pieces is JSON that nobody else looks into. */
export const FORMATS: Readonly<Record<ReportFormat, Format<unknown>>> = {
  csv: csv as Format<unknown>,
  xlsx: xlsx as Format<unknown>,
  pdf: pdf as Format<unknown>,
};
