import { expect } from 'vitest';
import { databaseKnown, queryDatabase } from './database';

/** The last row of the audit log about a subject and what was done to it, with the state before and after. */
export async function expectAudited(
  subject: string,
  action: string,
  before: object | null,
  after: object | null,
): Promise<void> {
  if (!databaseKnown) return;
  const [row] = await queryDatabase(
    'select action, before, after, actor, request_id from audit_log where subject = $1 and action = $2 order by id desc limit 1',
    [subject, action],
  );
  expect(row, `${action} of ${subject}`).toBeDefined();
  if (before === null) expect(row?.before).toBeNull();
  else expect(row?.before).toMatchObject(before);
  if (after === null) expect(row?.after).toBeNull();
  else expect(row?.after).toMatchObject(after);
  expect(row?.actor).toMatch(/^(key|staff)_/);
  expect(row?.request_id).toBeTruthy();
}
