import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';
import { openApiDocument } from '@/app/api/_contract/openapi';

const HEAD = '// Made by "npm run api:types" from the contract. A test sees to it that the two agree.\n\n';
const DASHBOARD = /^\/api\/(admin|auth\/staff|products|health)/;

/** The TypeScript of what the dashboard calls: `paths` and `components`, drawn from the OpenAPI document. */
export async function drawApiTypes(): Promise<string> {
  const document = JSON.parse(JSON.stringify(openApiDocument(), bare)) as OpenAPI3;
  const paths = Object.entries(document.paths ?? {}).filter(([path]) => DASHBOARD.test(path));
  const nodes = await openapiTS({ ...document, paths: Object.fromEntries(paths) }, { alphabetize: true });
  return HEAD + astToString(nodes);
}

/** Leaves out what no type says: words, examples, answers' headers, and the codes of each refusal. */
function bare(key: string, value: unknown): unknown {
  if (key === 'operationId' || key === 'headers' || key === 'example') return undefined;
  if (['description', 'summary'].includes(key) && typeof value === 'string') return undefined;
  if (key === 'responses') {
    const said = Object.entries(value as object).filter(([status]) => status.startsWith('2'));
    return { ...Object.fromEntries(said), default: PROBLEM };
  }
  return value;
}

const PROBLEM = {
  description: '',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};
