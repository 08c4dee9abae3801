import * as contract from '@/app/api/_contract/reports';
import { readByteRange } from '@/app/api/_edge/byte-range';
import { refuse, reply } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { readFile } from '@/lib/platform/files/read-file';
import { kindsFor } from '@/lib/reports/permissions';
import { findReport, findReportFile } from '@/lib/reports/queries';

export const runtime = 'nodejs';
export const dynamic = 'force-dynamic';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.downloadReport, async ({ params, actor, request }) => {
    const report = await findReport(params.id, kindsFor(actor.role));
    if (report === null) return refuse('report-not-found');
    const file = report.status === 'done' ? await findReportFile(params.id) : null;
    if (file === null) return refuse('report-not-ready');
    const etag = `"${file.hash}"`;
    const range = readByteRange(request.headers, { size: file.size, etag });
    if (range === 'not-satisfiable') {
      return refuse('range-not-satisfiable', { headers: { 'content-range': `bytes */${file.size}` } });
    }
    const headers = {
      'content-type': file.mediaType,
      'content-disposition': `attachment; filename="${report.kind}-${report.from}-${report.to}.${report.format}"`,
      'accept-ranges': 'bytes',
      etag,
    };
    if (range === null)
      return reply(200, readFile(file), { ...headers, 'content-length': String(file.size) });
    return reply(206, readFile(file, range), {
      ...headers,
      'content-length': String(range.last - range.first + 1),
      'content-range': `bytes ${range.first}-${range.last}/${file.size}`,
    });
  }),
);
