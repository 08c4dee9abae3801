import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseWords } from './internal/parse-words';
import type { ContentPage, Words } from './model';

/** The text that the shop came with: a file of content/, whose head names title and description. Node only. */
export async function defaultWords(language: string, page: ContentPage): Promise<Words> {
  return parseWords(await readFile(join(process.cwd(), 'content', language, `${page}.md`), 'utf8'));
}
