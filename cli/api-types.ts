import { writeFile } from 'node:fs/promises';
import { drawApiTypes } from './api-types/api-types';

await writeFile(new URL('../app/(merchant)/_api/api.d.ts', import.meta.url), await drawApiTypes());
