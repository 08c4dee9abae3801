import { describe, expect, test } from 'vitest';
import { readArguments } from './read-arguments';

const good = [
  '--port',
  '4304',
  '--database-url',
  'postgres://u:p@127.0.0.1/d',
  '--app',
  'http://127.0.0.1:3000/api/inngest',
];

describe('the command line', () => {
  test('is read, with more than one app', () => {
    const options = readArguments(
      [...good, '--app=http://b/x', '--retry-interval', '300', '--event-key', 'e'],
      {},
    );
    expect(options).toEqual({
      port: 4_304,
      databaseUrl: 'postgres://u:p@127.0.0.1/d',
      apps: ['http://127.0.0.1:3000/api/inngest', 'http://b/x'],
      retryIntervalMs: 300,
      eventKey: 'e',
    });
  });

  test('leaves secrets to the environment, where other users do not see them', () => {
    const env = {
      JOBS_DATABASE_URL: 'postgres://x/y',
      JOBS_SIGNING_KEY: 'signkey-test-ab',
      JOBS_EVENT_KEY: 'e',
    };
    const options = readArguments(['--port', '1', '--app', 'http://a'], env);
    expect(options).toMatchObject({
      databaseUrl: 'postgres://x/y',
      signingKey: 'signkey-test-ab',
      eventKey: 'e',
    });
  });

  test.each([
    [['--port', '4304'], '--database-url is missing.'],
    [good.slice(2), '--port is missing.'],
    [good.slice(0, 4), '--app is missing'],
    [[...good, '--verbose'], '"--verbose" is not an option.'],
    [[...good, '--signing-key'], '--signing-key needs a value.'],
    [[...good, '--signing-key', 'not hex'], '--signing-key must be hexadecimal'],
    [[...good, '--retry-interval', '1s'], '--retry-interval must be a whole number'],
    [[...good, '--port', '1'], '--port is given twice.'],
    [[...good.slice(0, 4), '--app', 'ftp://x'], '--app "ftp://x" is not an http address.'],
    [['--port', '99999', ...good.slice(2)], '--port must be a whole number from 0 to 65535.'],
    [['--port', '1', '--database-url', 'mysql://x', ...good.slice(4)], '--database-url must be an address'],
  ])('%j is refused with a sentence', (args, why) => {
    expect(() => readArguments(args, {})).toThrow(why);
  });

  test('a refusal repeats no secret', () => {
    const args = [
      '--port',
      '1',
      '--database-url',
      'mysql://u:secret@h',
      '--app',
      'http://a',
      '--signing-key',
      'zz-secret',
    ];
    expect(() => readArguments(args, {})).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('secret@') }),
    );
  });
});
